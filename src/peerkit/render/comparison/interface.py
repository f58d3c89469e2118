"""What a renderer of a comparison is given and what it gives back.

A format is one module in this folder with a function `render(comparison, context)`; its file name is the name people type after
`--format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.comparison import Comparison
    from peerkit.render.interface import RenderContext


class ComparisonRenderer(Protocol):
    """A module that writes a comparison in one format."""

    def render(self, comparison: Comparison, context: RenderContext, /) -> str:
        """Return the comparison as text that ends with a line break; whatever came from a file or a person stands in it as text only."""
        ...
