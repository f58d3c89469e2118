"""A comparison as a Markdown page."""

from __future__ import annotations

from peerkit.model.comparison import Comparison
from peerkit.render.comparison.shared import make_blocks
from peerkit.render.interface import RenderContext
from peerkit.render.media import markdown


def render(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.comparison.interface.ComparisonRenderer`."""
    return markdown.render_blocks(make_blocks(comparison))
