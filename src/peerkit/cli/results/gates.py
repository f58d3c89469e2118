"""The gates in front of a team's answers: what may be shown of them, held against what earlier reports of the round have shown.

A gate is a context: while it is open no other run shows anything of these people, and what it lets through is delivered inside its block
with `Destination.deliver` and its memories. What was shown and not remembered could give answers away later.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.cli.printed_command import printed
from peerkit.cli.results.answer_files import Tell, answer_files, each_said_once, load_answers, load_outcome, load_team, tied_to_safety
from peerkit.cli.results.destination import not_remembered
from peerkit.errors import InputError, OutputError, UsageError
from peerkit.model.scale import SMALLEST_GROUP

if TYPE_CHECKING:
    from peerkit.engine.team.membership import Team
    from peerkit.model.answers import Outcome
    from peerkit.model.collection import Forecast
    from peerkit.model.comparison import ComparedSide
    from peerkit.model.team import Memory, TeamView

_LOWERED: Final = (
    "Groups of {lowered} people are easier to see through than groups of {usual}. The report will say that the number was lowered."
)
_TAKEN_BACK: Final = (
    "What earlier reports of this round have shown will be forgotten. That protects people only if none of them was handed out: "
    "the earlier one was not handed out, and nobody else has seen it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultOptions:
    """What a result is made with: `named` files and folders, without those `skipped`, and `frameworks` from that folder first.

    `goal` is 1 to 4 for all, `outcome` the file of a workshop. The others are for teams alone; `minimum` is None where it is not said.
    """

    named: Sequence[Path]
    goal: int | None = None
    outcome: Path | None = None
    frameworks: Path | None = None
    minimum: int | None = None
    comments: bool = False
    skip_broken: bool = False
    skipped: Sequence[Path] = ()
    replace_earlier: bool = False
    facilitator: bool = False


@dataclass(frozen=True, slots=True)
class ShownTeam:
    """All that may be shown of a team, what its workshop agreed on, where that was named, and what to remember of it, by file.

    `forecast` says, where nothing is shown, with how many more people it would be.
    """

    view: TeamView
    outcome: Outcome | None
    memories: Mapping[Path, Memory]
    forecast: Forecast | None = None


@dataclass(frozen=True, slots=True)
class ShownSides:
    """All that may be shown of the sides, in the order given, and what to remember of those that are teams, by file."""

    sides: Sequence[ComparedSide]
    memories: Mapping[Path, Memory]


@dataclass(frozen=True, slots=True)
class _ReadTeam:
    """A team as it was read, the files that keep what was shown of it, and those that kept it before the answers were moved."""

    team: Team
    kept: tuple[Path, ...]
    inside: tuple[Path, ...]

    def is_few(self, minimum: int | None) -> bool:
        """Whether these are too few people for anything to be shown of them, which then is nothing to remember."""
        return len(self.team.assessments) < (minimum or SMALLEST_GROUP)

    @property
    def program(self) -> str:
        return min(person.program for person in self.team.assessments)


def refuse_for_one(wanted: ResultOptions) -> None:
    """Refuse what only a team's report can do, where there is one file: its report shows everything in it.

    Raises:
        UsageError: when such an option was given.

    """
    given = (
        ("--minimum-group", wanted.minimum is not None),
        ("--comments", wanted.comments),
        ("--replace-earlier", wanted.replace_earlier),
        ("--facilitator", wanted.facilitator),
    )
    for option, is_given in given:
        if is_given:
            message = f"{option} is for the report of a team, and here is one file, whose report shows all that is in it"
            raise UsageError(message, f"Leave {option} out, or name the files of the team, or their folder.")


@contextlib.contextmanager
def team_gate(paths: Sequence[Path], wanted: ResultOptions) -> Iterator[ShownTeam]:
    """Let through what may be shown of the people whose answers are in `paths`.

    Raises:
        UsageError: when a confirmation was not typed.
        InputError: when a file cannot be used, or they do not belong together.
        OutputError: when nothing can be written beside the answers.

    """
    from peerkit.engine.team.gate import protect

    tell = each_said_once()
    read = _read_team(paths, wanted, tell)
    if wanted.replace_earlier:
        read = replace(read, kept=(*read.kept, *read.inside), inside=())
    elif read.is_few(wanted.minimum):
        read = replace(read, kept=(), inside=())
    outcome = load_outcome(wanted.outcome, read.program) if wanted.outcome else None
    with _held(read.kept):
        _confirm_minimum(read.program, wanted.minimum)
        taken_back = wanted.replace_earlier and any(os.path.lexists(path) for path in read.kept)
        if taken_back:
            console.confirm_by_name(read.program, console.on_screen(_TAKEN_BACK))
        before = _recalled_of_others(read) if taken_back else _recalled((*read.kept, *read.inside))
        minimum = wanted.minimum or SMALLEST_GROUP
        tied = tied_to_safety(read.team.frameworks, wanted.frameworks)
        view, shown = protect(read.team, before, minimum=minimum, tied=tied, comments=wanted.comments, replaces_earlier=taken_back)
        _tell_hidden(view)
        _tell_remembered(read, before, shown, tell)
        # NOTE: where nobody was counted together, as with few people, there is nothing to remember.
        memories = dict.fromkeys(read.kept, before + shown) if shown.rows or taken_back else {}
        yield ShownTeam(view, outcome, memories, _forecast(read.team, view))


def _forecast(team: Team, view: TeamView) -> Forecast | None:
    if not view.shows_nothing:
        return None
    from peerkit.engine.team.forecast import look_ahead

    return look_ahead(team.frameworks, team.assessments[0], view.respondents, view.minimum)


@contextlib.contextmanager
def comparison_gate(wanted: ResultOptions) -> Iterator[ShownSides]:
    """Let through the sides of a comparison of files or folders; a folder of several files is a team.

    Raises:
        UsageError: when too few or too many are named, or more than two people of one program by themselves.
        InputError: when a file cannot be used, or they have no framework in common.
        OutputError: when nothing can be written beside the answers.

    """
    from peerkit.model.team import Memory

    if len(wanted.named) < 2:
        raise UsageError("a comparison needs two sides, and one is named", "Name two files or two folders: peerkit compare A B")
    skipped = [[path for path in wanted.skipped if _lies_in(path, side)] for side in wanted.named]
    lost = next((path for path in wanted.skipped if not any(path in here for here in skipped)), None)
    if lost is not None:
        raise UsageError(f"{lost} is to be skipped, and lies on neither side", "Name it by its path.")
    tell = each_said_once()
    read = [_read_side(replace(wanted, named=[side], skipped=here), tell) for side, here in zip(wanted.named, skipped, strict=True)]
    teams = {number: side for number, side in enumerate(read) if isinstance(side, _ReadTeam)}
    if wanted.minimum is not None and not teams:
        hint = "Leave --minimum-group out, or name a folder."
        raise UsageError("--minimum-group is for teams, and these are single files, of which all is shown", hint)
    for program in sorted({team.program for team in teams.values()}):
        _confirm_minimum(program, wanted.minimum)
    if all(team.is_few(wanted.minimum) for team in teams.values()):
        teams = {number: replace(team, kept=(), inside=()) for number, team in teams.items()}
    # NOTE: few people who are on a larger side too are counted there, and that is remembered of them.
    kept = sorted({path for team in teams.values() for path in team.kept})
    with _held(kept):
        protected = _protected(teams, wanted.minimum, wanted.frameworks, tell)
        sides = [protected[number][0] if isinstance(side, _ReadTeam) else side for number, side in enumerate(read)]
        memories = {
            path: sum((memory for number, (_, memory) in protected.items() if path in teams[number].kept), Memory()) for path in kept
        }
        yield ShownSides(sides, {path: memory for path, memory in memories.items() if memory.rows})


def _lies_in(path: Path, side: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(side))


def _read_side(wanted: ResultOptions, tell: Tell) -> ComparedSide | _ReadTeam:
    """Return what is named: a file of answers, or a folder of them, which is a team where there are several."""
    paths = answer_files(wanted.named, wanted.skipped, tell)
    if len(paths) > 1:
        return _read_team(paths, wanted, tell)
    from peerkit.engine.compare import side_of
    from peerkit.engine.scores.report import make_report

    loaded = load_answers(paths[0], wanted.frameworks, tell)
    return side_of(make_report(loaded.frameworks, loaded.assessment, console.document_day()), loaded.versions)


def _read_team(paths: Sequence[Path], wanted: ResultOptions, tell: Tell) -> _ReadTeam:
    from peerkit.engine.team.membership import pool

    belonging = load_team(paths, wanted.frameworks, tell, skip_broken=wanted.skip_broken)
    team = pool(belonging.frameworks, belonging.members)
    program = min(person.program for person in team.assessments)
    return _ReadTeam(team, *memories_of(map(Path, belonging.members), wanted.named, program))


def memories_of(files: Iterable[Path], named: Iterable[Path], program: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return where what is shown of these files is kept: in each folder that they lie in, whatever leads there.

    And in one around it that has such a memory: answers may have been sorted into folders since. The second value is the memories in
    folders inside these, or inside those that were `named`: answers may have been moved up, or from one to another; these are only
    read. However a folder was named, its memory is called the same, so that it is held and written once.
    """
    from peerkit.source.json import assessment_file, shown_file

    lies_in = {path.resolve().parent for path in files}
    around = {folder for inside in lies_in for folder in inside.parents[: assessment_file.DEEPEST]}
    keeping = lies_in | {folder for folder in around if os.path.lexists(shown_file.path_in(folder, program))}
    looked_into = lies_in | {path.resolve() for path in named if path.is_dir()}
    inside = {found for folder in looked_into for found in shown_file.folders_inside(folder, program)} - keeping
    here = Path().resolve()

    def called(folders: Iterable[Path]) -> Iterator[Path]:
        for folder in sorted(folders):
            yield shown_file.path_in(folder.relative_to(here) if folder.is_relative_to(here) else folder, program)

    return tuple(called(keeping)), tuple(called(inside))


