"""`peerkit report`: the gap report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, cast

import typer

from peerkit.cli import console, library, options
from peerkit.cli.results import answer_files, gates
from peerkit.cli.results.destination import Destination, open_in_browser
from peerkit.errors import UsageError
from peerkit.model.report import AUDIENCES, Audience
from peerkit.render.products import formats

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
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser; with --format html and --output.")]
Comments = Annotated[bool, typer.Option("--comments", help="A team: show what people wrote, shuffled.")]
ReplaceEarlier = Annotated[
    bool, typer.Option("--replace-earlier", help="A team: take back an earlier report that was not handed out; asks first.")
]
Facilitator = Annotated[bool, typer.Option("--facilitator", help="A team: add a figure of how far people agree; needs peerkit[stats].")]

_DATA_ONLY: Final = ("csv", "json")
"""Formats that hold neither comments nor the facilitator's figure."""


def command(
    files: options.AnswerFiles,
    form: Annotated[str, options.format_option(formats("report"))] = "terminal",
    output: options.Output = None,
    goal: options.Goal = None,
    summary: Summary = False,
    audience: For = "team",
    outcome: options.OutcomeFile = None,
    opened: Open = False,
    minimum: options.Minimum = None,
    comments: Comments = False,
    skip_broken: options.SkipBroken = False,
    replace_earlier: ReplaceEarlier = False,
    facilitator: Facilitator = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Print the gap report of a file: strengths, scores with what they rest on, gaps with a next step, and what is not known.

    Several files of one program, or a folder of them, make the report of a team, which shows nobody's answers by themselves.

    Example: peerkit report lantern-street-peers.tacsi.b7c1e0.peerkit.json
    """
    destination = Destination(form=form, output=output, plain=plain)
    destination.check("report")
    if opened and (form != "html" or output is None):
        raise UsageError("--open is for a page in a file", "Add --format html --output report.html.")
    wanted = gates.ResultOptions(
        goal=goal,
        outcome=outcome,
        frameworks=frameworks,
        minimum=minimum,
        comments=comments,
        skip_broken=skip_broken,
        replace_earlier=replace_earlier,
        facilitator=facilitator,
    )
    paths = answer_files.answer_files(files)
    if len(paths) == 1:
        gates.refuse_for_one(wanted)
        _report_one(paths[0], wanted, destination, cast("Audience", audience), summary=summary)
    else:
        _refuse_for_teams(wanted, destination, audience, summary=summary)
        _report_team(paths, wanted, destination)
    if opened and output:
        open_in_browser(output)


def _report_one(path: Path, wanted: gates.ResultOptions, destination: Destination, audience: Audience, *, summary: bool) -> None:
    from peerkit.engine.scores.report import make_report

    able = formats("summary")
    if summary and destination.form not in able:
        raise UsageError(f"--summary is a page to read, and {destination.form} is none", f"Choose from {', '.join(able)}.")
    loaded = answer_files.load_answers(path, wanted.frameworks)
    outcome = answer_files.load_outcome(wanted.outcome, loaded.assessment.program) if wanted.outcome else None
    titles = library.theme_titles(loaded.frameworks, wanted.frameworks)
    day = console.document_day()
    report = make_report(loaded.frameworks, loaded.assessment, day, wanted.goal, outcome=outcome, theme_titles=titles, audience=audience)
    destination.deliver("summary" if summary else "report", report)


def _report_team(paths: Sequence[Path], wanted: gates.ResultOptions, destination: Destination) -> None:
    from peerkit.engine.team.team_report import make_team_report

    destination.check("team")
    with gates.team_gate(paths, wanted) as team:
        report = make_team_report(team.view, console.document_day(), wanted.goal, team.outcome)
        if wanted.facilitator:
            from peerkit.cli.workshop.agreement_figure import with_figures

            report = with_figures(report)
        destination.deliver("team", report, team.memories)


def _refuse_for_teams(wanted: gates.ResultOptions, destination: Destination, audience: str, *, summary: bool) -> None:
    """Refuse what only the report of one file can do, and what a format cannot hold."""
    for option, is_given in (("--summary", summary), ("--audience", audience != "team")):
        if is_given:
            message = f"{option} is for the report of one file, and these are several"
            raise UsageError(message, f"Leave {option} out. A team's report shows nobody's answers by themselves.")
    for option, is_given, what in (("--comments", wanted.comments, "comments"), ("--facilitator", wanted.facilitator, "such figure")):
        if is_given and destination.form in _DATA_ONLY:
            raise UsageError(f"{destination.form} holds no {what}", f"Leave {option} out, or choose terminal, markdown or html.")
