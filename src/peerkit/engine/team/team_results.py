"""What follows from the cells that are shown of a team: how far people agree, lanes, and a section's scores, each group with one voice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from math import ceil

from peerkit.engine.scores.arithmetic import answers_needed, team_score
from peerkit.model.result import Ends, GroupScore, Lane, Result, Score, SectionResult, Voiced
from peerkit.model.scale import HIGHEST, LEVELS, LIVED_EXPERIENCE, ROLES, Importance, Role
from peerkit.model.team import Agreement, Alike, Cell, Group, Row, TeamSectionView

WIDE_APART = 2
"""How many levels from the median a rating stands apart."""
_FAR = Fraction(4, 5)
_FEWEST_FOR_OUTLIER = 8
_AT: Mapping[Alike, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "starting-or-lower": ((0, 0, 0), (2, 1, 4)),
    "partly-or-higher": ((1, 2, 0), (0, 4, 4)),
    "partly-or-lower": ((0, 0, 0), (1, 2, 4)),
    "mostly-or-higher": ((1, 3, 0), (0, 4, 4)),
}
"""The lowest and the highest ratings that words allow: how many may stand elsewhere, the level of the others, and where those stand."""


def cell_in_counts(roles: tuple[Role, ...], counts: tuple[int, ...], dont_know: int = 0) -> Cell:
    """Return a cell that shows counts, with what follows from them."""
    return _cell(roles, dont_know, counts, counts)


def cell_in_words(roles: tuple[Role, ...], ratings: int, dont_know: int, alike: Alike) -> Cell:
    """Return a cell that says in words what so many people answered, with the levels that this allows, and nothing else."""
    least, most = (_counts(ratings, *ends) for ends in _AT[alike])
    return _cell(roles, dont_know, least, most, alike)


@cache
def _cell(roles: tuple[Role, ...], dont_know: int, least: tuple[int, ...], most: tuple[int, ...], alike: Alike | None = None) -> Cell:
    """Return a cell that allows counts from `least` to `most`, which are its own unless words say it."""
    exact = alike is None
    return Cell(
        roles=roles,
        ratings=sum(least),
        dont_know=dont_know,
        counts=least if exact else None,
        alike=alike,
        ad=mean_distance(least) if exact else None,
        agreement=agreement(least) if exact else None,
        least=least,
        most=most,
        low=median(least),
        high=median(most),
        mean_low=_mean(least),
        mean_high=_mean(most),
        outlier=exact and sum(least) >= _FEWEST_FOR_OUTLIER and _apart(least, -1) + _apart(least, 1) > 0,
    )


def one_up(cell: Cell) -> Cell:
    """Return a cell in which everybody answered one level higher, Built in stays; of words both ends rise. It is never shown."""
    if cell.counts is not None:
        return cell_in_counts(cell.roles, _shifted(cell.counts), cell.dont_know)
    return replace(
        cell,
        least=_shifted(cell.least),
        most=_shifted(cell.most),
        low=_raised(cell.low),
        high=_raised(cell.high),
        mean_low=_raised(cell.mean_low),
        mean_high=_raised(cell.mean_high),
    )


def _raised(level: Fraction) -> Fraction:
    return min(level + 1, Fraction(HIGHEST))


def _shifted(counts: tuple[int, ...]) -> tuple[int, ...]:
    return (0, *counts[: HIGHEST - 1], counts[HIGHEST - 1] + counts[HIGHEST])


def _counts(ratings: int, elsewhere: int, level: int, other: int) -> tuple[int, ...]:
    """Return counts of ratings at one level, but for some that stand at another."""
    return tuple((ratings - elsewhere) * (at == level) + elsewhere * (at == other) for at in LEVELS)


def _mean(counts: Sequence[int]) -> Fraction:
    return Fraction(sum(level * number for level, number in enumerate(counts)), sum(counts))


def middle(cells: Sequence[Cell]) -> tuple[Fraction | None, Fraction | None]:
    """Return between which levels the median of everybody in the cells lies; None where there are none."""
    if not cells:
        return None, None
    return median(_pooled(cell.least for cell in cells)), median(_pooled(cell.most for cell in cells))


def _pooled(counts: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*counts, strict=True)))


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


def lane_of(row: Row, goal: int, importance: Importance) -> Lane | None:
    """Return the lane of a row, the first that holds for certain; None where too few are asked for anything to be known."""
    if row.hidden is not None:
        return None if row.hidden == "asked-of-few" else "find-out"
    cells = [row.everyone] if row.everyone else row.groups
    low, high = middle(cells)
    assert low is not None
    assert high is not None
    if row.indicator.safety and (high <= 1 or _many_low(cells)):
        return "safety"
    if _many_unknown(cells):
        return "find-out"
    if (row.everyone and row.everyone.agreement == "split") or between_groups(row.groups) >= WIDE_APART:
        return "talk"
    if high < goal:
        return "act" if importance == "high" else "plan"
    if low >= goal:
        return "protect" if importance == "high" else "keep"
    return "unclear"


def between_groups(groups: Sequence[Cell]) -> Fraction:
    """Return how many levels lie between two groups' medians at least, of those farthest apart; 0 with fewer than two."""
    return at_least_between([(group.low, group.high) for group in groups])


