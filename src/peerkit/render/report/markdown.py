"""The gap report as a Markdown page."""

from __future__ import annotations

from peerkit.model.report import Report
from peerkit.render.interface import RenderContext
from peerkit.render.media import markdown
from peerkit.render.report.shared import make_blocks, make_summary


def render(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.interface.ReportRenderer`."""
    return markdown.render_blocks(make_blocks(report))


def render_summary(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the report in short. See `peerkit.render.interface.ReportRenderer`."""
    return markdown.render_blocks(make_summary(report))
