"""The team report on a terminal: drawn, or plain."""

from __future__ import annotations

from peerkit.model.team_report import TeamReport
from peerkit.render.interface import RenderContext
from peerkit.render.media.screen import render_blocks
from peerkit.render.team.shared import make_blocks


def render(report: TeamReport, context: RenderContext) -> str:
    """See `peerkit.render.team.interface.TeamRenderer`."""
    return render_blocks(make_blocks(report), context)
