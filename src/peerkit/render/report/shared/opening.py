"""The report's opening: whose it is, what it is for, and what is strong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal

from peerkit.model.page import Block, Entries, Facts, Heading, Notice, Paragraph, Title
from peerkit.model.report import Report
from peerkit.render import wording as words
from peerkit.render.report.shared.audience import left_out
from peerkit.render.report.shared.entries import Questions

PURPOSE: Final = "For reflection and planning, not for audit or ranking."
STRENGTHS_SHOWN: Final = 5


def blocks(report: Report) -> Iterator[Block]:
    """Yield the title, what the report is for, whether there is a safety matter, and up to five strengths."""
    yield from head(report)
    yield from safety(report)
    yield from strengths(report)


def head(report: Report) -> Iterator[Block]:
    """Yield the title, whose the report is, and what it is for."""
    yield Title(report.assessment.program, "Gap report")
    yield Facts(whose(report))
    yield from purpose(report)


def purpose(report: Report) -> Iterator[Block]:
    """Yield what the report is for, and what was left out of it for its audience."""
    yield Paragraph(PURPOSE)
    without = left_out(report)
    if without:
        yield Paragraph(without)


def whose(report: Report) -> tuple[tuple[str, str], ...]:
    """Return when the report was made, who answered, and which questions."""
    return (
        ("Date", words.day(report.date)),
        ("Answered", _who(report)),
        ("Questions", f"{report.assessment.set} set"),
    )


def safety(report: Report) -> Iterator[Block]:
    """Yield a line that says how many safety matters there are; none without any."""
    matters = sum(one.lane == "safety" for one in report.priorities)
    if matters:
        number = words.sentence(words.in_words(matters))
        yield Notice(f"{number} safety {'matter' if matters == 1 else 'matters'} below: look there first.")


def strengths(report: Report, level: Literal[1, 2] = 1) -> Iterator[Block]:
    """Yield up to five strengths under a heading of `level`."""
    yield Heading(
        "Strengths", level, note=f"At {'your' if report.audience == 'team' else 'the'} goal, and Mostly or Built in.", tone="strength"
    )
    if not report.strengths:
        yield Paragraph("Nothing stands there yet, as far as it was answered.")
        return
    questions = Questions(report)
    shown = tuple(questions.strength(one) for one in islice(report.strengths, STRENGTHS_SHOWN))
    yield Entries(entries=shown, tone="strength")
    more = len(report.strengths) - len(shown)
    if more:
        yield Paragraph(f"And {words.in_words(more)} more.")
    if any(one.lane == "protect" for one in report.strengths):
        yield Paragraph("Where it matters most, ask: what would make us lose it?")


def _who(report: Report) -> str:
    if report.assessment.mode == "consensus":
        people = words.room(report.respondents) if report.shows_answers else words.people(sum(report.respondents.values()))
        return f"together by {people}" if people else "together, by a group"
    return f"by {words.who(report.assessment.role)}" if report.shows_answers else "by one person"
