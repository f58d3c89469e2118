"""The gap report as a Word document, to be edited and sent on."""

from __future__ import annotations

from peerkit.model.page import Page
from peerkit.model.report import Report
from peerkit.render.interface import RenderContext
from peerkit.render.media import word
from peerkit.render.report.shared.page import make_page, make_short_page


def render_file(report: Report) -> bytes:
    """See `peerkit.render.interface.ReportFileRenderer`."""
    return _written(make_page(report), report)


def render_summary_file(report: Report) -> bytes:
    """Return the report in short. See `peerkit.render.interface.ReportFileRenderer`."""
    return _written(make_short_page(report), report)


def _written(page: Page, report: Report) -> bytes:
    return word.render(page, RenderContext(day=report.date))
