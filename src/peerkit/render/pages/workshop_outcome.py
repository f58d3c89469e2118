"""What a workshop wrote down, for the report of one file and of a team alike: actions, what is outside its control, when to look again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from peerkit.model.answers import Action, Outcome
from peerkit.model.framework import Framework
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Facts, Heading


def workshop_blocks(outcome: Outcome, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the actions, what is outside our control, and when to look again; nothing where nothing was written down."""
    if outcome.actions:
        yield Heading("Actions", level=2, tone="act")
        yield Entries(entries=tuple(_action(action, frameworks) for action in outcome.actions), tone="act", large=True)
    outside = tuple(text for text in outcome.outside_our_control if text.strip())
    if outside:
        yield Heading("Outside our control", level=2, note="Raise it with whoever can change it.")
        yield Bullets(outside)
    if outcome.recheck.strip():
        yield Heading("When to look again", level=2)
        yield Facts((("Look again", outcome.recheck),))


def question(name: str, frameworks: Iterable[Framework]) -> Entry:
    """Return the question of an address, or of an id that one of the frameworks has; else the name stands for itself."""
    for framework in frameworks:
        for section, indicator in framework.indicators():
            address = f"{framework.id}/{indicator.id}"
            if name in (address, indicator.id):
                return Entry(text=indicator.ask, place=section.title, address=address)
    return Entry(text=name)


def _action(action: Action, frameworks: Sequence[Framework]) -> Entry:
    about = question(action.id, frameworks)
    labelled = (
        ("Question", about.text if action.what.strip() else ""),
        ("Who", action.who),
        ("By when", action.by),
        ("First step", action.first_step),
        ("How we will know", action.sign),
        ("Help needed", action.help),
        ("Also ask", action.ask_also),
    )
    details = tuple(Detail(label, text) for label, text in labelled if text.strip())
    return replace(about, text=action.what if action.what.strip() else about.text, details=details)
