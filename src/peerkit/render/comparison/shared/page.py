"""A comparison for a page with room: a cover, then a part for each heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerkit.model.comparison import Comparison
from peerkit.model.page import Block, Heading, Page, Part
from peerkit.render.comparison.shared import closing, opening, questions, scores


def make_page(comparison: Comparison) -> Page:
    """Return a comparison as a page of parts."""
    return Page(tuple(opening.blocks(comparison)), tuple(_parts(comparison)))


def _parts(comparison: Comparison) -> Iterator[Part]:
    yield from _split(opening.comparability(comparison))
    for one in comparison.frameworks:
        yield Part(f"scores-{one.framework.id}", tuple(scores.framework_blocks(one, comparison)))
    yield from _split((*questions.blocks(comparison), *closing.blocks(comparison)))


def _split(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield a part for each heading of a part, named after it: these headings are our words."""
    here = list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and here:
            yield _part(here)
            here = []
        here.append(block)
    yield _part(here)


def _part(blocks: list[Block]) -> Part:
    head = blocks[0]
    assert isinstance(head, Heading)
    return Part(re.sub("[^a-z]+", "-", head.text.casefold()), tuple(blocks))
