"""The plan on a terminal: drawn, or plain."""

from __future__ import annotations

from typing import Final

from peerkit.model.plan import Plan
from peerkit.render.interface import RenderContext
from peerkit.render.media.screen import render_blocks
from peerkit.render.plan.shared import make_blocks

_TO_FILL_IN: Final = "not filled in yet"
_DOTS: Final = "\N{HORIZONTAL ELLIPSIS}" * 12


def render(plan: Plan, context: RenderContext) -> str:
    """See `peerkit.render.plan.interface.PlanRenderer`."""
    return render_blocks(make_blocks(plan, _TO_FILL_IN if context.plain else _DOTS), context)
