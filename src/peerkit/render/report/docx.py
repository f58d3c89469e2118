"""The gap report as a Word document, to be edited and sent on."""

from __future__ import annotations

from peerkit.model.page import Page
from peerkit.model.report import Report
from peerkit.render.media.word.file import write
from peerkit.render.media.word.pieces import pieces
from peerkit.render.report.shared.page import make_page, make_short_page


def render_file(report: Report) -> bytes:
    """See `peerkit.render.interface.ReportFileRenderer`."""
    return _written(make_page(report), report)


def render_summary_file(report: Report) -> bytes:
    """Return the report in short. See `peerkit.render.interface.ReportFileRenderer`."""
    return _written(make_short_page(report), report)


def _written(page: Page, report: Report) -> bytes:
    return write(pieces(page), f"Gap report: {report.assessment.program}", report.date)
