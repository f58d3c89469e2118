"""`peerkit explain`: how a number came about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import console, options
from peerkit.cli.printed_command import files_named
from peerkit.cli.results.answer_files import load_answers
from peerkit.cli.results.assessments_here import meant
from peerkit.cli.results.destination import Destination
from peerkit.errors import UsageError
from peerkit.render.products import formats


def command(
    named: Annotated[
        list[str],
        typer.Argument(
            metavar="[FILE] FRAMEWORK[/SECTION|/INDICATOR]",
            help="A file of answers, none is the only one in this folder or asks which; and which number to take apart.",
            show_default=False,
        ),
    ],
    form: Annotated[str | None, options.format_option(formats("explanation"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    goal: options.Goal = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Take a number of the report apart. Every term of it is shown, and what would change it.

    Example: peerkit explain lantern-street-peers.tacsi.b7c1e0.peerkit.json tacsi/co-design
    """
    from peerkit.engine.scores.explanation import explain
    from peerkit.engine.scores.report import make_report

    *files, what = map(Path, named)
    if len(files) > 1 or (not files and what.is_file()):
        raise UsageError("which number is to be taken apart?", "Name a file and a number in it: `peerkit explain FILE tacsi/co-design`.")
    [file] = meant(files, frameworks, plain=plain)
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain, typed={"FILE": files_named([file], frameworks)})
    destination.check("explanation")
    if file.is_dir():
        raise UsageError(
            f"{file} is a folder, and a number is taken apart for one file", "Name a file. A team's report says how it came about."
        )
    loaded = load_answers(file, frameworks)
    explanation = explain(make_report(loaded.frameworks, loaded.assessment, console.document_day(), goal), named[-1])
    destination.deliver("explanation", explanation)
