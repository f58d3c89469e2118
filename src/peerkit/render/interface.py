"""What a renderer is given and what it gives back.

A format of the report is one module in `render/report/` with a function `render(report, context)`; its file name is the name people
type after `--format`. One that can also say the report in short, on a page, has a function `render_summary` beside it. A format that
is a file and no text has `render_file(report)`, and `render_summary_file`, in their place. A module may import what it likes, but only
inside the function: names are listed without loading any.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.report import Report


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Where text will be read: `width` columns (20 or more), `plain` without drawing, `colour` with escape sequences for colour.

    With `plain`, or in a format that is no screen, `colour` changes nothing. `day` (2026-11-21) is when a file says it was made.
    """

    width: int = 80
    plain: bool = False
    colour: bool = False
    day: str = "1980-01-01"


class ReportRenderer(Protocol):
    """A module that writes the gap report of one assessment in one format."""

    def render(self, report: Report, context: RenderContext, /) -> str:
        """Return the report as text that ends with a line break; whatever came from a file or a person stands in it as text only."""
        ...


class ReportFileRenderer(Protocol):
    """A module that writes the gap report of one assessment as a file that is no text, such as a Word document."""

    def render_file(self, report: Report, /) -> bytes:
        """Return the bytes of the file; whatever came from a file or a person stands in it as text only.

        Raises:
            OutputError: when the library that writes such files is not installed.

        """
        ...
