"""Which lane a question of a team falls into, from what is shown of it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from peerkit.engine.agreement import WIDE_APART
from peerkit.model.report import Lane
from peerkit.model.scale import Importance
from peerkit.model.team import Cell, Row
from peerkit.model.team_report import CellResult, TeamIndicatorResult


def lane_of(
    row: Row,
    everyone: CellResult | None,
    groups: Sequence[CellResult],
    standing: Fraction | None,
    gap: Fraction | None,
    importance: Importance,
) -> Lane:
    """Return the lane of a row, the first that fits; a cell in words counts as everybody at level 1 or 3."""
    if standing is None or gap is None:
        return "find-out"
    cells = [everyone.cell] if everyone else [one.cell for one in groups]
    if row.indicator.safety and (standing <= 1 or _many_low(cells)):
        return "safety"
    if _many_unknown(cells):
        return "find-out"
    if (everyone and everyone.agreement == "split") or between_groups(groups) >= WIDE_APART:
        return "talk"
    if gap > 0:
        return "act" if importance == "high" else "plan"
    return "protect" if importance == "high" else "keep"


def between_groups(groups: Sequence[CellResult]) -> Fraction:
    """Return how many levels lie between the highest and the lowest group; 0 with fewer than two."""
    standings = [one.standing for one in groups]
    return max(standings) - min(standings) if standings else Fraction(0)


def distance(result: TeamIndicatorResult) -> Fraction:
    """Return how far people differ, in levels from the middle: the mean distance, or half of what lies between groups, if that is more."""
    mean = result.everyone.ad if result.everyone else None
    return max(mean or Fraction(0), between_groups(result.groups) / 2)


def _many_low(cells: Sequence[Cell]) -> bool:
    """Whether at least a third of the ratings, and two, are Not yet or Starting."""
    ratings = sum(one.ratings for one in cells)
    low = sum(one.counts[0] + one.counts[1] if one.counts else one.ratings * (one.alike == "lower") for one in cells)
    return low >= max(2, ceil(Fraction(ratings, 3)))


def _many_unknown(cells: Sequence[Cell]) -> bool:
    """Whether at least a third of those who rated or did not know said that they do not know."""
    unknown = sum(one.dont_know for one in cells)
    return unknown > 0 and 3 * unknown >= unknown + sum(one.ratings for one in cells)
