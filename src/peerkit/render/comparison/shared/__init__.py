"""What a comparison says, for every format that people read: the same parts in the same order."""

from __future__ import annotations

from peerkit.model.comparison import Comparison
from peerkit.model.page import Blocks
from peerkit.render.comparison.shared import closing, opening, questions, scores


def make_blocks(comparison: Comparison) -> Blocks:
    """Return a comparison as a page: first how far the sides can be compared, then what they share and where they differ."""
    return (
        *opening.blocks(comparison),
        *opening.comparability(comparison),
        *scores.blocks(comparison),
        *questions.blocks(comparison),
        *closing.blocks(comparison),
    )
