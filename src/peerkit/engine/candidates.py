"""A report as a situation to plan from, and its answers with some of them one level up.

Of a team nothing here sees more than the view: a hidden row is no candidate, and of a cell in words both ends rise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import TypeVar

from peerkit.engine.scores import arithmetic
from peerkit.engine.team.team_results import one_up, section_result
from peerkit.model.answers import Answer, Assessment
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import HIGHEST
from peerkit.model.team import Cell, Row, TeamSectionView, TeamView

Answers = TypeVar("Answers", Assessment, TeamView)


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a report says that a program stands, with the questions that were rated and so could be raised, in file order.

    By address of a question, `steps` holds the points that each further level adds to its section, never rising: to its score where that
    is shown, to the low end where that is an interval, else to what it has with everything open at Not yet; none where it stands at
    Built in. `twins` holds the addresses of the questions that share its answer.
    """

    report: Report | TeamReport
    candidates: tuple[Result, ...]
    steps: Mapping[str, tuple[Fraction, ...]]
    twins: Mapping[str, tuple[str, ...]]

    def gain(self, result: Result) -> Fraction:
        """Return the points that one level up adds to the section of a question; 0 where it stands at Built in."""
        steps = self.steps[result.address]
        return steps[0] if steps else Fraction(0)


def situation_of(report: Report | TeamReport) -> Situation:
    """Return where a report says that the program stands."""
    rated = tuple(result for result in report.indicators() if result.is_rated)
    twins = {} if isinstance(report, TeamReport) else shared_answers(report.assessment)
    return Situation(report, rated, dict(_steps(report)), twins)


def raised(answers: Answers, addresses: Collection[str]) -> Answers:
    """Return answers one level higher at `addresses`; Built in stays.

    Of one file, those that share these answers rise too. Of a team it is a view in which everybody answered one level higher, for scores,
    and never to be shown.
    """
    if isinstance(answers, TeamView):
        return _raised_view(answers, addresses)
    return _raised_file(answers, addresses)


def _raised_file(assessment: Assessment, addresses: Collection[str]) -> Assessment:
    twins = shared_answers(assessment)
    up = {*addresses, *(other for address in addresses for other in twins.get(address, ()))}
    return replace(assessment, answers={name: _one_up(given) if name in up else given for name, given in assessment.answers.items()})


def _raised_view(view: TeamView, addresses: Collection[str]) -> TeamView:
    frameworks = tuple(
        replace(part, sections=tuple(_raised_section(section, part.framework.id, addresses) for section in part.sections))
        for part in view.frameworks
    )
    return replace(view, frameworks=frameworks)


def shared_answers(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Return for each address whose answer serves other questions too, or was given with another one, those addresses."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for address, answer in assessment.answers.items():
        groups[answer.via or address].append(address)
    several = (group for group in groups.values() if len(group) > 1)
    return {address: tuple(other for other in group if other != address) for group in several for address in group}


def _one_up(answer: Answer) -> Answer:
    return replace(answer, answer=min(HIGHEST, answer.answer + 1)) if isinstance(answer.answer, int) else answer


def _steps(report: Report | TeamReport) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Yield what each further level of a question that was rated adds. See `Situation`."""
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                if isinstance(report, TeamReport) and result.is_rated:
                    yield result.address, _points_of_levels(framework, section, result)
                elif result.level is not None:
                    yield result.address, (result.indicator.weight * _points_a_level(section),) * (HIGHEST - result.level)


def _points_a_level(section: SectionResult) -> Fraction:
    """Return the points that one level of a question of weight 1 adds to the section. See `Situation`."""
    sums = arithmetic.sums((result.indicator.weight, result.given) for result in section.indicators)
    possible = sums.whole if section.score.value is None else sums.possible
    return Fraction(100, possible) if possible else Fraction(0)


def _points_of_levels(framework: FrameworkResult, section: SectionResult, result: Result) -> tuple[Fraction, ...]:
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
