"""`peerkit report`: the gap report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

from peerkit.cli import loading, options, team_loading
from peerkit.cli.results import report_options, team_gate
from peerkit.cli.results.destination import Destination, open_in_browser
from peerkit.errors import UsageError
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.cli.results.report_options import ReportOptions
    from peerkit.cli.results.team_gate import TeamOptions

_DATA_ONLY: Final = ("csv", "json")
"""Formats that hold neither comments nor the facilitator's figure."""


def command(
    files: options.AnswerFiles,
    form: Annotated[str, options.format_option(formats("report"))] = "terminal",
    output: options.Output = None,
    goal: options.Goal = None,
    summary: report_options.Summary = False,
    audience: report_options.For = "team",
    outcome: report_options.OutcomeFile = None,
    opened: report_options.Open = False,
    minimum: team_gate.Minimum = None,
    comments: team_gate.Comments = False,
    skip_broken: team_gate.SkipBroken = False,
    replace_earlier: team_gate.ReplaceEarlier = False,
    facilitator: team_gate.Facilitator = False,
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
    wanted = report_options.ReportOptions(audience=audience, goal=goal, outcome=outcome, frameworks=frameworks)
    asked = team_gate.TeamOptions(
        minimum=minimum, comments=comments, skip_broken=skip_broken, replace_earlier=replace_earlier, facilitator=facilitator
    )
    paths = team_loading.answer_files(files)
    if len(paths) > 1:
        _refuse_for_teams(wanted, asked, destination, summary=summary)
        _report_team(paths, wanted, asked, destination)
    else:
        team_gate.refuse_for_one(asked)
        _report_one(paths[0], wanted, destination, summary=summary)
    if opened and output:
        open_in_browser(output)


def _report_one(path: Path, wanted: ReportOptions, destination: Destination, *, summary: bool) -> None:
    able = formats("summary")
    if summary and destination.form not in able:
        raise UsageError(f"--summary is a page to read, and {destination.form} is none", f"Choose from {', '.join(able)}.")
    destination.deliver("summary" if summary else "report", report_options.report_of(path, wanted))


def _report_team(paths: Sequence[Path], wanted: ReportOptions, asked: TeamOptions, destination: Destination) -> None:
    from peerkit.engine.team.team_report import make_team_report

    destination.check("team")
    with team_gate.team_gate(paths, wanted, asked) as team:
        report = make_team_report(team.view, loading.document_day(), wanted.goal, team.outcome)
        if asked.facilitator:
            from peerkit.cli.results.agreement_figure import with_figures

            report = with_figures(report)
        destination.deliver_shown("team", report, team.memories)


def _refuse_for_teams(wanted: ReportOptions, asked: TeamOptions, destination: Destination, *, summary: bool) -> None:
    """Refuse what only the report of one file can do, and what a format cannot hold."""
    for option, is_given in (("--summary", summary), ("--audience", wanted.audience != "team")):
        if is_given:
            message = f"{option} is for the report of one file, and these are several"
            raise UsageError(message, f"Leave {option} out. A team's report shows nobody's answers by themselves.")
    for option, is_given, what in (("--comments", asked.comments, "comments"), ("--facilitator", asked.facilitator, "such figure")):
        if is_given and destination.form in _DATA_ONLY:
            raise UsageError(f"{destination.form} holds no {what}", f"Leave {option} out, or choose terminal, markdown or html.")
