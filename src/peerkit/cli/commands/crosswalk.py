"""`peerkit crosswalk`: themes across frameworks, and where the documents differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import Destination
from peerkit.errors import UsageError, did_you_mean
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.model.crosswalk import Mapping


def command(
    theme: Annotated[str | None, options.optional("--theme", "ID", "One theme's questions side by side.")] = None,
    tensions: Annotated[bool, typer.Option("--tensions", help="Where the documents differ, as cards to talk about.")] = False,
    form: Annotated[str | None, options.format_option(formats("crosswalk"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show themes across frameworks, and where documents differ. Without an option: how many questions carry each theme.

    Example: peerkit crosswalk --theme co-design
    """
    if theme is not None and tensions:
        raise UsageError("--theme and --tensions show different things", "Give one of them.")
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("crosswalk")
    destination.deliver("crosswalk", _mapping(theme, tensions, frameworks), shared=True)


def _mapping(theme: str | None, tensions: bool, folder: Path | None) -> Mapping:
    from peerkit.engine import crosswalk
    from peerkit.source import catalog

    frameworks = [found.framework for found in catalog.list_all(folder).found]
    themes = catalog.load_themes(folder).themes
    if tensions:
        return crosswalk.tension_page(frameworks, catalog.load_crosswalk(folder))
    if theme is None:
        return crosswalk.matrix(frameworks, themes)
    chosen = next((named for named in themes if named.id == theme), None)
    if chosen is None:
        known = [named.id for named in themes]
        raise UsageError(f'there is no theme called "{theme}"', did_you_mean(theme, known, f"There are {', '.join(known)}."))
    return crosswalk.theme_page(frameworks, chosen, catalog.load_crosswalk(folder))
