"""The team report as one file of HTML, for a screen, a wall or a workshop table."""

from __future__ import annotations

from peerkit.model.team_report import TeamReport
from peerkit.render.interface import RenderContext
from peerkit.render.media.html import render_page
from peerkit.render.team.shared.page import make_page


def render(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.team.interface.TeamRenderer`."""
    return render_page(make_page(report))
