"""A report as a situation to plan from, and its answers with some of them one level up.

Of a team nothing here sees more than the view: a hidden row is no candidate, and a cell in words counts as everybody at level 1 or 3.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from peerkit.engine.scores import arithmetic
from peerkit.engine.scores.arithmetic import lowest
from peerkit.engine.team.team_results import IN_WORDS, section_result
from peerkit.model.answers import Answer, Assessment
from peerkit.model.plan import Candidate, FrameworkStanding, Protection, SectionStanding, Situation
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, SectionResult
from peerkit.model.scale import HIGHEST, LEVELS, VOICES, Voice
from peerkit.model.team import Cell, Row, TeamFrameworkView, TeamSectionView, TeamView
from peerkit.model.team_report import TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult


def situation_of(report: Report, goal: int | None = None) -> Situation:
    """Return where a report says that the program stands; `goal` as the report was made with."""
    return Situation(
        program=report.assessment.program,
        date=report.date,
        frameworks=tuple(_standing(one, report.assessment, goal) for one in report.frameworks),
        candidates=tuple(_candidates(report)),
        unrated=tuple(one.address for one in report.indicators() if one.level is None),
        governance=report.assessment.governance,
    )


def raised(assessment: Assessment, addresses: Collection[str]) -> Assessment:
    """Return the assessment with the answers at `addresses`, and those that share them, one level up; Built in stays."""
    twins = shared_answers(assessment)
    up = {other for address in addresses for other in (address, *twins.get(address, ()))}
    return replace(assessment, answers={name: _one_up(given) if name in up else given for name, given in assessment.answers.items()})


def shared_answers(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Return for each address whose answer serves other questions too, or was given with another one, those addresses."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for address, answer in assessment.answers.items():
        groups[answer.via or address].append(address)
    return {one: tuple(other for other in group if other != one) for group in groups.values() if len(group) > 1 for one in group}


def unheard(indicator_voices: Collection[Voice] | None, needed: Collection[Voice], heard: Collection[str]) -> tuple[Voice, ...]:
    """Return who could tell more about a question: the roles it is asked of that were not heard, those the section needs first."""
    could_tell = [voice for voice in VOICES if (indicator_voices is None or voice in indicator_voices) and voice not in heard]
    return tuple(sorted(could_tell, key=lambda voice: voice not in needed))


def _one_up(answer: Answer) -> Answer:
    return replace(answer, answer=min(HIGHEST, answer.answer + 1)) if isinstance(answer.answer, int) else answer


def _standing(result: FrameworkResult, assessment: Assessment, goal: int | None) -> FrameworkStanding:
    framework = result.framework
    chosen = goal or assessment.goals.get(framework.id)
    return FrameworkStanding(
        framework=framework,
        score=result.score.value,
        weakest=result.weakest,
        sections=tuple(
            SectionStanding(section=one.section, score=one.score.value, goal=chosen or one.section.goal or framework.goal)
            for one in result.sections
        ),
    )


def _candidates(report: Report) -> Iterator[Candidate]:
    twins = shared_answers(report.assessment)
    heard = {role for role, people in report.respondents.items() if people}
    for framework in report.frameworks:
        for section in framework.sections:
            points = _points_a_level(section)
            for one in section.indicators:
                if one.level is not None:
                    yield _candidate(framework, section, one, points, twins, heard)


def _points_a_level(section: SectionResult) -> Fraction:
    """Return the points that one level of a question of weight 1 adds to the section. See `Candidate`."""
    sums = arithmetic.sums((one.indicator.weight, one.answer.reply if one.answer else None) for one in section.indicators)
    possible = sums.whole if section.score.value is None else sums.possible
    return Fraction(100, possible) if possible else Fraction(0)


def _candidate(
    framework: FrameworkResult,
    section: SectionResult,
    one: IndicatorResult,
    points: Fraction,
    twins: Mapping[str, tuple[str, ...]],
    heard: Collection[str],
) -> Candidate:
    assert one.level is not None
    assert one.gap is not None
    assert one.priority is not None
    assert one.lane is not None
    return Candidate(
        address=one.address,
        framework=framework.framework,
        section=section.section,
        indicator=one.indicator,
        asked=one.asked,
        standing=Fraction(one.level),
        goal=one.goal,
        gap=Fraction(one.gap),
        importance=one.importance,
        priority=one.priority,
        lane=one.lane,
        steps=(one.indicator.weight * points,) * (HIGHEST - one.level),
        twins=twins.get(one.address, ()),
        unheard=unheard(one.indicator.voices, section.section.needs_voices, heard),
    )


def team_situation_of(report: TeamReport, goal: int | None = None) -> Situation:
    """Return where a team's report says that the program stands; `goal` as the report was made with."""
    results = tuple(report.indicators())
    return Situation(
        program=report.view.program,
        date=report.date,
        frameworks=tuple(_team_standing(one, goal or report.view.goals.get(one.framework.id)) for one in report.frameworks),
        candidates=tuple(_team_candidates(report)),
        unrated=tuple(one.address for one in results if one.standing is None),
        governance=report.view.governance,
        protection=Protection(
            minimum=report.view.minimum, questions=len(results), hidden=sum(one.row.hidden is not None for one in results)
        ),
    )


