"""The team report as a Markdown page."""

from __future__ import annotations

from peerkit.model.team_report import TeamReport
from peerkit.render.interface import RenderContext
from peerkit.render.media import markdown
from peerkit.render.team.shared import make_blocks


def render(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.team.interface.TeamRenderer`."""
    return markdown.render_blocks(make_blocks(report))
