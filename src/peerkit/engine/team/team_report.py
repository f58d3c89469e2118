"""A team's view to its report: the one place where the numbers of every team output come from. It sees nothing but the view."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from peerkit.engine.scores.arithmetic import team_score, weakest
from peerkit.engine.scores.lanes import goal_for, priorities, priority, strengths
from peerkit.engine.scores.report import GENERAL_LIMITS
from peerkit.engine.team.team_results import distance, lane_of, middle, section_result
from peerkit.model.answers import Outcome
from peerkit.model.framework import Framework, Section
from peerkit.model.report import TeamReport
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.team import Row, TeamFrameworkView, TeamSectionView, TeamView

_ON_FIRST_PAGE = 3


def make_team_report(view: TeamView, date: str, goal: int | None = None, outcome: Outcome | None = None) -> TeamReport:
    """Return the report of a team; `date` the day it is made, `goal` 1 to 4 for all, `outcome` what a workshop agreed on.

    What was agreed is shown beside the answers and changes no number; the importance agreed on orders the lists.
    """
    frameworks = tuple(_framework(shown, view, goal, outcome) for shown in view.frameworks)
    results = [result for framework in frameworks for result in framework.indicators()]
    strong, urgent = strengths(results), priorities(results)
    by_distance = sorted(results, key=lambda result: -distance(result))
    talk_first = tuple(result for result in by_distance if result.lane == "talk")
    look_first = urgent[:_ON_FIRST_PAGE]
    apart = [*talk_first, *(result for result in by_distance if result.agreement in ("spread", "split"))]
    seen_differently = _first_of(apart, look_first)
    alike = [result for result in (*strong, *results) if result.is_rated and result.seen_alike]
    return TeamReport(
        view=view,
        date=date,
        frameworks=frameworks,
        strengths=strong,
        talk_first=talk_first,
        priorities=urgent,
        seen_alike=_first_of(alike, (*look_first, *seen_differently)),
        seen_differently=seen_differently,
        look_first=look_first,
        unclear=tuple(result for result in results if result.lane == "unclear"),
        find_out=_find_out(results),
        limits=(*GENERAL_LIMITS, *(limit for shown in view.frameworks for limit in shown.framework.limits)),
        outcome=outcome,
    )


def _first_of(results: Sequence[Result], elsewhere: Sequence[Result]) -> tuple[Result, ...]:
    """Return the first of the results that do not stand elsewhere on the first page, each once."""
    there = {result.address for result in elsewhere}
    each = {result.address: result for result in results if result.address not in there}
    return tuple(each.values())[:_ON_FIRST_PAGE]


def _framework(shown: TeamFrameworkView, view: TeamView, goal: int | None, outcome: Outcome | None) -> FrameworkResult:
    framework = shown.framework
    chosen = goal or view.goals.get(framework.id)
    sections = tuple(_section(section, framework, view, goal, outcome) for section in shown.sections)
    return FrameworkResult(
        framework=framework,
        score=team_score(None),
        weakest=weakest((part.section.id, part.score) for part in sections),
        sections=sections,
        goal=chosen or framework.goal,
        respondents=shown.respondents,
        comments=shown.comments,
        writers=shown.writers,
    )


def _section(section: TeamSectionView, framework: Framework, view: TeamView, goal: int | None, outcome: Outcome | None) -> SectionResult:
    results = [_result(framework, section.section, row, view, goal, outcome) for row in section.rows]
    return section_result(section, results, goal or view.goals.get(framework.id) or section.section.goal or framework.goal)


def _result(framework: Framework, section: Section, row: Row, view: TeamView, goal: int | None, outcome: Outcome | None) -> Result:
    address = f"{framework.id}/{row.indicator.id}"
    cells = [row.everyone] if row.everyone else row.groups
    low, high = middle(cells)
    aim = goal_for(framework, section, row.indicator, view.goals, goal)
    importance = outcome.importance.get(address, "medium") if outcome else "medium"
    lane = lane_of(row, aim, importance)
    return Result(
        framework=framework,
        section=section,
        indicator=row.indicator,
        asked=row.indicator.ask,
        state="hidden" if row.hidden else "rated",
        goal=aim,
        importance=importance,
        low=low,
        high=high,
        priority=None if high is None or lane == "unclear" else priority(max(Fraction(0), aim - high), importance),
        lane=lane,
        row=row,
        agreed=outcome.agreed.get(address) if outcome else None,
    )


def _find_out(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what people cannot see: that with the largest share of those who did not know first, hidden rows last."""
    found = (result for result in results if result.lane == "find-out")
    return tuple(sorted(found, key=lambda result: -_share_unknown(result)))


def _share_unknown(result: Result) -> Fraction:
    unknown = sum(cell.dont_know for cell in result.cells)
    total = unknown + sum(cell.ratings for cell in result.cells)
    return Fraction(unknown, total) if total else Fraction(-1)
