"""The report as a Word file, read back: what people and screen readers find in it, and that nothing in it acts."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.page import Heading
from peerkit.model.report import AUDIENCES, Audience, Report
from peerkit.model.result import Score
from peerkit.model.scale import whole_points
from peerkit.render.escape import one_line
from render.hostile import HOSTILE, hostile_looks, hostile_report
from render.samples import DATE, group_report
from render.told import TYPED, told_report
from support.commandline import CHECKOUT, process
from support.office import parts, word, word_text, written
from support.rendering import page_of as product_page
from support.scored import Part, nouns
from support.strategies import parts as drawn_parts

EXAMPLE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.five.peerkit.json"


def shown(score: Score) -> list[str]:
    value = "none" if score.value is None else str(whole_points(score.value))
    moves = score.least is not None and score.most is not None and score.least != score.most
    spread = f"{whole_points(score.least or Fraction(0))} to {whole_points(score.most or Fraction(0))}" if moves else ""
    return [value, spread, f"{score.counts.rated} of {score.counts.applicable}"]


def cells(table: Table) -> Iterator[list[str]]:
    yield from ([cell.text for cell in row.cells] for row in table.rows)


def test_the_headings_are_headings_in_the_order_of_the_page() -> None:
    document = word(written("docx", group_report()))

    found = [(one.style.name, one.text) for one in document.paragraphs if one.style and str(one.style.name).startswith("Heading")]
    wanted = [
        block for part in product_page("report", group_report()).parts_for("room") for block in part.blocks if isinstance(block, Heading)
    ]
    assert [one for one in found if one[0] != "Heading 3"] == [(f"Heading {block.level}", block.text) for block in wanted]
    assert ("Heading 3", "Pay, weight 2") in found
    assert document.paragraphs[0].text == "Gap report"
    assert (document.paragraphs[1].text, document.paragraphs[1].style.name if document.paragraphs[1].style else "") == (
        "Lantern Street Peers",
        "Title",
    )


def test_every_table_says_what_it_is_and_repeats_its_heads() -> None:
    tables = word(written("docx", group_report())).tables

    assert len(tables) == 7
    for table in tables:
        first, *others = table.rows
        assert first._tr.xpath("w:trPr/w:tblHeader")
        assert not any(row._tr.xpath("w:trPr/w:tblHeader") for row in others)
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]
        assert {len(row.cells) for row in table.rows} == {len(table.columns)}
        assert not table._tbl.xpath(".//w:gridSpan | .//w:vMerge")
    assert list(cells(tables[0]))[:2] == [
        ["Section", "Score", "Range", "Answered", "Note"],
        ["Welcome and first meeting", "63", "", "6 of 6", ""],
    ]


def test_it_is_a4_in_english_and_tells_nobodys_name_and_no_time_of_day() -> None:
    document = word(written("docx", group_report()))

    [section] = document.sections
    assert (section.page_width, section.page_height) == (7_560_310, 10_692_130)
    assert document.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["en-AU"]
    about = document.core_properties
    assert (about.title, about.author, about.last_modified_by, about.comments) == ("Gap report: Lantern Street Peers", "", "", "")
    assert {when.isoformat() for when in (about.created, about.modified) if when} == {f"{DATE}T00:00:00+00:00"}
    assert section.footer.paragraphs[0].text == "Gap report: Lantern Street Peers, page "


def test_there_is_no_picture_and_every_style_is_there() -> None:
    raw = written("docx", group_report())

    [body] = parts(raw, "word/document.xml")
    assert "<w:drawing" not in body
    assert "<w:pict" not in body
    document = word(raw)
    known = {style.style_id for style in document.styles}
    used = set(document.element.xpath(".//w:pStyle/@w:val | .//w:rStyle/@w:val | .//w:tblStyle/@w:val"))
    assert used <= known
    assert {"Title", "Heading1", "Question", "LargeDetail", "Figures", "Command"} <= used


@settings(max_examples=40)
@given(drawn_parts())
def test_every_score_is_the_exact_one_in_whole_points(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)
    result = report.frameworks[0]

    document = word(written("docx", report))

    tables = [table for table in document.tables if table.rows[0].cells[1].text == "Score"]
    found = [row[:4] for table in tables for row in list(cells(table))[1:]]
    assert found == [[one.section.title, *shown(one.score)] for one in result.sections]
    headlines = [one.text for one in document.paragraphs if one.style and one.style.name == "Headline"]
    scores = [result.score, *(one.score for one in result.sections)] if result.sections else []
    for headline, score in zip(headlines, scores, strict=True):
        number = re.match(r"(\d+) of 100", headline)
        assert (number and number[1]) == (None if score.value is None else shown(score)[0])
        between = re.search(r"range (\d+ to \d+)", headline)
        assert (between[1] if between else "") == shown(score)[1]


@pytest.mark.parametrize("summary", [False, True], ids=["in full", "in short"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_typed_is_there_for_those_who_may_read_it_and_for_nobody_else(audience: Audience, summary: bool) -> None:
    text = word_text(written("docx", report_for(told_report(), audience), summary=summary))

    for typed in TYPED:
        if audience not in typed.readers:
            assert [one for one in typed.words if one in text] == []
        elif not summary:
            assert [one for one in typed.words if one not in text] == []


@pytest.mark.parametrize("make", [hostile_report, hostile_looks])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_text(name: str, make: Callable[[str], Report]) -> None:
    raw = written("docx", make(HOSTILE[name]))

    assert one_line(HOSTILE[name]) in word_text(raw)
    [body] = parts(raw, "word/document.xml")
    assert not re.search(r"<w:(hyperlink|instrText|fldSimple|fldChar|object|altChunk|sdt)\b", body)
    [footer] = parts(raw, r"word/footer\d*.xml")
    assert re.findall(r'w:instr="([^"]*)"', footer) == ["PAGE"]
    assert not re.search('TargetMode="External"', "".join(parts(raw, r".*\.rels")))


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_no_text_makes_a_file_that_cannot_be_opened(text: str) -> None:
    assert one_line(text) in word_text(written("docx", hostile_report(text)))


@pytest.mark.parametrize("note", ["x" * 10_000_000, "word " * 2_000_000, "\u202e" * 2_000_000], ids=["a word", "words", "unseen"])
def test_ten_megabytes_of_a_note_are_all_there(note: str) -> None:
    report = group_report()
    answers = report.assessment.answers
    long = {name: replace(one, note=note if name == "house/quiet-room" else one.note) for name, one in answers.items()}
    report = make_report([one.framework for one in report.frameworks], replace(report.assessment, answers=long), DATE)

    raw = written("docx", report)

    assert f"The group's note: {one_line(note)}" in word_text(raw).split("\n")
    longest = max(len(one.text or "") for one in word(raw).element.iter(qn("w:t")))
    assert longest <= 32_000


def test_the_same_report_is_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        names.append(tmp_path / f"{number}.docx")
        more = {"PYTHONHASHSEED": str(number), "TZ": f"UTC-{number}"}
        ended = process("report", EXAMPLE, "--format", "docx", "--output", names[-1], cwd=tmp_path, **more)
        assert (ended.code, ended.out, ended.err) == (0, "", f"Written to {names[-1]}\n")
        time.sleep(2.1 * (2 - number))
    assert names[0].read_bytes() == names[1].read_bytes()
