"""A report as a situation to plan from, and its answers with some of them one level up.

Of a team nothing here sees more than the view: a hidden row is no candidate, and of a cell in words both ends rise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import ceil

from peerkit.engine.scores import arithmetic
from peerkit.engine.team.team_results import one_up, section_result
from peerkit.model.answers import Answer, Assessment
from peerkit.model.plan import Protection, Situation
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import HIGHEST
from peerkit.model.team import Cell, Row, TeamSectionView, TeamView


def situation_of(report: Report) -> Situation:
    """Return where the report of one file of answers says that the program stands."""
    heard = frozenset(role for role, people in report.respondents.items() if people)
    return Situation(
        program=report.assessment.program,
        date=report.date,
        frameworks=report.frameworks,
        candidates=tuple(result for result in report.indicators() if result.is_rated),
        unrated=tuple(result.address for result in report.indicators() if not result.is_rated),
        steps=dict(_steps(report)),
        twins=shared_answers(report.assessment),
        heard={framework.framework.id: heard for framework in report.frameworks},
        governance=report.assessment.governance,
    )


def team_situation_of(report: TeamReport) -> Situation:
    """Return where a team's report says that the program stands."""
    results = tuple(report.indicators())
    view = report.view
    return Situation(
        program=view.program,
        date=report.date,
        frameworks=report.frameworks,
        candidates=tuple(result for result in results if result.is_rated),
        unrated=tuple(result.address for result in results if not result.is_rated),
        steps=dict(_team_steps(report)),
        heard={part.framework.id: frozenset(role for role, people in part.respondents.items() if people) for part in report.frameworks},
        governance=view.governance,
        protection=Protection(minimum=view.minimum, questions=len(results), hidden=sum(result.hidden is not None for result in results)),
    )


def raised(assessment: Assessment, addresses: Collection[str]) -> Assessment:
    """Return the assessment with the answers at `addresses`, and those that share them, one level up; Built in stays."""
    twins = shared_answers(assessment)
    up = {other for address in addresses for other in (address, *twins.get(address, ()))}
    return replace(assessment, answers={name: _one_up(given) if name in up else given for name, given in assessment.answers.items()})


def raised_view(view: TeamView, addresses: Collection[str]) -> TeamView:
    """Return a view in which everybody answered one level higher at `addresses`; Built in stays. It is for scores, never to be shown."""
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


def _steps(report: Report) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Yield what each further level of a question that was rated adds. See `Situation`."""
    for framework in report.frameworks:
        for section in framework.sections:
            points = _points_a_level(section)
            for result in section.indicators:
                if result.level is not None:
                    yield result.address, (result.indicator.weight * points,) * (HIGHEST - result.level)


def _points_a_level(section: SectionResult) -> Fraction:
    """Return the points that one level of a question of weight 1 adds to the section. See `Situation`."""
    answers = ((result.indicator.weight, result.answer.answer if result.answer else None) for result in section.indicators)
    sums = arithmetic.sums(answers)
    possible = sums.whole if section.score.value is None else sums.possible
    return Fraction(100, possible) if possible else Fraction(0)


def _team_steps(report: TeamReport) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Yield what each further level of a question that is shown adds. See `Situation`."""
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                if result.is_rated:
                    yield result.address, _points_of_levels(framework, section, result)


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
