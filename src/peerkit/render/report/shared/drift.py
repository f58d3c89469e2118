"""The peer-drift watch: what keeps the role a peer role, gathered from every framework that was answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Block, Entries, Heading, Paragraph
from peerkit.model.report import Report
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import Questions

WHAT_IT_IS: Final = "Role, supervision, workload and identity of peer workers, side by side. There is no number for it."


def blocks(report: Report) -> Iterator[Block]:
    """Yield the questions of the watch that are below their goal or not known, and how many others there are."""
    if not report.drift_watch:
        return
    yield Heading("Peer-drift watch", note=WHAT_IT_IS)
    open_ones = [one for one in report.drift_watch if one.gap != 0]
    steady = len(report.drift_watch) - len(open_ones)
    if open_ones:
        yield Entries(entries=tuple(Questions(report).short(one) for one in open_ones))
    if steady:
        others = "other question stands" if steady == 1 else "other questions stand"
        count = words.sentence(words.in_words(steady))
        yield Paragraph(f"{count} {others if open_ones else others.replace('other ', '')} at the goal.")
