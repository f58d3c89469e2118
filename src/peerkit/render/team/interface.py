"""What a renderer of the team report is given and what it gives back.

A format is one module in this folder with a function `render(report, context)`, or `render_file(report)` where it is a file and no
text; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.team_report import TeamReport
    from peerkit.render.interface import RenderContext


class TeamRenderer(Protocol):
    """A module that writes the report of a team in one format."""

    def render(self, report: TeamReport, context: RenderContext, /) -> str:
        """Return the report as text that ends with a line break; whatever came from a file or a person stands in it as text only."""
        ...


class TeamFileRenderer(Protocol):
    """A module that writes the report of a team as a file that is no text."""

    def render_file(self, report: TeamReport, /) -> bytes:
        """Return the bytes of the file; whatever came from a file or a person stands in it as text only.

        Raises:
            OutputError: when the library that writes such files is not installed.

        """
        ...
