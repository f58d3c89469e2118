"""A page as lines of text on a sheet, for whoever wants to read and not to reckon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerkit.model.page import Block, Heading, Notice, Title
from peerkit.model.workbook import TextLine
from peerkit.render.media import plain


def lines(blocks: Iterable[Block]) -> Iterator[TextLine]:
    """Yield the texts of a page, each as a line; what is drawn elsewhere is said in words."""
    for block in blocks:
        match block:
            case Title():
                yield TextLine("title", f"{block.kind}: {block.text}")
            case Heading():
                yield TextLine("heading" if block.level == 1 else "part", block.text)
                yield from [TextLine("text", block.note)] if block.note else []
            case Notice():
                yield TextLine("notice", block.text)
            case _:
                yield from (TextLine("text", text) for text in plain.texts(block) if text)
