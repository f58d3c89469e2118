"""The plan as data: a row for each action, and `peerkit/plan/1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit import __version__
from peerkit.model.answers import Action
from peerkit.model.plan import (
    ActionEntry,
    FrameworkOutlookEntry,
    Outlook,
    Plan,
    PlanFile,
    PlannedAction,
    RaiseEntry,
    SectionOutlookEntry,
    SmallSteps,
    SmallStepsEntry,
)
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
        for written in action.recorded or (Action(id=action.result.address),):
            yield (*_numbers(action), *_words(action, written), *_barriers(action), plan.recheck)
    for other in plan.others:
        framework, _, name = other.id.rpartition("/")
        blanks = [""] * (HEADS.index("what") - 3)
        written_down = (other.what, other.who, other.by, other.first_step, other.sign, other.help, other.ask_also)
        yield (framework, "", name, *blanks, *written_down, "", "", plan.recheck)


def _numbers(action: PlannedAction) -> tuple[Content, ...]:
    candidate = action.result
    return (
        candidate.framework.id,
        candidate.section.id,
        candidate.indicator.id,
        candidate.asked,
        candidate.standing,
        words.sentence(where(candidate)),
        candidate.goal,
        candidate.gap,
        candidate.importance,
        candidate.priority,
        candidate.lane or "",
        action.effort,
        action.gain,
        action.value,
    )


def _words(action: PlannedAction, written: Action) -> tuple[str, ...]:
    candidate = action.result
    return (
        written.what,
        written.who,
        written.by,
        written.first_step or action.first_step or "",
        written.sign or "\n".join(candidate.indicator.look_for),
        written.help,
        written.ask_also or words.sentence(words.roles(action.unheard)),
    )


def _barriers(action: PlannedAction) -> tuple[str, str]:
    return "\n".join(known.barrier for known in action.barriers), "\n".join(known.remedy for known in action.barriers)


def file(plan: Plan) -> PlanFile:
    """Return the plan as a file; null stands where nothing may be said."""
    return entry(
        PlanFile,
        plan,
        format="peerkit/plan/1",
        peerkit=__version__,
        actions=tuple(_action(action) for action in plan.actions),
        frameworks=tuple(_outlook(outlook) for outlook in plan.outlooks),
        safety_left_out=tuple(candidate.address for candidate in plan.left_out),
        also_recorded=plan.others,
    )


def _action(action: PlannedAction) -> ActionEntry:
    candidate = action.result
    return entry(
        ActionEntry,
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


def _outlook(outlook: Outlook) -> FrameworkOutlookEntry:
    now, then = outlook.now, outlook.then
    return entry(
        FrameworkOutlookEntry,
        now.framework,
        now=now.score.value,
        then=then.score.value,
        weakest_now=now.weakest,
        weakest_then=then.weakest,
        sections=tuple(
            entry(
                SectionOutlookEntry,
                before,
                before.section,
                now=before.score.value,
                **ends(before.score, "now_"),
                then=after.score.value,
                **ends(after.score, "then_"),
            )
            for before, after in zip(now.sections, then.sections, strict=True)
        ),
        small_steps=None if outlook.small_steps is None else _small_steps(outlook.small_steps),
    )


def _small_steps(steps: SmallSteps) -> SmallStepsEntry:
    raises = tuple(RaiseEntry(id=candidate.address, levels=levels) for candidate, levels in steps.raises)
    return SmallStepsEntry(section=steps.weakest.section.id, raise_=raises)
