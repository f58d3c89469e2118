"""What a workshop agreed on is shown beside the answers, and changes none of their numbers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Action, Outcome
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from render.samples import DATE, FRAMEWORK, SOLO, solo_report
from render.told import OUTCOME, told_report
from support.pages import page_of
from support.rendering import text_of

WIDE = RenderContext(1_000, plain=True)


def agreed(lines: list[str]) -> list[str]:
    """Return the lines of the part, without the empty ones."""
    start = lines.index("What was agreed.")
    end = next(
        number for number, line in enumerate(lines) if number > start and (line, lines[number - 1]) == ("", "") and number > start + 1
    )
    return [line for line in lines[start:end] if line]


def lines_of(report: Report) -> list[str]:
    return text_of("report", report, "terminal", WIDE).splitlines()


def test_levels_what_matters_actions_and_what_is_outside_our_control_are_shown() -> None:
    assert agreed(lines_of(told_report())) == [
        "What was agreed.",
        "On 21 November 2026. The numbers are still those of the answers.",
        "Levels, and what matters.",
        "1. Question low.",
        "Agreed on Starting, answered with Not yet.",
        "Seen differently: Two people said Not yet: view-agreed",
        "2. Question middle.",
        "Importance high.",
        "Actions.",
        "1. what-words",
        "Part of: Main",
        "Question: Question low.",
        "Who: who-words",
        "By when: by-words",
        "First step: first-words",
        "How we will know: sign-words",
        "Help needed: help-words",
        "Also ask: also-words",
        "2. Question risky.",
        "Part of: Main",
        "Outside our control.",
        "Raise it with whoever can change it.",
        "1. outside-words",
        "When to look again.",
        "Look again: recheck-words",
    ]


def test_without_an_outcome_there_is_no_such_part() -> None:
    assert "What was agreed." not in lines_of(solo_report())


def test_an_empty_outcome_still_says_its_day() -> None:
    empty = Outcome(format="peerkit/outcome/1", program="P", date="2026-01-02")
    lines = lines_of(replace(told_report(), outcome=empty))

    assert lines[lines.index("What was agreed.") + 1] == "On 2 January 2026. The numbers are still those of the answers."
    assert "Actions." not in lines


def test_what_the_report_does_not_know_stands_by_its_name() -> None:
    outcome = replace(OUTCOME, agreed={}, importance={"other/x": "low"}, actions=(Action(id="y"),))

    lines = agreed(lines_of(replace(told_report(), outcome=outcome)))

    assert lines[3:5] == ["1. other/x", "Importance low."]
    assert lines[lines.index("Actions.") + 1] == "1. y"


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_numbers_are_those_of_the_answers(form: str) -> None:
    outcome = replace(OUTCOME, agreed={}, importance={"house/training": "high"})
    with_it, without = (make_report([FRAMEWORK], SOLO, DATE, outcome=one) for one in (outcome, None))

    assert text_of("report", with_it, form, WIDE) == text_of("report", without, form, WIDE)
    assert json.loads(text_of("report", with_it, "json", WIDE))["priorities"]


def test_on_the_page_an_agreed_level_stands_with_its_question_too() -> None:
    tree = page_of(text_of("report", told_report(), "html"))

    [home] = [one for one in tree.all("li") if one.attributes.get("id") == "q-f--low"]
    assert ("Agreed since", "Starting") in [(row.the("dt").text, row.all("dd")[-1].text) for row in home.all("div") if row.all("dt")]
    assert [one.text for one in tree.the("section", name="what-was-agreed").all("h3")] == [
        "Levels, and what matters",
        "Actions",
        "Outside our control",
        "When to look again",
    ]


def test_a_board_is_told_of_the_agreement_without_the_views_that_differ() -> None:
    lines = agreed(lines_of(report_for(told_report(), "board")))

    assert "Agreed on Starting, answered with Not yet." in lines
    assert not any(line.startswith("Seen differently") for line in lines)
    assert "Who: who-words" in lines


def test_a_funder_is_told_what_will_be_done_by_when_and_how_it_will_show() -> None:
    assert agreed(lines_of(report_for(told_report(), "funder")))[2:] == [
        "Actions.",
        "1. what-words",
        "Part of: Main",
        "Question: Question low.",
        "By when: by-words",
        "How we will know: sign-words",
        "2. Question risky.",
        "Part of: Main",
        "When to look again.",
        "Look again: recheck-words",
    ]


def test_what_was_left_empty_is_no_entry() -> None:
    outcome = replace(OUTCOME, outside_our_control=("", "  "), recheck=" ")
    lines = agreed(lines_of(replace(told_report(), outcome=outcome)))

    assert "Outside our control." not in lines
    assert "When to look again." not in lines
