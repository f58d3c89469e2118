"""`peerkit list`: the files of answers that are here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import options
from peerkit.cli.printed_command import command_line, in_folder, shell_here
from peerkit.cli.results.destination import Destination
from peerkit.errors import FileName
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.model.kept_answers import KeptAnswers


def command(
    folders: Annotated[list[Path] | None, typer.Argument(metavar="[FOLDER]...", help="None is this folder.", show_default=False)] = None,
    form: Annotated[str | None, options.format_option(formats("assessments"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """List the files of answers here, and how far each is.

    Example: peerkit list
    """
    from peerkit.cli.results.assessments_here import look
    from peerkit.model.kept_answers import AnswersHere

    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("assessments")
    found = look(folders or [Path()], frameworks)
    destination.deliver("assessments", AnswersHere(tuple(found), tuple(_commands(found, frameworks))))


def _commands(found: Sequence[KeptAnswers], frameworks: Path | None) -> Iterator[tuple[str, str]]:
    """Yield how to go on with the newest file that is not complete, and how to see the result of the newest that is."""
    for state, words, what in (("begun", ("assess", "--resume"), "go on where it was left"), ("complete", ("report",), "see its result")):
        newest = next((kept.file for kept in found if kept.state == state), None)
        if newest is not None:
            yield command_line([*words, FileName(newest), *in_folder(frameworks)], shell_here()), what
