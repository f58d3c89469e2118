"""The plan as data: `peerkit/plan/1`. Numbers are rounded to 4 decimals; null stands where nothing may be said."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any, Final

from peerkit import __version__
from peerkit.model.data import to_data
from peerkit.model.plan import Outlook, Plan, PlannedAction
from peerkit.render.escape import json_text
from peerkit.render.interface import RenderContext

FORMAT: Final = "peerkit/plan/1"


def render(plan: Plan, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.plan.interface.PlanRenderer`."""
    return json_text(json.dumps(_plan(plan), ensure_ascii=False, indent=2)) + "\n"


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "peerkit": __version__,
        "program": plan.program,
        "date": plan.date,
        "choice": plan.choice,
        "actions": [_action(one) for one in plan.actions],
        "frameworks": [_outlook(one) for one in plan.outlooks],
        "safety_left_out": [one.address for one in plan.left_out],
        "also_recorded": [to_data(one) for one in plan.others],
        "outside_our_control": list(plan.outside_our_control),
        "recheck": plan.recheck,
    }


def _action(action: PlannedAction) -> dict[str, Any]:
    one = action.candidate
    return {
        "id": one.address,
        "section": one.section.id,
        "ask": one.asked,
        "level": _number(one.standing),
        "goal": one.goal,
        "gap": _number(one.gap),
        "importance": one.importance,
        "priority": _number(one.priority),
        "lane": one.lane,
        "effort": action.effort,
        "points": _number(one.gain),
        "value": _number(action.value),
        "in_weakest": action.in_weakest,
        "also_raises": list(one.twins),
        "first_step": action.first_step,
        "signs": list(one.indicator.look_for),
        "also_ask": list(one.unheard),
        "barriers": [to_data(barrier) for barrier in action.barriers],
        "agreed": action.agreed.level if action.agreed else None,
        "recorded": [to_data(written) for written in action.recorded],
    }


def _outlook(one: Outlook) -> dict[str, Any]:
    return {
        "id": one.now.framework.id,
        "version": one.now.framework.version,
        "title": one.now.framework.title,
        "now": _number(one.now.score),
        "then": _number(one.then.score),
        "weakest_now": one.now.weakest,
        "weakest_then": one.then.weakest,
        "sections": [
            {
                "id": before.section.id,
                "title": before.section.title,
                "goal": before.goal,
                "now": _number(before.score),
                "then": _number(after.score),
                "about": before.about,
            }
            for before, after in zip(one.now.sections, one.then.sections, strict=True)
        ],
        "small_steps": None
        if one.small_steps is None
        else {
            "section": one.small_steps.standing.section.id,
            "raise": [{"id": candidate.address, "levels": levels} for candidate, levels in one.small_steps.raises],
        },
    }


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 4))
