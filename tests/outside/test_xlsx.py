"""The report as an Excel file, read back: numbers are numbers, texts are texts, and the charts show what the tables hold."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Action, Outcome
from peerkit.model.report import AUDIENCES, Audience, Report
from peerkit.model.scale import LEVEL_LABELS, whole_points
from peerkit.render.escape import visible_lines
from render.hostile import HOSTILE, hostile_looks, hostile_report
from render.samples import DATE, FRAMEWORK, GROUP, group_report
from render.told import TYPED, told_report
from support.commandline import CHECKOUT, process
from support.office import parts, rows, workbook, workbook_text, written
from support.scored import Part, nouns
from support.strategies import parts as drawn_parts

EXAMPLE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.five.peerkit.json"


def matches(number: object, value: Fraction | None) -> bool:
    """Whether a number of a cell is the exact value to four decimals, and is shown in the same whole points."""
    if value is None or number is None:
        return number is None and value is None
    assert isinstance(number, int | float)
    exact = Fraction(repr(number))
    return abs(exact - value) <= Fraction(1, 10_000) and floor(exact + Fraction(1, 2)) == whole_points(value)


def test_the_sheets_are_named_and_those_that_are_tables_keep_their_heads_in_sight() -> None:
    book = workbook(written("xlsx", group_report()))

    assert book.sheetnames == ["Summary", "Sections", "Charts", "Indicators", "Plan", "Report"]
    assert [book[name].freeze_panes for name in book.sheetnames] == [None, "A2", None, "B2", "B2", None]
    assert {name: list(book[name].tables) for name in book.sheetnames if book[name].tables} == {
        "Summary": ["Frameworks"],
        "Sections": ["Sections"],
        "Indicators": ["Indicators"],
        "Plan": ["Plan"],
    }
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.sheet_properties.pageSetUpPr.fitToPage) == (9, True)  # type: ignore[union-attr]
        if sheet.freeze_panes:
            assert sheet.print_title_rows == "$1:$1"
    assert (book.properties.title, book.properties.creator or "") == ("Gap report: Lantern Street Peers", "")


def test_the_summary_begins_with_whose_it_is_and_has_the_score_as_a_number() -> None:
    sheet = workbook(written("xlsx", group_report()))["Summary"]

    texts = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert texts[:3] == [
        "Gap report: Lantern Street Peers",
        "Date: 21 November 2026",
        "Answered: together by 5 people (3 peer workers, 2 staff)",
    ]
    [line] = [row for row in sheet.iter_rows(values_only=True) if row[0] == "House foundations" and row[1] is not None]
    score = group_report().frameworks[0].score
    assert matches(line[1], score.value)
    assert line[4:7] == (13, 16, "Pay")
    assert {"Look at this first", "Strengths", "Then these two steps"} <= set(texts)


@settings(max_examples=40)
@given(drawn_parts())
def test_every_number_is_the_exact_one_and_shown_in_the_same_whole_points(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)

    book = workbook(written("xlsx", report))

    found = [row for row in rows(book, "Sections") if row["Section"] is not None]
    for row, one in zip(found, report.frameworks[0].sections, strict=True):
        assert row["Section"] == one.section.title
        assert matches(row["Score"], one.score.value)
        assert matches(row["Lowest"], one.score.least)
        assert matches(row["Highest"], one.score.most)
        assert (row["Answered"], row["Apply"]) == (one.score.counts.rated, one.score.counts.applicable)
        assert [row[label] for label in LEVEL_LABELS] == [sum(result.level == level for result in one.indicators) for level in range(5)]
    answered = [row for row in rows(book, "Indicators") if row["Id"] is not None]
    for row, result in zip(answered, report.indicators(), strict=True):
        assert row["Id"] == result.address
        assert (row["Level"], row["Goal"], row["Gap"]) == (result.level, result.goal, result.gap)
        assert matches(row["Priority"], result.priority)


def test_numbers_are_shown_without_decimals() -> None:
    sheet = workbook(written("xlsx", group_report()))["Sections"]

    assert {cell.number_format for cell in sheet["C"][1:]} == {"0"}
    assert {cell.data_type for cell in sheet["C"][1:] if cell.value is not None} == {"n"}


def test_the_charts_are_drawn_from_the_table_of_sections() -> None:
    raw = written("xlsx", group_report())

    scores, counts = parts(raw, r"xl/charts/chart\d+\.xml")
    references = [re.findall("<c:f>(.*?)</c:f>", chart) for chart in (scores, counts)]
    assert references[0] == [
        "Sections!$C$1",
        "Sections!$T$2:$T$6",
        "Sections!$S$2:$S$6",
        "Sections!$A$2:$A$6",
        "Sections!$C$2:$C$6",
    ]
    assert len(references[1]) == 3 * 9
    assert set(references[1][1::3]) == {"Sections!$A$2:$A$6"}
    assert all(one.startswith("Sections!$") for one in references[1])
    assert '<c:grouping val="stacked"/>' in counts
    heads = next(iter(workbook(raw)["Sections"].iter_rows(values_only=True)))
    assert (heads[18], heads[19]) == ("To lowest", "To highest")
    [drawing] = parts(raw, r"xl/drawings/drawing1\.xml")
    assert re.findall('descr="(.*?)"', drawing) == [
        "A bar for each section from 0 to its score, and a line from the lowest to the highest it could be. See the sheet Sections.",
        "A bar for each section, made of how often each answer was given. See the sheet Sections.",
    ]


def test_other_answers_than_levels_are_patterns_in_the_chart_and_not_colours_alone() -> None:
    _, counts = parts(written("xlsx", group_report()), r"xl/charts/chart\d+\.xml")

    series = re.findall("<c:ser>.*?</c:ser>", counts)
    assert ["<a:pattFill" in one for one in series] == [False] * 5 + [True] * 4
    assert len(set(re.findall('<a:pattFill prst="(.*?)"', counts))) == 4


def test_the_plan_has_the_actions_that_were_agreed_and_then_a_next_step_for_each_gap() -> None:
    agreed = Action(id="house/fair-pay", what="Ask the board.", who="Ana", by="May", first_step="Write.", sign="A letter", ask_also="Mo")
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern Street Peers", date=DATE, actions=(agreed, Action(id="house/gone")))
    report = make_report([FRAMEWORK], GROUP, DATE, outcome=outcome)

    first, gone, *others = rows(workbook(written("xlsx", report)), "Plan")

    assert first == {
        "Question": "Peer workers are paid like others who do work of the same weight.",
        "Where it stands": "Starting now, goal Mostly",
        "What we will do": "Ask the board.",
        "Who": "Ana",
        "By when": "May",
        "First step": "Write.",
        "How we will know": "A letter",
        "Help needed": None,
        "Ask also": "Mo",
    }
    assert gone["Question"] == "house/gone"
    proposed = [one for one in report.priorities if one.address != "house/fair-pay"]
    assert [(row["Question"], row["What we will do"]) for row in others] == [(one.asked, one.next_step) for one in proposed]
    assert {row[head] for row in others for head in ("Who", "By when", "First step", "How we will know", "Help needed")} == {None}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_typed_is_there_for_those_who_may_read_it_and_for_nobody_else(audience: Audience) -> None:
    raw = written("xlsx", report_for(told_report(), audience))

    text = workbook_text(raw)
    for typed in TYPED:
        assert [one for one in typed.words if (one in text) != (audience in typed.readers)] == []
    assert ("Indicators" in workbook(raw).sheetnames) == (audience in ("team", "board"))
    everything = "".join(parts(raw, r".*\.(xml|rels)"))
    hidden = [one for typed in TYPED if audience not in typed.readers for one in typed.words if one in everything]
    assert hidden == []


@pytest.mark.parametrize("make", [hostile_report, hostile_looks])
@pytest.mark.parametrize("name", [*HOSTILE, "a reference", "an escape of the format", "a command to run"])
def test_a_hostile_text_is_text(name: str, make: Callable[[str], Report]) -> None:
    more = {"a reference": "x!$A$1", "an escape of the format": "_x0041_ _x000D_", "a command to run": "=cmd|' /C calc'!A0"}
    text = (HOSTILE | more)[name]
    raw = written("xlsx", make(text))

    book = workbook(raw)
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    assert not [cell for sheet in book for row in sheet for cell in row if cell.hyperlink]
    assert not re.search("<f>|<f |<hyperlink|externalLink", "".join(parts(raw, r"xl/(worksheets/.*|workbook)\.xml")))
    assert {one.partition("!")[0] for chart in parts(raw, "xl/charts/.*") for one in re.findall("<c:f>(.*?)</c:f>", chart)} == {"Sections"}
    footers = re.findall("<oddFooter>(.*?)</oddFooter>", "".join(parts(raw, "xl/worksheets/.*")))
    assert set(footers) == {"&amp;L&amp;A&amp;R&amp;P / &amp;N"}
    shown = "\n".join(visible_lines(text))
    assert book["Report"]["A1"].value == f"Gap report: {shown}"
    assert {row["Section"] for row in rows(book, "Indicators")} == ({f"{shown} ({shown})"})


@settings(max_examples=40)
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""))
def test_no_text_makes_a_file_that_cannot_be_opened_or_reads_otherwise(text: str) -> None:
    book = workbook(written("xlsx", hostile_report(text)))

    assert rows(book, "Indicators")[0]["Note"] == "\n".join(visible_lines(text))


def with_note(note: str) -> Report:
    answers = {name: replace(one, note=note if name == "house/quiet-room" else one.note) for name, one in GROUP.answers.items()}
    return make_report([FRAMEWORK], replace(GROUP, answers=answers), DATE)


@pytest.mark.parametrize(
    "note",
    ["x" * (32_767 - len("The group's note: ")), "x" * 32_768, "word " * 2_000_000, "🙂" * 40_000, "\u202e" * 20_000, "a\n" * 5_000],
    ids=["just fits", "too long", "ten megabytes", "emoji", "unseen", "lines"],
)
def test_a_text_too_long_for_a_cell_stands_in_full_on_a_sheet_of_its_own_and_its_cell_says_where(note: str) -> None:
    book = workbook(written("xlsx", with_note(note)))

    shown = "\n".join(visible_lines(note))
    [cell] = [row["Note"] for row in rows(book, "Indicators") if row["Id"] == "house/quiet-room"]
    if len(shown) <= 32_767 and shown.count("\n") <= 253:
        assert cell == shown
        assert "Long texts" not in book.sheetnames
        return
    assert str(cell).startswith("[Too long for one cell. The whole text is on the sheet Long texts, from row 2.]\n")
    long = rows(book, "Long texts")
    number = next(place for place, row in enumerate(long) if str(row["Part"]).split(" of ")[0] == str(row["Part"]).split(" of ")[1]) + 1
    assert "".join(str(row["Text"]) for row in long[:number]) == shown
    assert all(len(str(row["Text"]).encode("utf-16-le")) // 2 <= 32_767 for row in long)


def test_the_same_report_is_the_same_file_byte_for_byte(tmp_path: Path) -> None:
    names = []
    for number in (1, 2):
        names.append(tmp_path / f"{number}.xlsx")
        more = {"PYTHONHASHSEED": str(number), "TZ": f"UTC-{number}"}
        ended = process("report", EXAMPLE, "--format", "xlsx", "--output", names[-1], cwd=tmp_path, **more)
        assert (ended.code, ended.out, ended.err) == (0, "", f"Written to {names[-1]}\n")
        time.sleep(2.1 * (2 - number))
    assert names[0].read_bytes() == names[1].read_bytes()
