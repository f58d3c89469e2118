"""`peerkit trace`: a document point by point."""

from __future__ import annotations

from typing import Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import Destination
from peerkit.render.products import formats


def command(
    framework: Annotated[str, typer.Argument(metavar="FRAMEWORK", help="An id, or a file.", show_default=False)],
    form: Annotated[str | None, options.format_option(formats("trace"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show a document point by point, with the questions about it. What is left out is there, and why.

    Example: peerkit trace tacsi --format markdown
    """
    from peerkit.engine.crosswalk import trace
    from peerkit.source import catalog

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("trace")
    found = catalog.load(framework, frameworks)
    traced = trace(found.framework, catalog.load_outline(found))
    destination.deliver("trace", traced, shared=True)
