"""A timed agenda from a team's report, or from the report of one file: what to talk about, in which order, and for how long.

Safety matters come first, by priority; they take half of the questions that find time, and more where nothing else is left. Then what is
seen differently, by D · w: D is how far views differ in levels, w the weight of the question. Of a team D is the mean distance from the
median, or half of what lies between two groups' medians, if that is more; of a group that answered together it is the distance of the
farthest view that was written down beside the answer. Split views, and groups or views two levels apart, stand before all others. What is
tied stands by priority, then in file order. What everyone sees alike and at its goal is no topic: it is a strength.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final

from peerkit.engine.scores.report import make_report
from peerkit.engine.team.team_report import make_team_report
from peerkit.engine.team.team_results import WIDE_APART, between_groups, distance
from peerkit.engine.workshop.cards import cards_for
from peerkit.engine.workshop.timetable import Slot, slots, starts
from peerkit.errors import UsageError
from peerkit.model.agenda import LONGEST, MOST_ACTIONS, SHORTEST, Agenda, Part, Reason, Seen, Topic
from peerkit.model.answers import Assessment, Dissent
from peerkit.model.crosswalk import Tension
from peerkit.model.framework import Framework, Section
from peerkit.model.report import IndicatorResult, Report
from peerkit.model.team import TeamView
from peerkit.model.team_report import TeamIndicatorResult, TeamReport

STRENGTHS_SHOWN: Final = 5
FIND_OUT_SHOWN: Final = 5
_SEEN_APART: Final = ("split", "apart")
_TALKED_ABOUT: Final[tuple[Reason, ...]] = ("split", "apart", "differing", "spread", "gap")


@dataclass(frozen=True, slots=True)
class _Found:
    """What a report holds for an agenda: every topic in file order, the strengths, and the first things to do, in their order."""

    topics: tuple[Topic, ...]
    strengths: tuple[Topic, ...]
    to_do: tuple[Topic, ...]

    @property
    def safety(self) -> tuple[Topic, ...]:
        """The matters of safety, in the order of the agenda."""
        return tuple(sorted((one for one in self.topics if one.reason == "safety"), key=lambda one: -one.priority))

    @property
    def others(self) -> tuple[Topic, ...]:
        """The other questions that can have a time of their own, in the order of the agenda."""
        return tuple(sorted((one for one in self.topics if one.reason in _TALKED_ABOUT), key=_rank))

    @property
    def to_find_out(self) -> tuple[Topic, ...]:
        """What people do not know, then what is hidden, each in file order."""
        return tuple(one for reason in ("unknown", "hidden") for one in self.topics if one.reason == reason)


def agenda_for_team(view: TeamView, date: str, minutes: int, tensions: Sequence[Tension] = (), goal: int | None = None) -> Agenda:
    """Return the agenda of a team; `date` the day it is made, `goal` 1 to 4 for all.

    Raises:
        UsageError: when the minutes are too few or too many.

    """
    report = make_team_report(view, date, goal)
    found = _team_topics(report)
    rows = [one.row for one in report.indicators()]
    parts, find_out, spare = _filled(found, minutes, tensions, [one.framework for one in report.frameworks])
    return Agenda(
        program=view.program,
        date=date,
        minutes=minutes,
        made="team",
        respondents={str(role): number for role, number in view.respondents.items()},
        frameworks=tuple(one.framework for one in report.frameworks),
        parts=parts,
        strengths=found.strengths[:STRENGTHS_SHOWN],
        find_out=find_out,
        spare=spare,
        proposals=found.to_do[:MOST_ACTIONS],
        governance=view.governance,
        minimum=view.minimum,
        asked=len(rows),
        hidden=sum(row.hidden is not None for row in rows),
        in_words=sum(any(cell.alike for cell in (*row.groups, *([row.everyone] if row.everyone else []))) for row in rows),
    )


def agenda_for(
    frameworks: Sequence[Framework],
    assessment: Assessment,
    date: str,
    minutes: int,
    tensions: Sequence[Tension] = (),
    goal: int | None = None,
) -> Agenda:
    """Return the agenda that one file of answers makes. See `agenda_for_team`."""
    report = make_report(frameworks, assessment, date, goal)
    found = _topics(report)
    parts, find_out, spare = _filled(found, minutes, tensions, frameworks)
    return Agenda(
        program=assessment.program,
        date=date,
        minutes=minutes,
        made="group" if assessment.mode == "consensus" else "person",
        respondents=report.respondents,
        frameworks=tuple(frameworks),
        parts=parts,
        strengths=found.strengths[:STRENGTHS_SHOWN],
        find_out=find_out,
        spare=spare,
        proposals=found.to_do[:MOST_ACTIONS],
        governance=assessment.governance,
        asked=len(list(report.indicators())),
    )


def _filled(
    found: _Found, minutes: int, tensions: Sequence[Tension], frameworks: Sequence[Framework]
) -> tuple[tuple[Part, ...], tuple[Topic, ...], tuple[Topic, ...]]:
    """Return the parts, what to find out in the part of that name, and what found no time."""
    if not SHORTEST <= minutes <= LONGEST:
        hint = "With less time, hand the report round. With more, make one agenda for each half day."
        raise UsageError(f"an agenda is for {SHORTEST} to {LONGEST} minutes, and {minutes} are asked for", hint)
    safety, others, unknown = found.safety, found.others, found.to_find_out
    order = slots(minutes, len(safety) + len(others), find_out=bool(unknown))
    talks = sum(slot.kind == "talk" for slot in order)
    first = min(len(safety), max(ceil(talks / 2), talks - len(others)))
    talked = (*safety[:first], *others[: talks - first])
    asked = unknown[:FIND_OUT_SHOWN] if any(slot.kind == "find-out" for slot in order) else ()
    spare = (*safety[first:], *others[talks - first :], *unknown[len(asked) :])
    return tuple(_parts(order, talked, cards_for(talked, tensions, frameworks))), asked, spare


def _parts(order: Sequence[Slot], topics: Sequence[Topic], cards: Sequence[Tension | None]) -> Iterator[Part]:
    waiting = iter(zip(topics, cards, strict=True))
    for slot, start in zip(order, starts(order), strict=True):
        topic, tension = next(waiting) if slot.kind == "talk" else (None, None)
        yield Part(kind=slot.kind, start=start, minutes=slot.minutes, topic=topic, tension=tension)


def _rank(topic: Topic) -> tuple[bool, Fraction, Fraction]:
    wide = topic.reason in _SEEN_APART or (topic.reason == "differing" and topic.apart >= WIDE_APART)
    return not wide, -topic.apart * topic.indicator.weight, -topic.priority


def _team_topics(report: TeamReport) -> _Found:
    made = {
        one.address: _team_topic(framework.framework, section.section, one)
        for framework in report.frameworks
        for section in framework.sections
        for one in section.indicators
    }
    strengths = tuple(made[one.address] for one in report.strengths if made[one.address].reason == "strength")
    return _Found(tuple(made.values()), strengths, tuple(made[one.address] for one in report.priorities))


def _team_topic(framework: Framework, section: Section, one: TeamIndicatorResult) -> Topic:
    shown = one.row.hidden is None
    return Topic(
        address=one.address,
        framework=framework,
        section=section,
        indicator=one.row.indicator,
        asked=one.row.indicator.ask,
        reason=_team_reason(one),
        goal=one.goal,
        standing=one.standing if shown else None,
        apart=distance(one) if shown else Fraction(0),
        priority=one.priority or Fraction(0),
        seen=tuple(_seen(one)) if shown else (),
        hidden=one.row.hidden,
    )


def _team_reason(one: TeamIndicatorResult) -> Reason:
    if one.row.hidden is not None or one.standing is None:
        return "hidden"
    if one.lane == "safety":
        return "safety"
    if one.lane == "find-out":
        return "unknown"
    if one.agreement == "split":
        return "split"
    if between_groups(one.groups) >= WIDE_APART:
        return "apart"
    if one.agreement == "spread":
        return "spread"
    return "gap" if one.gap else "strength"


def _seen(one: TeamIndicatorResult) -> Iterator[Seen]:
    """Yield how each group sees a question, then everyone."""
    for result in one.groups:
        yield Seen(roles=result.cell.roles, people=result.cell.ratings, standing=result.standing, alike=result.cell.alike)
    if one.everyone is not None:
        cell = one.everyone.cell
        yield Seen(roles=(), people=cell.ratings, standing=one.everyone.standing, alike=cell.alike)


def _topics(report: Report) -> _Found:
    made = {
        one.address: _topic(framework.framework, section.section, one, reason)
        for framework in report.frameworks
        for section in framework.sections
        for one in section.indicators
        if (reason := _reason(one)) is not None
    }
    strengths = tuple(made[one.address] for one in report.strengths if made[one.address].reason == "strength")
    return _Found(tuple(made.values()), strengths, tuple(made[one.address] for one in report.priorities))


def _topic(framework: Framework, section: Section, one: IndicatorResult, reason: Reason) -> Topic:
    return Topic(
        address=one.address,
        framework=framework,
        section=section,
        indicator=one.indicator,
        asked=one.asked,
        reason=reason,
        goal=one.goal,
        standing=None if one.level is None else Fraction(one.level),
        apart=_apart(one),
        priority=one.priority or Fraction(0),
        dissent=_views(one),
    )


def _reason(one: IndicatorResult) -> Reason | None:
    """Return why a question is on the agenda; None for what was passed by, or does not apply: that is nobody's topic."""
    if one.lane is None:
        return None
    if one.lane == "safety":
        return "safety"
    if one.lane == "find-out":
        return "unknown"
    if _views(one):
        return "differing"
    return "gap" if one.gap else "strength"


def _views(one: IndicatorResult) -> tuple[Dissent, ...]:
    return one.beside.dissent if one.beside else ()


def _apart(one: IndicatorResult) -> Fraction:
    """Return the distance of the farthest view from the answer, in levels; one without a level counts as one level."""
    if one.level is None:
        return Fraction(0)
    distances = (abs(view.answer - one.level) if isinstance(view.answer, int) else 1 for view in _views(one))
    return Fraction(max(distances, default=0))
