from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.result import LANE_NOTES, LANE_TITLES, Counts, Lane, Score

COUNTS = st.builds(Counts, *[st.integers(0, 50)] * 6)


def test_applicable_is_all_in_scope_but_what_does_not_apply() -> None:
    assert Counts(in_scope=7, rated=3, dont_know=1, skipped=1, unanswered=1, not_applicable=1).applicable == 6


def test_counts_add_up_kind_by_kind() -> None:
    assert Counts(1, 2, 3, 4, 5, 6, 7) + Counts(10, 20, 30, 40, 50, 60, 70) == Counts(11, 22, 33, 44, 55, 66, 77)


@given(COUNTS, COUNTS, COUNTS)
def test_counts_add_in_any_order_and_zero_adds_nothing(one: Counts, two: Counts, three: Counts) -> None:
    assert one + (two + three) == (three + one) + two
    assert one + Counts() == one
    assert (one + two).applicable == one.applicable + two.applicable


@pytest.mark.parametrize(("enough", "value"), [(True, Fraction(50)), (False, None)])
def test_a_score_that_rests_on_too_little_is_not_shown(enough: bool, value: Fraction | None) -> None:
    score = Score(low=Fraction(50), high=Fraction(50), least=Fraction(0), most=Fraction(100), enough=enough)
    assert score.value == value


def test_every_lane_has_a_title_and_says_what_it_means() -> None:
    assert set(get_args(Lane)) == set(LANE_TITLES) == set(LANE_NOTES)
    assert LANE_NOTES["safety"] == "Look at this before anything else."
    assert LANE_NOTES["find-out"] == "People cannot see this. Who could tell us?"
    assert LANE_NOTES["talk"] == "We see this differently. Hear each other before planning."
    assert LANE_NOTES["protect"] == "This is a strength. What would make us lose it?"
