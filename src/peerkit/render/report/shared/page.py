"""The gap report for a page with room: a cover, one page that says it in short, and all that the other formats say and more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from peerkit.model.page import Block, Facts, Heading, Page, Part, Title
from peerkit.model.report import FrameworkResult, Report
from peerkit.render import wording as words
from peerkit.render.report.shared import closing, details, drift, gaps, looks, outcome, scores, summary, themes
from peerkit.render.report.shared.opening import purpose, whose


def make_page(report: Report) -> Page:
    """Return the gap report as a page of parts: what to know first, and every question at the end."""
    return Page(tuple(_cover(report)), tuple(part for part in _parts(report) if part.blocks))


def make_short_page(report: Report) -> Page:
    """Return the gap report in short, as a page of one part."""
    return Page(tuple(summary.head(report)), (Part("in-short", tuple(summary.blocks(report))),))


def _cover(report: Report) -> Iterator[Block]:
    yield Title(report.assessment.program, "Gap report")
    yield Facts((*whose(report), *((one.framework.name, _sections(one)) for one in report.frameworks)))
    facts = dict(fact for one in report.frameworks for fact in closing.facts(one.framework, report))
    if facts:
        yield Facts(tuple(facts.items()))
    yield from purpose(report)
    governance = tuple(words.governance(report.assessment.governance))
    if governance:
        yield Facts(governance)


def _sections(result: FrameworkResult) -> str:
    if len(result.sections) == len(result.framework.sections):
        return "every section"
    return words.listed([one.section.title for one in result.sections]) or "no section"


def _parts(report: Report) -> Iterator[Part]:
    yield Part("in-short", tuple(summary.blocks(report)))
    for one in report.frameworks:
        answers = details.answers(one) if one.sections and report.shows_answers else ()
        yield Part(f"scores-{one.framework.id}", (*scores.framework_blocks(one), *answers))
    yield Part("where-to-look", tuple(gaps.blocks(report)))
    yield Part("peer-drift-watch", tuple(drift.blocks(report)))
    yield Part("themes", tuple(themes.blocks(report)))
    yield Part("another-look", tuple(looks.blocks(report)))
    yield Part("what-was-agreed", tuple(outcome.blocks(report)))
    yield from _split(closing.blocks(report))
    for one in report.frameworks if report.shows_answers else ():
        if one.sections:
            yield Part(f"questions-{one.framework.id}", tuple(details.questions(one, report)))
    if report.shows_answers:
        yield Part("numbers", tuple(details.terms(report)))


def _split(blocks: Iterable[Block]) -> Iterator[Part]:
    """Yield a part for each heading of a part, named after it: these headings are our words."""
    name, here = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield Part(name, tuple(here))
            name, here = re.sub("[^a-z]+", "-", block.text.casefold()), []
        here.append(block)
    yield Part(name, tuple(here))
