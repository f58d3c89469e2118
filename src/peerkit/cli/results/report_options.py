"""What the commands that start from a report ask for, and the report of one file of answers that they start from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from peerkit.cli import loading, options
from peerkit.errors import InputError
from peerkit.model.answers import program_key
from peerkit.model.report import AUDIENCES, Audience

if TYPE_CHECKING:
    from collections.abc import Sequence

    from peerkit.model.answers import Outcome
    from peerkit.model.framework import Framework
    from peerkit.model.report import Report

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
class ReportOptions:
    """What a report is made with: `goal` 1 to 4 for all, `outcome` the file of a workshop, `frameworks` a folder to look in first."""

    audience: str = "team"
    goal: int | None = None
    outcome: Path | None = None
    frameworks: Path | None = None


def report_of(file: Path, wanted: ReportOptions) -> Report:
    """Return the report of a file of answers, as its audience may see it.

    Raises:
        InputError: when the file, a framework of it or the outcome cannot be used, or when the outcome is another program's.

    """
    from peerkit.engine.scores.audience import report_for
    from peerkit.engine.scores.report import make_report

    loaded = loading.load_answers(file, wanted.frameworks)
    outcome = load_outcome(wanted.outcome, loaded.assessment.program) if wanted.outcome else None
    titles = _theme_titles(loaded.frameworks, wanted.frameworks)
    report = make_report(loaded.frameworks, loaded.assessment, loading.document_day(), wanted.goal, outcome=outcome, theme_titles=titles)
    return report_for(report, cast("Audience", wanted.audience))


def load_outcome(path: Path, program: str) -> Outcome:
    """Return what a workshop of the program agreed on.

    Raises:
        InputError: when the file cannot be used, or is another program's.

    """
    from peerkit.source.json import outcome_file

    outcome = outcome_file.read(path)
    if program_key(outcome.program) != program_key(program):
        raise InputError(
            f"{path} is about {outcome.program}, and the answers are about {program}",
            "Give the outcome of the same program, or mend the name in the file.",
        )
    return outcome


def _theme_titles(frameworks: Sequence[Framework], folder: Path | None) -> dict[str, str]:
    """Return the titles of the themes by id; nothing is read where there is only one framework, for then no theme is named."""
    if len(frameworks) < 2:
        return {}
    from peerkit.source import catalog

    return {theme.id: theme.title for theme in catalog.load_themes(folder).themes}
