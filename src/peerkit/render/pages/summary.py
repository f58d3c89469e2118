"""The report on one page: what is strong, what is weakest, what to do first, and how sure all of it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from peerkit.model.page import Block, Entries, Facts, Heading, Headline, Page, Paragraph, Part
from peerkit.model.report import Report
from peerkit.model.result import FrameworkResult
from peerkit.render import wording as words
from peerkit.render.pages.report_head import HOW_TO_READ, NOTHING_APPLIES, head, headline, safety
from peerkit.render.pages.report_questions import NOTHING_BELOW, ReportEntries, named, next_step, strengths

_STEPS_SHOWN: Final = 3


def page(report: Report) -> Page:
    """Return the report in short, as a page of one part."""
    return Page(tuple(_cover(report)), (Part("in-short", tuple(in_short(report))),))


def _cover(report: Report) -> Iterator[Block]:
    yield from head(report)
    governance = tuple(words.governance(report.assessment.governance))
    if governance:
        yield Facts(governance)


def in_short(report: Report) -> Iterator[Block]:
    """Yield strengths, each framework's weakest section, the first three next steps, and what the scores rest on."""
    yield Heading("In short")
    yield from safety(report)
    yield from strengths(report, level=2)
    weak = tuple((framework.framework.name, _weakest(framework)) for framework in report.frameworks)
    yield Heading("Weakest section", level=2, tone="plan")
    yield Facts(weak)
    yield from _steps(report) if report.shows_answers else named(report, level=2)
    yield Heading("How sure this is", level=2, note=HOW_TO_READ[1])
    yield Facts(tuple((framework.framework.name, _rests_on(framework)) for framework in report.frameworks))


def _weakest(framework: FrameworkResult) -> str:
    weak = framework.section(framework.weakest)
    return f"{weak.section.title}, {words.score(weak.score)}" if weak else "None stands out."


def _steps(report: Report) -> Iterator[Block]:
    yield Heading("First three steps", level=2, note="Safety first, then what matters most and is furthest from its goal.", tone="act")
    questions = ReportEntries(report)
    steps = tuple(
        questions.entry(result, *next_step(result))
        for result in islice((result for result in report.priorities if result.next_step), _STEPS_SHOWN)
    )
    yield Entries(entries=steps, tone="act", large=True) if steps else Paragraph(NOTHING_BELOW)


def _rests_on(framework: FrameworkResult) -> str:
    said = next((block for block in headline(framework) if isinstance(block, Headline)), None)
    if said is None or not framework.sections:
        return NOTHING_APPLIES
    parts = (said.text, said.rest, words.others(framework.score.counts))
    return ", ".join(part for part in parts if part)
