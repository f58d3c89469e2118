"""A page on a screen: drawn, or plain."""

from __future__ import annotations

from peerkit.model.page import Blocks, Page
from peerkit.render.interface import RenderContext


def render_blocks(blocks: Blocks, context: RenderContext) -> str:
    """Return a page for a terminal. The plain form loads nothing that draws."""
    if context.plain:
        from peerkit.render.media import plain

        return plain.render_blocks(blocks, context.width)
    from peerkit.render.media import drawn

    return drawn.render(Page(blocks, ()), context)
