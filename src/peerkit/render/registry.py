"""Finds the formats of the gap report: a file in `render/report/` is a format, and its name is the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import report as folder
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from peerkit.render.interface import ReportRenderer


def report_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def load(name: str) -> ReportRenderer:
    """Return the renderer of a format.

    Raises:
        UsageError: when there is no format of that name.

    """
    known = report_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for a report", did_you_mean(name, known, f"There are {', '.join(known)}."))
    return cast("ReportRenderer", load_format(folder, name))
