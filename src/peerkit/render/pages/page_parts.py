"""What pages of several products have in common: a part for each heading, a program's facts, and where a framework comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerkit.model.framework import FactValue, Framework
from peerkit.model.page import Block, Blocks, Facts, Heading, Part


def before_heading(blocks: Iterable[Block]) -> tuple[Blocks, Blocks]:
    """Return what stands before the first heading of level 1, for a cover, and the rest."""
    cover, rest = list[Block](), list[Block]()
    for block in blocks:
        if rest or (isinstance(block, Heading) and block.level == 1):
            rest.append(block)
        else:
            cover.append(block)
    return tuple(cover), tuple(rest)


def split(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield a part for each heading of level 1, named after it. The first block is such a heading, and all of them are words of ours."""
    name, here = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            if here:
                yield Part(name, tuple(here))
            name, here = re.sub("[^a-z]+", "-", block.text.casefold()), []
        here.append(block)
    yield Part(name, tuple(here))


def sources(frameworks: Iterable[Framework]) -> Iterator[Block]:
    """Yield where each framework comes from, with its version."""
    yield Heading("Sources")
    for framework in frameworks:
        yield Facts((("Framework", f"{framework.title}, version {framework.version}"), *source_rows(framework)))


def source_rows(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield who published a framework's document, which it is, and whose the rights are, as far as that is said."""
    source = framework.source
    labelled = (("Publisher", source.publisher), ("Document", source.document), ("Rights", source.rights))
    yield from ((label, value) for label, value in labelled if value)


def fact_word(value: FactValue) -> str:
    """Return a fact about a program as a word."""
    return value if isinstance(value, str) else "Yes" if value else "No"
