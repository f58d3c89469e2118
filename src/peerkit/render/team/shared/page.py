"""The team report for a page with room: a cover, then a part for each heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerkit.model.page import Block, Heading, Page, Part
from peerkit.model.team_report import TeamReport
from peerkit.render.team.shared import agreed, closing, figures, gaps, hidden, opening, questions, scores


def make_page(report: TeamReport) -> Page:
    """Return the team report as a page of parts: what is hidden first, every question near the end."""
    return Page(tuple(opening.blocks(report)), tuple(_parts(report)))


def _parts(report: TeamReport) -> Iterator[Part]:
    yield from _split((*hidden.blocks(report), *opening.strengths(report)))
    for one in report.frameworks:
        yield Part(f"scores-{one.framework.id}", tuple(scores.framework_blocks(one, report)))
    yield from _split((*gaps.blocks(report), *agreed.blocks(report)))
    for one in report.frameworks:
        if one.sections:
            yield Part(f"questions-{one.framework.id}", tuple(questions.framework_blocks(one, report)))
    yield from _split((*figures.blocks(report), *closing.blocks(report)))


def _split(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield a part for each heading of a part, named after it: these headings are our words."""
    name, here = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if here:
                yield Part(name, tuple(here))
            name, here = re.sub("[^a-z]+", "-", block.text.casefold()), []
        here.append(block)
    yield Part(name, tuple(here))
