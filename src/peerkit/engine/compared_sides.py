"""A report as a side of a comparison: where one person, one group or one team stands in each question, in the same form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from statistics import median

from peerkit.engine.agreement import WORDS_LIE_BETWEEN
from peerkit.model.comparison import Side, SideFramework, SideSection, Stand, StandState
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, SectionResult, State
from peerkit.model.team_report import CellResult, TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult

_STATES: Mapping[State, StandState] = {
    "rated": "rated",
    "dont-know": "dont-know",
    "skipped": "not-answered",
    "unanswered": "not-answered",
    "not-applicable": "not-applicable",
}


def side_of(report: Report, versions: Mapping[str, str]) -> Side:
    """Return one person's or one group's report as a side; `versions` are those of the frameworks that were answered, by id."""
    answered = report.assessment
    gone = [one.id.partition("/")[0] for one in answered.set_aside]
    return Side(
        kind=answered.mode,
        program=answered.program,
        day=answered.updated,
        set=answered.set,
        role=None if answered.mode == "consensus" else answered.role or "not-said",
        respondents=report.respondents,
        governance=answered.governance,
        frameworks={
            one.framework.id: _framework(one, versions[one.framework.id], gone.count(one.framework.id)) for one in report.frameworks
        },
    )


def side_of_team(report: TeamReport, versions: Mapping[str, str], day: str) -> Side:
    """Return a team's report as a side; `versions` are those of the frameworks that were answered, `day` is that of the last answers."""
    return Side(
        kind="team",
        program=report.view.program,
        day=day,
        set=report.view.set,
        respondents={str(role): number for role, number in report.view.respondents.items()},
        minimum=report.view.minimum,
        governance=report.view.governance,
        frameworks={one.framework.id: _team_framework(one, report, versions[one.framework.id]) for one in report.frameworks},
    )


def _framework(one: FrameworkResult, version: str, set_aside: int) -> SideFramework:
    sections = {section.section.id: _section(section) for section in one.sections}
    return SideFramework(framework=one.framework, version=version, sections=sections, respondents={}, set_aside=set_aside)


def _section(one: SectionResult) -> SideSection:
    return SideSection(section=one.section, stands={result.indicator.id: _stand(result) for result in one.indicators})


def _stand(one: IndicatorResult) -> Stand:
    level = None if one.level is None else Fraction(one.level)
    return Stand(
        state=_STATES[one.state],
        goal=one.goal,
        level=level,
        lowest=level,
        highest=level,
        gap=None if one.gap is None else Fraction(one.gap),
        safety=one.lane == "safety",
    )


def _team_framework(one: TeamFrameworkResult, report: TeamReport, version: str) -> SideFramework:
    [shown] = [framework for framework in report.view.frameworks if framework.framework.id == one.framework.id]
    views = {section.section.id: section for section in shown.sections}
    sections = {
        section.section.id: SideSection(section=section.section, stands=_stands(section), view=views[section.section.id])
        for section in one.sections
    }
    return SideFramework(framework=one.framework, version=version, sections=sections, respondents=one.respondents, set_aside=None)


def _stands(section: TeamSectionResult) -> dict[str, Stand]:
    return {one.row.indicator.id: _team_stand(one) for one in section.indicators}


def _team_stand(one: TeamIndicatorResult) -> Stand:
    if one.standing is None:
        return Stand(state="hidden", goal=one.goal)
    lowest, highest = _between([one.everyone] if one.everyone else one.groups)
    return Stand(
        state="rated",
        goal=one.goal,
        level=one.standing,
        lowest=lowest,
        highest=highest,
        gap=one.gap,
        safety=one.lane == "safety",
    )


def _between(cells: Iterable[CellResult]) -> tuple[Fraction, Fraction]:
    """Return the levels between which the middle lies for certain, where a cell in words could stand anywhere that the words admit."""
    ends = [WORDS_LIE_BETWEEN[one.cell.alike] if one.cell.alike else (one.standing, one.standing) for one in cells]
    return median(low for low, _ in ends), median(high for _, high in ends)
