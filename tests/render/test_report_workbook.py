"""What stands on the sheets of a workbook, before a library makes a file of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.scores.audience import report_for
from peerkit.model.page import Facts, Heading, Notice, Title
from peerkit.model.scale import whole_points
from peerkit.model.workbook import TextLine
from peerkit.render.data import report_workbook
from peerkit.render.media.excel import LONGEST, MOST_LINES, LongTexts, exact, looks_like_a_formula, parts, text_lines
from render.samples import group_report

SCORES = st.builds(lambda over, under: Fraction(100 * min(over, under), under), st.integers(0, 10**12), st.integers(1, 10**12))


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(
    st.one_of(SCORES, st.builds(lambda whole, little: whole + Fraction(1, 2) - little, st.integers(0, 99), SCORES.map(lambda s: s / 10**7)))
)
def test_a_number_is_exact_to_four_decimals_and_never_rounds_over_into_the_next_point(value: Fraction) -> None:
    number = Fraction(repr(exact(value)))

    assert abs(number - value) <= Fraction(1, 10_000)
    assert floor(number + Fraction(1, 2)) == whole_points(value)


def test_a_number_that_is_just_under_a_half_stays_under_it() -> None:
    assert exact(Fraction(125, 2)) == 62.5
    assert exact(Fraction(125, 2) - Fraction(1, 10**9)) == 62.4999
    assert exact(Fraction(200, 3)) == 66.6667


@given(st.text(), st.integers(2, 50))
def test_the_parts_of_a_text_are_the_text_and_each_has_room(text: str, room: int) -> None:
    found = parts(text, room)

    assert "".join(found) == text
    assert all(units(part) <= room for part in found)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 1),
        ("x" * LONGEST, 1),
        ("x" * (LONGEST + 1), 2),
        ("🙂" * (LONGEST // 2), 1),
        ("🙂" * (LONGEST // 2 + 1), 2),
        ("\n" * MOST_LINES, 1),
        ("\n" * (MOST_LINES + 1), 2),
    ],
)
def test_a_text_has_as_many_parts_as_it_needs(text: str, number: int) -> None:
    found = parts(text)

    assert len(found) == number
    assert "".join(found) == text
    assert all(units(part) <= LONGEST and part.count("\n") <= MOST_LINES for part in found)


def test_a_long_text_stands_once_and_every_cell_of_it_says_where() -> None:
    long = LongTexts()

    assert long.fitting("short") == "short"
    assert long.rows == []
    first, other, again = (long.fitting(text) for text in ("a" * 70_000, "b" * 40_000, "a" * 70_000))
    assert first == again
    assert first.startswith("[Too long for one cell. The whole text is on the sheet Long texts, from row 2.]\naaa")
    assert first.endswith("a\N{HORIZONTAL ELLIPSIS}")
    assert other.startswith("[Too long for one cell. The whole text is on the sheet Long texts, from row 5.]\nbbb")
    assert [part for part, _ in long.rows] == ["1 of 3", "2 of 3", "3 of 3", "1 of 2", "2 of 2"]
    assert "".join(text for _, text in long.rows[:3]) == "a" * 70_000


@pytest.mark.parametrize("text", ["=1+1", " =1", "+1", "-1", "@x"])
def test_a_text_that_would_be_a_formula_when_typed_is_known(text: str) -> None:
    assert looks_like_a_formula(text)
    assert not looks_like_a_formula(f"x{text}")


def test_a_page_becomes_lines_in_which_only_the_texts_stand() -> None:
    blocks = (Title("Lantern", "Gap report"), Facts((("Date", "today"),)), Heading("Plan", 2, "Below."), Notice("Look."), Heading("Limits"))

    assert list(text_lines(blocks)) == [
        TextLine("title", "Gap report: Lantern"),
        TextLine("text", "Date: today"),
        TextLine("part", "Plan"),
        TextLine("text", "Below."),
        TextLine("notice", "Look."),
        TextLine("heading", "Limits"),
    ]


def test_for_those_who_see_no_answers_the_sections_have_no_counts_of_levels() -> None:
    heads = [column.head for column in report_workbook.section_table(report_for(group_report(), "public")).columns]

    assert "Not yet" not in heads
    assert {"Score", "Lowest", "Highest", "Unanswered"} <= set(heads)


def test_a_report_without_gaps_has_an_empty_plan() -> None:
    assert report_workbook.plan_table(replace(group_report(), priorities=())).rows == ()
