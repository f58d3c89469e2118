"""Finds the formats of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import comparison as folder
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from peerkit.render.comparison.interface import ComparisonRenderer


def comparison_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def load(name: str) -> ComparisonRenderer:
    """Return the renderer of a format.

    Raises:
        UsageError: when there is no format of that name.

    """
    known = comparison_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for a comparison", did_you_mean(name, known, f"There are {', '.join(known)}."))
    return cast("ComparisonRenderer", load_format(folder, name))
