"""Read and write the memory of a round: what its reports have shown, in one file beside the answers.

A second report of a round is only safe when it knows the first, so a file that is broken is never passed over.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar

from peerkit.errors import InputError, OutputError
from peerkit.model.constraints import to_data
from peerkit.model.team import SHOWN_FORMAT, SHOWN_NOTE, Memory, Shown, ShownEntry, ShownFile
from peerkit.source import file_formats, structure
from peerkit.source.json import json_file, storage
from peerkit.source.json.assessment_file import DEEPEST, slug

SUFFIX = ".shown.json"
_ANY_VERSION = SHOWN_FORMAT[: SHOWN_FORMAT.rindex("/") + 1]
Value = TypeVar("Value")
_HINT = (
    "Put back a copy. If no report of this round was handed out, run `peerkit report` with --replace-earlier; "
    "else make no other report of it."
)


def path_in(folder: Path, program: str) -> Path:
    """Return where the memory of a program's answers in `folder` is kept: `<program-slug>.shown.json`."""
    return folder / f"{slug(program)}{SUFFIX}"


def folders_inside(folder: Path, program: str) -> Iterator[Path]:
    """Yield the folders in a folder that have a memory of a program's answers, as far down as these are looked into for answers."""
    waiting, room = [(folder, 1)], file_formats.MOST_ENTRIES
    while waiting:
        here, depth = waiting.pop()
        with contextlib.suppress(OSError), os.scandir(here) as entries:
            for entry in islice(entries, room):
                room -= 1
                if entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    inside = here / entry.name
                    waiting += [(inside, depth + 1)] if depth < DEEPEST else []
                    if os.path.lexists(path_in(inside, program)):
                        yield inside


def read(path: Path) -> Memory:
    """Return the memory in a file; an empty one where there is no file, and no link to one.

    Raises:
        InputError: when the file cannot be read, such as one that a link leads to and that is gone, or something in it is wrong.

    """
    if not os.path.lexists(path):
        return Memory()
    try:
        raw = storage.read_bytes(path, file_formats.LARGEST_SHOWN)
    except InputError as error:
        raise InputError(f"{error.message}, and it should say what earlier reports have shown", _HINT) from error
    return parse(raw, str(path))


def parse(raw: bytes, name: str) -> Memory:
    """Return the memory that `raw` holds; `name` is the file's name in errors. See `read`."""
    try:
        return _memory(_parsed(raw))
    except _BrokenError as error:
        raise InputError(f"{name}, which says what earlier reports have shown, cannot be used: {error}", _HINT) from error


def write(path: Path, memory: Memory) -> None:
    """Write a memory, whole or not at all, for its owner only. See `storage.replace`."""
    storage.replace(path, dump(memory))


def as_it_is(path: Path) -> Callable[[], None]:
    """Return what puts a file back as it is now, also one that is broken or not there; one that cannot be read is then left alone."""
    try:
        raw = storage.read_bytes(path, file_formats.LARGEST_SHOWN) if os.path.lexists(path) else None
    except (InputError, OSError):
        return lambda: None

    def put_back() -> None:
        with contextlib.suppress(OutputError, OSError):
            if raw is None:
                path.unlink(missing_ok=True)
            else:
                storage.replace(path, raw)

    return put_back


def dump(memory: Memory) -> str:
    """Return a memory as the text of its file; the order in which people and sets were shown is not in it."""
    shown_sets = {shown.people for row in memory.rows.values() for shown in row}
    people = sorted(set().union(*shown_sets))
    places = {key: place for place, key in enumerate(people)}
    members = {group: tuple(sorted(places[key] for key in group)) for group in shown_sets}
    numbers = {group: number for number, group in enumerate(sorted(shown_sets, key=lambda group: members[group]))}
    rows = {row: tuple(_entries(shown, numbers)) for row, shown in sorted(memory.rows.items())}
    file = ShownFile(format=SHOWN_FORMAT, people=tuple(people), sets=tuple(sorted(members.values())), rows=rows)
    return json.dumps({"format": SHOWN_FORMAT, "note": SHOWN_NOTE, **to_data(file)}) + "\n"


def delete(path: Path, warn: Callable[[str], None]) -> bool:
    """Delete a memory, whole or broken, if there is one at `path`; return whether there was. See `storage.only_writer`.

    What does not say that it is a memory is somebody else's, and stays.

    Raises:
        OutputError: when it cannot be deleted, or a report is being made.

    """
    try:
        if not path.is_file() or not (json_file.form_in(path, json_file.start_of(path)) or "").startswith(_ANY_VERSION):
            return False
        with storage.only_writer(path, warn):
            path.unlink(missing_ok=True)
    except InputError as error:
        raise OutputError(f"{path} is not deleted, since a report is being made", "Delete it once that is done.") from error
    except OSError as error:
        raise OutputError(f"{path} cannot be deleted: {error.strerror or error}", "Check its permissions, and delete it.") from error
    return True


_NO_BORDERS = (
    "an older peerkit wrote it, which did not keep between which levels the words of a question lie, "
    "and two reports with other words could say a level together"
)


class _BrokenError(Exception):
    """The file holds no memory; the reason is for a person."""


def _entries(shown: Sequence[Shown], numbers: Mapping[frozenset[str], int]) -> list[ShownEntry]:
    entries = (ShownEntry(set=numbers[cell.people], ratings=cell.ratings, counts=cell.counts, border=cell.border) for cell in shown)
    return sorted(entries, key=lambda entry: (entry.set, entry.ratings, entry.counts or (), entry.border or 0))


def _parsed(raw: bytes) -> ShownFile:
    try:
        data = json_file.load_json(raw)
    except json_file.UnreadableJson as error:
        raise _BrokenError(str(error)) from error
    form = data.get("format") if isinstance(data, dict) else None
    if form != SHOWN_FORMAT:
        raise _BrokenError(f"its format is not {SHOWN_FORMAT}")
    try:
        return structure.build(ShownFile, data)
    except structure.Mismatch:
        where, message, _ = json_file.first_fault(ShownFile, data)
        raise _BrokenError(f"at {where}, {message}" if where else message) from None


def _memory(file: ShownFile) -> Memory:
    sets = [frozenset(_at(file.people, place) for place in members) for members in file.sets]
    rows = {row: tuple(_shown(entry, sets) for entry in entries) for row, entries in file.rows.items()}
    if any(shown.border is None for row, several in rows.items() if "/" in row for shown in several):
        raise _BrokenError(_NO_BORDERS)
    return Memory(rows=rows)


def _shown(entry: ShownEntry, sets: list[frozenset[str]]) -> Shown:
    return Shown(people=_at(sets, entry.set), ratings=entry.ratings, counts=entry.counts, border=entry.border)


def _at(values: Sequence[Value], place: int) -> Value:
    if place >= len(values):
        raise _BrokenError(f"it has no place {place}")
    return values[place]
