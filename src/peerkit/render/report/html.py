"""The gap report as one file of HTML, for a screen, a wall or a board paper."""

from __future__ import annotations

from peerkit.model.report import Report
from peerkit.render.interface import RenderContext
from peerkit.render.media.html import render_page
from peerkit.render.report.shared.page import make_page, make_short_page


def render(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.interface.ReportRenderer`."""
    return render_page(make_page(report))


def render_summary(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the report in short. See `peerkit.render.interface.ReportRenderer`."""
    return render_page(make_short_page(report))
