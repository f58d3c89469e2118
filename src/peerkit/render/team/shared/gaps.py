"""Where to look: safety first, then where views differ, then what is below its goal, then what people cannot see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.page import Block, Entries, Heading, Paragraph, Tone
from peerkit.model.report import LANE_NOTES, LANE_TITLES, Lane
from peerkit.model.team_report import TeamIndicatorResult, TeamReport
from peerkit.render.team.shared.entries import Questions

_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (
    ("safety", "safety"),
    ("talk", "find-out"),
    ("act", "act"),
    ("plan", "plan"),
    ("find-out", "find-out"),
)
_NOTES: Final[dict[Lane, str]] = {
    **LANE_NOTES,
    "act": "Below your goal, and the team said it matters most.",
    "find-out": "People cannot see this, or it cannot be shown. Who could tell us?",
}
_SHOWN_IN_FULL: Final = 3


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield each lane with the first three of its questions in full and the rest in short."""
    yield Heading("Where to look")
    ordered = {one.address: one for one in (*report.priorities, *report.talk_first, *report.find_out)}
    if not ordered:
        yield Paragraph("Nothing is below its goal, as far as it can be shown.")
    questions = Questions(report)
    for lane, tone in _LANES:
        here = [one for one in ordered.values() if one.lane == lane]
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=_NOTES[lane], tone=tone)
            yield from _lane(questions, here, tone)


def _lane(questions: Questions, results: Sequence[TeamIndicatorResult], tone: Tone) -> Iterator[Block]:
    first, rest = results[:_SHOWN_IN_FULL], results[_SHOWN_IN_FULL:]
    yield Entries(entries=tuple(questions.full(one) for one in first), tone=tone, large=True)
    if rest:
        yield Entries(entries=tuple(questions.short(one) for one in rest), tone=tone, first=len(first) + 1)
