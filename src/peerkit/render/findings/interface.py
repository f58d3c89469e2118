"""The contract of a format for findings.

A format is one module in this folder with a function `render`; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from peerkit.model.finding import Finding
from peerkit.render.interface import RenderContext


class FindingsRenderer(Protocol):
    """A module that writes what was found in `files` files in one format."""

    def render(self, findings: Sequence[Finding], files: int, context: RenderContext, /) -> str:
        """Return the findings, in the order given, as text that ends with a line break; what came from a file stands in it as text only."""
