from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team.cells import LevelCounts, cell
from peerkit.engine.team.team_results import agreement, cell_in_counts, cell_in_words, mean_distance, median, middle
from peerkit.model.result import Ends
from peerkit.model.team import Agreement, Alike
from support.building import ends
from support.strategies import LEVELS


def counts(levels: list[int]) -> tuple[int, ...]:
    return tuple(levels.count(level) for level in range(5))


@pytest.mark.parametrize(
    ("ratings", "middle", "distance", "result", "outlier"),
    [
        ("3 3 3 2 3 4", 3, Fraction(1, 3), "shared", False),
        ("1 2 3 2 1 3 2", 2, Fraction(4, 7), "shared", False),
        ("0 2 2 2 4", 2, Fraction(4, 5), "shared", False),
        ("0 0 0 3 3 3 3 3 3 3 3 3", 3, Fraction(3, 4), "spread", True),
        ("1 1 1 3 3 3", 2, Fraction(1), "split", False),
        ("0 0 4 4 4", 4, Fraction(8, 5), "split", False),
        ("0 1 3 4 4 0", 2, Fraction(5, 3), "split", False),
    ],
)
def test_agreement_is_shared_spread_or_split(ratings: str, middle: int, distance: Fraction, result: Agreement, outlier: bool) -> None:
    given = counts([int(level) for level in ratings.split()])
    found = cell_in_counts(("staff",), given)
    assert found.median == found.low == found.high == middle
    assert (found.ad, found.agreement, found.outlier) == (distance, result, outlier)


def test_between_two_middle_ratings_the_median_is_their_mean() -> None:
    assert median((0, 0, 2, 2, 0)) == Fraction(5, 2)


def test_seven_ratings_are_too_few_to_call_one_very_different() -> None:
    assert not cell_in_counts(("staff",), (1, 0, 0, 3, 3)).outlier
    assert cell_in_counts(("staff",), (1, 0, 0, 3, 4)).outlier


@pytest.mark.parametrize(
    ("alike", "ratings", "median_ends", "mean_ends"),
    [
        ("starting-or-lower", 5, ends(0, 1), ends(0, Fraction(11, 5))),
        ("partly-or-higher", 5, ends(2, 4), ends(Fraction(8, 5), 4)),
        ("partly-or-lower", 5, ends(0, 2), ends(0, Fraction(12, 5))),
        ("mostly-or-higher", 5, ends(3, 4), ends(Fraction(12, 5), 4)),
        ("partly-or-lower", 3, ends(0, 2), ends(0, Fraction(8, 3))),
        ("mostly-or-higher", 10, ends(3, 4), ends(Fraction(27, 10), 4)),
    ],
)
def test_a_cell_in_words_stands_for_every_level_that_it_allows(alike: Alike, ratings: int, median_ends: Ends, mean_ends: Ends) -> None:
    found = cell_in_words(("staff",), ratings, 1, alike)
    assert ((found.low, found.high), (found.mean_low, found.mean_high)) == (median_ends, mean_ends)
    assert (found.median, found.ad, found.agreement, found.outlier) == (None, None, None, False)


@pytest.mark.parametrize("ratings", range(3, 15))
def test_no_alike_counts_lie_outside_what_their_words_allow(ratings: int) -> None:
    tried = 0
    for levels in combinations_with_replacement(range(5), ratings):
        given = counts(list(levels))
        for border in (1, 2) if ratings >= 5 else (2,):
            found = cell(("staff",), LevelCounts(given), border)
            if found.counts is None:
                tried += 1
                assert found.mean_low <= Fraction(sum(levels), ratings) <= found.mean_high, (levels, border)
                assert found.low <= median(given) <= found.high, (levels, border)
    assert tried


def test_of_groups_side_by_side_the_median_lies_where_their_words_leave_it() -> None:
    words = cell_in_words(("peer-worker",), 5, 0, "starting-or-lower")
    assert middle([words, cell_in_counts(("staff",), (0, 0, 3, 3, 3))]) == ends(2, 3)
    assert middle([words, cell_in_words(("staff",), 5, 0, "partly-or-higher")]) == ends(0, 4)
    assert middle([]) == (None, None)


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
