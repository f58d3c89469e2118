"""The gate in front of a team's answers: what may be shown of them, held against what earlier reports of the round have shown."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from peerkit.cli import console, team_loading
from peerkit.cli.printed_command import printed
from peerkit.cli.results.report_options import load_outcome
from peerkit.errors import UsageError
from peerkit.model.scale import LEAST_GROUP, SMALLEST_GROUP

if TYPE_CHECKING:
    from peerkit.cli.results.report_options import ReportOptions
    from peerkit.engine.team.membership import Team
    from peerkit.model.answers import Outcome
    from peerkit.model.team import Memory, TeamView

Minimum = Annotated[
    int | None,
    typer.Option(
        "--minimum-group",
        metavar="N",
        min=LEAST_GROUP,
        help="A team: people counted together at least; 5, not under 3.",
        show_default=False,
    ),
]
Comments = Annotated[bool, typer.Option("--comments", help="A team: show what people wrote, shuffled.")]
SkipBroken = Annotated[bool, typer.Option("--skip-broken", help="A team: leave out files that cannot be read.")]
ReplaceEarlier = Annotated[
    bool, typer.Option("--replace-earlier", help="A team: take back an earlier report that was not handed out; asks first.")
]
Facilitator = Annotated[bool, typer.Option("--facilitator", help="A team: add a figure of how far people agree; needs peerkit[stats].")]

_TAKEN_BACK: Final = (
    "What earlier reports of this round have shown will be forgotten. That protects people only if none of them was handed out: "
    "the earlier one was not handed out, and nobody else has seen it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOptions:
    """What the options that are for teams alone say; `minimum` is None where it is not said."""

    minimum: int | None = None
    comments: bool = False
    skip_broken: bool = False
    replace_earlier: bool = False
    facilitator: bool = False


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """All that may be shown of a team, what its workshop agreed on, where that was named, and what to remember of it, by file."""

    view: TeamView
    outcome: Outcome | None
    memories: Mapping[Path, Memory]


@contextlib.contextmanager
def team_gate(paths: Sequence[Path], wanted: ReportOptions, asked: TeamOptions) -> Iterator[ShownTeam]:
    """Let through what may be shown of the people whose answers are in `paths`, while no other run shows anything of them.

    Inside the block it is delivered with `Destination.deliver_shown`, which remembers it: what was shown and not remembered could give
    answers away later.

    Raises:
        UsageError: when a confirmation was not typed.
        InputError: when a file cannot be used, or they do not belong together.
        OutputError: when nothing can be written beside the answers.

    """
    from peerkit.cli import remembering
    from peerkit.engine.team.membership import pool
    from peerkit.model.team import Memory

    files = team_loading.read_all(paths, skip_broken=asked.skip_broken)
    frameworks = team_loading.frameworks_of(files, wanted.frameworks)
    team = pool(frameworks, {str(file.path): file.assessment for file in files})
    program = min(assessment.program for assessment in team.assessments)
    outcome = load_outcome(wanted.outcome, program) if wanted.outcome else None
    kept = remembering.places(program, [file.path for file in files])
    with remembering.held(kept):
        before = _earlier(program, kept, asked)
        view, shown = _protected(team, asked, before)
        _tell_hidden(view)
        yield ShownTeam(view, outcome, dict.fromkeys(kept, (before or Memory()) + shown))


def refuse_for_one(asked: TeamOptions) -> None:
    """Refuse what only a team's report can do, where there is one file: its report shows everything in it.

    Raises:
        UsageError: when such an option was given.

    """
    given = (
        ("--minimum-group", asked.minimum is not None),
        ("--comments", asked.comments),
        ("--replace-earlier", asked.replace_earlier),
        ("--facilitator", asked.facilitator),
    )
    for option, is_given in given:
        if is_given:
            message = f"{option} is for the report of a team, and here is one file, whose report shows all that is in it"
            raise UsageError(message, f"Leave {option} out, or name the files of the team, or their folder.")


def _earlier(program: str, kept: Sequence[Path], asked: TeamOptions) -> Memory | None:
    """Return what earlier reports have shown, None where they are taken back; what has to be confirmed is asked for."""
    from peerkit.cli import remembering
    from peerkit.cli.confirming import confirm_by_name

    remembering.confirm_minimum(program, asked.minimum)
    if asked.replace_earlier and any(os.path.lexists(path) for path in kept):
        confirm_by_name(program, remembering.on_screen(_TAKEN_BACK))
        return None
    return remembering.recall(kept)


def _protected(team: Team, asked: TeamOptions, before: Memory | None) -> tuple[TeamView, Memory]:
    """Return what may be shown of a team, and what that adds to the memory; `before` is None where an earlier report is taken back."""
    from peerkit.engine.team.gate import protect
    from peerkit.model.team import Memory

    minimum = asked.minimum or SMALLEST_GROUP
    return protect(team, before or Memory(), minimum=minimum, comments=asked.comments, replaces_earlier=before is None)


def _tell_hidden(view: TeamView) -> None:
    """Say what to do where an earlier report is why something is hidden."""
    rows = [row for framework in view.frameworks for section in framework.sections for row in section.rows]
    hidden = sum(row.hidden == "difference" for row in rows)
    if hidden:
        console.note(
            f"note: {hidden} of {len(rows)} questions are hidden, since an earlier report of this round counted almost the same people. "
            f"If that one was not handed out, take it back: {printed('report', 'FILE', '--replace-earlier')}"
        )
