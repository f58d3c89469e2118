"""What was written beside answers that stand in full nowhere above, so that no word is lost."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.page import Block, Entries, Heading
from peerkit.model.report import Report
from peerkit.render.report.shared.entries import Questions
from peerkit.render.report.shared.gaps import in_full


def blocks(report: Report) -> Iterator[Block]:
    """Yield the notes and the evidence of the other questions in file order; those that do not apply come with the reason elsewhere."""
    above = {one.address for one in in_full(report)}
    questions = Questions(report)
    here = [one for one in report.indicators() if one.address not in above and one.state != "not-applicable"]
    entries = tuple(entry for entry in (questions.written(one) for one in here) if entry.details)
    if entries:
        yield Heading("What else was written")
        yield Entries(entries=entries)
