"""What stands at the head of a report and of its summary: whose it is, what it is for, what was left out, and what is strong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final, Literal

from peerkit.model.page import Block, Entries, Facts, Heading, Notice, Paragraph, Title
from peerkit.model.report import Audience, Report
from peerkit.render import wording as words
from peerkit.render.pages.report_entries import ReportEntries

PURPOSE: Final = "For reflection and planning, not for audit or ranking."
STRENGTHS_SHOWN: Final = 5


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
    matters = sum(result.lane == "safety" for result in report.priorities)
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
    questions = ReportEntries(report)
    shown = tuple(questions.strength(result) for result in islice(report.strengths, STRENGTHS_SHOWN))
    yield Entries(entries=shown, tone="strength")
    more = len(report.strengths) - len(shown)
    if more:
        yield Paragraph(f"And {words.in_words(more)} more.")
    if any(result.lane == "protect" for result in report.strengths):
        yield Paragraph("Where it matters most, ask: what would make us lose it?")


def _who(report: Report) -> str:
    if report.assessment.mode == "consensus":
        people = words.room(report.respondents) if report.shows_answers else words.people(sum(report.respondents.values()))
        return f"together by {people}" if people else "together, by a group"
    return f"by {words.who(report.assessment.role)}" if report.shows_answers else "by one person"


_LEFT_OUT: Final[Mapping[Audience, str]] = {
    "team": "",
    "board": "For the board. Left out: notes, evidence, views that differed, what was set aside, and which questions were skipped.",
    "funder": "For a funder. Left out: the answers to single questions, notes, evidence, who answered, and where the answers are kept.",
    "public": "For the public. Left out: the answers to single questions, notes, evidence, facts about the program, who answered, and who "
    "decides about the answers.",
}
_WITHHELD: Final = "Where a section rests on one answer, its score would be that answer: it is left out too, and with it the framework's."


def left_out(report: Report) -> str:
    """Return what was left out for the report's audience; empty for the team."""
    withheld = any(section.score.withheld for framework in report.frameworks for section in framework.sections)
    return " ".join(text for text in (_LEFT_OUT[report.audience], _disputed(report), _WITHHELD if withheld else "") if text)


def _disputed(report: Report) -> str:
    """Say that people differed where the report no longer says how: disagreement is a finding."""
    if report.audience == "team" or not report.disputed:
        return ""
    return f"On {words.in_words(report.disputed)} {'question' if report.disputed == 1 else 'questions'} not everyone agreed."
