"""What pages of several products have in common: a part for each heading, what a workshop wrote down, where a framework comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from peerkit.model.answers import Action, Outcome
from peerkit.model.framework import FactValue, Framework
from peerkit.model.page import Block, Blocks, Bullets, Detail, Entries, Entry, Facts, Heading, Part
from peerkit.model.report import Report, TeamReport
from peerkit.model.result import FrameworkResult, Result

if TYPE_CHECKING:
    from peerkit.model.comparison import ComparedQuestion


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


def source_row(frameworks: Iterable[FrameworkResult]) -> tuple[str, str]:
    """Return the frameworks on one line, labelled: the name and version of each, and who published the document."""
    lines = [_source_line(found.framework) for found in frameworks]
    return "Source" if len(lines) == 1 else "Sources", "; ".join(lines)


def _source_line(framework: Framework) -> str:
    publisher = framework.source.publisher
    return f"{framework.name} {framework.version}{f' ({publisher})' if publisher else ''}"


def general_limits(report: Report | TeamReport) -> list[str]:
    """Return the limits that every report has, without those of its frameworks."""
    of_frameworks = {limit for found in report.frameworks for limit in found.framework.limits}
    return [limit for limit in report.limits if limit not in of_frameworks]


def fact_word(value: FactValue) -> str:
    """Return a fact about a program as a word."""
    return value if isinstance(value, str) else "Yes" if value else "No"


def workshop_blocks(outcome: Outcome, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the actions, what is outside our control, and when to look again; nothing where nothing was written down."""
    if outcome.actions:
        yield Heading("Actions", level=2, tone="act")
        yield Entries(entries=tuple(_action(action, frameworks) for action in outcome.actions), tone="act", large=True)
    outside = tuple(text for text in outcome.outside_our_control if text.strip())
    if outside:
        yield Heading("Outside our control", level=2, note="Raise it with whoever can change it.")
        yield Bullets(outside)
    if outcome.recheck.strip():
        yield Heading("When to look again", level=2)
        yield Facts((("Look again", outcome.recheck),))


def part_of(asked: Result | ComparedQuestion, *, several: bool) -> str:
    """Return the section that a question is part of, with the framework where there are several."""
    return f"{asked.framework.name}: {asked.section.title}" if several else asked.section.title


def question(name: str, frameworks: Iterable[Framework], role: str = "") -> Entry:
    """Return the question of an address, or of an id that one of the frameworks has, as `role` is asked it; else the name itself."""
    for framework in frameworks:
        for section, indicator in framework.indicators():
            address = f"{framework.id}/{indicator.id}"
            if name in (address, indicator.id):
                return Entry(text=indicator.asked_as(role), place=section.title, address=address)
    return Entry(text=name)


def _action(action: Action, frameworks: Sequence[Framework]) -> Entry:
    about = question(action.id, frameworks)
    asked = (Detail("Question", about.text),) if action.what.strip() and about.text.strip() else ()
    return replace(about, text=action.what if action.what.strip() else about.text, details=(*asked, *action_details(action)))


def action_details(action: Action) -> tuple[Detail, ...]:
    """Return what was written down about an action, beside what it is."""
    labelled = (
        ("Who", action.who),
        ("By when", action.by),
        ("First step", action.first_step),
        ("How we will know", action.sign),
        ("Help needed", action.help),
        ("Also ask", action.ask_also),
    )
    return tuple(Detail(label, text) for label, text in labelled if text.strip())
