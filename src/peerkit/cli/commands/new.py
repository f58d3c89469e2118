"""`peerkit new`: a framework to start from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final, get_args

import typer

from peerkit.cli import console, options
from peerkit.cli.printed_command import printed
from peerkit.errors import FileName, UsageError

_KINDS: Final = ("framework",)
_NOT_FRAMEWORKS: Final = ("themes", "crosswalk")
"""What other files beside frameworks are called."""

Kind = Annotated[
    str, typer.Argument(metavar="framework", help="What to make.", show_default=False, callback=options.one_of("what to make", _KINDS))
]
Name = Annotated[str, typer.Argument(metavar="ID", help="Its id: small letters, digits and hyphens.", show_default=False)]
Folder = Annotated[
    Path | None, typer.Option("--frameworks", metavar="DIR", help="The folder to put it in; made if need be.", show_default="frameworks/")
]


def command(kind: Kind, name: Name, frameworks: Folder = None, plain: options.Plain = False, debug: options.Debug = False) -> None:
    """Write a framework to start from. It has comments and lints clean, and its JSON Schema for your editor is beside it.

    Example: peerkit new framework our-charter
    """
    from peerkit.source import catalog
    from peerkit.source.catalog import start_framework

    _check_id(name)
    folder = frameworks or Path(os.environ.get(catalog.VARIABLE) or "frameworks")
    written = FileName(start_framework(folder, name))
    console.note(f"Written to {written}")
    lint, assess = printed("lint", written), printed("assess", written)
    console.note(f"Put your own texts in, check them with `{lint}` and try them with `{assess}`.")


def _check_id(name: str) -> None:
    from peerkit.model.constraints import Id

    if not get_args(Id)[1].admits(name):
        raise UsageError(f'"{name}" cannot be an id', "Use small letters, digits and hyphens between them, 64 at most: our-charter.")
    from peerkit.source import catalog

    if (catalog.built_in_folder() / f"{name}.yaml").is_file() and name not in _NOT_FRAMEWORKS:
        raise UsageError(f"{name} is the id of a framework that comes with peerkit", "Choose another id; yours would hide it.")
    if name in _NOT_FRAMEWORKS:
        raise UsageError(f"{name}.yaml is the name of another file beside frameworks", "Choose another id.")
