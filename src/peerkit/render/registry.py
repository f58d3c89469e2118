"""Finds the formats of the gap report: a file in `render/report/` is a format, and its name is the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import report as folder
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerkit.model.report import Report
    from peerkit.render.interface import RenderContext, ReportRenderer

    Render = Callable[[Report, RenderContext], str]
    RenderFile = Callable[[Report], bytes]


def report_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def load(name: str) -> ReportRenderer:
    """Return the renderer of a format that is text.

    Raises:
        UsageError: when there is no format of that name.

    """
    return cast("ReportRenderer", _module(name))


def load_file(name: str, *, summary: bool = False) -> RenderFile | None:
    """Return what writes the report, or the report in short, in a format that is a file and no text; None for a format that is text.

    Raises:
        UsageError: when there is no format of that name, or when it has no short form.

    """
    module = _module(name)
    if not hasattr(module, "render_file"):
        return None
    found: RenderFile | None = getattr(module, "render_summary_file" if summary else "render_file", None)
    if found is None:
        raise _no_summary(name)
    return found


def load_summary(name: str) -> Render:
    """Return what writes the report in short in a format.

    Raises:
        UsageError: when there is no format of that name, or when it has no short form.

    """
    found: Render | None = getattr(_module(name), "render_summary", None)
    if found is None:
        raise _no_summary(name)
    return found


def _module(name: str) -> Any:
    known = report_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for a report", did_you_mean(name, known, f"There are {', '.join(known)}."))
    return load_format(folder, name)


def _no_summary(name: str) -> UsageError:
    able = [other for other in report_formats() if {"render_summary", "render_summary_file"} & set(dir(_module(other)))]
    return UsageError(f"--summary is a page to read, and {name} is none", f"Choose from {', '.join(able)}.")
