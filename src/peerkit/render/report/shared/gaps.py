"""The gaps, lane by lane, and what nobody could see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from peerkit.model.page import Block, Entries, Heading, Paragraph, Tone
from peerkit.model.report import LANE_NOTES, LANE_TITLES, IndicatorResult, Lane, Report
from peerkit.render.report.shared.entries import Questions
from peerkit.render.report.shared.opening import STRENGTHS_SHOWN

_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (("safety", "safety"), ("act", "act"), ("plan", "plan"), ("find-out", "find-out"))
_SHOWN_IN_FULL: Final = 3
NOTHING_AGREED: Final = "No action is agreed yet that could be named here."
NOTHING_BELOW: Final = "Nothing is below its goal, as far as it was answered."


def blocks(report: Report) -> Iterator[Block]:
    """Yield each lane with the first three of its questions in full and the rest in short; see `named` for those who see no answers."""
    if not report.shows_answers:
        yield from named(report)
        return
    yield Heading("Where to look")
    if not report.priorities:
        yield Paragraph(NOTHING_BELOW)
    for lane, tone in _LANES:
        here = _in_lane(lane, report)
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=LANE_NOTES[lane], tone=tone)
            yield from _lane(Questions(report), here, tone)
    yield from _seen_differently(report)


def named(report: Report, level: Literal[1, 2] = 1) -> Iterator[Block]:
    """Yield, under a heading of `level` and without levels, what is below its goal, or for the public what is worked on."""
    public = report.audience == "public"
    note = "In the order of the documents." if report.priorities else ""
    yield Heading("What we are working on" if public else "Below the goal", level, note, tone="plan")
    if report.priorities:
        yield Entries(entries=tuple(Questions(report).named(one) for one in report.priorities), tone="plan")
    else:
        yield Paragraph(NOTHING_AGREED if public else NOTHING_BELOW)


def in_full(report: Report) -> Iterator[IndicatorResult]:
    """Yield the questions that stand in their lanes with all that was said about them."""
    for lane, _ in _LANES:
        yield from _in_lane(lane, report)[:_SHOWN_IN_FULL]


def _in_lane(lane: Lane, report: Report) -> list[IndicatorResult]:
    return [one for one in (*report.priorities, *report.not_answered) if one.lane == lane]


def _lane(questions: Questions, results: Sequence[IndicatorResult], tone: Tone) -> Iterator[Block]:
    first, rest = results[:_SHOWN_IN_FULL], results[_SHOWN_IN_FULL:]
    yield Entries(entries=tuple(questions.full(one) for one in first), tone=tone, large=True)
    if rest:
        yield Entries(entries=tuple(questions.short(one) for one in rest), tone=tone, first=len(first) + 1)


def _seen_differently(report: Report) -> Iterator[Block]:
    """Yield the questions that stand in no list above, nor among what does not apply, although somebody saw them differently."""
    listed = {one.address for one in (*report.strengths[:STRENGTHS_SHOWN], *report.priorities)}
    here = [one for one in report.indicators() if one.address not in listed and one.lane != "find-out" and one.state != "not-applicable"]
    unheard = tuple(Questions(report).short(one) for one in here if one.beside and one.beside.dissent)
    if unheard:
        yield Heading("Also seen differently", level=2, note="In no list above, and not everyone agreed.")
        yield Entries(entries=unheard)
