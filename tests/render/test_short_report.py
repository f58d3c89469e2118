"""The report that the team reads: what it says first, how long it is, and that it says everything once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from peerkit.engine.plan import plan_for
from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Given
from peerkit.model.page import Bar, Bars, Entries
from peerkit.model.plan import PlanWishes
from peerkit.model.report import AUDIENCES, Audience, Report
from peerkit.render.context import RenderContext
from peerkit.render.pages.first_parts import result_in_words
from peerkit.source import catalog
from peerkit.source.json import assessment_file
from render.samples import DATE, group_report, with_steps
from render.told import told_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.commandline import CHECKOUT
from support.pages import page_of
from support.rendering import page_of as product_page
from support.rendering import text_of

ONE: Final = sorted((CHECKOUT / "examples").glob("*/*.tacsi.peerkit.json"))
FIVE: Final = sorted((CHECKOUT / "examples").glob("*/*.five.peerkit.json"))
MOST: Final = {("summary", 1): 40, ("summary", 5): 60, ("short_report", 1): 70, ("short_report", 5): 120}
"""Lines on a terminal of 80 columns, by how many frameworks there are."""


@cache
def report_on(path: Path) -> Report:
    assessment = assessment_file.read(path)
    frameworks = [catalog.load(reference.id, CHECKOUT / "frameworks").framework for reference in assessment.frameworks]
    return with_steps(make_report(frameworks, assessment, DATE))


def planned_from(report: Report) -> list[str]:
    frameworks = [part.framework for part in report.frameworks]
    plan = plan_for(report.assessment, lambda answers: make_report(frameworks, answers, DATE), PlanWishes(outcome=report.outcome))
    return [action.result.address for action in plan.actions]


def report_of(levels: dict[str, Given], **sections: int) -> Report:
    """Return a report of sections with so many questions each; `levels` are the answers by id, `a-1` the first of section a."""
    made = [make_section(name, *(make_indicator(f"{name}-{number}") for number in range(1, size + 1))) for name, size in sections.items()]
    assessment = make_assessment({f"f/{name}": level for name, level in levels.items()})
    return with_steps(make_report([make_framework(*made)], assessment, DATE))


def answered(**levels: int) -> dict[str, Given]:
    """Return two answers at a level for each section."""
    return {f"{name}-{number}": level for name, level in levels.items() for number in (1, 2)}


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("product", ["summary", "short_report"])
@pytest.mark.parametrize("path", [*ONE, *FIVE], ids=lambda path: path.name)
def test_it_is_as_short_as_it_should_be_on_a_terminal(path: Path, product: str, plain: bool) -> None:
    report = report_on(path)
    text = text_of(product, report, "terminal", RenderContext(80, plain=plain))

    assert len(text.splitlines()) <= MOST[product, len(report.frameworks)]


@pytest.mark.parametrize("product", ["summary", "short_report"])
def test_the_day_of_the_answers_stands_there_whenever_the_report_is_made(product: str) -> None:
    text = text_of(product, report_on(ONE[0]), "terminal", RenderContext(80))

    assert DATE != "2026-11-22"
    assert "22 November 2026" in " ".join(text.split())


@pytest.mark.parametrize("path", [*ONE, *FIVE], ids=lambda path: path.name)
def test_the_first_steps_are_those_of_the_plan(path: Path) -> None:
    report = report_on(path)

    assert [result.address for result in report.first_steps] == planned_from(report) != []


def test_with_what_a_workshop_agreed_the_first_steps_are_those_of_its_plan() -> None:
    report = with_steps(told_report())

    assert report.outcome is not None
    assert [result.address for result in report.first_steps] == planned_from(report) != []


@pytest.mark.parametrize("product", ["summary", "short_report"])
@pytest.mark.parametrize("path", [*ONE, *FIVE], ids=lambda path: path.name)
def test_a_question_and_its_next_step_stand_once(path: Path, product: str) -> None:
    entries = [
        entry
        for block in product_page(product, report_on(path)).blocks_for("room")
        if isinstance(block, Entries)
        for entry in block.entries
    ]
    texts = [entry.text for entry in entries]
    steps = [detail.text for entry in entries for detail in entry.details if detail.to_do]

    assert 3 <= len(texts) == len(set(texts))
    assert len(steps) == len(set(steps)) >= 3


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.name)
def test_behind_the_result_in_a_sentence_no_rule_is_drawn(path: Path) -> None:
    drawn = text_of("summary", report_on(path), "terminal", RenderContext(width=100))
    assert [line for line in drawn.splitlines() if ". ─" in line] == []
    assert result_in_words(report_on(path)).split()[-1] in drawn


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.name)
def test_strengths_come_from_one_framework_after_the_other(path: Path) -> None:
    report = report_on(path)
    blocks = product_page("summary", report).blocks_for("room")
    [shown] = [block.entries for block in blocks if isinstance(block, Entries) and block.tone == "strength"]

    with_any = [part.framework.name for part in report.frameworks if any(result in report.strengths for result in part.indicators())]
    assert [entry.place.partition(":")[0] for entry in shown][: len(with_any)] == with_any[:3]


@pytest.mark.parametrize(
    ("levels", "sections", "said"),
    [
        (answered(a=4, b=3, c=1), {"a": 2, "b": 2, "c": 2}, "Strong in A, and in B; C is where to look first."),
        (answered(a=1, b=2), {"a": 2, "b": 2}, "No section is at its goal yet; A is where to look first."),
        (answered(a=3, b=4), {"a": 2, "b": 2}, "Strong in B, and in A; no section is below its goal."),
        (answered(a=4, b=1), {"a": 2, "b": 2, "c": 6}, "Strong in A; B is where to look first; of one section no score can be shown."),
        (answered(a=2), {"a": 2, "b": 3, "c": 3}, "No section with a score is at its goal yet; of two sections no score can be shown."),
        ({"a-1": 3}, {"a": 6}, "No score can be shown yet: 1 of 6 questions are answered on the scale."),
        ({"a-1": "not-applicable"}, {"a": 1}, "Nothing in it applies to what was asked."),
    ],
)
def test_a_sentence_says_the_result(levels: dict[str, Given], sections: dict[str, int], said: str) -> None:
    assert result_in_words(report_of(levels, **sections)) == said


def test_of_several_frameworks_the_sentence_counts_sections_and_compares_no_scores() -> None:
    [path] = [path for path in FIVE if "lantern" in path.name]
    report = report_on(path)

    at_goal = sum((section.score.value or 0) >= 25 * section.goal for part in report.frameworks for section in part.sections)
    first = next(result for result in report.first_steps if result.lane != "safety")
    assert result_in_words(report).startswith(f"Strong in {at_goal} of 44 sections; ")
    assert f"{first.section.title} ({first.framework.name})" in result_in_words(report)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_left_out_for_an_audience_is_said_once_and_what_is_open_can_be_answered(audience: Audience) -> None:
    text = text_of("short_report", report_for(group_report(), audience), "terminal", RenderContext(1_000, plain=True))

    assert text.count("Left out: ") == (audience != "team")
    assert text.count("Answer what is open: peerkit assess --resume FILE") == (audience == "team")


def test_a_fact_that_nobody_gave_is_said_to_be_assumed() -> None:
    text = text_of("short_report", group_report(), "terminal", RenderContext(1_000, plain=True))

    assert re.search("^No, assumed: .*partners", text, re.MULTILINE)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_too_few_answers_are_said_and_never_drawn_as_0(form: str) -> None:
    report = report_of({**answered(a=3), "b-1": 0}, a=2, b=6)
    text = text_of("short_report", report, form, RenderContext(80))

    if form == "html":
        scored, not_scored = page_of(text).the("table", kind="glance").the("tbody").all("tr")
        assert (len(scored.all("rect", kind="filled")), len(not_scored.all("rect"))) == (1, 0)
        assert "too few answers (1 of 6)" in not_scored.text
    else:
        [line] = [line for line in text.splitlines() if "too few answers (1 of 6)" in line]
        assert not re.search("[█▓░│·]|: 0|[|] 0 [|]", line)


def test_what_is_open_is_drawn_as_such_and_explained_once() -> None:
    report = report_of({**answered(a=3), "a-3": "dont-know"}, a=3, b=2)
    drawn, page = (text_of("short_report", report, form) for form in ("terminal", "html"))

    [line] = [line for line in drawn.splitlines() if re.match(" *A +█", line)]
    assert re.search("█+▓+│?░+.* 75$", line)
    assert drawn.count("▓░ still open") == 1
    [shape] = [shape for shape in page_of(page).all("rect", kind="left-open") if "%" in shape.attributes["x"]]
    assert (shape.attributes["x"], shape.attributes["width"]) == ("50%", "33.33%")


def test_the_pictures_of_several_frameworks_have_one_legend_beside_the_first() -> None:
    blocks = product_page("short_report", report_on(FIVE[0])).blocks_for("screen")
    pictures = [block for block in blocks if isinstance(block, Bars)]

    assert len(pictures) == 5
    assert [bool(picture.legend) for picture in pictures] == [True, False, False, False, False]
    assert all(isinstance(row, Bar) for picture in pictures for row in picture.rows)


@pytest.mark.parametrize("path", [*ONE, *FIVE], ids=lambda path: path.name)
def test_each_section_has_a_bar_with_its_goal(path: Path) -> None:
    report = report_on(path)
    pictures = [block for block in product_page("short_report", report).blocks_for("room") if isinstance(block, Bars)]

    assert [[row.score for row in picture.rows] for picture in pictures] == [
        [section.score for section in part.sections] for part in report.frameworks
    ]
    text = text_of("short_report", report, "terminal", RenderContext(80))
    assert len([line for line in text.splitlines() if "│" in line and "the goal" not in line]) == sum(
        len(p.sections) for p in report.frameworks
    )
