"""`peerkit forget`: delete the answers of a round, and say what deleting can and cannot do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

from peerkit.cli import console, options
from peerkit.errors import InputError, OutputError, PeerkitError, UsageError
from peerkit.model.answers import program_key
from peerkit.render.escape import one_line
from peerkit.source.json import assessment_file, shown_file, storage

_CANNOT: Final = (
    "What deleting cannot do: copies that were sent or printed, backups, synchronised folders and reports stay where they are. "
    "Ask whoever has them to delete theirs. From a copy of the answers a report can be made again, and nothing would tell it what earlier "
    "ones showed. And until it is written over, a disk may still hold what was deleted."
)


@dataclass(frozen=True, slots=True)
class _Round:
    """The files of one program's answers, and what beside them cannot be told to be any."""

    program: str
    files: tuple[Path, ...]
    left: tuple[str, ...]


def command(
    named: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of answers, or their folder.", show_default=False)],
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Delete the answers of a program, after its name was typed. With the last of them goes what their reports have shown.

    Example: peerkit forget 2025-11
    """
    found = _found(named)
    names = "\n".join(f"  {one_line(str(path))}" for path in found.files)
    console.confirm_by_name(
        found.program, f"{console.on_screen(f'These answers of {found.program} will be deleted for good:')}\n{names}{_left(found.left)}"
    )
    targets = {path.resolve() for path in found.files}
    folders = {path.parent.resolve() for path in (*found.files, *targets)} | {path.resolve() for path in named if path.is_dir()}
    for number, path in enumerate(found.files):
        _delete(path, number, len(found.files))
    forgotten = _forget_reports(folders, found.program)
    answers = "1 file of answers is" if len(targets) == 1 else f"{len(targets)} files of answers are"
    console.remark(f"{console.on_screen(f'{answers} deleted.{forgotten}')}\n{console.on_screen(_CANNOT)}")


def _found(named: Sequence[Path]) -> _Round:
    programs: dict[Path, str] = {}
    left: list[str] = []
    for path in dict.fromkeys(named):
        if not path.is_dir():
            programs[path] = assessment_file.read(path).program
            continue
        here = assessment_file.look_into(path)
        left += [f"{aside.path} {aside.why}" for aside in here.left_out]
        for file in here.answers:
            try:
                programs[file] = assessment_file.read(file).program
            except InputError as error:
                left.append(error.message)
    if not programs:
        where = ", ".join(str(path) for path in named)
        raise InputError(f"there are no answers to delete in {where}", _left(left).strip() or "Name a file, or the folder of a round.")
    first = next(iter(programs.values()))
    other = next((program for program in programs.values() if program_key(program) != program_key(first)), None)
    if other is not None:
        raise UsageError(f"these are answers of {first} and of {other}", "Delete the answers of one program at a time.")
    return _Round(first, tuple(programs), tuple(left))


def _left(left: Sequence[str]) -> str:
    return "".join(f"\nLeft alone: {one_line(what)}" for what in left)


def _delete(path: Path, number: int, total: int) -> None:
    """Delete answers; a link to them goes after them."""
    target = path.resolve()
    try:
        with storage.only_writer(path, console.note):
            target.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"{path} cannot be deleted: {error.strerror or error}", _how_far(number, total)) from error
    except PeerkitError as error:
        raise OutputError(f"{path} was not deleted: {error.message}", _how_far(number, total)) from error


def _how_far(number: int, total: int) -> str:
    return f"{number} of {total} files are deleted, the others are as they were. Mend this, then run it again."


def _forget_reports(folders: set[Path], program: str) -> str:
    """Delete the memory of what a program's reports showed in these folders, around and in them; return what to say about it.

    It stays in a folder where answers are left, or in a folder in it. See `gates.memories_of` for who looks there.
    """
    around = {
        place for folder in folders for place in folder.parents[: assessment_file.DEEPEST] if shown_file.path_in(place, program).is_file()
    }
    emptied = {
        place for folder in folders | around if _is_emptied(folder) for place in (folder, *shown_file.folders_inside(folder, program))
    }
    deleted = [place for place in sorted(emptied) if shown_file.delete(shown_file.path_in(place, program), console.note)]
    said = " So is the memory of what their reports showed." if deleted else ""
    unseen = [str(folder) for folder in sorted(folders) if folder.is_dir() and not os.access(folder, os.R_OK)]
    return f"{said} What lies beside them in {', '.join(unseen)} cannot be seen: more answers, or what reports showed." if unseen else said


def _is_emptied(folder: Path) -> bool:
    """Whether no answers are left in a folder, and in the folders in it; not where nobody can see."""
    try:
        here = assessment_file.look_into(folder)
    except InputError:
        return False
    return not here.answers and not here.left_out
