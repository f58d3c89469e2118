"""A team's view to its report: the one place where the numbers of every team output come from. It sees nothing but the view."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from statistics import median

from peerkit.engine.scores.lanes import priority
from peerkit.engine.scores.report import GENERAL_LIMITS
from peerkit.engine.team.team_results import cell_result, distance, lane_of, section_result
from peerkit.model.framework import Framework, Section
from peerkit.model.outcome import Outcome
from peerkit.model.report import Lane
from peerkit.model.team import Row, TeamFrameworkView, TeamView
from peerkit.model.team_report import CellResult, TeamFrameworkResult, TeamIndicatorResult, TeamReport

_TO_DO: tuple[Lane, ...] = ("safety", "act", "plan")


def make_team_report(view: TeamView, date: str, goal: int | None = None, outcome: Outcome | None = None) -> TeamReport:
    """Return the report of a team; `date` the day it is made, `goal` 1 to 4 for all, `outcome` what a workshop agreed on.

    What was agreed is shown beside the answers and changes no number; the importance agreed on orders the lists.
    """
    frameworks = tuple(_framework(one, view, goal, outcome) for one in view.frameworks)
    results = [one for framework in frameworks for section in framework.sections for one in section.indicators]
    return TeamReport(
        view=view,
        date=date,
        frameworks=frameworks,
        strengths=_strengths(results),
        talk_first=tuple(sorted((one for one in results if one.lane == "talk"), key=lambda one: -distance(one))),
        priorities=tuple(
            one for lane in _TO_DO for one in sorted((one for one in results if one.lane == lane), key=lambda one: -(one.priority or 0))
        ),
        find_out=_find_out(results),
        limits=(*GENERAL_LIMITS, *(limit for one in view.frameworks for limit in one.framework.limits)),
        outcome=outcome,
    )


def _framework(shown: TeamFrameworkView, view: TeamView, goal: int | None, outcome: Outcome | None) -> TeamFrameworkResult:
    framework = shown.framework
    sections = tuple(
        section_result(
            section,
            [_indicator(framework, section.section, row, view, goal, outcome) for row in section.rows],
            shown.respondents,
            view.set,
        )
        for section in shown.sections
    )
    return TeamFrameworkResult(
        framework=framework,
        respondents=shown.respondents,
        sections=sections,
        goal=goal or view.goals.get(framework.id) or framework.goal,
        comments=shown.comments,
    )


def _indicator(
    framework: Framework, section: Section, row: Row, view: TeamView, goal: int | None, outcome: Outcome | None
) -> TeamIndicatorResult:
    address = f"{framework.id}/{row.indicator.id}"
    everyone = cell_result(row.everyone) if row.everyone else None
    groups = tuple(cell_result(one) for one in row.groups)
    standing = _standing(everyone, groups)
    in_files = view.goals.get(address) or view.goals.get(framework.id)
    aim = goal or in_files or framework.goal_of(section, row.indicator)
    gap = None if standing is None else max(Fraction(0), aim - standing)
    importance = outcome.importance.get(address, "medium") if outcome else "medium"
    return TeamIndicatorResult(
        address=address,
        row=row,
        everyone=everyone,
        groups=groups,
        standing=standing,
        agreement=everyone.agreement if everyone else None,
        outlier=any(one.outlier for one in (everyone, *groups) if one),
        goal=aim,
        gap=gap,
        importance=importance,
        priority=None if gap is None else priority(gap, importance),
        lane=lane_of(row, everyone, groups, standing, gap, importance),
        agreed=outcome.agreed.get(address) if outcome else None,
    )


def _standing(everyone: CellResult | None, groups: Sequence[CellResult]) -> Fraction | None:
    """Return the level that a row stands at: everyone's, else the median of the groups'; None for a hidden row."""
    if everyone:
        return everyone.standing
    return median(one.standing for one in groups) if groups else None


def _strengths(results: Sequence[TeamIndicatorResult]) -> tuple[TeamIndicatorResult, ...]:
    """Return what is at its goal and at 3 or more, what everyone shares first, then the highest."""
    strong = [one for one in results if one.gap == 0 and (one.standing or 0) >= 3]
    return tuple(sorted(strong, key=lambda one: (not one.seen_alike, -(one.standing or 0))))


def _find_out(results: Sequence[TeamIndicatorResult]) -> tuple[TeamIndicatorResult, ...]:
    """Return what people cannot see: that with the largest share of those who did not know first, hidden rows last."""
    found = [one for one in results if one.lane == "find-out"]
    return tuple(sorted(found, key=lambda one: -_share_unknown(one)))


def _share_unknown(result: TeamIndicatorResult) -> Fraction:
    cells = [result.everyone] if result.everyone else result.groups
    unknown = sum(one.cell.dont_know for one in cells)
    total = unknown + sum(one.cell.ratings for one in cells)
    return Fraction(unknown, total) if total else Fraction(-1)
