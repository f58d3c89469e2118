"""The one place where templates become HTML: pages, cards and answer sheets share it.

A template escapes what it is given; before that, control and direction characters are written out, as in every other medium.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from peerkit.render.escape import one_line

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(name: str, **given: Any) -> str:
    """Return a template of `render/templates/` filled with what is given, ending with a line break."""
    return f"{_environment().get_template(name).render(given).rstrip()}\n"


@cache
def _environment() -> Environment:
    """Return what makes HTML of the templates."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("peerkit.render"),
        autoescape=True,
        finalize=_on_one_line,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # NOTE: a run draws one page, and optimising the templates takes longer than it saves.
        optimized=False,
    )


def _on_one_line(value: Any) -> Any:
    """Return a text from anywhere as one line of visible characters; what a template made stays as it is."""
    return one_line(value) if type(value) is str else value
