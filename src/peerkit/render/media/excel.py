"""Sheets as an Excel file: texts are texts and never a formula, numbers are numbers, charts come from the tables, and it prints on A4."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, assert_never

from peerkit.errors import not_installed
from peerkit.model.page import Block, Heading, Notice, Title
from peerkit.model.scale import whole_points
from peerkit.model.workbook import Chart, Column, Content, Fill, LineKind, Table, TextLine, Workbook, WorkbookSheet
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line, visible_lines
from peerkit.render.media import terminal

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
    "exact number": {"num_format": "General", "align": "center", **_RULE},
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
                    _draw(self._workbook, target, row, piece, name, top + 1)
                    # NOTE: a title stands above a chart, and space below it.
                    row += _pixels(piece) // _ROW + 3
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
                self._cell(target, row, place, content, table.columns[place])
            target.set_row(row, _height(contents, table))
        heads = [
            {"header": column.head, "header_format": self._looks["number head" if column.number else "head"]} for column in table.columns
        ]
        about = {"name": table.name, "columns": heads, "style": "Table Style Light 1", "title": table.name, "description": table.says}
        # NOTE: a table of a spreadsheet has a row at least.
        last = top + max(1, len(table.rows))
        target.add_table(top, 0, last, len(table.columns) - 1, about)
        return last - top + 2

    def _cell(self, target: Worksheet, row: int, place: int, content: Content, column: Column) -> None:
        look = self._looks["exact number" if column.exact else "number"]
        if isinstance(content, str):
            shown = self._long.fitting(content)
            if shown:
                target.write_string(row, place, shown, self._looks["cell like a formula" if looks_like_a_formula(shown) else "cell"])
            else:
                target.write_blank(row, place, None, self._looks["cell"])
        elif isinstance(content, Fraction):
            target.write_number(row, place, float(round(content, 4)) if column.exact else exact(content), look)
        elif content is None:
            target.write_blank(row, place, None, look)
        else:
            target.write_number(row, place, content, look)


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


_WIDTH: Final = 1_000
_BAR: Final = 34
"""Pixels from one bar to the next; a chart has as many beside its bars as `_FRAME` says."""
_FRAME: Final = 130
_ROW: Final = 20
"""Pixels from one row of a sheet to the next."""
_EDGE: Final = "#0B5A58"
_QUIET: Final = "#52605E"
_DARK: Final = ("level-3", "level-4", "score")
_FILLS: Final[dict[Fill, dict[str, Any]]] = {
    "score": {"fill": {"color": "#3D918B"}},
    "level-0": {"fill": {"color": "#FFFFFF"}},
    "level-1": {"fill": {"color": "#CFE5E2"}},
    "level-2": {"fill": {"color": "#8DC3BD"}},
    "level-3": {"fill": {"color": "#3D918B"}},
    "level-4": {"fill": {"color": _EDGE}},
    "dont-know": {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "skipped": {"pattern": {"pattern": "dotted_grid", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "no-agreement": {"pattern": {"pattern": "wide_downward_diagonal", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "unanswered": {"pattern": {"pattern": "percent_5", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
    "not-applicable": {"pattern": {"pattern": "trellis", "fg_color": _QUIET, "bg_color": "#FFFFFF"}},
}


def _draw(workbook: xlsxwriter.Workbook, target: Worksheet, row: int, chart: Chart, sheet: str, top: int) -> None:
    """Draw a chart on a sheet from `row` on, below its title; its table's rows begin at row `top` of `sheet`."""
    about = {"type": "bar", "subtype": "stacked"} if len(chart.bars) > 1 else {"type": "bar"}
    drawn = workbook.add_chart(about)
    assert drawn is not None
    for head, fill in chart.bars:
        drawn.add_series(_series(chart, head, fill, sheet, top))
    quiet = {"color": _QUIET}
    # NOTE: a title that is typed in may be taken for a reference to a cell; a reference to a cell that holds a text is safe.
    target.write_string(row, 0, one_line(chart.title)[:255], workbook.add_format({"bold": True, "font_size": 14}))
    drawn.set_title({"none": True})
    drawn.set_y_axis({"reverse": True, "line": quiet, "major_tick_mark": "none"})
    drawn.set_x_axis({**_scale(chart), "num_format": "0", "major_gridlines": {"visible": True, "line": {"color": "#D5DCDA"}}})
    drawn.set_legend({"position": "bottom"} if len(chart.bars) > 1 else {"none": True})
    drawn.set_size({"width": _WIDTH, "height": _pixels(chart)})
    target.insert_chart(row + 1, 0, drawn, {"description": one_line(chart.says)[:255], "object_position": 2})


