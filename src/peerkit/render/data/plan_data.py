"""The plan as data: a row for each action, and `peerkit/plan/1`."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal

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
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.data.csv_table import as_csv, number
from peerkit.render.data.json_text import as_json, decimal, decimal_or_none
from peerkit.render.pages.plan import label

HEADS: Final = (
    "framework", "section", "indicator", "question", "level", "label", "goal", "gap", "importance", "priority", "lane", "effort", "points",
    "value", "what", "who", "by when", "first step", "how we will know", "help needed", "also ask", "may get in the way", "what can help",
    "look again on",
)  # fmt: skip
FORMAT: Final[Literal["peerkit/plan/1"]] = "peerkit/plan/1"


def csv(plan: Plan, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a row for each action, then one for each that a workshop recorded besides."""
    return as_csv(HEADS, _rows(plan))


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    for action in plan.actions:
        for written in action.recorded or (Action(id=action.result.address),):
            yield (*_numbers(action), *_words(action, written), *_barriers(action), plan.recheck)
    for other in plan.others:
        framework, _, name = other.id.rpartition("/")
        blanks = [""] * (HEADS.index("what") - 3)
        written_down = (other.what, other.who, other.by, other.first_step, other.sign, other.help, other.ask_also)
        yield (framework, "", name, *blanks, *written_down, "", "", plan.recheck)


def _numbers(action: PlannedAction) -> tuple[str, ...]:
    candidate = action.result
    return (
        candidate.framework.id,
        candidate.section.id,
        candidate.indicator.id,
        candidate.asked,
        number(candidate.standing),
        words.sentence(label(candidate.standing or Fraction(0))),
        str(candidate.goal),
        number(candidate.gap),
        candidate.importance,
        number(candidate.priority),
        candidate.lane or "",
        action.effort,
        number(action.gain),
        number(action.value),
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


def json(plan: Plan, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the plan as `PlanFile`; numbers are rounded to four decimals, null stands where nothing may be said."""
    return as_json(
        PlanFile(
            format=FORMAT,
            peerkit=__version__,
            program=plan.program,
            date=plan.date,
            choice=plan.choice,
            actions=tuple(_action(action) for action in plan.actions),
            frameworks=tuple(_outlook(outlook) for outlook in plan.outlooks),
            safety_left_out=tuple(candidate.address for candidate in plan.left_out),
            also_recorded=plan.others,
            outside_our_control=plan.outside_our_control,
            recheck=plan.recheck,
        )
    )


def _action(action: PlannedAction) -> ActionEntry:
    candidate = action.result
    assert candidate.standing is not None
    assert candidate.gap is not None
    assert candidate.priority is not None
    assert candidate.lane is not None
    return ActionEntry(
        id=candidate.address,
        section=candidate.section.id,
        ask=candidate.asked,
        level=decimal(candidate.standing),
        goal=candidate.goal,
        gap=decimal(candidate.gap),
        importance=candidate.importance,
        priority=decimal(candidate.priority),
        lane=candidate.lane,
        effort=action.effort,
        points=decimal(action.gain),
        value=decimal(action.value),
        in_weakest=action.in_weakest,
        also_raises=action.twins,
        first_step=action.first_step,
        signs=candidate.indicator.look_for,
        also_ask=action.unheard,
        barriers=action.barriers,
        agreed=action.agreed.level if action.agreed else None,
        recorded=action.recorded,
    )


def _outlook(outlook: Outlook) -> FrameworkOutlookEntry:
    now, then = outlook.now, outlook.then
    return FrameworkOutlookEntry(
        id=now.framework.id,
        version=now.framework.version,
        title=now.framework.title,
        now=decimal_or_none(now.score.value),
        then=decimal_or_none(then.score.value),
        weakest_now=now.weakest,
        weakest_then=then.weakest,
        sections=tuple(
            SectionOutlookEntry(
                id=before.section.id,
                title=before.section.title,
                goal=before.goal,
                now=decimal_or_none(before.score.value),
                then=decimal_or_none(after.score.value),
                about=before.score.about,
            )
            for before, after in zip(now.sections, then.sections, strict=True)
        ),
        small_steps=None if outlook.small_steps is None else _small_steps(outlook.small_steps),
    )


def _small_steps(steps: SmallSteps) -> SmallStepsEntry:
    raises = tuple(RaiseEntry(id=candidate.address, levels=levels) for candidate, levels in steps.raises)
    return SmallStepsEntry(section=steps.weakest.section.id, raise_=raises)
