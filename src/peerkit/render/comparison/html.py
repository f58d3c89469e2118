"""A comparison as one file of HTML: each score of the sides as dots on one line, and in the table beside it."""

from __future__ import annotations

from peerkit.model.comparison import Comparison
from peerkit.render.comparison.shared.page import make_page
from peerkit.render.interface import RenderContext
from peerkit.render.media.html import render_page


def render(comparison: Comparison, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.comparison.interface.ComparisonRenderer`."""
    return render_page(make_page(comparison))
