"""Sheets of a workbook for a spreadsheet: what stands on them, and how they become a file."""
