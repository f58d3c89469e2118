"""The team report's opening: whose it is, what it is for, who decides about it, and what is strong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from peerkit.model.framework import FactValue, Framework
from peerkit.model.page import Block, Entries, Facts, Heading, Notice, Paragraph, Title
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.model.team_report import TeamReport
from peerkit.render import wording as words
from peerkit.render.team.shared.entries import Questions
from peerkit.render.team.shared.wording import NOT_SETTLED, lowered, people, room

PURPOSE: Final = "For reflection and planning, not for audit or ranking, and never for judging a person."
_STRENGTHS_SHOWN: Final = 5


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield the title, who answered what, what the report is for, and what must not be missed about it."""
    view = report.view
    yield Title(view.program, "Team report")
    yield Facts(tuple(_whose(report)))
    facts = dict(fact for one in report.frameworks for fact in _facts(one.framework, view.facts))
    if facts:
        yield Facts(tuple(facts.items()))
    yield Paragraph(PURPOSE)
    governance = tuple(words.governance(view.governance))
    yield Facts(governance) if governance else Paragraph(NOT_SETTLED)
    if view.minimum < SMALLEST_GROUP:
        yield Notice(lowered(view.minimum))
    if view.replaces_earlier:
        yield Notice("This report takes the place of an earlier one, which was not handed out; that was confirmed.")
    matters = sum(one.lane == "safety" for one in report.priorities)
    if matters:
        number = words.sentence(words.in_words(matters))
        yield Notice(f"{number} safety {'matter' if matters == 1 else 'matters'} below: look there first.")


def strengths(report: TeamReport) -> Iterator[Block]:
    """Yield what stands at its goal: first what everyone sees alike, then what some see differently, five of each at most."""
    yield Heading("Strengths everyone sees", note="At your goal, Mostly or Built in, and seen alike.", tone="strength")
    shared = [one for one in report.strengths if one.seen_alike]
    others = [one for one in report.strengths if not one.seen_alike]
    questions = Questions(report)
    if shared:
        yield Entries(entries=tuple(questions.short(one) for one in islice(shared, _STRENGTHS_SHOWN)), tone="strength")
        yield from _more(len(shared))
    else:
        yield Paragraph("Nothing stands there yet, as far as it can be shown.")
    if others:
        yield Heading(
            "Strengths not everyone sees", level=2, note="At your goal in the middle. Ask who sees it otherwise.", tone="strength"
        )
        yield Entries(entries=tuple(questions.short(one) for one in islice(others, _STRENGTHS_SHOWN)), tone="strength")
        yield from _more(len(others))


def _more(number: int) -> Iterator[Block]:
    if number > _STRENGTHS_SHOWN:
        yield Paragraph(f"And {words.in_words(number - _STRENGTHS_SHOWN)} more.")


def _whose(report: TeamReport) -> Iterator[tuple[str, str]]:
    view = report.view
    yield "Date", words.day(report.date)
    yield "Answered by", room(view.respondents)
    yield "Questions", f"{view.set} set"
    yield "Smallest group", people(view.minimum)
    several = len(report.frameworks) > 1
    for one in report.frameworks:
        yield one.framework.name, room(one.respondents) if several else f"version {one.framework.version}"


def _facts(framework: Framework, given: dict[str, FactValue]) -> Iterator[tuple[str, str]]:
    """Yield the facts that decided what was asked, each with what was said."""
    for fact in framework.facts:
        value = given.get(fact.id)
        if value is not None:
            yield fact.ask, value if isinstance(value, str) else "Yes" if value else "No"
