"""The plan as a Markdown page, to print and fill in by hand or to go on editing."""

from __future__ import annotations

from typing import Final

from peerkit.model.plan import Plan
from peerkit.render.interface import RenderContext
from peerkit.render.media import markdown
from peerkit.render.plan.shared import make_blocks

_DOTS: Final = "\N{HORIZONTAL ELLIPSIS}" * 24


def render(plan: Plan, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.plan.interface.PlanRenderer`."""
    return markdown.render_blocks(make_blocks(plan, _DOTS))
