"""Find formats by their files: each plug point is a folder, each format a module in it, named after itself."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any

_NOT_FORMATS = ("interface", "registry", "shared")


def format_names(folder: ModuleType) -> tuple[str, ...]:
    """Return the names of a plug point's formats, in alphabetical order, without loading any."""
    modules = pkgutil.iter_modules(folder.__path__)
    return tuple(sorted(module.name for module in modules if module.name not in _NOT_FORMATS and not module.name.startswith("_")))


def load_format(folder: ModuleType, name: str) -> Any:
    """Return the module of a format; its `render` makes the text."""
    return importlib.import_module(f"{folder.__name__}.{name}")
