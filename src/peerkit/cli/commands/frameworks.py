"""`peerkit frameworks`: what a program can be held up against."""

from __future__ import annotations

from typing import Annotated

from peerkit.cli import console, library, options
from peerkit.cli.results.destination import Destination
from peerkit.render.products import formats


def command(
    form: Annotated[str | None, options.format_option(formats("frameworks"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """List what a program can be held up against. Of each: its questions, the minutes they take, and where it comes from.

    Example: peerkit frameworks --format json
    """
    from peerkit.engine.interview import scope
    from peerkit.source import catalog

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("frameworks")
    listed = catalog.list_all(frameworks)
    for broken in listed.broken:
        library.show_broken(broken)
        console.note(f"note: left out: {broken.message}. {console.hint_of(broken)}")
    overviews = [scope.overview(found.framework, "comes with peerkit" if found.built_in else str(found.path)) for found in listed.found]
    destination.deliver("frameworks", overviews, shared=True)
