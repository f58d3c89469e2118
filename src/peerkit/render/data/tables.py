"""Rows for a spreadsheet: as csv, in the one way that peerkit writes it (RFC 4180 with CRLF), and as an Excel file.

Csv begins with a byte order mark, without which Excel would not read it as UTF-8. A cell that a spreadsheet would take for a formula, or
a build server for a command, begins with an apostrophe; other characters that cannot be seen are written out, line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peerkit.model.page import Page
from peerkit.model.workbook import Column, Content, Table, Workbook, WorkbookSheet
from peerkit.render.context import RenderContext
from peerkit.render.escape import visible_lines

_BYTE_ORDER_MARK: Final = "\ufeff"
_COMMAND: Final = re.compile(r"\s*(::|##\[)")
_FORMULA: Final = re.compile(r"[\t\r]|\s*[=+\-@]")
_NARROWEST, _WIDEST = 8, 50


@dataclass(frozen=True, slots=True)
class Rows:
    """A noun as a table: `says` is what it holds. The heads stand as they are, so that only words of ours and letters may be in them."""

    says: str
    heads: tuple[str, ...]
    rows: Iterable[tuple[Content, ...]]


def csv(table: Rows) -> str:
    """Return rows under their heads."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([cell(content if isinstance(content, str) else number(content)) for content in row] for row in table.rows)
    return _BYTE_ORDER_MARK + out.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    first, *rest = visible_lines(text)
    shown = "\n".join([first, *(f"'{line}" if _COMMAND.match(line) else line for line in rest)])
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def number(value: int | Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))


def xlsx(table: Rows, page: Page, context: RenderContext) -> bytes:
    """Return a workbook of the rows, behind a sheet with the page to read.

    Raises:
        OutputError: when XlsxWriter is not installed.

    """
    from peerkit.render.media import excel

    rows = tuple(table.rows)
    columns = tuple(_column(head, [row[place] for row in rows]) for place, head in enumerate(table.heads))
    to_read = WorkbookSheet("Page", tuple(excel.text_lines(page.blocks_for("screen"))))
    to_reckon = WorkbookSheet("Rows", (Table("Rows", table.says, columns, rows),), wide=True)
    return excel.render(Workbook(page.title, (to_read, to_reckon)), context)


def _column(head: str, contents: list[Content]) -> Column:
    """Return a column as wide as its texts need; one of numbers shows each as it is, and not in whole points."""
    texts = [content for content in contents if isinstance(content, str) and content]
    widest = max(len(text) for text in (head, *texts))
    numbers = not texts and any(content not in ("", None) for content in contents)
    return Column(head, min(_WIDEST, max(_NARROWEST, widest + 2)), number=numbers, exact=numbers)
