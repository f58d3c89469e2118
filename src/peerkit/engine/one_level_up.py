"""Answers with some of them one level up. Of a team nothing here sees more than the view, and of a cell in words both ends rise."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import TypeVar

from peerkit.engine.team.team_results import one_up, section_result
from peerkit.model.answers import Answer, Assessment
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import HIGHEST
from peerkit.model.team import Cell, Row, TeamSectionView, TeamView

Answers = TypeVar("Answers", Assessment, TeamView)


def raised(answers: Answers, addresses: Collection[str]) -> Answers:
    """Return answers one level higher at `addresses`; Built in stays.

    Of a team it is a view in which everybody answered one level higher, for scores, and never to be shown.
    """
    if isinstance(answers, TeamView):
        return _raised_view(answers, addresses)
    return replace(answers, answers={name: _one_up(given) if name in addresses else given for name, given in answers.answers.items()})


def _raised_view(view: TeamView, addresses: Collection[str]) -> TeamView:
    frameworks = tuple(
        replace(part, sections=tuple(_raised_section(section, part.framework.id, addresses) for section in part.sections))
        for part in view.frameworks
    )
    return replace(view, frameworks=frameworks)


def _one_up(answer: Answer) -> Answer:
    return replace(answer, answer=min(HIGHEST, answer.answer + 1)) if isinstance(answer.answer, int) else answer


def points_of_levels(framework: FrameworkResult, section: SectionResult, result: Result) -> tuple[Fraction, ...]:
    """Return the points that each further level of a team's question adds to its section. See `first_steps.Situation`."""
    levels = max(map(_levels_to_go, result.cells))
    view = section.view
    if section.score.ends is None or view is None:
        whole = HIGHEST * sum(other.indicator.weight for other in section.indicators if other.is_rated)
        return (Fraction(100 * result.indicator.weight, whole) if whole else Fraction(0),) * levels
    scores = [section.score.ends[0]]
    for _ in range(levels):
        view = _raised_section(view, framework.framework.id, {result.address})
        higher = section_result(view, (), section.goal).score.ends
        assert higher is not None
        scores.append(higher[0])
    return tuple(after - before for before, after in pairwise(scores))


def _raised_section(section: TeamSectionView, framework: str, addresses: Collection[str]) -> TeamSectionView:
    return replace(section, rows=tuple(_row_one_up(row) if f"{framework}/{row.indicator.id}" in addresses else row for row in section.rows))


def _row_one_up(row: Row) -> Row:
    return replace(row, everyone=one_up(row.everyone) if row.everyone else None, groups=tuple(map(one_up, row.groups)))


def _levels_to_go(cell: Cell) -> int:
    """Return how many levels a cell can rise: until all stand at Built in, or, of words, until that is certain."""
    if cell.counts is None:
        return ceil(HIGHEST - cell.mean_low)
    return HIGHEST - min(level for level, people in enumerate(cell.counts) if people)
