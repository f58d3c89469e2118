from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from peerkit.engine.scores.report import GENERAL_LIMITS, framework_result, make_report
from peerkit.model.framework import Framework
from peerkit.model.result import Counts, Result
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section


def first() -> Framework:
    return make_framework(
        make_section("care", make_indicator("a"), make_indicator("b"), make_indicator("c")),
        make_section("power", make_indicator("d"), make_indicator("e", safety=True), weight=2),
        limits=("It is indicative.",),
    )


def second() -> Framework:
    return make_framework(make_section("care", make_indicator("a"), make_indicator("z")), name="g", limits=("It is short.",), goal=4)


def addresses(results: tuple[Result, ...]) -> list[str]:
    return [result.address for result in results]


ANSWERS: Any = {"f/a": 4, "f/b": 1, "f/c": "dont-know", "f/d": 3, "f/e": 0, "g/a": 3, "g/z": "skipped"}


def test_a_report_holds_each_framework_in_the_order_given() -> None:
    report = make_report([second(), first()], make_assessment(ANSWERS), "2026-11-21")
    assert [one.framework.id for one in report.frameworks] == ["g", "f"]
    assert [one.address for one in report.indicators()] == ["g/a", "g/z", "f/a", "f/b", "f/c", "f/d", "f/e"]


def test_the_numbers_of_each_framework_are_its_own() -> None:
    report = make_report([first(), second()], make_assessment(ANSWERS), "2026-11-21")

    one, other = report.frameworks

    assert [section.score.value for section in one.sections] == [Fraction(125, 2), Fraction(75, 2)]
    assert (one.score.value, one.weakest) == (Fraction(275, 6), "power")
    assert one.score.counts == Counts(in_scope=5, rated=4, dont_know=1)
    assert (other.score.value, other.score.least, other.score.most) == (None, Fraction(75, 2), Fraction(175, 2))


def test_the_lists_run_over_all_frameworks() -> None:
    report = make_report([first(), second()], make_assessment(ANSWERS, importance={"g/a": "high"}), "2026-11-21")
    assert addresses(report.strengths) == ["f/a", "f/d"]
    assert addresses(report.priorities) == ["f/e", "g/a", "f/b"]
    assert addresses(report.not_answered) == ["f/c", "g/z"]


def test_a_goal_that_is_asked_for_holds_everywhere() -> None:
    report = make_report([first(), second()], make_assessment(ANSWERS, goals={"f": 4, "g/a": 2}), "2026-11-21", goal=1)
    assert [one.goal for one in report.frameworks] == [1, 1]
    assert {one.goal for one in report.indicators()} == {1}


@pytest.mark.parametrize(("goals", "expected"), [({}, [3, 4]), ({"f": 2}, [2, 4]), ({"f/a": 2, "g": 1}, [3, 1])])
def test_the_goal_of_a_framework_is_the_files_else_its_own(goals: dict[str, int], expected: list[int]) -> None:
    report = make_report([first(), second()], make_assessment(ANSWERS, goals=goals), "2026-11-21")
    assert [one.goal for one in report.frameworks] == expected


def test_goals_and_importance_change_no_score() -> None:
    plain = make_report([first()], make_assessment(ANSWERS), "2026-11-21")
    marked = make_report([first()], make_assessment(ANSWERS, goals={"f": 1}, importance={"f/b": "high"}), "2026-11-21", goal=4)
    assert [one.score for one in marked.frameworks] == [one.score for one in plain.frameworks]
    assert addresses(marked.priorities) != addresses(plain.priorities)


def test_the_limits_are_the_general_ones_then_each_frameworks() -> None:
    report = make_report([second(), first()], make_assessment(), "2026-11-21")
    assert report.limits == (*GENERAL_LIMITS, "It is short.", "It is indicative.")
    assert len(GENERAL_LIMITS) == 5


def test_the_day_is_the_one_handed_in() -> None:
    assert make_report([first()], make_assessment(), "1999-12-31").date == "1999-12-31"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"role": "leader"}, {"leader": 1}),
        ({"role": "not-said"}, {"not-said": 1}),
        ({"role": None}, {"not-said": 1}),
        ({"mode": "consensus", "role": None, "room": {"peer-worker": 3, "staff": 2}}, {"peer-worker": 3, "staff": 2}),
        ({"mode": "consensus", "role": None}, {}),
    ],
)
def test_respondents_are_one_person_or_the_room(keys: dict[str, Any], expected: dict[str, int]) -> None:
    assert make_report([first()], make_assessment(**keys), "2026-11-21").respondents == expected


def test_a_section_without_a_question_in_scope_is_absent() -> None:
    framework = make_framework(
        make_section("nobody", make_indicator("a", voices=("family",))),
        make_section("facts", make_indicator("b", only_if={"big": True})),
        make_section("apart", make_indicator("c")),
        make_section("here", make_indicator("d")),
        facts=(make_fact("big", False),),
    )
    assessment = make_assessment({"f/a": 0, "f/b": 0, "f/c": 0, "f/d": 4}, sections={"f": ("nobody", "facts", "here")})
    result = framework_result(framework, assessment)
    assert [one.section.id for one in result.sections] == ["here"]
    assert (result.score.value, result.score.counts) == (Fraction(100), Counts(in_scope=1, rated=1))


def test_a_question_that_does_not_apply_stands_in_its_section() -> None:
    result = framework_result(first(), make_assessment({**ANSWERS, "f/a": "not-applicable"}))
    assert [one.state for one in result.sections[0].indicators] == ["not-applicable", "rated", "dont-know"]
    assert result.sections[0].score.counts == Counts(in_scope=3, rated=1, dont_know=1, not_applicable=1)


def test_a_section_that_does_not_apply_takes_its_questions_out_of_every_list() -> None:
    answers = {**ANSWERS, "f/d": "not-applicable", "f/e": "not-applicable"}
    report = make_report([first()], make_assessment(answers), "2026-11-21")
    assert {one.address for one in report.indicators()} == {"f/a", "f/b", "f/c"}


def test_an_answer_is_carried_whole_into_the_report() -> None:
    assessment = make_assessment({"f/a": 2})
    result = next(make_report([first()], assessment, "2026-11-21").indicators())
    assert result.answer is assessment.answers["f/a"]


def test_a_report_on_nothing_is_empty() -> None:
    report = make_report([], make_assessment(), "2026-11-21")
    assert (report.frameworks, report.strengths, report.priorities, report.not_answered) == ((), (), (), ())


def test_a_framework_with_nothing_in_scope_has_no_number() -> None:
    result = framework_result(first(), make_assessment(ANSWERS, sections={"f": ()}))
    assert (result.sections, result.score.value, result.score.least, result.score.most, result.weakest) == ((), None, None, None, None)
