"""A page as a Word document: blocks become pieces, and pieces become the parts of a file."""

from __future__ import annotations

from peerkit.model.page import Page
from peerkit.render.interface import RenderContext
from peerkit.render.media.word.file import write
from peerkit.render.media.word.pieces import pieces


def render(page: Page, context: RenderContext) -> bytes:
    """Return what there is room for of the page as a Word file; `context.day` is all that it tells of when it was made.

    Raises:
        OutputError: when python-docx is not installed.

    """
    return write(pieces(Page(page.cover, page.parts_for("room"))), page.title, context.day)
