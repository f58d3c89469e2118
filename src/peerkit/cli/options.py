"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from peerkit.errors import UsageError, did_you_mean
from peerkit.model.scale import LEAST_GROUP, MODES, ROLES, SETS


def one_of(option: str, choices: Iterable[str], also: Mapping[str, str] | None = None) -> Callable[[str | None], str | None]:
    """Return a check that an option's value is one of `choices`, or what `also` has by another name.

    Raises (the check): UsageError: when it is none of them.
    """
    known, other_names = tuple(choices), also or {}

    def check(value: str | None) -> str | None:
        if value is None or value in known:
            return value
        if value in other_names:
            return other_names[value]
        raise UsageError(f'"{value}" is no value for {option}', did_you_mean(value, known, f"Choose from {', '.join(known)}."))

    return check


Plain = Annotated[bool, typer.Option("--plain", help="Short labelled lines; no drawing, no colour.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")]
Frameworks = Annotated[
    Path | None, typer.Option("--frameworks", metavar="DIR", help="Look for frameworks in this folder first.", show_default=False)
]
Goal = Annotated[
    int | None, typer.Option("--goal", metavar="LEVEL", min=1, max=4, help="The level to aim at everywhere.", show_default=False)
]
AnswerFiles = Annotated[
    list[Path], typer.Argument(metavar="FILE…", help="A file of answers; several, or their folder, are a team.", show_default=False)
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to this file instead of the screen.", show_default=False)
]
OutcomeFile = Annotated[Path | None, typer.Option("--outcome", metavar="FILE", help="Show what a workshop agreed on.", show_default=False)]
Minimum = Annotated[
    int | None,
    typer.Option(
        "--minimum-group",
        metavar="N",
        min=LEAST_GROUP,
        help="A team: people counted together at least; 5, not under 3.",
        show_default=False,
    ),
]
SkipBroken = Annotated[bool, typer.Option("--skip-broken", help="A team: leave out files that cannot be read.")]

# What is asked, and of whom.


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
        metavar="|".join(MODES),
        help="One person, or a group that answers one form together.",
        show_default=False,
        callback=one_of("--mode", MODES),
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


def format_option(formats: Sequence[str]) -> Any:
    """Return the `--format` option whose choices are `formats`; any other value is a usage error. A terminal may be called `text`."""
    check = one_of("--format", formats, {"text": "terminal"} if "terminal" in formats else None)
    return typer.Option("--format", "-f", metavar="|".join(formats), help="How to write it.", callback=check)


def split_ids(values: Sequence[str] | None) -> list[str]:
    """Return the ids of an option that is repeated or comma-separated."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]


def as_text(given: str | None) -> str | None:
    """Return what was given as a file can hold it, None for nothing; bytes of an argument that are no text get marks in their place."""
    return os.fsencode(given).decode("utf-8", "replace").strip() or None if given else None
