"""`peerkit schema`: the JSON Schema of a format."""

from __future__ import annotations

from typing import Annotated

import typer

from peerkit.cli import options
from peerkit.cli.results.destination import write
from peerkit.source.file_formats import SCHEMAS


def command(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help=f"Which format: {', '.join(SCHEMAS)}.", callback=options.one_of("the format", SCHEMAS))
    ] = "framework",
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Print the JSON Schema (2020-12) of a file format.

    Example: peerkit schema framework --output frameworks/schemas/framework.schema.json
    """
    import json
    import re

    from peerkit.source.file_formats import schema

    write(json.dumps(schema(name), ensure_ascii=False, indent=2), output, re.compile(rb'"[$]schema"'), overwrite=overwrite)
