"""The report on one page: what is strong, what is weakest, what to do first, and how sure all of it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from peerkit.model.page import Block, Entries, Facts, Heading, Headline, Paragraph
from peerkit.model.report import FrameworkResult, Report
from peerkit.render import wording as words
from peerkit.render.report.shared import opening
from peerkit.render.report.shared.closing import HOW_TO_READ
from peerkit.render.report.shared.entries import Questions
from peerkit.render.report.shared.gaps import NOTHING_BELOW, named
from peerkit.render.report.shared.opening import safety, strengths
from peerkit.render.report.shared.scores import NOTHING_APPLIES, headline, weakest

_STEPS_SHOWN: Final = 3


def head(report: Report) -> Iterator[Block]:
    """Yield the head of a page that says no more than this: whose it is, what it is for, and who decides about the answers."""
    yield from opening.head(report)
    governance = tuple(words.governance(report.assessment.governance))
    if governance:
        yield Facts(governance)


def blocks(report: Report) -> Iterator[Block]:
    """Yield strengths, each framework's weakest section, the first three next steps, and what the scores rest on."""
    yield Heading("In short")
    yield from safety(report)
    yield from strengths(report, level=2)
    weak = tuple((one.framework.name, _weakest(one)) for one in report.frameworks)
    yield Heading("Weakest section", level=2, tone="plan")
    yield Facts(weak)
    yield from _steps(report) if report.shows_answers else named(report, level=2)
    yield Heading("How sure this is", level=2, note=HOW_TO_READ[1])
    yield Facts(tuple((one.framework.name, _rests_on(one)) for one in report.frameworks))


def _weakest(framework: FrameworkResult) -> str:
    weak = weakest(framework)
    return f"{weak.section.title}, {words.score(weak.score)}" if weak else "None stands out."


def _steps(report: Report) -> Iterator[Block]:
    yield Heading("First three steps", level=2, note="Safety first, then what matters most and is furthest from its goal.", tone="act")
    questions = Questions(report)
    steps = tuple(questions.step(one) for one in islice((one for one in report.priorities if one.next_step), _STEPS_SHOWN))
    yield Entries(entries=steps, tone="act", large=True) if steps else Paragraph(NOTHING_BELOW)


def _rests_on(framework: FrameworkResult) -> str:
    said = next((block for block in headline(framework) if isinstance(block, Headline)), None)
    if said is None or not framework.sections:
        return NOTHING_APPLIES
    parts = (said.text, said.rest, words.others(framework.score.counts))
    return ", ".join(part for part in parts if part)
