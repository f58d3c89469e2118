"""`peerkit agenda`: a timed workshop agenda with cards to talk about, and the file of what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, loading, options, outlet, prompters, reporting, team_loading, team_reporting
from peerkit.cli.printed_command import printed
from peerkit.errors import FileName, UsageError
from peerkit.render.agenda.registry import agenda_formats, load

if TYPE_CHECKING:
    from peerkit.cli.prompting.interface import Prompter
    from peerkit.cli.reporting import Wanted
    from peerkit.cli.team_reporting import Asked
    from peerkit.model.agenda import Agenda
    from peerkit.model.outcome import Outcome
    from peerkit.model.team import TeamView

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
    form: Annotated[str, options.format_option(agenda_formats())] = "terminal",
    output: options.Output = None,
    minimum: team_reporting.Minimum = None,
    skip_broken: team_reporting.SkipBroken = False,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Make a timed agenda for a workshop: strengths first, then what is seen differently, with open questions, and up to three actions.

    With --record it asks instead what you agree on, and saves each answer at once; it goes on where it left off.

    Example: peerkit agenda examples/lantern-street/lantern-street-peers.tacsi.peerkit.json --minutes 90
    """
    _check(record, form, output)
    paths = team_loading.answer_files(files)
    wanted = reporting.Wanted(form=form, audience="team", goal=goal, outcome=None, frameworks=frameworks)
    asked = team_reporting.Asked(minimum=minimum, skip_broken=skip_broken)
    make = _make_for_team if len(paths) > 1 else _make_for_one
    if record is None:
        context = console.here(plain=plain, output=output)
        make(paths, wanted, asked, minutes, output, lambda agenda: load(form).render(agenda, context))
        return
    made: list[Agenda] = []
    # NOTE: what is asked shows what a report would show, so that it is asked once the gate has remembered it.
    make(paths, wanted, asked, minutes, None, partial(_kept_in, made, record))
    _record(made[0], record, plain, files, frameworks)


def _kept_in(made: list[Agenda], record: Path, agenda: Agenda) -> None:
    """Keep an agenda that is to be asked about and not written, if what is said can be kept in the file `record`."""
    from peerkit.cli.recording import check

    check(agenda, record)
    made.append(agenda)


def _check(record: Path | None, form: str, output: Path | None) -> None:
    """Refuse options that do not go together."""
    if record is not None and (output is not None or form != "terminal"):
        hint = "Leave --format and --output out; `peerkit report --outcome` and `peerkit plan --outcome` show what was agreed on."
        raise UsageError("--record asks, and writes no agenda", hint)


def _prompter(plain: bool) -> Prompter:
    return prompters.prompter(plain=plain)


def _make_for_team(
    paths: Sequence[Path], wanted: Wanted, asked: Asked, minutes: int, output: Path | None, write: Callable[[Agenda], str | None]
) -> None:
    from peerkit.engine.workshop.agenda import agenda_for_team
    from peerkit.source import catalog

    tensions = catalog.load_crosswalk(wanted.frameworks).tensions

    def written(view: TeamView, _outcome: Outcome | None) -> str | None:
        return write(_named(agenda_for_team(view, loading.document_day(), minutes, tensions, wanted.goal), wanted.frameworks))

    team_reporting.show_team(paths, wanted, asked, output, written)


def _make_for_one(
    paths: Sequence[Path], wanted: Wanted, asked: Asked, minutes: int, output: Path | None, write: Callable[[Agenda], str | None]
) -> None:
    from peerkit.engine.workshop.agenda import agenda_for
    from peerkit.source import catalog

    team_reporting.refuse_for_one(asked)
    loaded = loading.load_answers(paths[0], wanted.frameworks)
    tensions = catalog.load_crosswalk(wanted.frameworks).tensions
    agenda = agenda_for(loaded.frameworks, loaded.assessment, loading.document_day(), minutes, tensions, wanted.goal)
    text = write(_named(agenda, wanted.frameworks))
    if text is not None:
        outlet.deliver(text, output)


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
    from peerkit.cli.recording import Typed, record

    named = (*map(FileName, files), *(("--frameworks", FileName(folder)) if folder else ()))
    again = printed("agenda", *named, "--minutes", str(agenda.minutes), "--record", FileName(path))
    record(agenda, path, _prompter(plain), Typed(named, again))