def raised_view(view: TeamView, addresses: Collection[str]) -> TeamView:
    """Return a view in which everybody answered one level higher at `addresses`; Built in stays. It is for scores, never to be shown."""
    frameworks = tuple(
        replace(one, sections=tuple(_raised_section(section, one.framework.id, addresses) for section in one.sections))
        for one in view.frameworks
    )
    return replace(view, frameworks=frameworks)


def _raised_section(section: TeamSectionView, framework: str, addresses: Collection[str]) -> TeamSectionView:
    return replace(section, rows=tuple(_row_one_up(row) if f"{framework}/{row.indicator.id}" in addresses else row for row in section.rows))


def _row_one_up(row: Row) -> Row:
    everyone = _cell_one_up(row.everyone) if row.everyone else None
    return replace(row, everyone=everyone, groups=tuple(_cell_one_up(one) for one in row.groups))


def _cell_one_up(cell: Cell) -> Cell:
    counts = _counts(cell)
    return replace(cell, counts=(0, *counts[: HIGHEST - 1], counts[HIGHEST - 1] + counts[HIGHEST]), alike=None)


def _counts(cell: Cell) -> tuple[int, ...]:
    """Return how many chose each level; for a cell in words everybody at the level that the words count as."""
    if cell.counts is not None:
        return cell.counts
    assert cell.alike is not None
    return tuple(cell.ratings if level == IN_WORDS[cell.alike] else 0 for level in LEVELS)


def _team_standing(result: TeamFrameworkResult, chosen: int | None) -> FrameworkStanding:
    framework = result.framework
    return FrameworkStanding(
        framework=framework,
        score=None,
        weakest=lowest((one.section.id, one.score) for one in result.sections),
        sections=tuple(
            SectionStanding(section=one.section, score=one.score, goal=chosen or one.section.goal or framework.goal, about=one.about)
            for one in result.sections
        ),
    )


def _team_candidates(report: TeamReport) -> Iterator[Candidate]:
    for framework, seen in zip(report.frameworks, report.view.frameworks, strict=True):
        for section, view in zip(framework.sections, seen.sections, strict=True):
            for one in section.indicators:
                if one.standing is not None and one.row.hidden is None:
                    yield _team_candidate(framework, section, one, _steps(report, seen, section, view, one))


def _steps(
    report: TeamReport, seen: TeamFrameworkView, section: TeamSectionResult, view: TeamSectionView, one: TeamIndicatorResult
) -> tuple[Fraction, ...]:
    """Return the points that each further level adds to the section. See `Candidate`."""
    cells = [one.row.everyone] if one.row.everyone else list(one.row.groups)
    levels = HIGHEST - min(level for cell in cells for level, people in enumerate(_counts(cell)) if people)
    if section.score is None:
        whole = HIGHEST * sum(other.row.indicator.weight for other in section.indicators if other.standing is not None)
        return (Fraction(100 * one.row.indicator.weight, whole) if whole else Fraction(0),) * levels
    scores = [section.score]
    for _ in range(levels):
        view = _raised_section(view, seen.framework.id, {one.address})
        raised = section_result(view, (), seen.respondents, report.view.set).score
        assert raised is not None
        scores.append(raised)
    return tuple(after - before for before, after in pairwise(scores))


def _team_candidate(
    framework: TeamFrameworkResult, section: TeamSectionResult, one: TeamIndicatorResult, steps: tuple[Fraction, ...]
) -> Candidate:
    assert one.standing is not None
    assert one.gap is not None
    assert one.priority is not None
    assert one.lane is not None
    heard = {role for role, people in framework.respondents.items() if people}
    return Candidate(
        address=one.address,
        framework=framework.framework,
        section=section.section,
        indicator=one.row.indicator,
        asked=one.row.indicator.ask,
        standing=one.standing,
        goal=one.goal,
        gap=one.gap,
        importance=one.importance,
        priority=one.priority,
        lane=one.lane,
        steps=steps,
        unheard=unheard(one.row.indicator.voices, section.section.needs_voices, heard),
    )
