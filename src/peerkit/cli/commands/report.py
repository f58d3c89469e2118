"""`peerkit report`: the gap report."""

from __future__ import annotations

from typing import Annotated

from peerkit.cli import console, options, reporting, team_loading, team_reporting
from peerkit.render.registry import report_formats


def command(
    files: options.AnswerFiles,
    form: Annotated[str, options.format_option(report_formats())] = "terminal",
    output: options.Output = None,
    goal: options.Goal = None,
    summary: reporting.Summary = False,
    audience: reporting.For = "team",
    outcome: reporting.OutcomeFile = None,
    opened: reporting.Open = False,
    minimum: team_reporting.Minimum = None,
    comments: team_reporting.Comments = False,
    skip_broken: team_reporting.SkipBroken = False,
    replace_earlier: team_reporting.ReplaceEarlier = False,
    facilitator: team_reporting.Facilitator = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Print the gap report of a file: strengths, scores with what they rest on, gaps with a next step, and what is not known.

    Several files of one program, or a folder of them, make the report of a team, which shows nobody's answers by themselves.

    Example: peerkit report lantern-street-peers.tacsi.b7c1e0.peerkit.json
    """
    reporting.check(form=form, output=output, opened=opened)
    paths = team_loading.answer_files(files)
    wanted = reporting.Wanted(form=form, audience=audience, goal=goal, outcome=outcome, frameworks=frameworks)
    asked = team_reporting.Asked(
        minimum=minimum, comments=comments, skip_broken=skip_broken, replace_earlier=replace_earlier, facilitator=facilitator
    )
    if len(paths) > 1:
        team_reporting.report_team(paths, wanted, asked, console.here(plain=plain, output=output), output, summary=summary)
    else:
        team_reporting.refuse_for_one(asked)
        reporting.deliver(paths[0], wanted, console.here(plain=plain, output=output), output, summary=summary)
    if opened and output:
        reporting.show(output)
