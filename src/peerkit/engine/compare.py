"""Sides held against each other: how far they can be compared, scores of what they share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fractions import Fraction
from statistics import median

from peerkit.engine.scores.arithmetic import framework_score, section_score
from peerkit.engine.team.team_results import WORDS_LIE_BETWEEN, everybody_score, section_result
from peerkit.errors import InputError, UsageError
from peerkit.model.answers import Rated, program_key
from peerkit.model.comparison import (
    FRAMEWORK_MOVES,
    MOST_SIDES,
    SECTION_MOVES,
    ChangedQuestion,
    ComparedFramework,
    ComparedQuestion,
    ComparedSection,
    Comparison,
    PartlyAnswered,
    Scores,
    Side,
    SideFramework,
    SideScore,
    SideSection,
    Stand,
    StandState,
)
from peerkit.model.framework import Change, Framework, Indicator, Section
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, Score, SectionResult, State
from peerkit.model.team import TeamSectionView
from peerkit.model.team_report import CellResult, TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult

MOST_SINGLE_FILES = 2
"""How many people's own files of one program may stand beside each other; more of them are a team."""


def compare(sides: Sequence[Side], date: str, *, named: bool = False) -> Comparison:
    """Return two or more sides held against each other; where they are given in another order, everything is in that order.

    `date` is the day it is made; `named` says that programs may be named where they differ.

    Raises:
        UsageError: when there are fewer than two sides, too many, or more than two people of one program by themselves.
        InputError: when there is no framework that all of them answered.

    """
    _refuse(sides)
    answered = {name: one.framework for side in sides for name, one in side.frameworks.items()}
    by_all = [name for name in sorted(answered) if all(name in side.frameworks for side in sides)]
    if not by_all:
        said = "; ".join(", ".join(sorted(side.frameworks)) for side in sides)
        raise InputError(f"these have no framework in common: {said}", "Compare answers to the same framework.")
    changes = {name: _changes(answered[name], [side.frameworks[name].version for side in sides]) for name in by_all}
    frameworks = tuple(_compared_framework([side.frameworks[name] for side in sides], sides, changes[name].keys()) for name in by_all)
    questions = [one for framework in frameworks for section in framework.sections for one in section.questions]
    changed = {f"{name}/{indicator}": notes for name, found in changes.items() for indicator, notes in found.items()}
    shared = [one for one in questions if one.is_rated_by_all and one.address not in changed]
    return Comparison(
        sides=tuple(sides),
        date=date,
        named=named,
        frameworks=frameworks,
        partly=tuple(_partly(answered[name], sides) for name in sorted(answered) if name not in by_all),
        moved=tuple(sorted(filter(_moved, shared), key=lambda one: -one.levels_apart)),
        strong=tuple(one for one in shared if all(stand is not None and stand.is_strength for stand in one.stands)),
        low=tuple(one for one in shared if all(stand is not None and bool(stand.gap) for stand in one.stands)),
        only=tuple(tuple(one for one in questions if _is_rated_by_one(one, number)) for number in range(len(sides))),
        changed=tuple(ChangedQuestion(question=one, notes=changed[one.address]) for one in questions if one.address in changed),
    )


def _refuse(sides: Sequence[Side]) -> None:
    if len(sides) < 2:
        raise UsageError("a comparison needs two sides or more", "Name two files of answers, or two folders: peerkit compare A B")
    if len(sides) > MOST_SIDES:
        raise UsageError(f"{len(sides)} sides are too many to compare", f"There are letters for {MOST_SIDES}. Name fewer.")
    alone = [program_key(side.program) for side in sides if side.kind == "solo"]
    if any(alone.count(name) > MOST_SINGLE_FILES for name in alone):
        raise UsageError(
            "more than two people of one program are a team, and are not compared one by one",
            "Put their files into a folder: a folder is a team. Report on it with `peerkit report FOLDER`, or compare folders.",
        )


def _partly(framework: Framework, sides: Sequence[Side]) -> PartlyAnswered:
    there = tuple(number for number, side in enumerate(sides) if framework.id in side.frameworks)
    return PartlyAnswered(framework=framework, sides=there)


def _changes(framework: Framework, versions: Sequence[str]) -> dict[str, tuple[Change, ...]]:
    """Return what was changed after the oldest of the versions and up to the newest, by indicator."""
    oldest, newest = min(map(_order, versions)), max(map(_order, versions))
    found = {
        indicator.id: tuple(one for one in indicator.change if oldest < _order(one.version) <= newest)
        for _, indicator in framework.indicators()
    }
    return {name: notes for name, notes in found.items() if notes}


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _compared_framework(parts: Sequence[SideFramework], sides: Sequence[Side], changed: AbstractSet[str]) -> ComparedFramework:
    framework = parts[0].framework
    sections = tuple(_compared_sections(framework, parts, sides, changed))
    questions = [one for section in sections for one in section.questions]
    return ComparedFramework(
        framework=framework,
        versions=tuple(one.version for one in parts),
        rated_by_all=sum(one.is_rated_by_all for one in questions),
        rated_by_any=sum(any(stand is not None and stand.state == "rated" for stand in one.stands) for one in questions),
        scores=framework_scores([section.questions for section in sections], sides, changed),
        sections=sections,
        set_aside=tuple(one.set_aside for one in parts),
    )


