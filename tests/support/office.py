"""What office programs and readers of PDF find in a file: its texts, its tables, its numbers."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from docx.document import Document
from openpyxl.workbook import Workbook

from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from support.rendering import file_of


def written(name: str, report: Report, *, summary: bool = False) -> bytes:
    """Return a report in a format that is a file."""
    return file_of("summary" if summary else "report", report, name, RenderContext(day=report.date))


def word(raw: bytes) -> Document:
    """Return a Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(raw))


def word_text(raw: bytes) -> str:
    """Return all that can be read in a Word file, a paragraph or a cell a line."""
    document = word(raw)
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def workbook(raw: bytes) -> Workbook:
    """Return an Excel file as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(raw))


def rows(book: Workbook, sheet: str) -> list[dict[str, object]]:
    """Return the rows of a sheet that is a table, each by its heads."""
    heads, *others = book[sheet].iter_rows(values_only=True)
    return [dict(zip((str(head) for head in heads), row, strict=True)) for row in others]


def workbook_text(raw: bytes) -> str:
    """Return all that can be read in an Excel file, a cell a line."""
    cells = (value for sheet in workbook(raw) for row in sheet.iter_rows(values_only=True) for value in row)
    return "\n".join(str(value) for value in cells if value is not None)


def parts(raw: bytes, pattern: str) -> Iterator[str]:
    """Yield the parts of an office file whose names match."""
    with ZipFile(io.BytesIO(raw)) as archive:
        yield from (archive.read(name).decode() for name in archive.namelist() if re.fullmatch(pattern, name))


def pdf_pages(raw: bytes) -> list[str]:
    """Return the text of each sheet of a PDF, as it stands on it."""
    return poppler("pdftotext", raw, "-layout", "-", "-").split("\f")[:-1]


def pdf_objects(raw: bytes) -> str:
    """Return what a PDF is made of, without what is drawn on its sheets and without its fonts."""
    packed = re.findall(rb"<<[^>]*/ObjStm[^>]*>>\s*stream\r?\n(.*?)endstream", raw, re.DOTALL)
    plain = re.sub(rb"stream\r?\n.*?endstream", b"", raw, flags=re.DOTALL)
    return b"\n".join([plain, *(zlib.decompressobj().decompress(one) for one in packed)]).decode("latin-1")


def poppler(program: str, raw: bytes, *arguments: str | Path) -> str:
    """Return what one of the programs of poppler says about a PDF."""
    found = shutil.which(program)
    if found is None:
        pytest.fail(f"this machine has no {program}; on Debian, install the package poppler-utils", pytrace=False)
    command = [found, *(str(argument) for argument in arguments)]
    return subprocess.run(command, input=raw, capture_output=True, timeout=120, check=True).stdout.decode()
