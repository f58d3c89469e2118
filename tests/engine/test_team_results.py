from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team.cells import LevelCounts, cell
from peerkit.engine.team.team_results import agreement, cell_of, mean_distance, mean_level, median
from peerkit.model.team import Agreement
from support.strategies import LEVELS


def counts(levels: list[int]) -> tuple[int, ...]:
    return tuple(levels.count(level) for level in range(5))


@pytest.mark.parametrize(
    ("ratings", "middle", "distance", "result", "outlier"),
    [
        ("3 3 3 2 3 4", 3, Fraction(1, 3), "shared", False),
        ("1 2 3 2 1 3 2", 2, Fraction(4, 7), "shared", False),
        ("0 2 2 2 4", 2, Fraction(4, 5), "shared", True),
        ("0 0 0 3 3 3 3 3 3 3 3 3", 3, Fraction(3, 4), "spread", True),
        ("1 1 1 3 3 3", 2, Fraction(1), "split", False),
        ("0 0 4 4 4", 4, Fraction(8, 5), "split", True),
        ("0 1 3 4 4 0", 2, Fraction(5, 3), "split", True),
    ],
)
def test_agreement_is_shared_spread_or_split(ratings: str, middle: int, distance: Fraction, result: Agreement, outlier: bool) -> None:
    given = counts([int(level) for level in ratings.split()])
    found = cell_of(roles=("staff",), ratings=sum(given), dont_know=0, counts=given)
    assert found.median == found.standing == middle
    assert (found.ad, found.agreement, found.outlier) == (distance, result, outlier)


def test_between_two_middle_ratings_the_median_is_their_mean() -> None:
    assert median((0, 0, 2, 2, 0)) == Fraction(5, 2)


def test_four_ratings_are_too_few_to_call_one_very_different() -> None:
    assert not (cell_of(roles=("staff",), ratings=4, dont_know=0, counts=(1, 0, 0, 1, 2))).outlier


@pytest.mark.parametrize(("levels", "level"), [((5, 0, 0, 0, 0), 1), ((0, 0, 0, 1, 5), 3)])
def test_a_cell_in_words_counts_as_1_or_3_and_says_nothing_else(levels: tuple[int, ...], level: int) -> None:
    found = cell(("staff",), LevelCounts(levels))
    assert found.standing == mean_level(found) == level
    assert (found.median, found.ad, found.agreement, found.outlier) == (None, None, None, False)


@given(st.lists(LEVELS, min_size=1, max_size=20))
def test_turning_the_scale_round_turns_the_median_and_nothing_else(levels: list[int]) -> None:
    there, back = counts(levels), counts([4 - level for level in levels])
    assert median(back) == 4 - median(there)
    assert (mean_distance(back), agreement(back)) == (mean_distance(there), agreement(there))


@given(st.lists(LEVELS, min_size=1, max_size=20))
def test_the_median_is_where_the_mean_distance_is_least(levels: list[int]) -> None:
    given = counts(levels)
    places = [*range(5), median(given)]
    assert mean_distance(given) == min(Fraction(sum(abs(level - place) for level in levels), len(levels)) for place in places)
