"""A sheet for each action: who, by when, the first step, how we will know, who else to ask, and what may get in the way."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.outcome import Action
from peerkit.model.page import Block, Detail, Entries, Entry, Heading
from peerkit.model.plan import Plan, PlannedAction
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.plan.shared import wording


def blocks(plan: Plan, blank: str) -> Iterator[Block]:
    """Yield a sheet for each action, and what a workshop recorded besides."""
    if plan.actions:
        yield Heading("Action sheets", note="Fill in what is open. Change what does not fit.")
        yield Entries(entries=tuple(_sheet(one, blank) for one in plan.actions), tone="act", large=True)
    if plan.others:
        yield Heading("Also recorded in the workshop", note="Not among the actions above; the scores here do not count on it.")
        yield Entries(entries=tuple(_other(one) for one in plan.others))


def _sheet(action: PlannedAction, blank: str) -> Entry:
    one = action.candidate
    details = (
        *_agreed(action),
        *(detail for written in action.recorded or (Action(id=one.address),) for detail in _lines(action, written, blank)),
        *_in_the_way(action),
    )
    return Entry(text=one.asked, standing=wording.standing(one), details=details, address=one.address)


def _lines(action: PlannedAction, written: Action, blank: str) -> Iterator[Detail]:
    """Yield the lines of a sheet: what was recorded, else what the framework suggests, else an empty line to fill in."""
    if written.what.strip():
        yield Detail("What", written.what)
    yield Detail("Who", _or(written.who, blank))
    yield Detail("By when", wording.when(_or(written.by, blank)))
    yield Detail("First step", _or(written.first_step, action.first_step or blank), to_do=True)
    yield Detail("How we will know", _or(written.sign, "\n".join(action.candidate.indicator.look_for) or blank))
    yield Detail("Help needed", _or(written.help, blank))
    yield Detail("Also ask", _or(written.ask_also, words.sentence(words.roles(action.candidate.unheard)) or blank))


def _or(text: str, otherwise: str) -> str:
    return text if text.strip() else otherwise


def _agreed(action: PlannedAction) -> Iterator[Detail]:
    if action.agreed is not None:
        yield Detail("Agreed level", f"{LEVEL_LABELS[action.agreed.level]}. The scores here go by the answers.")
        yield from (Detail("Seen differently", words.dissent(view)) for view in action.agreed.dissent)


def _in_the_way(action: PlannedAction) -> Iterator[Detail]:
    for one in action.barriers:
        yield Detail("May get in the way", one.barrier)
        yield Detail("What can help", one.remedy)


def _other(action: Action) -> Entry:
    labelled = (
        ("Who", action.who),
        ("By when", wording.when(action.by)),
        ("First step", action.first_step),
        ("How we will know", action.sign),
        ("Help needed", action.help),
        ("Also ask", action.ask_also),
    )
    details = tuple(Detail(label, text) for label, text in labelled if text.strip())
    return Entry(text=_or(action.what, action.id), standing=action.id if action.what.strip() else "", details=details)
