"""The agenda as one file of HTML to print: the plan on a page of its own, then a card for each question, tension and action.

Two cards stand on a sheet of A4 or Letter, with lines to cut along; nothing is fetched, nothing runs, nothing needs a colour. The template
escapes what it is given; before that, control and direction characters are written out, as in every other medium.
"""

from __future__ import annotations

from typing import Any

from peerkit import __version__
from peerkit.model.agenda import MOST_ACTIONS, Agenda
from peerkit.render.agenda.shared import opening, wording
from peerkit.render.escape import one_line
from peerkit.render.interface import RenderContext


def render(agenda: Agenda, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.agenda.interface.AgendaRenderer`."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("peerkit.render.agenda"),
        autoescape=True,
        finalize=_on_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("cards.html")
    return f"{template.render(agenda=agenda, texts=wording, opening=opening, most_actions=MOST_ACTIONS, version=__version__).rstrip()}\n"


def _on_one_line(value: Any) -> Any:
    """Return a text from anywhere as one line of visible characters; what the template made stays as it is."""
    return one_line(value) if type(value) is str else value
