"""What follows from the cells that are shown of a team: how far people agree, lanes, and a section's scores, each group with one voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil

from peerkit.engine.interview.scope import is_asked_of, is_in_set
from peerkit.engine.scores.arithmetic import answers_needed, team_score
from peerkit.model.answers import Set
from peerkit.model.result import GroupScore, Lane, Result, Score, SectionResult
from peerkit.model.scale import HIGHEST, LIVED_EXPERIENCE, ROLES, Importance, Role
from peerkit.model.team import Agreement, Alike, Cell, Group, Row, TeamSectionView

IN_WORDS = {"lower": Fraction(1), "higher": Fraction(3)}
"""The level that a cell in words counts as."""
WORDS_LIE_BETWEEN = {"lower": (Fraction(0), Fraction(2)), "higher": (Fraction(3), Fraction(4))}
"""The levels between which the median of a cell in words lies."""
WIDE_APART = 2
"""How many levels from the median a rating stands apart."""
_FAR = Fraction(4, 5)
_FEWEST_FOR_OUTLIER = 5


def cell_of(roles: tuple[Role, ...], ratings: int, dont_know: int, counts: tuple[int, ...] | None, alike: Alike | None = None) -> Cell:
    """Return a cell with what follows from its counts; in words it has neither a median nor an agreement."""
    if counts is None:
        assert alike is not None
        low, high = WORDS_LIE_BETWEEN[alike]
        follows = _Follows(None, None, IN_WORDS[alike], low, high, None, far=False)
    else:
        follows = _from_counts(counts)
    return Cell(
        roles=roles,
        ratings=ratings,
        dont_know=dont_know,
        counts=counts,
        alike=alike,
        median=follows.median,
        ad=follows.ad,
        standing=follows.standing,
        low=follows.low,
        high=follows.high,
        agreement=follows.agreement,
        outlier=follows.far and ratings >= _FEWEST_FOR_OUTLIER,
    )


@dataclass(frozen=True, slots=True)
class _Follows:
    """What follows from a cell's counts, or its words, alone. See `Cell`."""

    median: Fraction | None
    ad: Fraction | None
    standing: Fraction
    low: Fraction
    high: Fraction
    agreement: Agreement | None
    far: bool


@cache
def _from_counts(counts: tuple[int, ...]) -> _Follows:
    middle = median(counts)
    far = (_apart(counts, -1) + _apart(counts, 1)) > 0
    return _Follows(middle, mean_distance(counts), middle, middle, middle, agreement(counts), far)


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


def lane_of(row: Row, standing: Fraction | None, gap: Fraction | None, importance: Importance) -> Lane:
    """Return the lane of a row, the first that fits; a cell in words counts as everybody at level 1 or 3."""
    if standing is None or gap is None:
        return "find-out"
    cells = [row.everyone] if row.everyone else row.groups
    if row.indicator.safety and (standing <= 1 or _many_low(cells)):
        return "safety"
    if _many_unknown(cells):
        return "find-out"
    if (row.everyone and row.everyone.agreement == "split") or between_groups(row.groups) >= WIDE_APART:
        return "talk"
    if gap > 0:
        return "act" if importance == "high" else "plan"
    return "protect" if importance == "high" else "keep"


def between_groups(groups: Sequence[Cell]) -> Fraction:
    """Return how many levels lie between the highest and the lowest group; 0 with fewer than two."""
    standings = [group.standing for group in groups]
    return max(standings) - min(standings) if standings else Fraction(0)


def distance(result: Result) -> Fraction:
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


def section_result(
    view: TeamSectionView, indicators: Sequence[Result], respondents: Mapping[Role, int], chosen: Set, goal: int
) -> SectionResult:
    """Return a section's scores. `respondents` are those of the framework by role, `chosen` the set that was asked.

    `goal` is the level that it aims at. Where not every group has a score of its own, the section is scored from everybody together.
    """
    groups = tuple(group_score(group, view.rows) for group in view.groups)
    if len(groups) < 2 or any(group.score.value is None for group in groups):
        groups = (everybody_score(view),)
    scores = [group.score.value for group in groups if group.score.value is not None]
    answering = {role for role in respondents if any(_is_asked(row, role, chosen) for row in view.rows)}
    mean = sum(scores, Fraction(0)) / len(scores) if scores else None
    return SectionResult(
        section=view.section,
        score=team_score(mean, about=any(group.score.about for group in groups)),
        goal=goal,
        indicators=tuple(indicators),
        view=view,
        groups=groups,
        perspective_gap=max(scores) - min(scores) if len(scores) > 1 else None,
        missing_voices=tuple(role for role in view.section.needs_voices if role not in answering),
        without_lived_experience=bool(scores) and not answering.intersection(LIVED_EXPERIENCE),
    )


def group_score(group: Group, rows: Sequence[Row]) -> GroupScore:
    """Return a group's score over the rows where its own cell is shown, if these are enough of the rows that enough people are asked."""
    own = [(row.indicator.weight, [cell]) for row in rows for cell in row.groups if cell.roles == group.roles]
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
    reached = sum((weight * _level(cells) for weight, cells in rows), Fraction(0))
    return team_score(100 * reached / (HIGHEST * weights), about=any(cell.alike for _, cells in rows for cell in cells))


def _asked(rows: Sequence[Row]) -> int:
    """Return how many rows could be shown, if all who are asked rate."""
    return sum(not row.asked_of_few for row in rows)


def _level(cells: Sequence[Cell]) -> Fraction:
    """Return the mean level over all people in the cells."""
    return sum((cell.ratings * mean_level(cell) for cell in cells), Fraction(0)) / sum(cell.ratings for cell in cells)


def _is_asked(row: Row, role: Role, chosen: Set) -> bool:
    return is_asked_of(row.indicator, role) and is_in_set(row.indicator, chosen, role)
