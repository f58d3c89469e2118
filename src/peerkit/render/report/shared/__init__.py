"""What the gap report says, for every format that people read: the same parts in the same order."""

from __future__ import annotations

from peerkit.model.page import Blocks
from peerkit.model.report import Report
from peerkit.render.report.shared import closing, drift, gaps, looks, opening, outcome, scores, summary, written


def make_blocks(report: Report) -> Blocks:
    """Return the gap report as a page: strengths first, then the scores, the gaps, and what to know about all of it."""
    return (
        *opening.blocks(report),
        *scores.blocks(report),
        *gaps.blocks(report),
        *drift.blocks(report),
        *looks.blocks(report),
        *outcome.blocks(report),
        *written.blocks(report),
        *closing.blocks(report),
    )


def make_summary(report: Report) -> Blocks:
    """Return the gap report in short, for one page: strengths, the weakest section, first steps, and how sure all of it is."""
    return (*summary.head(report), *summary.blocks(report))
