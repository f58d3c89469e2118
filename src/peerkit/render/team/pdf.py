"""The team report as PDF, to be printed for the workshop table: the page of HTML on paper."""

from __future__ import annotations

from peerkit.model.team_report import TeamReport
from peerkit.render.media.html import render_page
from peerkit.render.media.pdf import STYLE, write
from peerkit.render.team.shared.page import make_page


def render_file(report: TeamReport) -> bytes:
    """See `peerkit.render.team.interface.TeamFileRenderer`."""
    return write(render_page(make_page(report), STYLE))
