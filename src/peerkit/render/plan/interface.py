"""What a renderer of the plan is given and what it gives back.

A format is one module in this folder with a function `render(plan, context)`; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.plan import Plan
    from peerkit.render.interface import RenderContext


class PlanRenderer(Protocol):
    """A module that writes the plan in one format."""

    def render(self, plan: Plan, context: RenderContext, /) -> str:
        """Return the plan as text that ends with a line break; whatever came from a file or a person stands in it as text only."""
        ...
