"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from peerkit.errors import UsageError, did_you_mean
from peerkit.model.scale import LEAST_GROUP, MODES, ROLES, SETS

_OFTEN_SAID: Final = {"word": "docx", "doc": "docx", "excel": "xlsx", "xls": "xlsx", "md": "markdown", "web": "html", "page": "html"}
"""What people call a format, with its name here."""


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
        meant = _OFTEN_SAID.get(value.casefold())
        hint = f"Did you mean {meant}?" if meant in known else did_you_mean(value, known, f"Choose from {', '.join(known)}.")
        raise UsageError(f'"{value}" is no value for {option}', hint)

    return check


def optional(names: str, metavar: str, said: str, **more: Any) -> Any:
    """Return an option that may be left out, and has no default to show; its `names` are set apart by blanks."""
    return typer.Option(*names.split(), metavar=metavar, help=said, show_default=False, **more)


def choice(name: str, choices: Sequence[str], said: str) -> Any:
    """Return an option that takes one of `choices`, or nothing; any other value is a usage error."""
    return optional(name, "|".join(choices), said, callback=one_of(name, choices))


Plain = Annotated[bool, typer.Option("--plain", help="Short labelled lines; no drawing, no colour.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error comes from.")]
Frameworks = Annotated[Path | None, optional("--frameworks", "DIR", "Look for frameworks in this folder first.")]
Goal = Annotated[int | None, optional("--goal", "LEVEL", "The level to aim at everywhere.", min=1, max=4)]
AnswerFiles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[FILE]…",
        help="A file of answers; several, or their folder, are a team. None is the only one in this folder, or asks which.",
        show_default=False,
    ),
]
Output = Annotated[Path | None, optional("--output -o", "PATH", "Write to this file instead of the screen.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="With --output: write over what is there.")]
OutcomeFile = Annotated[Path | None, optional("--outcome", "FILE", "Show what a workshop agreed on.")]
Minimum = Annotated[
    int | None, optional("--minimum-group", "N", "A team: people counted together at least; 5, not under 3.", min=LEAST_GROUP)
]
SkipBroken = Annotated[bool, typer.Option("--skip-broken", help="A team: leave out files that cannot be read, or do not fit the others.")]
Skip = Annotated[list[Path] | None, typer.Option("--skip", metavar="FILE", help="A team: leave out this file.", show_default=False)]

# What is asked, and of whom.

Named = Annotated[list[str] | None, typer.Argument(metavar="[FRAMEWORK]...", help="Ids; none asks which.", show_default=False)]
ChosenSet = Annotated[str | None, choice("--set", SETS, "How much to ask.")]
ChosenRole = Annotated[str | None, choice("--role", ROLES, "Who answers.")]
ChosenMode = Annotated[str | None, choice("--mode", MODES, "One person, or a group that answers one form together.")]
Room = Annotated[list[str] | None, optional("--room", "ROLE=N", "With --mode consensus: how many of each role are there.")]
Sections = Annotated[list[str] | None, optional("--section", "ID", "Keep to these sections.")]
Program = Annotated[str | None, optional("--program", "NAME", "What the program is called.")]
Facts = Annotated[list[str] | None, optional("--fact", "ID=VALUE", "A fact about the program.")]
Prepared = Annotated[Path | None, optional("--from", "FILE", "Start from a file made by `peerkit prepare`.")]
File = Annotated[Path | None, optional("--file", "PATH", "Save to this file.")]


def format_option(formats: Sequence[str], otherwise: str = "terminal") -> Any:
    """Return the `--format` option whose choices are `formats`; any other value is a usage error. A terminal may be called `text`.

    Where nothing is said, the ending of the output decides, and else it is `otherwise`.
    """
    check = one_of("--format", formats, {"text": "terminal"} if "terminal" in formats else None)
    return typer.Option("--format", "-f", metavar="|".join(formats), help="How to write it.", show_default=otherwise, callback=check)


def split_ids(values: Sequence[str] | None) -> list[str]:
    """Return the ids of an option that is repeated or comma-separated."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]


def as_text(given: str | None) -> str | None:
    """Return what was given as a file can hold it, None for nothing; bytes of an argument that are no text get marks in their place."""
    return os.fsencode(given).decode("utf-8", "replace").strip() or None if given else None
