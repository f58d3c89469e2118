"""An answer sheet as one file of HTML to print, a page for each section; nothing is fetched, nothing runs, nothing needs a colour.

The template escapes what it is given; before that, control and direction characters are written out, as in every other medium.
"""

from __future__ import annotations

from typing import Any

from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.model.sheet import BlankSheet
from peerkit.render.escape import one_line
from peerkit.render.sheet.shared import texts


def render(sheet: BlankSheet) -> str:
    """See `peerkit.render.sheet.interface.SheetRenderer`."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("peerkit.render.sheet"),
        autoescape=True,
        finalize=_on_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    levels = tuple(zip(LEVELS, LEVEL_LABELS, strict=True))
    return f"{environment.get_template('sheet.html').render(sheet=sheet, texts=texts, levels=levels).rstrip()}\n"


def _on_one_line(value: Any) -> Any:
    """Return a text from anywhere as one line of visible characters; what the template made stays as it is."""
    return one_line(value) if type(value) is str else value
