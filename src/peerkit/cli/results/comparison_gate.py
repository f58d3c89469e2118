"""The gate in front of a comparison: what each argument stands for, how people are protected, and what is remembered."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import loading, remembering, team_loading
from peerkit.errors import UsageError
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.model.team import Memory

if TYPE_CHECKING:
    from peerkit.engine.team.membership import Team
    from peerkit.model.comparison import ComparedSide


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonOptions:
    """What the sides of a comparison are read with; `minimum` is None where it is not said."""

    minimum: int | None
    skip_broken: bool
    frameworks: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _TeamSide:
    """A team as it was read: the versions that it answered, the day of its last answers, and where its memory is kept."""

    team: Team
    versions: dict[str, str]
    day: str
    kept: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ShownSides:
    """All that may be shown of the sides, in the order given, and what to remember of those that are teams, by file."""

    sides: Sequence[ComparedSide]
    memories: Mapping[Path, Memory]


@contextlib.contextmanager
def comparison_gate(named: Sequence[Path], wanted: ComparisonOptions) -> Iterator[ShownSides]:
    """Let through the sides of a comparison of files or folders. See `team_gate` for what belongs inside the block.

    Raises:
        UsageError: when too few or too many are named, or more than two people of one program by themselves.
        InputError: when a file cannot be used, or they have no framework in common.
        OutputError: when nothing can be written beside the answers.

    """
    if len(named) < 2:
        raise UsageError("a comparison needs two sides, and one is named", "Name two files or two folders: peerkit compare A B")
    read = [_read(path, wanted) for path in named]
    teams = {number: side for number, side in enumerate(read) if isinstance(side, _TeamSide)}
    _refuse_minimum_without_team(wanted, teams)
    for program in sorted({_program(team) for team in teams.values()}):
        remembering.confirm_minimum(program, wanted.minimum)
    kept = sorted({path for team in teams.values() for path in team.kept})
    with remembering.held(kept):
        protected = _protected(teams, wanted.minimum)
        sides = [protected[number][0] if isinstance(side, _TeamSide) else side for number, side in enumerate(read)]
        memories = {
            path: sum((memory for number, (_, memory) in protected.items() if path in teams[number].kept), Memory()) for path in kept
        }
        yield ShownSides(sides, memories)


def _refuse_minimum_without_team(wanted: ComparisonOptions, teams: dict[int, _TeamSide]) -> None:
    if wanted.minimum is not None and not teams:
        hint = "Leave --minimum-group out, or name a folder."
        raise UsageError("--minimum-group is for teams, and these are single files, of which all is shown", hint)


def _read(named: Path, wanted: ComparisonOptions) -> ComparedSide | _TeamSide:
    """Return what an argument stands for: a file of answers, or a folder of them, which is a team where there are several."""
    paths = team_loading.answer_files([named])
    return _team(paths, wanted) if len(paths) > 1 else _alone(paths[0], wanted.frameworks)


def _alone(path: Path, folder: Path | None) -> ComparedSide:
    from peerkit.engine.compare import side_of
    from peerkit.engine.scores.report import make_report

    loaded = loading.load_answers(path, folder)
    return side_of(make_report(loaded.frameworks, loaded.assessment, loading.document_day()), loaded.versions)


def _team(paths: Sequence[Path], wanted: ComparisonOptions) -> _TeamSide:
    from peerkit.engine.team.membership import pool

    files = team_loading.read_all(paths, skip_broken=wanted.skip_broken)
    frameworks = team_loading.frameworks_of(files, wanted.frameworks)
    team = pool(frameworks, {str(file.path): file.assessment for file in files})
    return _TeamSide(
        team=team,
        versions={reference.id: reference.version for reference in team.assessments[0].frameworks},
        day=max(person.updated for person in team.assessments),
        kept=remembering.places(min(person.program for person in team.assessments), [file.path for file in files]),
    )


def _program(side: _TeamSide) -> str:
    return min(person.program for person in side.team.assessments)


def _protected(teams: dict[int, _TeamSide], minimum: int | None) -> dict[int, tuple[ComparedSide, Memory]]:
    """Return each team as a side, by its number, and what must be remembered of it."""
    if not teams:
        return {}
    from peerkit.engine.compare import side_of_team
    from peerkit.engine.team.gate import protect_sides
    from peerkit.engine.team.team_report import make_team_report

    before = [remembering.recall(side.kept) for side in teams.values()]
    shown = protect_sides([side.team for side in teams.values()], before, minimum=minimum or SMALLEST_GROUP)
    return {
        number: (side_of_team(make_team_report(view, loading.document_day()), side.versions, side.day), memory)
        for (number, side), (view, memory) in zip(teams.items(), shown, strict=True)
    }
