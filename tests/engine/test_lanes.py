from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.scores.lanes import (
    DRIFT_THEMES,
    drift_watch,
    goal_for,
    lane_of,
    not_answered,
    priorities,
    priority,
    result_of,
    strengths,
)
from peerkit.model.answers import Given
from peerkit.model.result import Lane, Result, State
from peerkit.model.scale import Importance
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.strategies import LEVELS


def result_for(
    answer: Given | None, *, importance: Importance | None = None, goal: int | None = None, name: str = "a", **keys: Any
) -> Result:
    """Return what the engine makes of one answer."""
    indicator = make_indicator(name, **keys)
    section = make_section("s", indicator)
    address = f"f/{name}"
    marks = {} if importance is None else {address: importance}
    assessment = make_assessment({} if answer is None else {address: answer}, importance=marks)
    return result_of(make_framework(section), section, indicator, assessment, goal)


@pytest.mark.parametrize(
    ("level", "goal", "importance", "expected"),
    [
        (1, 3, "high", 50),
        (2, 3, "high", 25),
        (0, 3, "low", 25),
        (0, 4, "high", 100),
        (3, 3, "high", 0),
        (2, 3, "medium", Fraction(50, 3)),
        (0, 3, "medium", 50),
        (4, 3, "high", 0),
        (0, 1, "low", Fraction(25, 3)),
    ],
)
def test_priority_is_the_gap_times_the_importance(level: int, goal: int, importance: Importance, expected: Fraction) -> None:
    assert result_for(level, importance=importance, goal=goal).priority == expected


@pytest.mark.parametrize(("gap", "importance", "expected"), [(4, "high", "100"), (1, "low", "25/3"), (0, "high", "0")])
def test_priority_runs_from_0_to_100_and_is_exact(gap: int, importance: Importance, expected: str) -> None:
    assert priority(gap, importance) == Fraction(expected)


@pytest.mark.parametrize("level", range(5))
@pytest.mark.parametrize("goal", range(1, 5))
def test_a_gap_is_what_is_missing_to_the_goal_and_never_negative(level: int, goal: int) -> None:
    assert result_for(level, goal=goal).gap == (goal - level if level < goal else 0)


def test_importance_is_medium_unless_it_was_said() -> None:
    assert (result_for(2).importance, result_for(2, importance="low").importance) == ("medium", "low")


# Goals.

GOALS = ["asked for", "file, indicator", "file, framework", "indicator", "section", "framework"]


@pytest.mark.parametrize("first", range(len(GOALS)), ids=GOALS)
def test_the_first_goal_given_is_taken(first: int) -> None:
    """Every source from `first` on names a goal of 1, and `first` itself names 4, so only the right order gives 4."""
    goals = [None] * first + [4] + [1] * (len(GOALS) - first - 1)
    asked, own, whole, of_indicator, of_section, of_framework = goals
    indicator = make_indicator("a", goal=of_indicator)
    section = make_section("s", indicator, goal=of_section)
    framework = make_framework(section, goal=of_framework or 1)
    in_file = {address: goal for address, goal in (("f/a", own), ("f", whole)) if goal is not None}

    assert goal_for(framework, section, indicator, in_file, asked) == 4


def test_the_goal_is_3_where_nothing_says_otherwise() -> None:
    assert result_for(2).goal == 3


def test_the_goal_of_another_framework_or_indicator_is_not_taken() -> None:
    indicator = make_indicator("a")
    section = make_section("s", indicator)
    assessment = make_assessment(goals={"g": 1, "g/a": 1, "f/b": 1})
    assert goal_for(make_framework(section), section, indicator, assessment.goals, None) == 3


# Lanes.


@pytest.mark.parametrize(
    ("answer", "safety", "importance", "goal", "lane"),
    [
        (0, True, "high", 3, "safety"),
        (1, True, "low", 3, "safety"),
        (1, True, "high", 1, "safety"),
        (2, True, "high", 3, "act"),
        (2, True, "medium", 3, "plan"),
        (0, False, "high", 3, "act"),
        (0, False, "medium", 3, "plan"),
        (2, False, "low", 3, "plan"),
        (3, False, "high", 3, "protect"),
        (4, True, "high", 3, "protect"),
        (3, False, "medium", 3, "keep"),
        (4, False, "low", 3, "keep"),
        (1, False, "high", 1, "protect"),
        (3, False, "high", 4, "act"),
        ("dont-know", True, "high", 3, "find-out"),
        ("dont-know", False, "low", 3, "find-out"),
        ("no-agreement", True, "high", 3, "talk"),
        ("no-agreement", False, "low", 3, "talk"),
        ("skipped", True, "high", 3, None),
        (None, True, "high", 3, None),
        ("not-applicable", True, "high", 3, None),
    ],
)
def test_the_first_lane_that_fits_is_taken(
    answer: Given | None, safety: bool, importance: Importance, goal: int, lane: Lane | None
) -> None:
    assert result_for(answer, importance=importance, goal=goal, safety=safety).lane == lane


