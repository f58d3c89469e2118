"""Scores of a team's section, from the cells that are shown: each group has one voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from peerkit.engine.agreement import mean_level
from peerkit.engine.scope import is_asked_of, is_in_set
from peerkit.engine.scoring import answers_needed
from peerkit.model.assessment import Set
from peerkit.model.scale import HIGHEST, LIVED_EXPERIENCE, ROLES, Role
from peerkit.model.team import Cell, Group, Row, TeamSectionView
from peerkit.model.team_report import GroupScore, TeamIndicatorResult, TeamSectionResult


def section_result(
    view: TeamSectionView, indicators: Sequence[TeamIndicatorResult], respondents: Mapping[Role, int], chosen: Set
) -> TeamSectionResult:
    """Return a section's scores. `respondents` are those of the framework by role, `chosen` the set that was asked.

    Where not every group has a score of its own, the section is scored from everybody together.
    """
    groups = tuple(group_score(one, view.rows) for one in view.groups)
    if len(groups) < 2 or any(one.score is None for one in groups):
        groups = (everybody_score(view),)
    scores = [one.score for one in groups if one.score is not None]
    answering = {role for role in respondents if any(_is_asked(row, role, chosen) for row in view.rows)}
    return TeamSectionResult(
        section=view.section,
        score=sum(scores, Fraction(0)) / len(scores) if scores else None,
        about=any(one.about for one in groups),
        groups=groups,
        perspective_gap=max(scores) - min(scores) if len(scores) > 1 else None,
        missing_voices=tuple(role for role in view.section.needs_voices if role not in answering),
        without_lived_experience=bool(scores) and not answering.intersection(LIVED_EXPERIENCE),
        indicators=tuple(indicators),
    )


def group_score(group: Group, rows: Sequence[Row]) -> GroupScore:
    """Return a group's score over the rows where its own cell is shown, if these are enough of the rows that enough people are asked."""
    own = [(row.indicator.weight, [cell]) for row in rows for cell in row.groups if cell.roles == group.roles]
    return _score(group.roles, group.people, own, _asked(rows))


def everybody_score(view: TeamSectionView) -> GroupScore:
    """Return the score of everybody, each person one voice, over the rows where anything is shown."""
    shown = [(row.indicator.weight, [row.everyone] if row.everyone else list(row.groups)) for row in view.rows if not row.hidden]
    roles = tuple(role for role in ROLES if any(role in group.roles for group in view.groups))
    return _score(roles, sum(group.people for group in view.groups), shown, _asked(view.rows))


def _score(roles: tuple[Role, ...], people: int, rows: Sequence[tuple[int, list[Cell]]], asked: int) -> GroupScore:
    """Return the score over weighted rows; None with fewer of them than `asked` rows need, or without weight."""
    weight = sum(weight for weight, _ in rows)
    if len(rows) < answers_needed(asked) or not weight:
        return GroupScore(roles=roles, people=people, score=None, about=False)
    reached = sum((weight * _level(cells) for weight, cells in rows), Fraction(0))
    about = any(cell.alike for _, cells in rows for cell in cells)
    return GroupScore(roles=roles, people=people, score=100 * reached / (HIGHEST * weight), about=about)


def _asked(rows: Sequence[Row]) -> int:
    """Return how many rows could be shown, if all who are asked rate."""
    return sum(not row.asked_of_few for row in rows)


def _level(cells: Sequence[Cell]) -> Fraction:
    """Return the mean level over all people in the cells."""
    return sum((cell.ratings * mean_level(cell) for cell in cells), Fraction(0)) / sum(cell.ratings for cell in cells)


def _is_asked(row: Row, role: Role, chosen: Set) -> bool:
    return is_asked_of(row.indicator, role) and is_in_set(row.indicator, chosen, role)
