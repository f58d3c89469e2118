"""Goals, gaps, importance and lanes: what a rating means for what to do next. They order lists and change no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from peerkit.engine.interview.scope import wording
from peerkit.engine.scores.arithmetic import state_of
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework, Indicator, Section
from peerkit.model.result import Lane, Result, State
from peerkit.model.scale import HIGHEST, Importance

IMPORTANCE: Mapping[Importance, int] = {"high": 3, "medium": 2, "low": 1}
DRIFT_THEMES = frozenset({"peer-drift", "role-clarity", "supervision", "workload-resources", "peer-identity"})
"""The themes of whatever keeps the role of a peer worker a peer role."""
TO_DO: tuple[Lane, ...] = ("safety", "act", "plan")


def goal_for(framework: Framework, section: Section, indicator: Indicator, goals: Mapping[str, int], goal: int | None) -> int:
    """Return the level to aim at (1 to 4): the one asked for, else that of the answers, `goals`, else the framework's."""
    return goal or goals.get(f"{framework.id}/{indicator.id}") or goals.get(framework.id) or framework.goal_of(section, indicator)


def priority(gap: int | Fraction, importance: Importance) -> Fraction:
    """Return P = 100 · (gap / 4) · (importance / 3), from 0 to 100; it orders a list and decides nothing."""
    return Fraction(100 * gap * IMPORTANCE[importance], HIGHEST * 3)


def lane_of(state: State, level: int | Fraction | None, gap: int | Fraction | None, importance: Importance, *, safety: bool) -> Lane | None:
    """Return the lane of an answer, the first that fits; None for what was skipped, does not apply or has none."""
    if state == "dont-know":
        return "find-out"
    if state == "no-agreement":
        return "talk"
    if level is None or gap is None:
        return None
    if safety and level <= 1:
        return "safety"
    if gap > 0:
        return "act" if importance == "high" else "plan"
    return "protect" if importance == "high" else "keep"


def result_of(framework: Framework, section: Section, indicator: Indicator, assessment: Assessment, goal: int | None) -> Result:
    """Return what an assessment says about one indicator in scope."""
    address = f"{framework.id}/{indicator.id}"
    answer = assessment.answers.get(address)
    state = state_of(answer.answer if answer else None)
    level = Fraction(answer.answer) if answer and isinstance(answer.answer, int) else None
    aim = goal_for(framework, section, indicator, assessment.goals, goal)
    importance = assessment.importance.get(address, "medium")
    gap = None if level is None else max(Fraction(0), aim - level)
    return Result(
        framework=framework,
        section=section,
        indicator=indicator,
        asked=answer.ask if answer else wording(indicator, assessment),
        state=state,
        goal=aim,
        importance=importance,
        low=level,
        high=level,
        priority=None if gap is None else priority(gap, importance),
        lane=lane_of(state, level, gap, importance, safety=indicator.safety),
        answer=answer,
        written=assessment.written.get(address),
    )


def strengths(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what is at its goal and at 3 or more, what everyone in a team sees alike first, then the highest."""
    strong = (result for result in results if result.is_strength)
    return tuple(sorted(strong, key=lambda result: (not result.seen_alike, -(result.low or 0))))


def priorities(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what is to be done: the lanes safety, act and plan, each by priority, then in file order."""
    return tuple(
        result
        for lane in TO_DO
        for result in sorted((result for result in results if result.lane == lane), key=lambda result: -(result.priority or 0))
    )


def not_answered(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what was answered with don't know or skipped, or not at all, in file order."""
    return tuple(result for result in results if result.state in ("dont-know", "skipped", "unanswered"))


def drift_watch(results: Sequence[Result]) -> tuple[Result, ...]:
    """Return what was rated or not known about keeping the peer role a peer role: lowest first, what is not known last."""
    here = [result for result in results if result.lane is not None and DRIFT_THEMES.intersection(result.indicator.themes)]
    return tuple(sorted(here, key=lambda result: HIGHEST + 1 if result.standing is None else result.standing))