def _scale(chart: Chart) -> dict[str, Any]:
    """Return where the axis ends and how far its lines are apart; counts are whole, so there is no line between two of them."""
    if len(chart.bars) == 1:
        return {"min": 0, "max": 100, "major_unit": 25}
    places = [chart.table.place(head) for head, _ in chart.bars]
    longest = max(sum(int(row[place] or 0) for place in places) for row in chart.table.rows[chart.first : chart.last + 1])
    return {"min": 0, "major_unit": max(1, longest // 5)}


def _pixels(chart: Chart) -> int:
    return _FRAME + _BAR * (chart.last - chart.first + 1)


def _series(chart: Chart, head: str, fill: Fill, sheet: str, top: int) -> dict[str, Any]:
    series: dict[str, Any] = {
        "name": [sheet, top - 1, chart.table.place(head)],
        "categories": _range(chart, chart.names, sheet, top),
        "values": _range(chart, head, sheet, top),
        "gap": 60,
        "border": {"color": _EDGE, "width": 0.75},
        "data_labels": {"value": True, "num_format": "0;;", "font": {"color": "#FFFFFF" if fill in _DARK else "#1D2726"}},
        **_FILLS[fill],
    }
    if chart.reach:
        down, up = (_range(chart, head, sheet, top) for head in chart.reach)
        line = {"color": "#1D2726", "width": 1.5}
        series["y_error_bars"] = {"type": "custom", "minus_values": down, "plus_values": up, "line": line}
        series["data_labels"] |= {"position": "inside_base"}
    return series


def _range(chart: Chart, head: str, sheet: str, top: int) -> str:
    """Return the cells of a column that a chart is about."""
    from xlsxwriter.utility import xl_range_formula

    place = chart.table.place(head)
    return f"={xl_range_formula(sheet, top + chart.first, place, top + chart.last, place)}"


LONGEST: Final = 32_767
"""How many characters a cell can hold; one beyond the basic plane, such as an emoji, counts as two."""
MOST_LINES: Final = 253
LONG_TEXTS: Final = "Long texts"
"""The name of the sheet where long texts stand in full."""
_BEGINNING: Final = 1_000
"""Characters of a long text that stand in its own cell."""
_FORMULA: Final = ("=", "+", "-", "@")


def text_lines(blocks: Iterable[Block]) -> Iterator[TextLine]:
    """Yield the texts of a page, each as a line, for whoever wants to read and not to reckon; what is drawn elsewhere is said in words."""
    for block in blocks:
        match block:
            case Title():
                yield TextLine("title", f"{block.kind}: {block.text}")
            case Heading():
                yield TextLine("heading" if block.level == 1 else "part", block.text)
                yield from [TextLine("text", block.note)] if block.note else []
            case Notice():
                yield TextLine("notice", block.text)
            case _:
                yield from (TextLine("text", text) for text in terminal.texts(block) if text)


def visible_text(text: str) -> str:
    """Return a text whose lines stay and whose other characters can all be seen."""
    return "\n".join(visible_lines(text))


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula if someone typed it."""
    return text.lstrip().startswith(_FORMULA)


def parts(text: str, room: int = LONGEST) -> list[str]:
    """Return a text in parts that fit into cells, at most `room` characters each; together they are the whole text."""
    size = room if text.isascii() or max(text) <= "\uffff" else room // 2
    found, start = [], 0
    while start < len(text):
        part = text[start : start + size]
        line_breaks = part.split("\n", MOST_LINES)
        if len(line_breaks) > MOST_LINES:
            part = part[: len(part) - len(line_breaks[-1])]
        found.append(part)
        start += len(part)
    return found or [""]


@dataclass(slots=True)
class LongTexts:
    """The texts that are too long for their cell, each once, with the row of their sheet (from 1, below its head) where they begin."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    _begins: dict[str, int] = field(default_factory=dict)

    def fitting(self, text: str) -> str:
        """Return a text that fits into a cell: the text itself, or its beginning and where the whole of it stands."""
        shown = visible_text(text)
        whole = parts(shown)
        if len(whole) == 1:
            return shown
        if shown not in self._begins:
            self._begins[shown] = len(self.rows) + 2
            self.rows += [(f"{number} of {len(whole)}", part) for number, part in enumerate(whole, 1)]
        notice = f"[Too long for one cell. The whole text is on the sheet {LONG_TEXTS}, from row {self._begins[shown]}.]\n"
        return f"{notice}{parts(shown, _BEGINNING)[0]}\N{HORIZONTAL ELLIPSIS}"