def _protected(
    teams: Mapping[int, _ReadTeam], minimum: int | None, folder: Path | None, tell: Tell
) -> dict[int, tuple[ComparedSide, Memory]]:
    """Return each team as a side, by its number, and what must be remembered of it."""
    if not teams:
        return {}
    from peerkit.engine.compare import side_of
    from peerkit.engine.team.gate import protect_sides
    from peerkit.engine.team.team_report import make_team_report

    before = [_recalled((*read.kept, *read.inside)) for read in teams.values()]
    sides = [read.team for read in teams.values()]
    tied = tied_to_safety([framework for team in sides for framework in team.frameworks], folder)
    shown = protect_sides(sides, before, minimum=minimum or SMALLEST_GROUP, tied=tied)
    people = [team.assessments for team in sides]
    protected: dict[int, tuple[ComparedSide, Memory]] = {}
    for (number, read), known, (view, memory) in zip(teams.items(), before, shown, strict=True):
        versions = {reference.id: reference.version for reference in read.team.assessments[0].frameworks}
        last_day = max(person.updated for person in read.team.assessments)
        _tell_remembered(read, known, memory, tell)
        protected[number] = (
            side_of(make_team_report(view, console.document_day()), versions, last_day, people.index(read.team.assessments)),
            memory,
        )
    return protected


