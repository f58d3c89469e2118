"""What a plan says about an action, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import floor

from peerkit.model.plan import Plan, PlannedAction
from peerkit.model.result import Result, whole_points
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words


def levels(number: Fraction | int) -> str:
    """Return how many levels, to the half: "two levels", "half a level", "about one level" where that is not exact."""
    halves = max(1, floor(2 * Fraction(number) + Fraction(1, 2)))
    about = "" if Fraction(halves, 2) == number else "about "
    if halves == 1:
        return f"{about}half a level"
    shown = words.in_words(halves // 2) if halves % 2 == 0 else f"{halves / 2:g}"
    return f"{about}{shown} {'level' if halves == 2 else 'levels'}"


def label(standing: Fraction) -> str:
    """Return a level from 0 to 4, or the two that it lies between."""
    lower = floor(standing)
    return LEVEL_LABELS[lower] if standing == lower else f"between {LEVEL_LABELS[lower]} and {LEVEL_LABELS[lower + 1]}"


def standing(candidate: Result) -> str:
    """Return where a question stands and what it aims at."""
    now = " now" if candidate.standing else ""
    return words.sentence(f"{label(candidate.standing or Fraction(0))}{now}, goal {LEVEL_LABELS[candidate.goal]}")


def reason(action: PlannedAction, plan: Plan) -> str:
    """Return in one sentence why an action is worth it."""
    candidate = action.result
    parts = [
        "a safety matter" if candidate.lane == "safety" else "",
        f"{levels(candidate.gap)} below its goal" if candidate.gap else "at its goal already",
        "said to matter most" if candidate.importance == "high" else "",
        f"seen as {_EFFORTS[action.effort]}" if action.effort in _EFFORTS else "",
    ]
    return f"{words.sentence(', '.join(part for part in parts if part))}; {_gain(action, plan)}."


def when(text: str) -> str:
    """Return what stands where a day is wanted: a day in words, and anything else as it was written."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return text
    return words.day(text) if len(text) == len("2026-11-21") else text


def number_of(actions: Sequence[PlannedAction]) -> str:
    """Return how many actions there are, as they are spoken of: "these three", "this"."""
    return f"these {words.in_words(len(actions))}" if len(actions) > 1 else "this"


def change(now: Fraction, then: Fraction, *, about: bool = False) -> str:
    """Return a score now and then, in whole points: "rises from 58 to 67"."""
    before, after = words.place(now, about=about), words.place(then, about=about)
    if now == then:
        return f"stays at {before}"
    if before == after:
        return f"stays near {before}, up by less than a point"
    return f"rises from {before} to {after}"


def _gain(action: PlannedAction, plan: Plan) -> str:
    candidate = action.result
    if not action.gain:
        return f"it carries no weight in the score of {candidate.section.title}"
    gained = whole_points(action.gain)
    points = f"{gained} {'point' if gained == 1 else 'points'}" if gained else "less than a point"
    weakest = ", the weakest section" if action.in_weakest else ""
    return f"one level up adds {points} to {'' if _is_shown(candidate, plan) else 'the low end of '}{candidate.section.title}{weakest}"


def _is_shown(candidate: Result, plan: Plan) -> bool:
    found = (outlook.now.section(candidate.section.id) for outlook in plan.outlooks if outlook.now.framework.id == candidate.framework.id)
    return any(section is not None and section.score.value is not None for section in found)


_EFFORTS = {"small": "a small effort", "large": "a large effort"}
