"""Finds the formats for findings: a file in this folder is a format, and its name is the file's."""

from __future__ import annotations

from typing import cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import findings as folder
from peerkit.render.findings.interface import FindingsRenderer
from peerkit.render.formats import format_names, load_format


def findings_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def load(name: str) -> FindingsRenderer:
    """Return the renderer of a format.

    Raises:
        UsageError: when there is no format of that name.

    """
    known = findings_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for findings", did_you_mean(name, known, f"There are {', '.join(known)}."))
    return cast(FindingsRenderer, load_format(folder, name))
