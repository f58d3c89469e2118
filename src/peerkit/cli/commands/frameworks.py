"""`peerkit frameworks`: what a program can be held up against."""

from __future__ import annotations

from typing import Annotated

from peerkit.cli import console, loading, options
from peerkit.render import listing
from peerkit.render.formats import format_names, load_format


def command(
    form: Annotated[str, options.format_option(format_names(listing))] = "text",
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """List the frameworks: their questions, the minutes they take, and where each comes from.

    Example: peerkit frameworks --format json
    """
    from peerkit.engine.interview import scope
    from peerkit.source import catalog

    listed = catalog.list_all(frameworks)
    for broken in listed.broken:
        loading.show_broken(broken)
        console.remark(f"note: left out: {broken.message}. {console.hint_of(broken)}")
    overviews = [scope.overview(one.framework, "comes with peerkit" if one.built_in else str(one.path)) for one in listed.found]
    console.say(load_format(listing, form).render(overviews, console.here(plain=plain)))
