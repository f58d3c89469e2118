"""The gap report on a terminal: drawn, or plain."""

from __future__ import annotations

from peerkit.model.report import Report
from peerkit.render.interface import RenderContext
from peerkit.render.media.screen import render_blocks
from peerkit.render.report.shared import make_blocks, make_summary


def render(report: Report, context: RenderContext) -> str:
    """See `peerkit.render.interface.ReportRenderer`."""
    return render_blocks(make_blocks(report), context)


def render_summary(report: Report, context: RenderContext) -> str:
    """Return the report in short. See `peerkit.render.interface.ReportRenderer`."""
    return render_blocks(make_summary(report), context)
