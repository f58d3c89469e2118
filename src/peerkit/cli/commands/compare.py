"""`peerkit compare`: two or more files or folders side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import console, options
from peerkit.cli.results import gates
from peerkit.cli.results.destination import Destination
from peerkit.render.products import formats

Names = Annotated[bool, typer.Option("--names", help="Say which programs these are, where they differ.")]


def command(
    sides: Annotated[
        list[Path],
        typer.Argument(metavar="FILE…", help="Two files or folders, or more; a folder of several files is a team.", show_default=False),
    ],
    names: Names = False,
    form: Annotated[str | None, options.format_option(formats("comparison"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    minimum: options.Minimum = None,
    skip_broken: options.SkipBroken = False,
    skip: options.Skip = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Hold two or more sides against each other. What they share, what moved, what is strong or low on every side.

    They are called A, B, C in the order given, and never ranked. Of a team only what its own report may show is compared.

    Example: peerkit compare 2025-11 2026-11
    """
    from peerkit.engine.compare import compare

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("comparison")
    wanted = gates.ResultOptions(named=sides, minimum=minimum, skip_broken=skip_broken, skipped=skip or (), frameworks=frameworks)
    with gates.comparison_gate(wanted) as shown:
        comparison = compare(shown.sides, console.document_day(), named=names)
        destination.deliver("comparison", comparison, shown.memories)
