"""The gaps, lane by lane, and what nobody could see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.report import LANE_NOTES, LANE_TITLES, IndicatorResult, Lane, Report
from peerkit.render.blocks import Block, Entries, Heading, Paragraph, Tone
from peerkit.render.report.shared.entries import Questions
from peerkit.render.report.shared.opening import STRENGTHS_SHOWN

_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (("safety", "safety"), ("act", "act"), ("plan", "plan"), ("find-out", "find-out"))
_SHOWN_IN_FULL: Final = 3
NOTHING_BELOW: Final = "Nothing is below its goal, as far as it was answered."


def blocks(report: Report) -> Iterator[Block]:
    """Yield each lane with the first three of its questions in full and the rest in short."""
    unseen = tuple(one for one in report.not_answered if one.lane == "find-out")
    yield Heading("Where to look")
    if not report.priorities:
        yield Paragraph(NOTHING_BELOW)
    for lane, tone in _LANES:
        here = [one for one in (*report.priorities, *unseen) if one.lane == lane]
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=LANE_NOTES[lane], tone=tone)
            yield from _lane(Questions(report), here, tone)
    yield from _seen_differently(report)


def _lane(questions: Questions, results: Sequence[IndicatorResult], tone: Tone) -> Iterator[Block]:
    first, rest = results[:_SHOWN_IN_FULL], results[_SHOWN_IN_FULL:]
    yield Entries(entries=tuple(questions.full(one) for one in first), tone=tone, large=True)
    if rest:
        yield Entries(entries=tuple(questions.short(one) for one in rest), tone=tone, first=len(first) + 1)


def _seen_differently(report: Report) -> Iterator[Block]:
    """Yield the questions that stand in no list above although somebody saw them differently."""
    listed = {one.address for one in (*report.strengths[:STRENGTHS_SHOWN], *report.priorities)}
    here = [one for one in report.indicators() if one.address not in listed and one.lane != "find-out"]
    unheard = tuple(Questions(report).short(one) for one in here if one.answer and one.answer.dissent)
    if unheard:
        yield Heading("Also seen differently", level=2, note="In no list above, and not everyone agreed.")
        yield Entries(entries=unheard)
