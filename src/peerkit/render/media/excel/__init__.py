"""A workbook for a spreadsheet as an Excel file: what stands on its sheets, and how they become a file."""

from __future__ import annotations

from peerkit.render.media.excel.workbook_file import render

__all__ = ["render"]
