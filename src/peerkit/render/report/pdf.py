"""The gap report as PDF, to be printed and sent: the page of HTML on paper."""

from __future__ import annotations

from peerkit.model.report import Report
from peerkit.render.media.html import render_page
from peerkit.render.media.pdf import STYLE, write
from peerkit.render.report.shared.page import make_page, make_short_page


def render_file(report: Report) -> bytes:
    """See `peerkit.render.interface.ReportFileRenderer`."""
    return write(render_page(make_page(report), STYLE))


def render_summary_file(report: Report) -> bytes:
    """Return the report in short. See `peerkit.render.interface.ReportFileRenderer`."""
    return write(render_page(make_short_page(report), STYLE))
