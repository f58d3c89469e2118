"""The agenda on a terminal: drawn, or plain."""

from __future__ import annotations

from peerkit.model.agenda import Agenda
from peerkit.render.agenda.shared import make_blocks
from peerkit.render.interface import RenderContext
from peerkit.render.media.screen import render_blocks


def render(agenda: Agenda, context: RenderContext) -> str:
    """See `peerkit.render.agenda.interface.AgendaRenderer`."""
    return render_blocks(make_blocks(agenda), context)