@pytest.mark.parametrize(
    ("answer", "state", "lane"),
    [
        ("dont-know", "dont-know", "find-out"),
        ("no-agreement", "no-agreement", "talk"),
        ("skipped", "skipped", None),
        ("not-applicable", "not-applicable", None),
        (None, "unanswered", None),
    ],
)
def test_what_is_not_rated_has_no_level_no_gap_and_no_priority(answer: Given | None, state: State, lane: Lane | None) -> None:
    result = result_for(answer)
    assert (result.state, result.level, result.gap, result.priority, result.lane) == (state, None, None, None, lane)
    assert (result.goal, result.next_step) == (3, None)


def test_a_rating_has_all_of_them() -> None:
    result = result_for(1)
    assert (result.state, result.level, result.gap, result.priority, result.lane) == ("rated", 1, Fraction(2), Fraction(100, 3), "plan")
    assert (result.address, result.next_step) == ("f/a", "Begin.")


@given(LEVELS, st.integers(1, 4), st.sampled_from(["high", "medium", "low"]), st.booleans())
def test_a_rating_has_exactly_one_lane_and_a_gap_puts_it_among_the_work(
    level: int, goal: int, importance: Importance, safety: bool
) -> None:
    gap = max(0, goal - level)
    lane = lane_of("rated", level, gap, importance, safety=safety)
    assert (lane in ("protect", "keep")) == (gap == 0 and not (safety and level <= 1))
    assert (lane == "safety") == (safety and level <= 1)


# Lists.


def names(results: Sequence[Result]) -> list[str]:
    return [result.indicator.id for result in results]


def test_strengths_are_at_their_goal_and_at_3_or_more_highest_first_then_in_file_order() -> None:
    results = [
        result_for(3, name="three"),
        result_for(4, name="four"),
        result_for(2, name="two-at-goal", goal=2),
        result_for(3, name="three-below", goal=4),
        result_for("dont-know", name="unknown"),
        result_for("not-applicable", name="elsewhere"),
        result_for(4, name="four-too", importance="high"),
        result_for(3, name="three-too"),
    ]
    assert names(strengths(results)) == ["four", "four-too", "three", "three-too"]


def test_priorities_are_safety_then_act_then_plan_each_by_priority_then_in_file_order() -> None:
    results = [
        result_for(2, name="plan-small"),
        result_for(0, name="plan-large"),
        result_for(2, name="act-small", importance="high"),
        result_for(1, name="safety-small", safety=True, importance="low"),
        result_for(3, name="kept"),
        result_for("dont-know", name="unknown"),
        result_for(1, name="act-large", importance="high"),
        result_for(0, name="safety-large", safety=True),
        result_for(2, name="act-small-too", importance="high"),
        result_for(0, name="plan-large-too"),
        result_for(4, name="protected", importance="high"),
    ]
    assert names(priorities(results)) == [
        *("safety-large", "safety-small"),
        *("act-large", "act-small", "act-small-too"),
        *("plan-large", "plan-large-too", "plan-small"),
    ]


def test_a_safety_matter_is_a_priority_even_at_its_goal() -> None:
    result = result_for(1, goal=1, safety=True)
    assert (result.gap, names(priorities([result])), names(strengths([result]))) == (Fraction(0), ["a"], [])


def test_not_answered_holds_dont_know_skipped_and_unanswered_in_file_order() -> None:
    results = [
        result_for("skipped", name="skipped"),
        result_for(0, name="rated"),
        result_for(None, name="unanswered"),
        result_for("not-applicable", name="elsewhere"),
        result_for("dont-know", name="unknown"),
    ]
    assert names(not_answered(results)) == ["skipped", "unanswered", "unknown"]


@given(st.lists(st.tuples(LEVELS, st.integers(1, 4), st.booleans()), max_size=8))
def test_nothing_is_both_a_strength_and_a_priority(drawn: list[tuple[int, int, bool]]) -> None:
    results = [result_for(level, goal=goal, safety=safety, name=f"i{row}") for row, (level, goal, safety) in enumerate(drawn)]
    strong, to_do = set(names(strengths(results))), set(names(priorities(results)))
    assert not strong & to_do
    assert to_do == {one.indicator.id for one in results if one.gap or one.lane == "safety"}


@pytest.mark.parametrize("theme", sorted(DRIFT_THEMES))
def test_the_drift_watch_gathers_what_keeps_the_role_a_peer_role_lowest_first(theme: str) -> None:
    watched = [result_for(level, name=f"q{level}", themes=(theme, "hope-strengths")) for level in (3, 0, 2)]
    unseen = result_for("dont-know", name="unseen", themes=(theme,))
    assert [one.indicator.id for one in drift_watch([unseen, *watched])] == ["q0", "q2", "q3", "unseen"]


@pytest.mark.parametrize("answer", ["skipped", "not-applicable", None])
def test_the_drift_watch_leaves_out_what_says_nothing(answer: Given | None) -> None:
    assert drift_watch([result_for(answer, themes=("supervision",)), result_for(0, themes=("hope-strengths",))]) == ()
