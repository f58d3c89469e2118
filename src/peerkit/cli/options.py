"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from peerkit.errors import UsageError, did_you_mean

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


def format_option(formats: Sequence[str]) -> Any:
    """Return the `--format` option whose choices are `formats`; any other value is a usage error. A terminal may be called `text`."""
    check = one_of("--format", formats)

    def chosen(value: str) -> str | None:
        return "terminal" if value == "text" and "terminal" in formats else check(value)

    return typer.Option("--format", "-f", metavar="|".join(formats), help="How to write it.", callback=chosen)


def one_of(option: str, choices: Iterable[str]) -> Callable[[str | None], str | None]:
    """Return a check that an option's value is one of `choices`.

    Raises (the check): UsageError: when it is none of them.
    """
    known = tuple(choices)

    def check(value: str | None) -> str | None:
        if value is not None and value not in known:
            raise UsageError(f'"{value}" is no value for {option}', did_you_mean(value, known, f"Choose from {', '.join(known)}."))
        return value

    return check


def split_ids(values: Sequence[str] | None) -> list[str]:
    """Return the ids of an option that is repeated or comma-separated."""
    return [part.strip() for value in values or () for part in value.split(",") if part.strip()]
