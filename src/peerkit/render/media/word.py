"""A page as a Word document that people go on editing: headings, paragraphs and tables in styles, no picture.

The sheet and the styles stand in the template beside this module, `page.docx`, which `tests/support/word_template.py` makes; a style
that is missing there is a `KeyError`. Texts from anywhere become text: no field, no link, no markup. Nothing in a file tells who made
it, or when but for the day.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, Final, Literal, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peerkit.errors import not_installed
from peerkit.model import page as blocks
from peerkit.model.page import Bars, Block, Entry, Page, Scores, SidesRow, Tallies
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.media.picture_parts import bar_ends, goal_place, overview_head, overview_table, score_cells, tally_table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import Length
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph as WordParagraph

_TEMPLATE: Final = "page.docx"
_LONGEST_RUN: Final = 32_000
"""NOTE: readers of XML refuse a text of ten million characters, so long ones stand in several runs."""
_LONGEST_PROPERTY: Final = 255
_KEPT_TOGETHER: Final = 10
"""Rows up to which a table is not split between sheets."""
_SIDE_BY_SIDE: Final = 4
"""Heads of columns of numbers that fit on a sheet without being turned."""
_TURNED_HEIGHT: Final = 65
"""Points that a row of heads is high that are turned."""
_CELLS: Final = 20
"""Cells of a bar from 0 to 100."""
_FULL, _OPEN, _TRACK, _GOAL = "3D918B", "CFE5E2", "F0F3F2", "1D2726"
"""The colours of its cells, and of the line at the goal."""
_DENSE: Final = (
    ("Title", 20, 0, 4), ("Subtitle", 10, 0, 0), ("Heading 1", 13, 4, 4), ("Heading 2", 11, 8, 1), ("Headline", 11, 4, 2),
    ("Normal", 9, 0, 2), ("Note", 9, 0, 2), ("Notice", 10, 3, 3), ("Question", 9.5, 3, 1), ("Detail", 9, 0, 1),
    ("Large Question", 9.5, 3, 1), ("Large Detail", 9, 0, 1), ("Table Head", 8, 0, 0), ("Table Text", 8.5, 0.5, 0.5),
    ("After Table", 4, 0, 0),
)  # fmt: skip
"""Styles of a page that stands on few sheets: the size of each and the space before and after it, in points."""
_DENSE_MARGIN: Final = 15
_BOX: Final = "\N{BALLOT BOX}"
_START_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)

Emphasis = Literal["", "strong", "code"]
Run = tuple[str, Emphasis]
"""A text, as it came, and how it stands out."""


def render(page: Page, context: RenderContext) -> bytes:
    """Return what there is room for of the page as a Word file; `context.day` is all that it tells of when it was made.

    Raises:
        OutputError: when python-docx is not installed.

    """
    try:
        import docx
    except ImportError as error:
        raise not_installed("a Word file", "python-docx", "office") from error
    template = get_data("peerkit.render.media", _TEMPLATE)
    assert template is not None
    document = docx.Document(io.BytesIO(template))
    title = _property(page.title)
    about = document.core_properties
    about.title = title
    about.created = about.modified = datetime.fromisoformat(context.day).replace(tzinfo=UTC)
    document.sections[0].footer.paragraphs[0].runs[0].text = f"{title}, page "
    writer = _Writer(document)
    if page.dense:
        _tighten(document)
    for block in page.blocks_for("screen" if page.dense else "room"):
        writer.write(block)
    raw = io.BytesIO()
    document.save(raw)
    return _settled(raw.getvalue())


def _tighten(document: Document) -> None:
    """Make the styles of a page that stands on few sheets smaller, and what is between them less."""
    from docx.shared import Mm, Pt

    for name, size, before, after in _DENSE:
        style: Any = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    section = document.sections[0]
    section.top_margin = section.bottom_margin = Mm(_DENSE_MARGIN)


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles: dict[str, Any] = {str(style.name): style for style in document.styles}

    def write(self, block: Block) -> None:  # noqa: C901  # one case for each kind of block
        match block:
            case blocks.Title():
                self._line("Subtitle", block.kind)
                self._line("Title", block.text)
            case blocks.Facts():
                for label, text in block.rows:
                    self._paragraph("Normal", *_labelled(label, text))
            case blocks.Notice():
                self._line("Notice", block.text)
            case blocks.Heading():
                self._line("Heading 1" if block.level == 1 else "Heading 2", block.text)
                if block.note:
                    self._line("Note", block.note)
            case blocks.Paragraph():
                self._line("Normal", block.text)
            case blocks.Headline():
                self._paragraph("Headline", (block.text, "strong"), (f" {block.rest}" if block.rest else "", ""))
            case blocks.Entries():
                for entry in block.entries:
                    self._entry(entry, "Large " if block.large else "")
            case blocks.Scores():
                self._scores(block)
            case blocks.Bars():
                self._overview(block)
            case blocks.Sides():
                sides = [cells for row in block.rows for cells in _sides(row)]
                self._table(f"Scores of {block.of} side by side", words.SIDES_HEADS, sides, (4, 4, 2, 4), numbers=(2,))
            case blocks.Bullets():
                for item in block.items:
                    self._line("List Bullet", item)
            case blocks.Commands():
                for command, what in block.rows:
                    self._paragraph("Normal", (f"{words.sentence(what)}:", ""), (" ", ""), (command, "code"))
            case blocks.Tallies():
                self._tallies(block)
            case blocks.SideBySide():
                themes = [(theme, *(cell.text for cell in cells)) for theme, cells in block.rows]
                self._table("Where each theme stands in each framework", ("Theme", *block.heads), themes, (1,) * (1 + len(block.heads)))
            case blocks.Terms():
                for title, terms in block.groups:
                    self._line("Heading 3", title)
                    self._table("Answers and weights", block.heads, terms, (8, 3, 2), numbers=(2,))
            case blocks.Code():
                for line in block.lines:
                    spaces = len(line) - len(line.lstrip())
                    self._paragraph("Normal", ("\N{NO-BREAK SPACE}" * spaces + line.strip(), "code"))
            case _:
                assert_never(block)

    def _line(self, style: str, text: str) -> None:
        self._paragraph(style, (text, ""))

    def _paragraph(self, style: str, *runs: Run) -> None:
        self._fill(self._document.add_paragraph(), style, *runs)

    def _fill(self, paragraph: WordParagraph, style: str, *runs: Run) -> None:
        """Write texts into an empty paragraph, a very long one as several runs; a space at the start of one stays."""
        paragraph.style = self._styles[style]
        for text, emphasis in runs:
            shown = f" {one_line(text)}" if text.startswith(" ") else one_line(text)
            for start in range(0, len(shown), _LONGEST_RUN):
                run = paragraph.add_run(shown[start : start + _LONGEST_RUN])
                if emphasis == "strong":
                    run.font.bold = run.font.cs_bold = True
                elif emphasis == "code":
                    run.style = self._styles["Command"]

    def _entry(self, entry: Entry, size: str) -> None:
        self._line(f"{size}Question", entry.text)
        about = (entry.standing, entry.lane, entry.place and f"part of {entry.place}")
        if any(about):
            self._line(f"{size}Detail", words.sentence(", ".join(text for text in about if text)))
        for detail in entry.details:
            first, *more = detail.lines
            self._paragraph(f"{size}Detail", *_labelled(f"{_BOX} {detail.label}" if detail.to_do else detail.label, first))
            for line in more:
                self._line(f"{size}Detail", line)

    def _scores(self, block: Scores) -> None:
        heads = words.SCORE_HEADS if any(row.notes for row in block.rows) else words.SCORE_HEADS[:-1]
        rows = [score_cells(row)[: len(heads)] for row in block.rows]
        self._table("Scores with their ranges", heads, rows, (6, 2, 3, 3, 5)[: len(heads)], numbers=(1, 2, 3))

    def _overview(self, block: Bars) -> None:
        """Write a row of cells for each bar, each a part of the line from 0 to 100: dark up to the score, light where it is open."""
        head, rests_on = overview_head(block)
        self._paragraph("Headline", (head, "strong"), (f" {rests_on}" if rests_on else "", ""))
        heads, told = overview_table(block)
        texts = [(title, *("",) * _CELLS, *numbers) for title, *numbers in told]
        widths = (_CELLS, *(1,) * _CELLS, *(5,) * len(heads[1:]))
        first = 1 + _CELLS
        table = self._table(
            f"{block.name} at a glance", (heads[0], *("",) * _CELLS, *heads[1:]), texts, widths, numbers=range(first, first + 3)
        )
        table.rows[0].cells[1].merge(table.rows[0].cells[_CELLS]).paragraphs[0].text = ""
        for row, shown in zip(block.rows, table.rows[1:], strict=True):
            full, between = bar_ends(row)
            low, high = between or (Fraction(0), Fraction(0))
            for number, cell in enumerate(shown.cells[1:first]):
                place = Fraction(100 * (2 * number + 1), 2 * _CELLS)
                fill = _OPEN if low < place < high else _FULL if place < full else _TRACK
                properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
                if 100 * (number + 1) == goal_place(row) * _CELLS:
                    borders = _add(properties, "tcBorders")
                    _add(borders, "right", val="single", sz="18", space="0", color=_GOAL)
                _add(properties, "shd", val="clear", color="auto", fill=fill)

    def _tallies(self, block: Tallies) -> None:
        """Write a column of numbers for each kind of answer that was given at all."""
        heads, counts = tally_table(block)
        numbers = tuple(range(1, len(heads)))
        widths = (8, *(2 for _ in numbers))
        self._table("How often each answer was given", heads, counts, widths, numbers=numbers, turned=len(numbers) > _SIDE_BY_SIDE)

    def _table(
        self,
        title: str,
        heads: tuple[str, ...],
        rows: Sequence[tuple[str, ...]],
        widths: tuple[int, ...],
        *,
        numbers: Sequence[int] = (),
        turned: bool = False,
    ) -> Table:
        """Write a table with one row of heads, which is repeated on every sheet; the first column names the rows.

        `title` says what it holds to whoever cannot see it. `widths` holds a number for each column: how wide it is beside the others.
        `numbers` are the columns to align on the right; `turned` turns the heads of these, where many stand side by side.
        """
        from docx.shared import Emu, Pt

        table: Table = self._document.add_table(1 + len(rows), len(heads), self._styles["Figures"])
        table.autofit = False
        _add(table._tbl.tblPr, "tblCaption", val=_property(title))  # noqa: SLF001  # see `_add`
        width = sum(int(column.width or 0) for column in table.columns)
        sizes = [Emu(width * share // sum(widths)) for share in widths]
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        head, *others = table.rows
        self._row(head, heads, sizes, numbers, head=True, turned=turned)
        _add(head._tr.get_or_add_trPr(), "tblHeader")  # noqa: SLF001
        if turned:
            head.height = Pt(_TURNED_HEIGHT)
        for row, texts in zip(others, rows, strict=True):
            self._row(row, texts, sizes, numbers, keep=len(rows) <= _KEPT_TOGETHER and row is not others[-1])
        # NOTE: Word joins two tables that nothing stands between.
        self._paragraph("After Table")
        return table

    def _row(
        self,
        row: _Row,
        texts: tuple[str, ...],
        sizes: Sequence[Length],
        numbers: Sequence[int],
        *,
        head: bool = False,
        keep: bool = False,
        turned: bool = False,
    ) -> None:
        from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
        from docx.enum.text import WD_PARAGRAPH_ALIGNMENT

        _add(row._tr.get_or_add_trPr(), "cantSplit")  # noqa: SLF001
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = sizes[place]
            paragraph = cell.paragraphs[0]
            self._fill(paragraph, "Table Head" if head else "Table Text", (text, ""))
            if place in numbers and turned:
                _add(cell._tc.get_or_add_tcPr(), "textDirection", val="btLr")  # noqa: SLF001
            elif place in numbers:
                paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
            if keep:
                paragraph.paragraph_format.keep_with_next = True
            if head:
                cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM


def _property(text: str) -> str:
    """Return a text as a property of a document or a table takes it: in one line, nothing unseen, and not too long."""
    shown = one_line(text)
    return shown if len(shown) <= _LONGEST_PROPERTY else f"{shown[: _LONGEST_PROPERTY - 1]}\N{HORIZONTAL ELLIPSIS}"


def _labelled(label: str, text: str) -> tuple[Run, Run]:
    return (f"{label}{'' if label.endswith('?') else ':'}", "strong"), (f" {text}", "")


def _sides(row: SidesRow) -> Iterator[tuple[str, ...]]:
    """Yield a row for the whole, with the notes, and one for each of its groups."""
    for side, notes in ((row.whole, row.notes), *((side, ()) for side in row.sides)):
        if side is not None:
            yield row.title, side.name, words.place(side.ends), ", ".join(notes)


def _add(properties: Any, name: str, **attributes: str) -> Any:
    """Add a property at the end of those of a table, a row or a cell, for what the library has no word for."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    added = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        added.set(qn(f"w:{key}"), value)
    properties.append(added)
    return added


def _settled(raw: bytes) -> bytes:
    """Return an archive without the times at which its parts were written, so that the same page is the same file."""
    settled = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as unsettled, ZipFile(settled, "w", ZIP_DEFLATED) as written:
        for name in unsettled.namelist():
            written.writestr(ZipInfo(name, _START_OF_ZIP), unsettled.read(name), ZIP_DEFLATED)
    return settled.getvalue()
