"""Pieces of a page as the bytes of a Word file: A4, styles that can be changed in one place, table heads that repeat.

Nothing in the file tells who made it, or when but for the day. Texts from anywhere become text: no field, no link, no markup.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peerkit.render.escape import one_line
from peerkit.render.extras import not_installed
from peerkit.render.media.word.elements import element, text
from peerkit.render.media.word.pieces import Emphasis, Grid, Line, Piece, Run
from peerkit.render.media.word.styles import TEXT_WIDTH, prepare, style_id

if TYPE_CHECKING:
    from docx.document import Document

_LONGEST_RUN: Final = 32_000
"""NOTE: readers of XML refuse a text of ten million characters, so long ones stand in several runs."""
_LONGEST_PROPERTY: Final = 255
_KEPT_TOGETHER: Final = 10
"""Rows up to which a table is not split between sheets."""
_UPRIGHT: Final = "1300"
"""The height of a row of heads that are turned, in twentieths of a point."""
_START_OF_ZIP: Final = (1980, 1, 1, 0, 0, 0)


def write(pieces: Iterable[Piece], title: str, day: str) -> bytes:
    """Return a Word file; `title` names it, `day` (2026-11-21) is all that it tells of when it was made.

    Raises:
        OutputError: when python-docx is not installed.

    """
    try:
        import docx
    except ImportError as error:
        raise not_installed("a Word file", "python-docx", "office") from error
    document = docx.Document()
    name = _short(one_line(title))
    prepare(document, name)
    _describe(document, name, day)
    body = document.element.body
    for piece in pieces:
        for part in _elements(piece):
            body.sectPr.addprevious(part)
    raw = io.BytesIO()
    document.save(raw)
    return _settled(raw.getvalue())


def _describe(document: Document, title: str, day: str) -> None:
    about = document.core_properties
    about.title, about.language = title, "en"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime.fromisoformat(day).replace(tzinfo=UTC)


def _short(title: str) -> str:
    """Return a title that fits where a file says what it is."""
    return title if len(title) <= _LONGEST_PROPERTY else f"{title[: _LONGEST_PROPERTY - 1]}\N{HORIZONTAL ELLIPSIS}"


def _elements(piece: Piece) -> Iterator[Any]:
    if isinstance(piece, Line):
        yield _paragraph(piece.style, piece.runs)
    else:
        yield _table(piece)
        # NOTE: Word joins two tables that nothing stands between.
        yield _paragraph("After Table", ())


def _paragraph(style: str, runs: Iterable[Run], *, right: bool = False, keep: bool = False) -> Any:
    about = [element("pStyle", val=style_id(style))]
    if keep:
        about.append(element("keepNext"))
    if right:
        about.append(element("jc", val="right"))
    return element("p", element("pPr", *about), *(part for run in runs for part in _runs(*run)))


def _runs(words: str, emphasis: Emphasis) -> Iterator[Any]:
    """Yield a text as one run, or as several where it is very long; a space at its start stays."""
    shown = f" {one_line(words)}" if words.startswith(" ") else one_line(words)
    for start in range(0, len(shown), _LONGEST_RUN):
        yield element("r", *_marks(emphasis), text(shown[start : start + _LONGEST_RUN]))


def _marks(emphasis: Emphasis) -> Iterator[Any]:
    match emphasis:
        case "strong":
            yield element("rPr", element("b"), element("bCs"))
        case "code":
            yield element("rPr", element("rStyle", val="Command"))
        case "":
            return
        case _:
            assert_never(emphasis)


def _table(grid: Grid) -> Any:
    whole = sum(grid.widths)
    widths = [str(TEXT_WIDTH * width // whole) for width in grid.widths]
    about = element(
        "tblPr",
        element("tblStyle", val="Figures"),
        element("tblW", w=str(TEXT_WIDTH), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1"),
        element("tblCaption", val=grid.title),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    keep = len(grid.rows) <= _KEPT_TOGETHER
    rows = [_row(row, grid, widths, keep=keep and row is not grid.rows[-1]) for row in grid.rows]
    rows.insert(0, _row(grid.heads, grid, widths, head=True))
    return element("tbl", about, columns, *rows)


def _row(texts: Iterable[str], grid: Grid, widths: list[str], *, head: bool = False, keep: bool = False) -> Any:
    cells = []
    for place, words in enumerate(texts):
        right, turned = place in grid.numbers, head and grid.upright and place in grid.numbers
        about = [element("tcW", w=widths[place], type="dxa"), *([element("textDirection", val="btLr")] if turned else [])]
        about += [element("vAlign", val="bottom")] if head else []
        line = _paragraph("Table Head" if head else "Table Text", ((words, ""),), right=right and not turned, keep=keep)
        cells.append(element("tc", element("tcPr", *about), line))
    marks = [element("cantSplit")]
    if head:
        marks += [*([element("trHeight", val=_UPRIGHT, hRule="atLeast")] if grid.upright else []), element("tblHeader")]
    return element("tr", element("trPr", *marks), *cells)


def _settled(raw: bytes) -> bytes:
    """Return an archive without the times at which its parts were written, so that the same report is the same file."""
    settled = io.BytesIO()
    with ZipFile(io.BytesIO(raw)) as given, ZipFile(settled, "w", ZIP_DEFLATED) as written:
        for name in given.namelist():
            written.writestr(ZipInfo(name, _START_OF_ZIP), given.read(name), ZIP_DEFLATED)
    return settled.getvalue()
