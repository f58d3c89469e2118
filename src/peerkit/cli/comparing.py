"""A comparison: what each argument stands for, how the people of teams are protected, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import loading, outlet, remembering, team_loading
from peerkit.errors import UsageError
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.model.team import Memory

if TYPE_CHECKING:
    from peerkit.engine.team.membership import Team
    from peerkit.model.comparison import Side
    from peerkit.render.interface import RenderContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a comparison is wanted: see the options of `peerkit compare`. `minimum` is None where it is not said."""

    form: str
    named: bool
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


def deliver(named: Sequence[Path], wanted: Wanted, context: RenderContext, output: Path | None) -> None:
    """Write the comparison of two or more files or folders, and remember beside a team's answers what it has shown.

    Raises:
        UsageError: when too few or too many are named, or more than two people of one program by themselves.
        InputError: when a file cannot be used, or they have no framework in common.
        OutputError: when the comparison or a memory cannot be written.

    """
    from peerkit.engine.compare import compare
    from peerkit.render.comparison.registry import load

    if len(named) < 2:
        raise UsageError("a comparison needs two sides, and one is named", "Name two files or two folders: peerkit compare A B")
    renderer = load(wanted.form)
    read = [_read(path, wanted) for path in named]
    teams = {number: side for number, side in enumerate(read) if isinstance(side, _TeamSide)}
    _refuse_minimum_without_team(wanted, teams)
    for program in sorted({_program(team) for team in teams.values()}):
        remembering.confirm_minimum(program, wanted.minimum)
    kept = sorted({path for team in teams.values() for path in team.kept})
    with remembering.held(kept):
        protected = _protected(teams, wanted.minimum)
        sides = [protected[number][0] if isinstance(side, _TeamSide) else side for number, side in enumerate(read)]
        text = renderer.render(compare(sides, loading.document_day(), named=wanted.named), context)
        memories = {
            path: sum((memory for number, (_, memory) in protected.items() if path in teams[number].kept), Memory()) for path in kept
        }
        with outlet.opened(text, output) as delivery, remembering.remembered(memories, delivery):
            delivery.hand_over()


def _refuse_minimum_without_team(wanted: Wanted, teams: dict[int, _TeamSide]) -> None:
    if wanted.minimum is not None and not teams:
        hint = "Leave --minimum-group out, or name a folder."
        raise UsageError("--minimum-group is for teams, and these are single files, of which all is shown", hint)


def _read(named: Path, wanted: Wanted) -> Side | _TeamSide:
    """Return what an argument stands for: a file of answers, or a folder of them, which is a team where there are several."""
    paths = team_loading.answer_files([named])
    return _team(paths, wanted) if len(paths) > 1 else _alone(paths[0], wanted.frameworks)


def _alone(path: Path, folder: Path | None) -> Side:
    from peerkit.engine.compare import side_of
    from peerkit.engine.scores.report import make_report

    loaded = loading.load_answers(path, folder)
    return side_of(make_report(loaded.frameworks, loaded.assessment, loading.document_day()), loaded.versions)


def _team(paths: Sequence[Path], wanted: Wanted) -> _TeamSide:
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


def _protected(teams: dict[int, _TeamSide], minimum: int | None) -> dict[int, tuple[Side, Memory]]:
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
