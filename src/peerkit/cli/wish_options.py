"""Options that say what is asked and of whom; `assess`, `prepare` and `sheet` share them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, get_args

import typer

from peerkit.cli.options import one_of
from peerkit.model.answers import Mode
from peerkit.model.scale import ROLES, SETS

_MODES: tuple[str, ...] = get_args(Mode)

ChosenSet = Annotated[
    str | None, typer.Option("--set", metavar="|".join(SETS), help="How much to ask.", show_default=False, callback=one_of("--set", SETS))
]
ChosenRole = Annotated[
    str | None,
    typer.Option("--role", metavar="|".join(ROLES), help="Who answers.", show_default=False, callback=one_of("--role", ROLES)),
]
ChosenMode = Annotated[
    str | None,
    typer.Option(
        "--mode",
        metavar="|".join(_MODES),
        help="One person, or a group that answers one form together.",
        show_default=False,
        callback=one_of("--mode", _MODES),
    ),
]
Room = Annotated[
    list[str] | None,
    typer.Option("--room", metavar="ROLE=N", help="With --mode consensus: how many of each role are there.", show_default=False),
]
Sections = Annotated[list[str] | None, typer.Option("--section", metavar="ID", help="Keep to these sections.", show_default=False)]
Program = Annotated[str | None, typer.Option("--program", metavar="NAME", help="What the program is called.", show_default=False)]
Facts = Annotated[list[str] | None, typer.Option("--fact", metavar="ID=VALUE", help="A fact about the program.", show_default=False)]
Prepared = Annotated[
    Path | None, typer.Option("--from", metavar="FILE", help="Start from a file made by `peerkit prepare`.", show_default=False)
]
File = Annotated[Path | None, typer.Option("--file", metavar="PATH", help="Save to this file.", show_default=False)]


def as_text(given: str | None) -> str | None:
    """Return what was given as a file can hold it, None for nothing; bytes of an argument that are no text get marks in their place."""
    return os.fsencode(given).decode("utf-8", "replace").strip() or None if given else None
