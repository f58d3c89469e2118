from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peerkit.engine.interview import scope
from peerkit.engine.interview.question_counts import (
    FEWEST_ANSWERS,
    LATEST_ANSWERS,
    Amount,
    amount,
    asked,
    seconds_a_question,
    sets_differ,
    whoever_answers,
)
from peerkit.model.answers import Assessment
from peerkit.model.scale import ROLES
from support.building import make_assessment, make_framework, make_indicator, make_section

CORE = make_indicator("core", core=True)
STAFF = make_indicator("pay", voices=("staff", "leader"))
MORE = make_indicator("more", voices=("staff",))
FRAMEWORK = make_framework(make_section("s", CORE, STAFF), make_section("t", MORE))


def of(role: str, **keys: Any) -> Assessment:
    return make_assessment(role=role, **keys)


def test_what_is_asked_hangs_on_role_set_and_sections() -> None:
    assert [asked([FRAMEWORK], of(role), {}) for role in ("staff", "leader", "family")] == [3, 2, 1]
    assert asked([FRAMEWORK], of("staff", set="quick"), {}) == 1
    assert asked([FRAMEWORK], of("staff", sections={"f": ("t",)}), {}) == 1


def test_a_question_that_another_answer_serves_is_not_counted() -> None:
    other = make_framework(make_section("s", make_indicator("same")), name="g")
    equal = {"f/core": ("g/same",), "g/same": ("f/core",)}
    assert asked([FRAMEWORK, other], of("staff"), {}) == 4
    assert asked([FRAMEWORK, other], of("staff"), equal) == 3


def test_the_amount_spans_whoever_may_answer_but_those_who_are_asked_nothing() -> None:
    possible = [of("staff"), of("family"), of("family", sections={"f": ("t",)})]
    assert amount([FRAMEWORK], possible, {}) == Amount(1, 3)
    assert amount([FRAMEWORK], [of("family", sections={"f": ("t",)})], {}) == Amount(0, 0)


def test_each_role_and_a_group_may_answer() -> None:
    found = list(whoever_answers(of("staff")))
    assert [(one.mode, one.role) for one in found] == [*(("solo", role) for role in ROLES), ("consensus", None)]
    assert all(replace(one, mode="solo", role="staff") == of("staff") for one in found)


def test_the_sets_differ_where_the_full_one_asks_more() -> None:
    assert sets_differ([FRAMEWORK], of("staff"))
    assert not sets_differ([FRAMEWORK], of("family"))


@pytest.mark.parametrize("waits", [[], [1.0], [1.0, 2.0, 3.0, 4.0]])
def test_until_five_answers_are_there_a_question_takes_seventy_seconds(waits: list[float]) -> None:
    assert len(waits) < FEWEST_ANSWERS
    assert seconds_a_question(waits) == 70


@pytest.mark.parametrize(
    ("waits", "seconds"),
    [
        ([20.0, 30.0, 40.0, 50.0, 60.0], 40.0),
        ([60.0, 20.0, 50.0, 30.0, 40.0, 44.0], 42.0),
        ([20.0, 30.0, 40.0, 50.0, 3600.0], 40.0),
        ([500.0] * 40 + [30.0] * LATEST_ANSWERS, 30.0),
    ],
)
def test_then_it_is_the_median_of_the_latest_and_a_long_pause_does_not_count_for_more(waits: list[float], seconds: float) -> None:
    assert seconds_a_question(waits) == seconds


def test_the_minutes_left_go_by_the_pace_and_are_rounded_up() -> None:
    assert [scope.minutes(12, seconds) for seconds in (70, 30, 31, 5)] == [14, 6, 7, 1]
    assert scope.minutes(0, 30) == 0
