"""`peerkit explain`: how a number came about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import console, options
from peerkit.cli.printed_command import files_named
from peerkit.cli.results.answer_files import load_answers
from peerkit.cli.results.destination import Destination
from peerkit.errors import UsageError
from peerkit.render.products import formats


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of answers.", show_default=False)],
    what: Annotated[str, typer.Argument(metavar="FRAMEWORK[/SECTION|/INDICATOR]", help="Which number to take apart.", show_default=False)],
    form: Annotated[str, options.format_option(formats("explanation"))] = "terminal",
    output: options.Output = None,
    goal: options.Goal = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Take a number of the report apart: every term of it, and what would change it.

    Example: peerkit explain lantern-street-peers.tacsi.b7c1e0.peerkit.json tacsi/co-design
    """
    from peerkit.engine.scores.explanation import explain
    from peerkit.engine.scores.report import make_report

    destination = Destination(form=form, output=output, plain=plain, typed={"FILE": files_named([file], frameworks)})
    destination.check("explanation")
    if file.is_dir():
        raise UsageError(
            f"{file} is a folder, and a number is taken apart for one file", "Name a file. A team's report says how it came about."
        )
    loaded = load_answers(file, frameworks)
    explanation = explain(make_report(loaded.frameworks, loaded.assessment, console.document_day(), goal), what)
    destination.deliver("explanation", explanation)
