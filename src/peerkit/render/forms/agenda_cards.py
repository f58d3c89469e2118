"""An agenda as cards to print: the plan on a page of its own, then a card for each question, tension and action.

Two cards stand on a sheet of A4 or Letter, with lines to cut along; nothing is fetched, nothing runs, nothing needs a colour.
"""

from __future__ import annotations

from peerkit import __version__
from peerkit.model.agenda import Agenda
from peerkit.model.report import MOST_ACTIONS
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.media.html import fill
from peerkit.render.pages import agenda as texts
from peerkit.render.pages.team_words import lowered


def html(agenda: Agenda, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the cards as one file of HTML."""
    return fill(
        "cards.html",
        agenda=agenda,
        texts=texts,
        lowered=lowered(agenda.minimum) if agenda.minimum is not None and agenda.minimum < SMALLEST_GROUP else "",
        agreed=tuple(words.governance(agenda.governance)),
        most_actions=MOST_ACTIONS,
        version=__version__,
    )
