"""A comparison on a terminal: drawn, or plain."""

from __future__ import annotations

from peerkit.model.comparison import Comparison
from peerkit.render.comparison.shared import make_blocks
from peerkit.render.interface import RenderContext
from peerkit.render.media.screen import render_blocks


def render(comparison: Comparison, context: RenderContext) -> str:
    """See `peerkit.render.comparison.interface.ComparisonRenderer`."""
    return render_blocks(make_blocks(comparison), context)
