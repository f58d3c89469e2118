"""The media that are files, held to the page that has every kind of block and texts that try to be more than text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from zipfile import ZipFile

import pytest
from docx.table import Table

from peerkit.model.page import Page, Title
from peerkit.model.workbook import Chart, Column, Workbook, WorkbookSheet
from peerkit.model.workbook import Table as WorkbookTable
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line
from peerkit.render.media import excel, pdf, word
from peerkit.render.media.excel import text_lines
from render.every_block import FORMULA, HOSTILE_TEXTS, SCRIPT, every_block
from support import word_template
from support.kept import SNAPSHOTS, Kept
from support.office import parts, pdf_objects, pdf_pages, poppler, word_text, workbook
from support.office import word as opened


def told(raw: bytes) -> Iterator[str]:
    """Yield what stands in a Word file, each paragraph with its style, each row of a table with its cells."""
    for piece in opened(raw).iter_inner_content():
        if isinstance(piece, Table):
            yield from (f"| {' | '.join(cell.text for cell in row.cells)} |" for row in piece.rows)
        else:
            assert piece.style is not None
            yield f"{piece.style.name}: {piece.text}"


@pytest.fixture(scope="module")
def document() -> bytes:
    return word.render(every_block(), RenderContext(day="2026-11-21"))


@pytest.fixture(scope="module")
def sheets() -> bytes:
    return pdf.render(every_block(), RenderContext())


def test_the_word_file_says_what_the_golden_one_says(document: bytes, kept: Kept) -> None:
    kept(SNAPSHOTS / "media" / "every-block-word.txt", "\n".join((*told(document), "")))


def test_a_hostile_text_is_text_in_a_word_file(document: bytes) -> None:
    assert [text for text in HOSTILE_TEXTS if one_line(text) not in word_text(document)] == []
    [body] = parts(document, "word/document.xml")
    assert not re.search(r"<w:(hyperlink|instrText|fldSimple|fldChar|object|altChunk|sdt)\b", body)


def files_inside(raw: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_template_of_a_word_file_is_the_one_that_is_made(kept: Kept) -> None:
    kept(word_template.TEMPLATE, word_template.make(), files_inside)


def test_every_style_of_the_template_is_used_or_belongs_to_all_files(document: bytes) -> None:
    used = set(opened(document).element.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))

    styles = {style.style_id for style in opened(document).styles}
    assert styles - used == {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "footer"}


def test_the_workbook_says_what_the_golden_one_says(kept: Kept) -> None:
    columns = (Column("Text", 30), Column("Points", 8, number=True), Column("Count", 8, number=True))
    rows = tuple((text, Fraction(125, 2) if number % 2 else None, number) for number, text in enumerate(HOSTILE_TEXTS))
    table = WorkbookTable("Hostile", "Texts that try to be more.", columns, rows)
    chart = Chart(title=FORMULA, says=SCRIPT, table=table, first=0, last=2, names="Text", bars=(("Points", "score"),))
    sheets = (
        WorkbookSheet("Page", tuple(text_lines(every_block().blocks_for("screen")))),
        WorkbookSheet("Rows", (table,)),
        WorkbookSheet("Charts", (chart,)),
    )

    raw = excel.render(Workbook(every_block().title, sheets), RenderContext(day="2026-11-21"))

    cells = [cell for sheet in workbook(raw) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    kept(
        SNAPSHOTS / "media" / "every-block-workbook.txt",
        "".join(f"{cell.parent.title}!{cell.coordinate}: {cell.value}\n" for cell in cells),
    )


def test_the_sheets_of_a_pdf_say_what_the_golden_ones_say(sheets: bytes) -> None:
    text = re.sub(r"\s+", " ", "".join(pdf_pages(sheets)))

    for said in (
        "Only where there is room",
        "Not yet to Halfway, and don't know",
        "Mostly (3)",
        "between 38 and 68",
        "=cmd()|'/c calc'!A1",
    ):
        assert said in text
    assert "Only where there is little room" not in text


def test_a_hostile_text_is_text_in_a_pdf(sheets: bytes) -> None:
    text = re.sub(r"\s", "", "".join(pdf_pages(sheets)))

    assert re.sub(r"\s", "", "<script>alert(1)</script>") in text
    assert poppler("pdfinfo", sheets, "-url", "-").strip().splitlines()[1:] == []
    assert not re.search(r"/(JavaScript|JS|Launch|URI|EmbeddedFile)\b", pdf_objects(sheets))


def test_every_picture_of_a_pdf_has_words(sheets: bytes) -> None:
    figures = re.findall(r"^ *Figure", poppler("pdfinfo", sheets, "-struct", "-"), re.MULTILINE)

    assert len(figures) == pdf_objects(sheets).count("/Alt (A picture of the numbers beside it.)") > 20


@pytest.mark.parametrize("render", [word.render, pdf.render])
def test_a_page_of_a_title_alone_is_a_file(render: Callable[[Page, RenderContext], bytes]) -> None:
    assert len(render(Page((Title("Lantern Street", "Plan"),), ()), RenderContext())) > 1_000
