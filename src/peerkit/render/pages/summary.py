"""The report on one page, for a board or a wall: the result, what to look at first, three strengths and the first steps."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Facts, Heading, Page, Paragraph, Part, Place, Title
from peerkit.model.report import Report
from peerkit.render import wording as words
from peerkit.render.pages.first_parts import look_first, overview, result_in_words, steps, strong
from peerkit.render.pages.report_head import PURPOSE, left_out, whose_line


def page(report: Report) -> Page:
    """Return the report on one page."""
    shown: tuple[Place, ...] = ("screen", "room")
    parts = tuple(Part("result", tuple(_blocks(report, place)), place) for place in shown)
    return Page((Title(report.assessment.program, "Gap report"),), parts, dense=True)


def _blocks(report: Report, place: Place) -> Iterator[Block]:
    yield Heading(result_in_words(report))
    yield from overview(report, sections=place == "room")
    yield from look_first(report, large=False)
    yield from strong(report)
    yield from steps(report, large=False)
    if place == "room":
        yield Heading("About this report", level=2)
    without = left_out(report)
    yield Paragraph(" ".join(text for text in (words.sentence(f"answered {whose_line(report)}."), PURPOSE, without) if text))
    governance = tuple(words.governance(report.assessment.governance))
    if governance:
        yield Facts(governance)
