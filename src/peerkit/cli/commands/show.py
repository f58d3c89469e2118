"""`peerkit show`: a framework, an indicator, or what stands in an assessment file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import Destination
from peerkit.errors import UsageError, did_you_mean
from peerkit.render.products import formats


def command(
    what: Annotated[str, typer.Argument(metavar="FRAMEWORK[/INDICATOR] | FILE", help="An id, or a file of answers.", show_default=False)],
    form: Annotated[str | None, options.format_option(formats("framework"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show a framework, one of its questions, or a file of answers.

    Example: peerkit show tacsi/planned-co-design
    """
    from peerkit.source import catalog

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    if what.endswith(".json") or (not catalog.is_file_name(what) and Path(what).suffix and Path(what).is_file()):
        from peerkit.source.json import assessment_file

        destination.check("answers")
        destination.deliver("answers", assessment_file.read(Path(what)))
    else:
        _show_framework(what, frameworks, destination)


def _show_framework(what: str, frameworks: Path | None, destination: Destination) -> None:
    from peerkit.model.framework import PlacedIndicator
    from peerkit.source import catalog

    name, _, indicator = ("", "", "") if catalog.is_file_name(what) else what.partition("/")
    destination.check("indicator" if indicator else "framework")
    found = catalog.load(name or what, frameworks)
    if not indicator:
        destination.deliver("framework", found.framework, shared=True)
        return
    if indicator not in found.framework.by_id:
        hint = did_you_mean(indicator, found.framework.by_id, f"`peerkit show {name}` lists them.")
        raise UsageError(f'{name} has no indicator called "{indicator}"', hint)
    destination.deliver("indicator", PlacedIndicator(found.framework, *found.framework.by_id[indicator]), shared=True)
