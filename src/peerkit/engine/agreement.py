"""How far people agree on one question, from the counts that are shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from peerkit.model.team import Cell
from peerkit.model.team_report import Agreement, CellResult

IN_WORDS = {"lower": Fraction(1), "higher": Fraction(3)}
"""The level that a cell in words counts as."""
WORDS_LIE_BETWEEN = {"lower": (Fraction(0), Fraction(2)), "higher": (Fraction(3), Fraction(4))}
"""The levels between which the median of a cell in words lies."""
WIDE_APART = 2
"""How many levels from the median a rating stands apart."""
_FAR = Fraction(4, 5)
_FEWEST_FOR_OUTLIER = 5


def cell_result(cell: Cell) -> CellResult:
    """Return a cell with its median, mean distance from it, and agreement; a cell in words has none of them."""
    if cell.counts is None:
        return CellResult(cell=cell, median=None, ad=None, standing=mean_level(cell), agreement=None, outlier=False)
    middle = median(cell.counts)
    distance = mean_distance(cell.counts)
    return CellResult(
        cell=cell,
        median=middle,
        ad=distance,
        standing=middle,
        agreement=agreement(cell.counts),
        outlier=cell.ratings >= _FEWEST_FOR_OUTLIER and (_apart(cell.counts, -1) + _apart(cell.counts, 1)) > 0,
    )


def mean_level(cell: Cell) -> Fraction:
    """Return the mean level of a cell; in words it counts as 1 or 3."""
    if cell.counts is None:
        assert cell.alike
        return IN_WORDS[cell.alike]
    return Fraction(sum(level * number for level, number in enumerate(cell.counts)), cell.ratings)


def median(counts: Sequence[int]) -> Fraction:
    """Return the median level of at least one rating; between two middle ones, their mean."""
    levels = [level for level, number in enumerate(counts) for _ in range(number)]
    return Fraction(levels[(len(levels) - 1) // 2] + levels[len(levels) // 2], 2)


def mean_distance(counts: Sequence[int]) -> Fraction:
    """Return the mean distance of at least one rating from the median, in levels."""
    middle = median(counts)
    return sum((number * abs(level - middle) for level, number in enumerate(counts)), Fraction(0)) / sum(counts)


def agreement(counts: Sequence[int]) -> Agreement:
    """Return whether people see it alike: split in two camps, shared, or spread.

    With n ratings: split when the mean distance is over 0.8 and Not yet and Starting, and likewise Mostly and Built in, have at least
    max(2, floor((n + 1) / 3)). Shared when it is at most 0.8 and fewer than max(2, ceil(n / 6)) stand two levels from the median on the
    same side.
    """
    ratings = sum(counts)
    far = mean_distance(counts) > _FAR
    camp = max(2, (ratings + 1) // 3)
    if far and counts[0] + counts[1] >= camp and counts[3] + counts[4] >= camp:
        return "split"
    apart = max(_apart(counts, -1), _apart(counts, 1))
    return "shared" if not far and apart < max(2, ceil(ratings / 6)) else "spread"


def _apart(counts: Sequence[int], side: int) -> int:
    """Return how many stand two levels or more from the median, above it (1) or below it (-1)."""
    middle = median(counts)
    return sum(number for level, number in enumerate(counts) if (level - middle) * side >= WIDE_APART)
