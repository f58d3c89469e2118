"""What the plan says, for every format that people read: the same parts in the same order."""

from __future__ import annotations

from peerkit.model.page import Blocks
from peerkit.model.plan import Plan
from peerkit.render.plan.shared import choice, closing, opening, outlook, sheets


def make_blocks(plan: Plan, blank: str) -> Blocks:
    """Return the plan as a page: the actions, what they lead to, a sheet for each, and what to know.

    `blank` stands where words are to come.
    """
    return (
        *opening.blocks(plan),
        *choice.blocks(plan),
        *outlook.blocks(plan),
        *sheets.blocks(plan, blank),
        *closing.blocks(plan, blank),
    )
