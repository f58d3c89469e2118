"""`peerkit trace`: a document point by point."""

from __future__ import annotations

from typing import Annotated

import typer

from peerkit.cli import console, loading, options
from peerkit.render import trace as traces
from peerkit.render.formats import format_names, load_format


def command(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help="An id, or a file.", show_default=False)],
    form: Annotated[str, options.format_option(format_names(traces))] = "text",
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show each point of the source document and the questions that cover it, and what is left out and why.

    Example: peerkit trace tacsi --format markdown
    """
    from peerkit.engine.crosswalk import trace
    from peerkit.source import catalog

    found = loading.load_framework(framework, frameworks)
    traced = trace(found.framework, catalog.load_outline(found))
    console.say(load_format(traces, form).render(traced, console.here(plain=plain)))
