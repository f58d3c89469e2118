"""Sheets as the bytes of an Excel file: texts are texts, numbers are numbers, heads stay in sight, and it prints on A4."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, assert_never

from peerkit.model.result import whole_points
from peerkit.model.workbook import Chart, Column, Content, LineKind, Table, TextLine, Workbook, WorkbookSheet
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.extras import not_installed
from peerkit.render.media.excel.cell_texts import LONG_TEXTS, LongTexts, looks_like_a_formula
from peerkit.render.media.excel.native_charts import draw, height

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

_A4: Final = 9
_LINE_WIDTH: Final = 90
"""Characters beside each other in the column of lines of text."""
_LONGEST_PROPERTY: Final = 255
_LINE_HEIGHT: Final = 15
_MOST_LINES: Final = 27
"""Lines of the highest row that a spreadsheet can show."""
_RULE: Final[dict[str, Any]] = {"bottom": 1, "bottom_color": "#D5DCDA"}
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 22, "valign": "bottom"},
    "heading": {"bold": True, "font_size": 16, "font_color": "#0B6462", "valign": "bottom"},
    "part": {"bold": True, "font_size": 12, "valign": "bottom"},
    "notice": {"bold": True, "font_color": "#65459A"},
    "text": {},
    "head": {"bold": True, "bottom": 2, "bottom_color": "#0B6462"},
    "number head": {"bold": True, "bottom": 2, "bottom_color": "#0B6462", "align": "center"},
    "number": {"num_format": "0", "align": "center", **_RULE},
    "cell": _RULE,
    "cell like a formula": {"quote_prefix": True, **_RULE},
}
_HEIGHTS: Final[dict[LineKind, int]] = {"title": 34, "heading": 40, "part": 26}
_SAFE: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def render(workbook: Workbook, context: RenderContext) -> bytes:
    """Return an Excel file; `context.day` is all that it tells of when it was made.

    Raises:
        OutputError: when XlsxWriter is not installed.

    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise not_installed("an Excel file", "XlsxWriter", "office") from error
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, _SAFE) as written:
        made = datetime.fromisoformat(context.day).replace(tzinfo=UTC)
        written.set_properties({"title": one_line(workbook.title)[:_LONGEST_PROPERTY], "author": "", "comments": "", "created": made})
        _Filling(written).fill(workbook.sheets)
    return raw.getvalue()


def exact(value: Fraction) -> float:
    """Return a number of points to four decimals, which a spreadsheet shows in the same whole points as every other format."""
    rounded = round(value, 4)
    # NOTE: 62.49999 would become 62.5 and be shown as 63, where its whole points are 62.
    return float(rounded if whole_points(rounded) == whole_points(value) else rounded - Fraction(1, 10_000))


class _Filling:
    """A workbook while it is filled."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._looks = {name: workbook.add_format({"text_wrap": True, "valign": "top", **look}) for name, look in _LOOKS.items()}
        self._tables: dict[str, tuple[str, int]] = {}
        self._long = LongTexts()

    def fill(self, sheets: Sequence[WorkbookSheet]) -> None:
        """Write the sheets, and one more for texts that no cell can hold."""
        for sheet in sheets:
            self._write(sheet)
        if self._long.rows:
            columns = (Column("Part", 12), Column("Text", 120))
            texts = Table("LongTexts", "Texts that are too long for one cell, in parts.", columns, tuple(self._long.rows))
            self._write(WorkbookSheet(LONG_TEXTS, (texts,)))

    def _write(self, sheet: WorkbookSheet) -> None:
        target = self._workbook.add_worksheet(sheet.name)
        _set_up(target, sheet)
        row = 0
        breaks = []
        for piece in sheet.pieces:
            match piece:
                case TextLine():
                    row += self._line(target, row, piece)
                case Table():
                    self._tables[piece.name] = (sheet.name, row)
                    row += self._table(target, row, piece)
                case Chart():
                    breaks += [row] if piece.new_page else []
                    name, top = self._tables[piece.table.name]
                    draw(self._workbook, target, row, piece, name, top + 1)
                    row += height(piece)
                case _:
                    assert_never(piece)
        target.set_h_pagebreaks(breaks)

    def _line(self, target: Worksheet, row: int, line: TextLine) -> int:
        """Write a line of text and return how many rows it takes."""
        target.set_column(0, 0, _LINE_WIDTH)
        shown = self._long.fitting(line.text)
        target.write_string(row, 0, shown, self._looks[line.kind])
        target.set_row(row, _HEIGHTS.get(line.kind, _LINE_HEIGHT) + _LINE_HEIGHT * (min(_MOST_LINES - 2, _lines(shown, _LINE_WIDTH)) - 1))
        return 1

    def _table(self, target: Worksheet, top: int, table: Table) -> int:
        """Write a table and return how many rows it takes, with an empty one below it."""
        for place, column in enumerate(table.columns):
            target.set_column(place, place, column.width)
        for row, contents in enumerate(table.rows, top + 1):
            for place, content in enumerate(contents):
                self._cell(target, row, place, content)
            target.set_row(row, _height(contents, table))
        heads = [
            {"header": column.head, "header_format": self._looks["number head" if column.number else "head"]} for column in table.columns
        ]
        about = {"name": table.name, "columns": heads, "style": "Table Style Light 1", "title": table.name, "description": table.says}
        # NOTE: a table of a spreadsheet has a row at least.
        last = top + max(1, len(table.rows))
        target.add_table(top, 0, last, len(table.columns) - 1, about)
        return last - top + 2

    def _cell(self, target: Worksheet, row: int, place: int, content: Content) -> None:
        if isinstance(content, str):
            shown = self._long.fitting(content)
            if shown:
                target.write_string(row, place, shown, self._looks["cell like a formula" if looks_like_a_formula(shown) else "cell"])
            else:
                target.write_blank(row, place, None, self._looks["cell"])
        elif isinstance(content, Fraction):
            target.write_number(row, place, exact(content), self._looks["number"])
        elif content is None:
            target.write_blank(row, place, None, self._looks["number"])
        else:
            target.write_number(row, place, content, self._looks["number"])


def _height(contents: Sequence[Content], table: Table) -> float:
    """Return how high a row must be for its texts to be seen, in points; a spreadsheet does not always find out by itself."""
    texts = [(content, column.width) for content, column in zip(contents, table.columns, strict=True) if isinstance(content, str)]
    return _LINE_HEIGHT * min(_MOST_LINES, max([table.lines, *(_lines(text, width) for text, width in texts)]))


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of `width` characters, at most `_MOST_LINES`."""
    shown = text[: width * _MOST_LINES].split("\n")
    return sum(1 + len(line) // width for line in shown)


def _set_up(target: Worksheet, sheet: WorkbookSheet) -> None:
    target.set_paper(_A4)
    target.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    target.set_footer("&L&A&R&P / &N")
    target.fit_to_pages(2 if sheet.wide else 1, 0)
    target.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    if isinstance(sheet.pieces[0], Table):
        target.set_landscape()
        target.freeze_panes(1, 1 if sheet.wide else 0)
        target.repeat_rows(0)
    if sheet.wide:
        target.repeat_columns(0, 0)
