"""The report of one file of answers: which options go together, how it is made, and where it opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from peerkit.cli import console, loading, options, outlet
from peerkit.errors import InputError, UsageError
from peerkit.model.answers import program_key
from peerkit.model.report import AUDIENCES, Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerkit.model.framework import Framework
    from peerkit.model.outcome import Outcome
    from peerkit.model.report import Report
    from peerkit.render.interface import RenderContext

Summary = Annotated[bool, typer.Option("--summary", help="One page: strengths, the weakest section, first steps, how sure it is.")]
For = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="|".join(AUDIENCES),
        help="Leave out what is not for them; the report says what.",
        callback=options.one_of("--audience", AUDIENCES),
    ),
]
OutcomeFile = Annotated[Path | None, typer.Option("--outcome", metavar="FILE", help="Show what a workshop agreed on.", show_default=False)]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser; with --format html and --output.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a report is wanted: `goal` 1 to 4 for all, `outcome` the file of a workshop, `frameworks` a folder to look in first."""

    form: str
    audience: str
    goal: int | None
    outcome: Path | None
    frameworks: Path | None


def check(*, form: str, output: Path | None, opened: bool) -> None:
    """Check that options go together.

    Raises:
        UsageError: when a page is to be opened that is none, or that is nowhere, or when a file that is no text has no place.

    """
    from peerkit.render.registry import load_file

    if output is None and load_file(form):
        raise UsageError(f"{form} is a file to open elsewhere, and no text for the screen", f"Add --output report.{form}.")
    if opened and (form != "html" or output is None):
        raise UsageError("--open is for a page in a file", "Add --format html --output report.html.")


def made(file: Path, wanted: Wanted) -> Report:
    """Return the report of a file of answers, as its audience may see it.

    Raises:
        InputError: when the file, a framework of it or the outcome cannot be used, or when the outcome is another program's.

    """
    from peerkit.engine.scores.audience import report_for
    from peerkit.engine.scores.report import make_report

    loaded = loading.load_answers(file, wanted.frameworks)
    outcome = load_outcome(wanted.outcome, loaded.assessment.program) if wanted.outcome else None
    titles = theme_titles(loaded.frameworks, wanted.frameworks)
    report = make_report(loaded.frameworks, loaded.assessment, loading.document_day(), wanted.goal, outcome=outcome, theme_titles=titles)
    return report_for(report, cast("Audience", wanted.audience))


def deliver(file: Path, wanted: Wanted, context: RenderContext, output: Path | None, *, summary: bool) -> None:
    """Write the report of a file of answers to `output`, or to standard output where it is text and no place is named.

    Raises:
        UsageError: when the format has no short form.
        InputError: as `made` does.
        OutputError: when it cannot be written.

    """
    from peerkit.render.registry import load, load_file, load_summary

    render_file = load_file(wanted.form, summary=summary)
    if render_file and output:
        outlet.deliver(render_file(made(file, wanted)), output)
    else:
        render = load_summary(wanted.form) if summary else load(wanted.form).render
        outlet.deliver(render(made(file, wanted), context), output)


def load_outcome(path: Path, program: str) -> Outcome:
    """Return what a workshop of the program agreed on.

    Raises:
        InputError: when the file cannot be used, or is another program's.

    """
    from peerkit.source import outcome_file

    outcome = outcome_file.read(path)
    if program_key(outcome.program) != program_key(program):
        raise InputError(
            f"{path} is about {outcome.program}, and the answers are about {program}",
            "Give the outcome of the same program, or mend the name in the file.",
        )
    return outcome


def theme_titles(frameworks: Sequence[Framework], folder: Path | None) -> dict[str, str]:
    """Return the titles of the themes by id; nothing is read where there is only one framework, for then no theme is named."""
    if len(frameworks) < 2:
        return {}
    from peerkit.source import catalog

    return {theme.id: theme.title for theme in catalog.load_themes(folder).themes}


def show(page: Path) -> None:
    """Open a page in the browser; where there is none, say so."""
    import webbrowser

    if not webbrowser.open(page.resolve().as_uri()):
        console.remark(f"note: no browser could be opened; the page is {page}")
