"""What a workshop agreed on, as its outcome file says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peerkit.model.outcome import Outcome
from peerkit.model.page import Block, Detail, Entries, Entry, Heading
from peerkit.model.team_report import TeamReport
from peerkit.render import agreed
from peerkit.render import wording as words
from peerkit.render.team.shared.entries import Questions, agreed_level


def blocks(report: TeamReport) -> Iterator[Block]:
    """Yield agreed levels, what matters, actions, and what is outside our control; nothing without an outcome."""
    outcome = report.outcome
    if outcome is None:
        return
    yield Heading("What the workshop agreed on", note=f"On {words.day(outcome.date)}. The numbers in this report go by the answers.")
    addresses = tuple(dict.fromkeys((*outcome.agreed, *outcome.importance)))
    if addresses:
        yield Heading("Levels, and what matters", level=2)
        yield Entries(entries=tuple(_agreed(address, outcome, report) for address in addresses))
    yield from agreed.blocks(outcome, [one.framework for one in report.frameworks])


def _agreed(address: str, outcome: Outcome, report: TeamReport) -> Entry:
    """Return an entry for what was agreed about a question, also about one that was not asked here."""
    found = next((one for one in report.indicators() if one.address == address), None)
    entry = Questions(report).short(found) if found else _not_asked(address, outcome, report)
    importance = outcome.importance.get(address)
    return replace(entry, details=(*entry.details, Detail("Importance", importance))) if importance else entry


def _not_asked(address: str, outcome: Outcome, report: TeamReport) -> Entry:
    entry = agreed.question(address, [one.framework for one in report.frameworks])
    return replace(entry, details=tuple(agreed_level(outcome.agreed.get(address))))
