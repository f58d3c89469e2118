from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Action, Dissent, Given, Outcome, Written
from peerkit.model.report import Audience, Report
from peerkit.model.result import Counts
from render.samples import DATE, group_report
from render.told import told_report
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.scored import Part, nouns
from support.strategies import parts

OUTSIDERS: tuple[Audience, ...] = ("funder", "public")


def addresses(results: Any) -> list[str]:
    return [one.address for one in results]


def test_the_team_gets_its_own_report() -> None:
    report = group_report()

    assert report_for(report, "team") is report


@given(parts())
def test_the_board_sees_every_level_and_every_score(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)

    board = report_for(report, "board")

    assert [(one.address, one.level, one.lane, one.priority) for one in board.indicators()] == [
        (one.address, one.level, one.lane, one.priority) for one in report.indicators()
    ]
    for shown, whole in zip(board.frameworks[0].sections, report.frameworks[0].sections, strict=True):
        assert (shown.score.value, shown.score.least, shown.score.most) == (whole.score.value, whole.score.least, whole.score.most)
    assert addresses(board.priorities) == addresses(report.priorities)


@given(parts())
def test_the_board_cannot_tell_a_skip_from_silence(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    silent = replace(assessment, answers={name: one for name, one in assessment.answers.items() if one.answer != "skipped"})

    skipped, unanswered = (report_for(make_report([framework], one, DATE), "board") for one in (assessment, silent))

    assert [replace(one, asked="") for one in skipped.indicators()] == [replace(one, asked="") for one in unanswered.indicators()]
    assert [one.score for one in skipped.frameworks] == [one.score for one in unanswered.frameworks]
    assert {one.score.counts.skipped for one in skipped.frameworks[0].sections} <= {0}


def test_the_board_is_told_on_how_many_questions_people_differed_and_no_more() -> None:
    board = report_for(group_report(), "board")

    assert board.disputed == 3
    assert not any(one.answer and one.answer.dissent for one in board.indicators())


@pytest.mark.parametrize("audience", ["board", *OUTSIDERS])
def test_only_the_team_is_told_what_was_written_to_a_question_without_an_answer(audience: Audience) -> None:
    framework = make_framework(
        make_section("s", make_indicator("q"), make_indicator("r", only_if={"big": True})), facts=(make_fact("big", default=False),)
    )
    words = Written(note="half a thought", dissent=(Dissent(answer=1),))
    report = make_report([framework], make_assessment(written={"f/q": words, "f/r": words}), DATE)

    shown = report_for(report, audience)

    assert "half a thought" in repr(report)
    assert "half a thought" not in repr(shown)
    assert list(shown.hidden_words()) == []


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_outsiders_get_no_answer_to_any_question(audience: Audience) -> None:
    report = report_for(told_report(), audience)

    assert list(report.indicators()) == []
    assert (report.not_answered, report.drift_watch, report.looks, report.disputed) == ((), (), (), 0)
    assert (report.assessment.answers, report.assessment.set_aside, report.assessment.importance) == ({}, (), {})
    assert {(one.level, one.gap, one.priority, one.answer) for one in (*report.strengths, *report.priorities)} == {(None, None, None, None)}
    assert {one.lane for one in report.strengths} == {"keep"}
    assert {one.lane for one in report.priorities} == {"plan"}


def test_a_funder_is_told_what_is_strong_and_what_is_below_its_goal_in_file_order() -> None:
    report = report_for(told_report(), "funder")

    assert addresses(report.strengths) == ["f/strong", "f/steady"]
    assert addresses(report.priorities) == ["f/risky", "f/low", "f/middle", "f/lone"]
    assert addresses(told_report().priorities)[:2] == ["f/risky", "f/low"]


def test_the_public_is_told_what_is_worked_on_but_nothing_about_safety() -> None:
    report = report_for(told_report(), "public")

    assert addresses(report.priorities) == ["f/low"]
    assert report.outcome is not None
    assert report.outcome.actions == (Action(id="f/low"),)


def test_without_an_outcome_the_public_is_told_of_nothing_that_is_worked_on() -> None:
    report = report_for(replace(told_report(), outcome=None), "public")

    assert (report.priorities, report.outcome) == ((), None)


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_who_answered_is_a_number_of_people(audience: Audience) -> None:
    report = report_for(told_report(), audience)

    assert report.respondents == {"not-said": 5}
    assert (report.assessment.role, report.assessment.room) == (None, {})


def scored(*sections: tuple[Given | None, ...]) -> Report:
    """Return a report on sections in which these answers were given; weights are 1."""
    named = [[(f"q{place}-{number}", answer) for number, answer in enumerate(answers)] for place, answers in enumerate(sections)]
    framework = make_framework(*(make_section(f"s{place}", *(make_indicator(name) for name, _ in row)) for place, row in enumerate(named)))
    given = {f"f/{name}": answer for row in named for name, answer in row if answer is not None}
    return make_report([framework], make_assessment(given), DATE)


@pytest.mark.parametrize("audience", OUTSIDERS)
@pytest.mark.parametrize(
    ("sections", "withheld"),
    [
        (((3, 2), (4, 4)), [False, False]),
        (((3,), (4, 4)), [True, False]),
        (((3, None, None), (4, 4)), [True, False]),
        (((3, "not-applicable"), (4, 1)), [True, False]),
        ((("dont-know", None), (4, 4)), [False, False]),
    ],
)
def test_a_score_that_is_one_answer_is_withheld_and_the_frameworks_with_it(audience: Audience, sections: Any, withheld: list[bool]) -> None:
    result = report_for(scored(*sections), audience).frameworks[0]

    assert [one.score.withheld for one in result.sections] == withheld
    for score in (*(one.score for one in result.sections if one.score.withheld), *([result.score] if any(withheld) else [])):
        assert (score.value, score.low, score.high, score.least, score.most, score.withheld) == (None, None, None, None, None, True)
    assert result.score.withheld == any(withheld)


def test_a_rating_without_weight_does_not_hide_another() -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b", weight=0)))
    report = make_report([framework], make_assessment({"f/a": 3, "f/b": 1}), DATE)

    assert report_for(report, "public").frameworks[0].sections[0].score.withheld
    assert not report_for(report, "board").frameworks[0].sections[0].score.withheld


def test_the_weakest_section_is_not_named_where_its_score_is_withheld() -> None:
    report = scored((0,), (4, 4), (3, 3))

    assert report.frameworks[0].weakest == "s0"
    assert report_for(report, "funder").frameworks[0].weakest is None
    assert report_for(scored((4, 4), (3, 3)), "funder").frameworks[0].weakest == "s1"


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_every_kind_of_open_question_counts_alike(audience: Audience) -> None:
    result = report_for(scored((3, 3, "dont-know", "skipped", None, "not-applicable")), audience).frameworks[0]

    assert result.sections[0].score.counts == Counts(in_scope=6, rated=2, unanswered=3, not_applicable=1)
    assert result.sections[0].score.least == Fraction(100 * 6, 20)


@pytest.mark.parametrize("audience", OUTSIDERS)
def test_two_teams_that_differ_only_in_single_answers_look_alike(audience: Audience) -> None:
    one, other = (report_for(scored((3, 4, 1, 0), (2, 2)), audience), report_for(scored((4, 3, 0, 1), (2, 2)), audience))

    assert one == replace(other, frameworks=one.frameworks)
    assert [(f.score, [s.score for s in f.sections]) for f in one.frameworks] == [
        (f.score, [s.score for s in f.sections]) for f in other.frameworks
    ]


def test_an_action_may_name_a_question_without_its_framework() -> None:
    outcome = Outcome(format="peerkit/outcome/1", program="P", date=DATE, actions=(Action(id="q0-1"), Action(id="gone")))
    report = report_for(replace(scored((3, 1)), outcome=outcome), "public")

    assert addresses(report.priorities) == ["f/q0-1"]
    assert report.outcome is not None
    assert report.outcome.actions == (Action(id="f/q0-1"),)
