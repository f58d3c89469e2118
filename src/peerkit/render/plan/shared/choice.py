"""The actions in short, each with why, and the safety matters that none of them is about."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Detail, Entries, Entry, Heading
from peerkit.model.plan import Candidate, Plan
from peerkit.render import wording as words
from peerkit.render.plan.shared import wording


def blocks(plan: Plan) -> Iterator[Block]:
    """Yield the actions, then the safety matters that are left out."""
    number = len(plan.actions)
    if number:
        yield Heading(f"{words.sentence(words.in_words(number))} {'action' if number == 1 else 'actions'}", tone="act")
        whys = [wording.reason(one, plan) for one in plan.actions]
        entries = (_entry(one.candidate, plan, Detail("Why", why)) for one, why in zip(plan.actions, whys, strict=True))
        yield Entries(entries=tuple(entries), tone="act", large=True)
    if plan.left_out:
        yield Heading("Safety matters that are not in this plan", tone="safety")
        yield Entries(entries=tuple(_entry(one, plan) for one in plan.left_out), tone="safety")


def _entry(one: Candidate, plan: Plan, *details: Detail) -> Entry:
    several = len(plan.outlooks) > 1
    return Entry(
        text=one.asked,
        standing=wording.standing(one),
        place=f"{one.framework.name}: {one.section.title}" if several else one.section.title,
        details=details,
        level=int(one.standing) if one.standing.denominator == 1 else None,
        goal=one.goal,
        address=one.address,
    )
