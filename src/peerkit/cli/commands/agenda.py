"""`peerkit agenda`: a timed workshop agenda with cards to talk about, and the file of what comes of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import loading, options, prompters, team_loading
from peerkit.cli.printed_command import printed
from peerkit.cli.results import team_gate
from peerkit.cli.results.destination import Destination
from peerkit.cli.results.report_options import ReportOptions
from peerkit.errors import FileName, UsageError
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.cli.results.team_gate import TeamOptions
    from peerkit.model.agenda import Agenda
    from peerkit.model.team import Memory

Minutes = Annotated[int, typer.Option("--minutes", metavar="N", help="The time you have: 20 to 240.")]
Record = Annotated[
    Path | None,
    typer.Option(
        "--record", metavar="OUTCOME", help="Write down what you agree on, question by question, in this file.", show_default=False
    ),
]


def command(
    files: options.AnswerFiles,
    minutes: Minutes = 90,
    record: Record = None,
    goal: options.Goal = None,
    form: Annotated[str, options.format_option(formats("agenda"))] = "terminal",
    output: options.Output = None,
    minimum: team_gate.Minimum = None,
    skip_broken: team_gate.SkipBroken = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Make a timed agenda for a workshop: strengths first, then what is seen differently, with open questions, and up to three actions.

    With --record it asks instead what you agree on, and saves each answer at once; it goes on where it left off.

    Example: peerkit agenda examples/lantern-street/lantern-street-peers.tacsi.peerkit.json --minutes 90
    """
    _check(record, form, output)
    destination = Destination(form=form, output=output, plain=plain)
    destination.check("agenda")
    wanted = ReportOptions(goal=goal, frameworks=frameworks)
    asked = team_gate.TeamOptions(minimum=minimum, skip_broken=skip_broken)
    paths = team_loading.answer_files(files)
    with _agenda(paths, wanted, asked, minutes) as (agenda, memories):
        if record is None:
            destination.deliver_shown("agenda", agenda, memories)
        else:
            _remember(agenda, record, memories)
    if record is not None:
        _record(agenda, record, plain, files, frameworks)


@contextlib.contextmanager
def _agenda(
    paths: Sequence[Path], wanted: ReportOptions, asked: TeamOptions, minutes: int
) -> Iterator[tuple[Agenda, Mapping[Path, Memory]]]:
    """Let through the agenda of one file, or of a team with what to remember of it. See `team_gate` for what belongs inside the block."""
    from peerkit.engine.agenda import agenda_for, agenda_for_team
    from peerkit.source import catalog

    tensions = catalog.load_crosswalk(wanted.frameworks).tensions
    if len(paths) > 1:
        with team_gate.team_gate(paths, wanted, asked) as team:
            agenda = agenda_for_team(team.view, loading.document_day(), minutes, tensions, wanted.goal)
            yield _named(agenda, wanted.frameworks), team.memories
    else:
        team_gate.refuse_for_one(asked)
        loaded = loading.load_answers(paths[0], wanted.frameworks)
        agenda = agenda_for(loaded.frameworks, loaded.assessment, loading.document_day(), minutes, tensions, wanted.goal)
        yield _named(agenda, wanted.frameworks), {}


def _remember(agenda: Agenda, record: Path, memories: Mapping[Path, Memory]) -> None:
    """Remember what the questions are going to show, if what is said can be kept in the file `record`."""
    from peerkit.cli import remembering
    from peerkit.cli.workshop.outcome_record import check

    check(agenda, record)
    with remembering.remembered(memories, None):
        pass


def _check(record: Path | None, form: str, output: Path | None) -> None:
    """Refuse options that do not go together."""
    if record is not None and (output is not None or form != "terminal"):
        hint = "Leave --format and --output out; `peerkit report --outcome` and `peerkit plan --outcome` show what was agreed on."
        raise UsageError("--record asks, and writes no agenda", hint)


def _named(agenda: Agenda, folder: Path | None) -> Agenda:
    """Return the agenda with the names of the frameworks that its cards speak of, as far as they are here."""
    from peerkit.errors import PeerkitError
    from peerkit.source import catalog

    names = {framework.id: framework.name for framework in agenda.frameworks}
    for name in {name for tension in agenda.tensions for name in tension.positions} - names.keys():
        try:
            names[name] = catalog.load(name, folder).framework.name
        except PeerkitError:
            continue
    return replace(agenda, names=names)


def _record(agenda: Agenda, path: Path, plain: bool, files: Sequence[Path], folder: Path | None) -> None:
    from peerkit.cli.workshop.outcome_record import Typed, record

    named = (*map(FileName, files), *(("--frameworks", FileName(folder)) if folder else ()))
    again = printed("agenda", *named, "--minutes", str(agenda.minutes), "--record", FileName(path))
    record(agenda, path, prompters.prompter(plain=plain), Typed(named, again))
