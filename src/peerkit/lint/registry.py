"""The rules there are: the modules in `rules`, found by looking."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import cast

from peerkit.lint import rules as folder
from peerkit.lint.rule import AnyRule


@cache
def rules() -> tuple[AnyRule, ...]:
    """Return every rule, by code."""
    names = sorted(module.name for module in iter_modules(folder.__path__))
    return tuple(cast(AnyRule, import_module(f"{folder.__name__}.{name}")) for name in names)
