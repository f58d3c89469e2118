"""The plan as data: a row for each action, and `peerkit/plan/1`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from peerkit import __version__
from peerkit.model import plan as nouns
from peerkit.model.answers import Action
from peerkit.model.plan import Outlook, Plan, PlannedAction
from peerkit.model.workbook import Content
from peerkit.render import wording as words
from peerkit.render.data.json_text import ends, entry
from peerkit.render.data.tables import Rows
from peerkit.render.pages.team_words import where

HEADS: Final = (
    "framework", "section", "indicator", "question", "level", "label", "goal", "gap", "importance", "priority", "lane", "effort", "points",
    "value", "what", "who", "by when", "first step", "how we will know", "help needed", "also ask", "may get in the way", "what can help",
    "look again on",
)  # fmt: skip


def rows(plan: Plan) -> Rows:
    """Return a row for each action, then one for each that a workshop recorded besides."""
    return Rows("A row for each action of the plan.", HEADS, _rows(plan))


def _rows(plan: Plan) -> Iterator[tuple[Content, ...]]:
    for action in plan.actions:
        result = action.result
        named = result.framework.id, result.section.id, result.indicator.id, result.asked
        gap = result.standing, words.sentence(where(result)), result.goal, result.gap, result.importance, result.priority, result.lane or ""
        barriers = ("\n".join(texts) for texts in zip(*((known.barrier, known.remedy) for known in action.barriers), strict=True))
        known = tuple(barriers) or ("", "")
        for written in action.recorded or (Action(id=result.address),):
            said = replace(
                written,
                first_step=written.first_step or action.first_step or "",
                sign=written.sign or "\n".join(result.indicator.look_for),
                ask_also=written.ask_also or words.sentence(words.roles(action.unheard)),
            )
            yield *named, *gap, action.effort, action.gain, action.value, *action_said(said), *known, plan.recheck
    for other in plan.others:
        framework, _, name = other.id.rpartition("/")
        blanks = [""] * (HEADS.index("what") - 3)
        yield framework, "", name, *blanks, *action_said(other), "", "", plan.recheck


def action_said(action: Action) -> tuple[str, ...]:
    """Return what was written down about an action, in the order of the columns."""
    return action.what, action.who, action.by, action.first_step, action.sign, action.help, action.ask_also


def file(plan: Plan) -> nouns.PlanFile:
    """Return the plan as a file; null stands where nothing may be said."""
    return entry(
        nouns.PlanFile,
        plan,
        format="peerkit/plan/1",
        peerkit=__version__,
        actions=tuple(_action(action) for action in plan.actions),
        frameworks=tuple(_outlook(outlook) for outlook in plan.outlooks),
        safety_left_out=tuple(candidate.address for candidate in plan.left_out),
        also_recorded=plan.others,
    )


def _action(action: PlannedAction) -> nouns.ActionEntry:
    candidate = action.result
    return entry(
        nouns.ActionEntry,
        action,
        candidate,
        id=candidate.address,
        section=candidate.section.id,
        ask=candidate.asked,
        level=candidate.standing,
        level_low=candidate.low,
        level_high=candidate.high,
        points=action.gain,
        also_raises=action.twins,
        signs=candidate.indicator.look_for,
        also_ask=action.unheard,
        agreed=action.agreed.level if action.agreed else None,
    )


def _outlook(outlook: Outlook) -> nouns.FrameworkOutlookEntry:
    now, then = outlook.now, outlook.then
    return entry(
        nouns.FrameworkOutlookEntry,
        now.framework,
        now=now.score.value,
        then=then.score.value,
        weakest_now=now.weakest,
        weakest_then=then.weakest,
        sections=tuple(
            entry(
                nouns.SectionOutlookEntry,
                before,
                before.section,
                now=before.score.value,
                **ends(before.score, "now_"),
                then=after.score.value,
                **ends(after.score, "then_"),
            )
            for before, after in zip(now.sections, then.sections, strict=True)
        ),
        small_steps=nouns.SmallStepsEntry(
            section=outlook.small_steps.weakest.section.id,
            raise_=tuple(nouns.RaiseEntry(id=raised.address, levels=levels) for raised, levels in outlook.small_steps.raises),
        )
        if outlook.small_steps
        else None,
    )
