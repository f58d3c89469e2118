"""Goals, gaps, importance and lanes: what a rating means for what to do next. They order lists and change no score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from peerkit.engine.interview.scope import wording
from peerkit.engine.scores.arithmetic import state_of
from peerkit.model.answers import Answer, Assessment
from peerkit.model.framework import Framework, Indicator, Section
from peerkit.model.report import IndicatorResult, Lane, State
from peerkit.model.scale import HIGHEST, Importance

IMPORTANCE: Mapping[Importance, int] = {"high": 3, "medium": 2, "low": 1}
DRIFT_THEMES = frozenset({"peer-drift", "role-clarity", "supervision", "workload-resources", "peer-identity"})
"""The themes of whatever keeps the role of a peer worker a peer role."""
_TO_DO: tuple[Lane, ...] = ("safety", "act", "plan")


def goal_for(framework: Framework, section: Section, indicator: Indicator, assessment: Assessment, goal: int | None) -> int:
    """Return the level to aim at (1 to 4): the one asked for, else the file's, else the framework's."""
    in_file = assessment.goals.get(f"{framework.id}/{indicator.id}") or assessment.goals.get(framework.id)
    return goal or in_file or framework.goal_of(section, indicator)


def priority(gap: int | Fraction, importance: Importance) -> Fraction:
    """Return P = 100 · (gap / 4) · (importance / 3), from 0 to 100; it orders a list and decides nothing."""
    return Fraction(100 * gap * IMPORTANCE[importance], HIGHEST * 3)


def lane_of(state: State, level: int | None, gap: int | None, importance: Importance, *, safety: bool) -> Lane | None:
    """Return the lane of an answer, the first that fits; None for what is neither rated nor `dont-know`."""
    if state == "dont-know":
        return "find-out"
    if level is None or gap is None:
        return None
    if safety and level <= 1:
        return "safety"
    if gap > 0:
        return "act" if importance == "high" else "plan"
    return "protect" if importance == "high" else "keep"


def indicator_result(
    framework: Framework, section: Section, indicator: Indicator, assessment: Assessment, goal: int | None
) -> IndicatorResult:
    """Return what an assessment says about one indicator in scope."""
    address = f"{framework.id}/{indicator.id}"
    answer: Answer | None = assessment.answers.get(address)
    state = state_of(answer.reply if answer else None)
    level = answer.answer if answer and isinstance(answer.answer, int) else None
    aim = goal_for(framework, section, indicator, assessment, goal)
    importance = assessment.importance.get(address, "medium")
    gap = None if level is None else max(0, aim - level)
    return IndicatorResult(
        address=address,
        indicator=indicator,
        asked=answer.ask if answer else wording(indicator, assessment),
        answer=answer,
        state=state,
        level=level,
        goal=aim,
        gap=gap,
        importance=importance,
        priority=None if gap is None else priority(gap, importance),
        lane=lane_of(state, level, gap, importance, safety=indicator.safety),
        written=assessment.written.get(address),
    )


def strengths(results: Sequence[IndicatorResult]) -> tuple[IndicatorResult, ...]:
    """Return what is at its goal and at level 3 or 4, highest first."""
    strong = [result for result in results if result.gap == 0 and (result.level or 0) >= 3]
    return tuple(sorted(strong, key=lambda result: -(result.level or 0)))


def priorities(results: Sequence[IndicatorResult]) -> tuple[IndicatorResult, ...]:
    """Return what is to be done: the lanes safety, act and plan, each by priority, then in file order."""
    return tuple(
        result
        for lane in _TO_DO
        for result in sorted((one for one in results if one.lane == lane), key=lambda one: -(one.priority or Fraction(0)))
    )


def not_answered(results: Sequence[IndicatorResult]) -> tuple[IndicatorResult, ...]:
    """Return what was answered with don't know or skipped, or not at all, in file order."""
    return tuple(result for result in results if result.state in ("dont-know", "skipped", "unanswered"))


def drift_watch(results: Sequence[IndicatorResult]) -> tuple[IndicatorResult, ...]:
    """Return what was rated or not known about keeping the peer role a peer role: lowest first, what is not known last."""
    here = [one for one in results if one.lane is not None and DRIFT_THEMES.intersection(one.indicator.themes)]
    return tuple(sorted(here, key=lambda one: HIGHEST + 1 if one.level is None else one.level))
