"""A workbook for a spreadsheet as an Excel file: what stands on its sheets, and how they become a file."""

from __future__ import annotations

from peerkit.model.workbook import Workbook
from peerkit.render.context import RenderContext
from peerkit.render.media.excel.file import write


def render(workbook: Workbook, context: RenderContext) -> bytes:
    """Return an Excel file; `context.day` is all that it tells of when it was made.

    Raises:
        OutputError: when XlsxWriter is not installed.

    """
    return write(workbook.sheets, workbook.title, context.day)
