from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given

from peerkit.engine.scores.explanation import explain
from peerkit.engine.scores.report import make_report
from peerkit.errors import ExitCode, UsageError
from peerkit.model.answers import Given
from peerkit.model.explanation import FrameworkExplanation, IndicatorExplanation, SectionExplanation
from peerkit.model.report import Report
from peerkit.model.result import Counts, Sums
from render.samples import DATE, group_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.scored import Item, Part, nouns, with_item
from support.strategies import parts


def report_on(*drawn: Part) -> Report:
    framework, assessment = nouns(drawn)
    return make_report([framework], assessment, DATE)


def section_of(report: Report, target: str) -> SectionExplanation:
    explanation = explain(report, target)
    assert isinstance(explanation, SectionExplanation)
    return explanation


def test_a_section_is_taken_apart_into_its_points() -> None:
    report = report_on(Part("s", (Item("a", 3), Item("b", 2), Item("c", 4), Item("d", "dont-know"))))

    explanation = section_of(report, "f/s")

    assert [(result.asked, result.points, result.possible, result.state) for result in explanation.result.indicators] == [
        ("We …", 3, 4, "rated"),
        ("We …", 2, 4, "rated"),
        ("We …", 4, 4, "rated"),
        ("We …", None, 4, "dont-know"),
    ]
    assert explanation.sums == Sums(reached=9, rated=3, applicable=4)
    assert (explanation.sums.possible, explanation.sums.most, explanation.sums.whole) == (12, 13, 16)
    assert explanation.needed == 3
    assert explanation.result.score.value == 75


def test_what_does_not_apply_is_a_term_and_in_no_sum() -> None:
    report = report_on(Part("s", (Item("a", 3), Item("b", "not-applicable", weight=5))))

    explanation = section_of(report, "f/s")

    assert [result.state for result in explanation.result.indicators] == ["rated", "not-applicable"]
    assert explanation.sums == Sums(reached=3, rated=1, applicable=1)


def test_a_question_nobody_answered_has_the_words_of_the_framework() -> None:
    framework = make_framework(make_section("s", make_indicator("a", ask="We listen.", ask_as={"family": "They listen."})))
    report = make_report([framework], make_assessment(role="family"), DATE)

    assert [result.asked for result in section_of(report, "f/s").result.indicators] == ["They listen."]


def test_a_framework_counts_the_sections_that_have_a_range() -> None:
    report = report_on(
        Part("s", (Item("a", 3), Item("b", None)), weight=2), Part("t", (Item("c", 1, weight=0),)), Part("u", (Item("d", 4),), weight=3)
    )

    explanation = explain(report, "f")

    assert isinstance(explanation, FrameworkExplanation)
    assert [one.section.id for one in explanation.counting] == ["s", "u"]
    assert explanation.weight == 5
    assert explanation.counts == Counts(in_scope=3, rated=2, unanswered=1)
    assert explanation.needed == 2
    assert explanation.result.score.value == Fraction(2 * 75 + 3 * 100, 5)


def test_an_indicator_is_explained_with_its_section_and_its_importance() -> None:
    explanation = explain(group_report(), "house/fair-pay")

    assert isinstance(explanation, IndicatorExplanation)
    assert explanation.section.section.id == "pay"
    assert explanation.importance == 3
    assert explanation.result.points == 1
    assert explanation.result.priority == 50
    assert explanation.result.lane == "act"


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("hous", "there is no framework hous in this report", "Did you mean house?"),
        ("zzz/pay", "there is no framework zzz in this report", "There are house."),
        ("house/pey", "there is no section or indicator pey in house", "Did you mean pay?"),
        ("house/fairpay", "there is no section or indicator fairpay in house", "Did you mean fair-pay or pay?"),
        ("house/zzz", "there is no section or indicator zzz in house", "There are welcome, safety, pay, learning, street."),
        ("house/partners", "house/partners was not asked, or nothing in it applies", "The report says what was asked: What this covers."),
        ("house/promises", "house/promises was not asked, or nothing in it applies", "The report says what was asked: What this covers."),
    ],
)
def test_what_is_not_in_the_report_is_named_with_what_is(target: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(group_report(), target)

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert caught.value.exit_code is ExitCode.USAGE


@given(parts())
def test_what_another_answer_would_change_is_what_the_report_says_with_that_answer(drawn: list[Part]) -> None:
    report = report_on(*drawn)

    for part in drawn:
        for item in part.items:
            if item.answer == "not-applicable" and all(one.answer == "not-applicable" for one in part.items):
                continue
            explanation = explain(report, f"f/{item.name}")
            assert isinstance(explanation, IndicatorExplanation)
            for level, score in explanation.otherwise:
                [changed] = [
                    one for one in report_on(*with_item(drawn, item.name, level)).frameworks[0].sections if one.section.id == part.name
                ]
                assert changed.score == score


@pytest.mark.parametrize(
    ("answer", "weight", "levels"),
    [
        (0, 1, [1]),
        (3, 2, [4]),
        (4, 1, []),
        ("dont-know", 1, [0, 4]),
        ("skipped", 1, [0, 4]),
        (None, 1, [0, 4]),
        ("not-applicable", 1, []),
        (2, 0, []),
        (None, 0, []),
    ],
)
def test_the_levels_that_would_change_a_score_are_near(answer: Given | None, weight: int, levels: list[int]) -> None:
    explanation = explain(report_on(Part("s", (Item("a", answer, weight), Item("b", 2)))), "f/a")

    assert isinstance(explanation, IndicatorExplanation)
    assert [level for level, _ in explanation.otherwise] == levels


@given(parts())
def test_the_sums_come_to_the_scores_of_the_report(drawn: list[Part]) -> None:
    report = report_on(*drawn)

    for one in report.frameworks[0].sections:
        sums = section_of(report, f"f/{one.section.id}").sums
        assert one.score.mean == (Fraction(100 * sums.reached, sums.possible) if sums.possible else None)
        assert one.score.least == (Fraction(100 * sums.reached, sums.whole) if sums.whole else None)
        assert one.score.most == (Fraction(100 * sums.most, sums.whole) if sums.whole else None)


@given(parts())
def test_a_score_is_shown_when_as_many_are_answered_as_the_explanation_asks_for(drawn: list[Part]) -> None:
    report = report_on(*drawn)

    for one in report.frameworks[0].sections:
        explanation = section_of(report, f"f/{one.section.id}")
        assert one.score.enough == (explanation.sums.rated > 0 and one.score.counts.rated >= explanation.needed)
