"""What a workshop agreed on since the answers were given: levels, what matters, actions, and what is outside its control."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peerkit.model.answers import Answer
from peerkit.model.outcome import Outcome
from peerkit.model.page import Block, Entries, Entry, Heading
from peerkit.model.report import Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import agreed
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import views


def blocks(report: Report) -> Iterator[Block]:
    """Yield what was agreed; nothing without an outcome, and for the public, who are told what is worked on elsewhere."""
    outcome = report.outcome
    if outcome is None or report.audience == "public":
        return
    yield Heading("What was agreed", note=f"On {words.day(outcome.date)}. The numbers are still those of the answers.")
    entries = tuple(_agreed(outcome, report))
    if entries:
        yield Heading("Levels, and what matters", level=2)
        yield Entries(entries=entries)
    yield from agreed.blocks(outcome, [one.framework for one in report.frameworks])


def _agreed(outcome: Outcome, report: Report) -> Iterator[Entry]:
    """Yield an entry for each question of which a level or an importance was agreed, with the views that still differ."""
    frameworks = [one.framework for one in report.frameworks]
    for address in dict.fromkeys((*outcome.agreed, *outcome.importance)):
        found, importance = outcome.agreed.get(address), outcome.importance.get(address)
        parts = (
            f"agreed on {LEVEL_LABELS[found.level]}" if found else "",
            f"importance {importance}" if importance else "",
            _answered(address, report) if found else "",
        )
        entry = agreed.question(address, frameworks)
        views_left = tuple(views(Answer(ask=entry.text, answer=found.level, dissent=found.dissent))) if found else ()
        yield replace(entry, standing=words.sentence(", ".join(part for part in parts if part)), details=views_left)


def _answered(address: str, report: Report) -> str:
    level = next((one.level for one in report.indicators() if one.address == address), None)
    return "" if level is None else f"answered with {LEVEL_LABELS[level]}"
