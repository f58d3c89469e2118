"""What the team report says, for every format that people read: the same parts in the same order."""

from __future__ import annotations

from peerkit.model.page import Blocks
from peerkit.model.team_report import TeamReport
from peerkit.render.team.shared import agreed, closing, figures, gaps, hidden, opening, questions, scores


def make_blocks(report: TeamReport) -> Blocks:
    """Return the team report as a page: what is hidden and whose voice is missing first, strengths before gaps."""
    return (
        *opening.blocks(report),
        *hidden.blocks(report),
        *opening.strengths(report),
        *scores.blocks(report),
        *gaps.blocks(report),
        *agreed.blocks(report),
        *questions.blocks(report),
        *figures.blocks(report),
        *closing.blocks(report),
    )
