"""What a renderer of answer sheets is given and what it gives back.

A format is one module in `render/sheet/` with a function `render(sheet)`; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.sheet import BlankSheet


class SheetRenderer(Protocol):
    """A module that writes answer sheets in one format."""

    def render(self, sheet: BlankSheet, /) -> str:
        """Return the sheet as text that ends with a line break; whatever came from a file stands in it as text only."""
        ...
