"""What the gap report says, for every format that people read: the same parts in the same order."""

from __future__ import annotations

from peerkit.model.report import Report
from peerkit.render.blocks import Blocks
from peerkit.render.report.shared import closing, drift, gaps, opening, scores


def make_blocks(report: Report) -> Blocks:
    """Return the gap report as a page: strengths first, then the scores, the gaps, and what to know about all of it."""
    return (
        *opening.blocks(report),
        *scores.blocks(report),
        *gaps.blocks(report),
        *drift.blocks(report),
        *closing.blocks(report),
    )