def _confirm_minimum(program: str, minimum: int | None) -> None:
    """Ask for a confirmation where the smallest group was lowered; `minimum` is None where nothing was said."""
    if minimum is not None and minimum < SMALLEST_GROUP:
        console.confirm_by_name(program, console.on_screen(_LOWERED.format(lowered=minimum, usual=SMALLEST_GROUP)))


@contextlib.contextmanager
def _held(kept: Iterable[Path]) -> Iterator[None]:
    """Keep other runs from these files for a while, each of which is named once."""
    from peerkit.source.json import storage

    with contextlib.ExitStack() as locks:
        for path in kept:
            try:
                locks.enter_context(storage.only_writer(path, console.note))
            except OutputError as error:
                raise not_remembered(error) from error
        yield


def _recalled(kept: Iterable[Path]) -> Memory:
    """Return what stands in these files together. See `shown_file.read` for its errors."""
    from peerkit.model.team import Memory
    from peerkit.source.json import shown_file

    return sum((shown_file.read(path) for path in kept), Memory())


def _recalled_of_others(read: _ReadTeam) -> Memory:
    """Return what stays when the reports of a team are taken back; a memory that cannot be used goes whole."""
    from peerkit.engine.team.gate import about_others

    others = _recalled([])
    for path in read.kept:
        with contextlib.suppress(InputError):
            others += about_others(_recalled([path]), read.team)
    return others


def _tell_remembered(read: _ReadTeam, before: Memory, shown: Memory, tell: Tell) -> None:
    """Say what is about to be remembered, where that is anything new."""
    if before + shown == before:
        return
    people = len(read.team.assessments)
    tell(
        f"about to be remembered, in {', '.join(map(str, read.kept))}: that these {people} people were counted together. "
        "Whoever is added later can hardly be shown, so wait until all are in."
    )


def _tell_hidden(view: TeamView) -> None:
    """Say what to do where an earlier report is why something is hidden."""
    rows = [row for framework in view.frameworks for section in framework.sections for row in section.rows]
    hidden = sum(row.hidden == "difference" for row in rows)
    if hidden:
        console.note(
            f"note: {hidden} of {len(rows)} questions are hidden, since an earlier report of this round counted almost the same people. "
            f"If that one was not handed out, take it back: {printed('report', 'FILE', '--replace-earlier')}"
        )
