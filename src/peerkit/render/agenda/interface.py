"""What a renderer of an agenda is given and what it gives back.

A format is one module in this folder with a function `render(agenda, context)`; its file name is the name people type after `--format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from peerkit.model.agenda import Agenda
    from peerkit.render.interface import RenderContext


class AgendaRenderer(Protocol):
    """A module that writes an agenda in one format."""

    def render(self, agenda: Agenda, context: RenderContext, /) -> str:
        """Return the agenda as text that ends with a line break; whatever came from a file or a person stands in it as text only."""
        ...
