"""`peerkit agenda`: a timed workshop agenda with cards to talk about, and the file of what comes of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, library, options
from peerkit.cli.printed_command import files_named, printed
from peerkit.cli.results import answer_files, gates
from peerkit.cli.results.assessments_here import meant
from peerkit.cli.results.destination import Destination, remembered
from peerkit.errors import FileName, UsageError
from peerkit.render.products import formats

if TYPE_CHECKING:
    from peerkit.model.agenda import Agenda
    from peerkit.model.team import Memory

Minutes = Annotated[int, typer.Option("--minutes", metavar="N", help="The time you have: 20 to 240.")]
Record = Annotated[
    Path | None, options.optional("--record", "OUTCOME", "Write down what you agree on, question by question, in this file.")
]
Questions = Annotated[
    list[str] | None, options.optional("--questions", "FRAMEWORK", "Make it from the questions alone; nobody has answered.")
]


def command(
    files: options.AnswerFiles = None,
    questions: Questions = None,
    minutes: Minutes = 90,
    record: Record = None,
    goal: options.Goal = None,
    form: Annotated[str | None, options.format_option(formats("agenda"))] = None,
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    minimum: options.Minimum = None,
    skip_broken: options.SkipBroken = False,
    skip: options.Skip = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Make a timed agenda for a workshop. Strengths come first, then what is seen differently, and up to three actions.

    With --record it asks instead what you agree on, and saves each answer at once; it goes on where it left off. With --questions it needs
    no answers: the questions of the quick set, one of each section in turn.

    Example: peerkit agenda examples/lantern-street/lantern-street-peers.tacsi.peerkit.json --minutes 90
    """
    if record is not None and (output is not None or form not in (None, "terminal")):
        hint = "Leave --format and --output out; `peerkit report --outcome` and `peerkit plan --outcome` show what was agreed on."
        raise UsageError("--record asks, and writes no agenda", hint)
    destination = Destination(asked=form, output=output, overwrite=overwrite, plain=plain)
    destination.check("agenda")
    wanted = gates.ResultOptions(
        named=files or (), goal=goal, frameworks=frameworks, minimum=minimum, skip_broken=skip_broken, skipped=skip or ()
    )
    if questions:
        if files or record is not None or skip or skip_broken or minimum is not None:
            hint = "Leave the files, and what is for them, out. What you answer together is kept by `peerkit assess --mode consensus`."
            raise UsageError("--questions makes an agenda of what nobody has answered", hint)
        destination.deliver("agenda", _of_questions(options.split_ids(questions), wanted, minutes), shared=True)
        return
    files = meant(files or (), frameworks, plain=plain)
    named = files_named(files, frameworks, skip or (), skip_broken=skip_broken)
    from peerkit.source.json.outcome_file import default_name

    with _agenda(answer_files.answer_files(files, skip or ()), wanted, minutes) as (agenda, memories):
        if record is None:
            outcome = FileName(default_name(agenda.program, console.today()))
            replace(destination, typed={"FILE": named, "OUTCOME": [outcome]}).deliver("agenda", agenda, memories)
        else:
            _remember(agenda, record, memories)
    if record is not None:
        _record(agenda, record, plain, named)


def _of_questions(named: Sequence[str], wanted: gates.ResultOptions, minutes: int) -> Agenda:
    from peerkit.cli.assess.new_assessment import InterviewOptions, make_draft
    from peerkit.engine.agenda import agenda_of_questions
    from peerkit.engine.scores.report import make_report
    from peerkit.source import catalog

    draft = make_draft(InterviewOptions(frameworks=named, folder=wanted.frameworks, mode="consensus"))
    report = make_report(draft.frameworks, draft.assessment, console.document_day(), wanted.goal)
    return _named(agenda_of_questions(report, minutes, catalog.load_crosswalk(wanted.frameworks).tensions), wanted.frameworks)


@contextlib.contextmanager
def _agenda(paths: Sequence[Path], wanted: gates.ResultOptions, minutes: int) -> Iterator[tuple[Agenda, Mapping[Path, Memory]]]:
    """Let through the agenda of one file, or of a team with what to remember of it. See `gates` for what belongs inside the block."""
    from peerkit.engine.agenda import agenda_for
    from peerkit.engine.scores.report import make_report
    from peerkit.engine.team.team_report import make_team_report
    from peerkit.source import catalog

    tensions = catalog.load_crosswalk(wanted.frameworks).tensions
    if len(paths) > 1:
        with gates.team_gate(paths, wanted) as team:
            agenda = agenda_for(make_team_report(team.view, console.document_day(), wanted.goal), minutes, tensions)
            yield _named(agenda, wanted.frameworks), team.memories
    else:
        gates.refuse_for_one(wanted)
        loaded = answer_files.load_answers(paths[0], wanted.frameworks)
        report = make_report(loaded.frameworks, loaded.assessment, console.document_day(), wanted.goal)
        agenda = agenda_for(report, minutes, tensions)
        yield _named(agenda, wanted.frameworks), {}


def _named(agenda: Agenda, folder: Path | None) -> Agenda:
    """Return the agenda with the names of the frameworks that its cards speak of, as far as they are here."""
    spoken_of = {name for tension in agenda.tensions for name in tension.positions}
    return replace(agenda, names=library.names_of(spoken_of, agenda.frameworks, folder))


def _remember(agenda: Agenda, record: Path, memories: Mapping[Path, Memory]) -> None:
    """Remember what the questions are going to show, if what is said can be kept in the file `record`."""
    from peerkit.cli.workshop.outcome_record import check

    check(agenda, record)
    with remembered(memories, None):
        pass


def _record(agenda: Agenda, path: Path, plain: bool, named: tuple[str, ...]) -> None:
    from peerkit.cli.prompting.prompters import prompter
    from peerkit.cli.workshop.outcome_record import TypedCommand, record

    again = printed("agenda", *named, "--minutes", str(agenda.minutes), "--record", FileName(path))
    record(agenda, path, prompter(plain=plain), TypedCommand(named, again))
