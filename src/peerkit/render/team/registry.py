"""Finds the formats of the team report, and writes it in one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from peerkit.errors import UsageError, did_you_mean
from peerkit.render import team as folder
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from peerkit.model.team_report import TeamReport
    from peerkit.render.interface import RenderContext
    from peerkit.render.team.interface import TeamRenderer

    RenderFile = Callable[[TeamReport], bytes]


def team_formats() -> tuple[str, ...]:
    """Return the names of the formats in alphabetical order; loads none of them."""
    return format_names(folder)


def check_format(name: str) -> None:
    """Check that there is a format of that name.

    Raises:
        UsageError: when there is none.

    """
    known = team_formats()
    if name not in known:
        raise UsageError(f"there is no format {name} for a team's report", did_you_mean(name, known, f"There are {', '.join(known)}."))


def load(name: str) -> TeamRenderer:
    """Return the renderer of a format that is text. See `check_format` for its errors."""
    check_format(name)
    return cast("TeamRenderer", load_format(folder, name))


def rendered(name: str, report: TeamReport, context: RenderContext) -> str | bytes:
    """Return the report in a format: bytes where that is a file and no text. See `check_format` for its errors."""
    check_format(name)
    render_file: RenderFile | None = getattr(load_format(folder, name), "render_file", None)
    return render_file(report) if render_file else load(name).render(report, context)