def at_least_between(ends: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return how far the two of several values that are farthest apart differ at least, each known to lie between two ends."""
    return max(Fraction(0), max(low for low, _ in ends) - min(high for _, high in ends)) if ends else Fraction(0)


def distance(result: Result) -> Fraction:
    """Return how far people differ, in levels from the middle: the mean distance, or half of what lies between groups, if that is more."""
    mean = result.everyone.ad if result.everyone else None
    return max(mean or Fraction(0), between_groups(result.groups) / 2)


def _many_low(cells: Sequence[Cell]) -> bool:
    """Whether at least a third of the ratings, and two, are Not yet or Starting for certain."""
    ratings = sum(cell.ratings for cell in cells)
    return sum(map(_surely_low, cells)) >= max(2, ceil(Fraction(ratings, 3)))


def _surely_low(cell: Cell) -> int:
    """Return how many ratings of a cell are Not yet or Starting for certain."""
    if cell.alike == "starting-or-lower":
        return cell.ratings - 2
    return sum(cell.counts[:2]) if cell.counts else 0


def _many_unknown(cells: Sequence[Cell]) -> bool:
    """Whether at least a third of those who rated or did not know said that they do not know."""
    unknown = sum(cell.dont_know for cell in cells)
    return unknown > 0 and 3 * unknown >= unknown + sum(cell.ratings for cell in cells)


def section_result(view: TeamSectionView, indicators: Sequence[Result], goal: int) -> SectionResult:
    """Return a section's scores; `goal` is the level that it aims at.

    Where not every group has a score of its own, the section is scored from everybody together.
    """
    groups = tuple(group_score(group, view.rows) for group in view.groups)
    if len(groups) < 2 or not all(group.score.ends for group in groups):
        groups = (everybody_score(view),)
    ends = [group.score.ends for group in groups if group.score.ends]
    return SectionResult(
        section=view.section,
        score=team_score(_unweighted(ends)),
        goal=goal,
        indicators=tuple(indicators),
        view=view,
        groups=groups,
        perspective_gap=at_least_between(ends) if len(ends) > 1 else None,
        voices=tuple(_voiced(role, view) for role in ROLES if role in (*LIVED_EXPERIENCE, *view.section.needs_voices)),
    )


def _voiced(role: Role, view: TeamSectionView) -> Voiced:
    asked = [row for row in view.rows if role in row.asked]
    return Voiced(role=role, asked=len(asked), shown=sum(row.hidden is None for row in asked))


def _unweighted(ends: Sequence[Ends]) -> Ends | None:
    """Return the mean of scores, each one voice."""
    if not ends:
        return None
    return sum((low for low, _ in ends), Fraction(0)) / len(ends), sum((high for _, high in ends), Fraction(0)) / len(ends)


def group_score(group: Group, rows: Sequence[Row]) -> GroupScore:
    """Return a group's score over the rows where its own cell is shown, if these are enough of the rows that enough people are asked."""
    own = [(row.indicator.weight, [cell]) for row in rows for cell in row.groups if set(group.roles).issuperset(cell.roles)]
    return GroupScore(roles=group.roles, people=group.people, score=_score(own, _asked(rows)))


def everybody_score(view: TeamSectionView) -> GroupScore:
    """Return the score of everybody, each person one voice, over the rows where anything is shown."""
    shown = [(row.indicator.weight, [row.everyone] if row.everyone else list(row.groups)) for row in view.rows if not row.hidden]
    roles = tuple(role for role in ROLES if any(role in group.roles for group in view.groups))
    return GroupScore(roles=roles, people=sum(group.people for group in view.groups), score=_score(shown, _asked(view.rows)))


def _score(rows: Sequence[tuple[int, list[Cell]]], asked: int) -> Score:
    """Return the score over weighted rows; none with fewer of them than `asked` rows need, or without weight."""
    weights = sum(weight for weight, _ in rows)
    if len(rows) < answers_needed(asked) or not weights:
        return team_score(None)
    levels = [(weight, _levels(cells)) for weight, cells in rows]
    low = sum((weight * least for weight, (least, _) in levels), Fraction(0))
    high = sum((weight * most for weight, (_, most) in levels), Fraction(0))
    return team_score((100 * low / (HIGHEST * weights), 100 * high / (HIGHEST * weights)))


def _asked(rows: Sequence[Row]) -> int:
    """Return how many rows could be shown, if all who are asked rate."""
    return sum(row.hidden != "asked-of-few" for row in rows)


def _levels(cells: Sequence[Cell]) -> Ends:
    """Return between which levels the mean over all people in the cells lies."""
    ratings = sum(cell.ratings for cell in cells)
    low = sum((cell.ratings * cell.mean_low for cell in cells), Fraction(0))
    return low / ratings, sum((cell.ratings * cell.mean_high for cell in cells), Fraction(0)) / ratings
