"""`peerkit report`: the gap report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from peerkit.cli import console, library, options
from peerkit.cli.printed_command import files_named
from peerkit.cli.results import answer_files, gates
from peerkit.cli.results.assessments_here import meant
from peerkit.cli.results.destination import Destination
from peerkit.errors import FileName, UsageError, not_installed
from peerkit.model.report import ANSWERED, AUDIENCES, LEAST_PEOPLE, LEAST_QUESTIONS, AgreementFigure, Audience
from peerkit.model.scale import LEVELS
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.model.result import FrameworkResult

Summary = Annotated[bool, typer.Option("--summary", help="One page: the result, strengths and first steps, for a board or a wall.")]
Full = Annotated[bool, typer.Option("--full", help="Everything: each question, and how the numbers came about.")]
For = Annotated[
    str,
    typer.Option(
        "--audience",
        metavar="|".join((*AUDIENCES, ANSWERED)),
        help="Leave out what is not for them; the report says what. A team: answered is a page for all who answered.",
        callback=options.one_of("--audience", (*AUDIENCES, ANSWERED)),
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser; with --format html and --output.")]
Comments = Annotated[bool, typer.Option("--comments", help="A team: show what people wrote, shuffled.")]
ReplaceEarlier = Annotated[
    bool, typer.Option("--replace-earlier", help="A team: take back an earlier report that was not handed out; asks first.")
]
Facilitator = Annotated[bool, typer.Option("--facilitator", help="A team: add a figure of how far people agree; needs peerkit[stats].")]

_OF_A_TEAM: Final = {"summary": "team_summary", "short_report": "short_team", "report": "team"}
_LENGTHS: Final = {"summary": "--summary", "report": "--full"}
"""The options that choose a product."""
_DATA_ONLY: Final = ("csv", "json")
"""Formats that hold neither comments nor the facilitator's figure."""


