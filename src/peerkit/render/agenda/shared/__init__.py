"""What an agenda says, for the formats in which it is read from top to bottom: the plan in short, then each part."""

from __future__ import annotations

from peerkit.model.agenda import Agenda
from peerkit.model.page import Blocks
from peerkit.render.agenda.shared import opening, parts


def make_blocks(agenda: Agenda) -> Blocks:
    """Return the agenda as a page."""
    return (*opening.blocks(agenda), *parts.blocks(agenda), *parts.spare(agenda), *parts.commands(agenda))
