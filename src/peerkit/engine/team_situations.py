"""A team's report as a situation to plan from, and what is shown of the team with some questions one level up.

Nothing here sees more than the view: a hidden row is no candidate, and a cell in words counts as everybody at level 1 or 3.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from peerkit.engine.agreement import IN_WORDS
from peerkit.engine.planning import make_plan
from peerkit.engine.scoring import lowest
from peerkit.engine.situations import unheard
from peerkit.engine.team import make_team_report
from peerkit.engine.team_scores import section_result
from peerkit.model.planning import Candidate, FrameworkStanding, Plan, Protection, SectionStanding, Situation, Wishes
from peerkit.model.scale import HIGHEST, LEVELS
from peerkit.model.team import Cell, Row, TeamFrameworkView, TeamSectionView, TeamView
from peerkit.model.team_report import TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult


def plan_for_team(view: TeamView, date: str, goal: int | None, wishes: Wishes) -> Plan:
    """Return the plan for a team. See `peerkit.engine.planning.plan_for`."""

    def stand(one: TeamView) -> Situation:
        return team_situation_of(make_team_report(one, date, goal, wishes.outcome), goal)

    return make_plan(stand(view), lambda addresses: stand(raised_view(view, addresses)), wishes)


def team_situation_of(report: TeamReport, goal: int | None = None) -> Situation:
    """Return where a team's report says that the program stands; `goal` as the report was made with."""
    results = tuple(report.indicators())
    return Situation(
        program=report.view.program,
        date=report.date,
        frameworks=tuple(_standing(one, goal or report.view.goals.get(one.framework.id)) for one in report.frameworks),
        candidates=tuple(_candidates(report)),
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
    return replace(section, rows=tuple(_one_up(row) if f"{framework}/{row.indicator.id}" in addresses else row for row in section.rows))


def _one_up(row: Row) -> Row:
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


def _standing(result: TeamFrameworkResult, chosen: int | None) -> FrameworkStanding:
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


def _candidates(report: TeamReport) -> Iterator[Candidate]:
    for framework, seen in zip(report.frameworks, report.view.frameworks, strict=True):
        for section, view in zip(framework.sections, seen.sections, strict=True):
            for one in section.indicators:
                if one.standing is not None and one.row.hidden is None:
                    yield _candidate(framework, section, one, _steps(report, seen, section, view, one))


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


def _candidate(
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