def command(
    files: options.AnswerFiles = None,
    form: Annotated[str | None, options.format_option(formats("report"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    goal: options.Goal = None,
    summary: Summary = False,
    full: Full = False,
    audience: For = "team",
    outcome: options.OutcomeFile = None,
    opened: Open = False,
    minimum: options.Minimum = None,
    comments: Comments = False,
    skip_broken: options.SkipBroken = False,
    skip: options.Skip = None,
    replace_earlier: ReplaceEarlier = False,
    facilitator: Facilitator = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Print the gap report of a file, or of a team. The result, what to look at first, strengths, and first steps.

    Several files of one program, or a folder of them, make the report of a team, which shows nobody's answers by themselves.

    Example: peerkit report lantern-street-peers.tacsi.b7c1e0.peerkit.json
    """
    files = meant(files or (), frameworks, plain=plain)
    typed = {"FILE": files_named(files, frameworks, skip or (), skip_broken=skip_broken), "OUTCOME": [FileName(outcome)] if outcome else []}
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain, typed=typed, is_opened=opened)
    length = _length(destination, summary=summary, full=full)
    wanted = gates.ResultOptions(
        named=files,
        goal=goal,
        outcome=outcome,
        frameworks=frameworks,
        minimum=minimum,
        comments=comments,
        skip_broken=skip_broken,
        skipped=skip or (),
        replace_earlier=replace_earlier,
        facilitator=facilitator,
    )
    paths = answer_files.answer_files(files, skip or ())
    if len(paths) == 1:
        _refuse_for_one(wanted, audience)
        _report_one(paths[0], wanted, destination, cast("Audience", audience), length)
    else:
        _refuse_for_teams(wanted, destination, audience, length)
        _report_team(paths, wanted, destination, ANSWERED if audience == ANSWERED else _OF_A_TEAM[length])


def _length(destination: Destination, *, summary: bool, full: bool) -> str:
    """Return the product that is a report of that length, and refuse what is for a page where the format is none."""
    destination.check("report")
    if summary and full:
        raise UsageError("--summary is one page, and --full is everything", "Choose one of them, or neither: a few pages.")
    able = formats("summary")
    if summary and destination.form not in able:
        raise UsageError(f"--summary is a page to read, and {destination.form} is none", f"Choose from {', '.join(able)}.")
    return "summary" if summary else "report" if full else "short_report"


def _report_one(path: Path, wanted: gates.ResultOptions, destination: Destination, audience: Audience, length: str) -> None:
    """Write the report of one person or group in a length: a product that is a page. Data has one length."""
    from peerkit.engine.first_steps import first_steps
    from peerkit.engine.scores.report import make_report

    loaded = answer_files.load_answers(path, wanted.frameworks)
    outcome = answer_files.load_outcome(wanted.outcome, loaded.assessment.program) if wanted.outcome else None
    # NOTE: where there is only one framework, no theme is named.
    titles = library.theme_titles(wanted.frameworks) if len(loaded.frameworks) > 1 else {}
    day = console.document_day()
    report = make_report(loaded.frameworks, loaded.assessment, day, wanted.goal, outcome=outcome, theme_titles=titles, audience=audience)
    steps = first_steps(report, lambda answers: make_report(loaded.frameworks, answers, day, wanted.goal))
    destination.deliver(length if destination.form in formats(length) else "report", replace(report, first_steps=steps))


def _report_team(paths: Sequence[Path], wanted: gates.ResultOptions, destination: Destination, length: str) -> None:
    """Write the report of a team in a length. See `_report_one`."""
    from peerkit.engine.team.team_report import make_team_report

    destination.check("team")
    with gates.team_gate(paths, wanted) as team:
        report = replace(make_team_report(team.view, console.document_day(), wanted.goal, team.outcome), forecast=team.forecast)
        if wanted.facilitator:
            report = replace(report, figures=tuple(agreement_figure(framework) for framework in report.frameworks))
        destination.deliver(length if destination.form in formats(length) else "team", report, team.memories)


def _refuse_for_one(wanted: gates.ResultOptions, audience: str) -> None:
    """Refuse what only a team's report can do."""
    if audience == ANSWERED:
        message = "--audience answered goes from a team's report back to all who answered, and here is one file"
        hint = "Name the files of the team, or their folder. For one file leave it out: its report shows all that is in it."
        raise UsageError(message, hint)
    gates.refuse_for_one(wanted)


def _refuse_for_teams(wanted: gates.ResultOptions, destination: Destination, audience: str, length: str) -> None:
    """Refuse what only the report of one file can do, and what a format cannot hold."""
    if audience not in ("team", ANSWERED):
        message = f"--audience {audience} is for the report of one file, and these are several"
        hint = "Leave it out: a team's report shows nobody's answers by themselves. Or choose answered, for all who answered."
        raise UsageError(message, hint)
    if audience == ANSWERED:
        destination.check(ANSWERED)
        if length in _LENGTHS:
            raise UsageError("the page for those who answered has one length", f"Leave {_LENGTHS[length]} out.")
    for option, is_given, what in (("--comments", wanted.comments, "comments"), ("--facilitator", wanted.facilitator, "such figure")):
        if is_given and audience == ANSWERED:
            raise UsageError(f"the page for those who answered holds no {what}", f"Leave {option} out.")
        if is_given and destination.form in _DATA_ONLY:
            raise UsageError(f"{destination.form} holds no {what}", f"Leave {option} out, or choose terminal, markdown or html.")


def agreement_figure(result: FrameworkResult) -> AgreementFigure:
    """Return Krippendorff's alpha for ordered levels over the questions whose counts are shown for everyone.

    K. Krippendorff, Content Analysis (2004), chapter 11; what is not shown does not enter.

    Raises:
        OutputError: when the library that computes it is not installed.

    """
    results = tuple(result.indicators())
    counts = [shown.everyone.counts for shown in results if shown.everyone is not None and shown.everyone.counts is not None]
    people = max(map(sum, counts), default=0)
    alike = bool(counts) and len({level for row in counts for level in LEVELS if row[level]}) == 1
    enough = people >= LEAST_PEOPLE and len(counts) >= LEAST_QUESTIONS
    return AgreementFigure(
        framework=result.framework,
        alpha=_alpha(counts) if enough and not alike else None,
        people=people,
        questions=len(counts),
        left_out=len(results) - len(counts),
        alike=alike,
    )


def _alpha(counts: list[tuple[int, ...]]) -> float:
    try:
        import krippendorff
    except ImportError:
        raise not_installed("the facilitator's figure", "krippendorff", "stats") from None
    return float(krippendorff.alpha(value_counts=counts, value_domain=LEVELS, level_of_measurement="ordinal"))
