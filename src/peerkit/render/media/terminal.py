"""A page on a terminal: drawn, or plain. The plain form loads nothing that draws."""

from __future__ import annotations

from peerkit.model.page import Page
from peerkit.render.context import RenderContext


def render(page: Page, context: RenderContext) -> str:
    """Return the page in lines of at most `context.width` cells."""
    if context.plain:
        from peerkit.render.media import plain

        return plain.render(page, context)
    from peerkit.render.media import drawn

    return drawn.render(page, context)