def _compared_sections(
    framework: Framework, parts: Sequence[SideFramework], sides: Sequence[Side], changed: AbstractSet[str]
) -> Iterator[ComparedSection]:
    for section in framework.sections:
        questions = tuple(
            one for indicator in section.indicators if any((one := _compared_question(framework, section, indicator, parts)).stands)
        )
        if questions:
            answered = [part.sections.get(section.id) for part in parts]
            yield ComparedSection(section=section, scores=section_scores(questions, answered, parts, sides, changed), questions=questions)


def _compared_question(framework: Framework, section: Section, indicator: Indicator, parts: Sequence[SideFramework]) -> ComparedQuestion:
    answered = (part.sections.get(section.id) for part in parts)
    stands = tuple(one.stands.get(indicator.id) if one else None for one in answered)
    return ComparedQuestion(framework=framework, section=section, indicator=indicator, stands=stands)


def _moved(one: ComparedQuestion) -> bool:
    """Whether a side stands higher than another for certain: the levels that they may have do not meet."""
    lowest = [stand.lowest for stand in one.stands if stand is not None and stand.lowest is not None]
    highest = [stand.highest for stand in one.stands if stand is not None and stand.highest is not None]
    return max(lowest) > min(highest)


def _is_rated_by_one(one: ComparedQuestion, side: int) -> bool:
    return [number for number, stand in enumerate(one.stands) if stand is not None and stand.state == "rated"] == [side]


Questions = Sequence[ComparedQuestion]


def section_scores(
    questions: Questions,
    answered: Sequence[SideSection | None],
    parts: Sequence[SideFramework],
    sides: Sequence[Side],
    changed: AbstractSet[str],
) -> Scores:
    """Return each side's score of a section; `changed` holds the ids of indicators that are in no score.

    Teams are counted alike: where they are not shown in the same groups, each is scored from everybody together.
    """
    asked = _asked(questions, changed)
    shared = [one for one in asked if one.is_rated_by_all]
    views = {number: _narrowed(one.view, asked, shared) for number, one in enumerate(answered) if one and one.view and shared}
    teams = _team_scores(views, parts, sides)
    alone = [SideScore(_score(asked, number).value) if shared else SideScore(None) for number in range(len(sides))]
    return Scores(
        sides=tuple(teams.get(number, one) for number, one in enumerate(alone)), shared=len(shared), asked=len(asked), moves=SECTION_MOVES
    )


def framework_scores(sections: Sequence[Questions], sides: Sequence[Side], changed: AbstractSet[str]) -> Scores | None:
    """Return each side's score of a framework over its sections of which all sides were asked something; None where a side is a team."""
    if any(side.kind == "team" for side in sides):
        return None
    asked = [found for questions in sections if (found := _asked(questions, changed))]
    scores = [
        framework_score([(questions[0].section.weight, _score(questions, number)) for questions in asked]) for number in range(len(sides))
    ]
    return Scores(
        sides=tuple(SideScore(one.value) for one in scores),
        shared=sum(one.is_rated_by_all for questions in asked for one in questions),
        asked=sum(len(questions) for questions in asked),
        moves=FRAMEWORK_MOVES,
    )


def _asked(questions: Questions, changed: AbstractSet[str]) -> list[ComparedQuestion]:
    return [one for one in questions if one.is_asked_of_all and one.indicator.id not in changed]


def _score(asked: Questions, number: int) -> Score:
    """Return the score of a person or a group, as if what the others did not rate were not rated here either."""
    return section_score([(one.indicator.weight, _reply(one, number)) for one in asked])


def _reply(one: ComparedQuestion, number: int) -> Rated | None:
    stand = one.stands[number]
    return Rated(int(stand.level)) if one.is_rated_by_all and stand is not None and stand.level is not None else None


def _narrowed(view: TeamSectionView, asked: Questions, shared: Questions) -> TeamSectionView:
    """Return a team's section with nothing but what all sides were asked; a row that they do not share counts as hidden."""
    kept = {one.indicator.id for one in shared}
    names = {one.indicator.id for one in asked}
    rows = (row for row in view.rows if row.indicator.id in names)
    hidden = tuple(
        row if row.indicator.id in kept else replace(row, groups=(), everyone=None, hidden=row.hidden or "too-few") for row in rows
    )
    return replace(view, rows=hidden)


def _team_scores(views: dict[int, TeamSectionView], parts: Sequence[SideFramework], sides: Sequence[Side]) -> dict[int, SideScore]:
    """Return the score of each team by its number: the mean of its groups where all teams have the same, else of everybody together."""
    results = {number: section_result(view, (), parts[number].respondents, sides[number].set) for number, view in views.items()}
    if len({tuple(group.roles for group in one.groups) for one in results.values()}) == 1:
        return {number: SideScore(one.score, one.about) for number, one in results.items()}
    together = {number: everybody_score(view) for number, view in views.items()}
    return {number: SideScore(one.score, one.about) for number, one in together.items()}


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
            one.framework.id: _side_framework(one, versions[one.framework.id], gone.count(one.framework.id)) for one in report.frameworks
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


def _side_framework(one: FrameworkResult, version: str, set_aside: int) -> SideFramework:
    sections = {section.section.id: _side_section(section) for section in one.sections}
    return SideFramework(framework=one.framework, version=version, sections=sections, respondents={}, set_aside=set_aside)


def _side_section(one: SectionResult) -> SideSection:
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
