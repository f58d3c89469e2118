"""The agenda as a Markdown page, to change in an editor and to send round."""

from __future__ import annotations

from peerkit.model.agenda import Agenda
from peerkit.render.agenda.shared import make_blocks
from peerkit.render.interface import RenderContext
from peerkit.render.media import markdown


def render(agenda: Agenda, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.agenda.interface.AgendaRenderer`."""
    return markdown.render_blocks(make_blocks(agenda))
