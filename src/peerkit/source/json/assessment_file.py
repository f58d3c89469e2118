"""Read and write assessment files, JSON that stays readable without peerkit, and find those of a folder.

Which files of a folder hold answers is told by their content, never by a name: a file manager, a browser or a drive may have changed that.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from peerkit.errors import InputError
from peerkit.model.answers import FORMAT, Assessment
from peerkit.model.constraints import to_data
from peerkit.source import file_formats
from peerkit.source.json import json_file, storage

SUFFIX = ".peerkit.json"
ANY_VERSION = FORMAT[: FORMAT.rindex("/") + 1]
_LONGEST_SLUG = 48
_NAMED_AS_ANSWERS: Final = re.compile(re.escape(SUFFIX) + r"(\.txt)?(\.icloud)?\Z", re.IGNORECASE)
_OF_A_MAC: Final = (b"\x00\x05\x16\x07", b"\x00\x05\x16\x00")
"""How the file begins in which a Mac keeps what a foreign drive cannot hold of another file."""
TWIN: Final = "is what a Mac keeps beside another file"
CLOSED: Final = "cannot be looked into"
_OF_A_DRIVE: Final = frozenset({"lost+found", "System Volume Information", "$RECYCLE.BIN"})
"""Folders that a system makes on a drive for itself."""
DEEPEST: Final = 3
"""How deep the folders in a folder are looked into."""
_RIGHT_FOLDER: Final = "Check that it is the right folder."
_KIND = json_file.Kind(
    form=FORMAT,
    called="answer file",
    damaged="Look for a copy; this one is left as it is.",
    foreign=f"Answer files are made by `peerkit assess` and end in {SUFFIX}.",
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that lies in the folder and could be meant; `why` is the end of a sentence that begins with its path."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class AnswerFolder:
    """What lies in a folder: files of answers, whole or damaged, by name, and what is left out and could be meant."""

    answers: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]


def read(path: Path) -> Assessment:
    """Return the assessment in a file. See `json_file.read` for its errors."""
    assessment = json_file.read(Assessment, path, _KIND)
    twice = next((address for address in assessment.written if address in assessment.answers), None)
    if twice:
        message = f"{path} cannot be read at written, {twice}: the question has an answer"
        raise InputError(message, "Put these words beside the answer, under answers, and take them out here.")
    if assessment.frameworks and all(assessment.sections.get(reference.id) == () for reference in assessment.frameworks):
        raise InputError(
            f"{path} cannot be read at sections: no section is left in it", "Name one there, or take sections out: all are asked."
        )
    apart = next((address for address, answer in assessment.answers.items() if answer.answer == "no-agreement"), None)
    if apart and assessment.mode != "consensus":
        message = f"{path} cannot be read at answers, {apart}: one person cannot say no-agreement"
        raise InputError(message, "Only a group that answers together can, in a file whose mode is consensus.")
    return assessment


def claims_to_be_one(path: Path) -> bool:
    """Whether a file says that it is an answer file, whole or not."""
    return json_file.claims_to_be(path, _KIND)


def write(path: Path, assessment: Assessment) -> None:
    """Write an assessment, whole or not at all. See `storage.replace`."""
    storage.replace(path, dump(assessment))


def dump(assessment: Assessment) -> str:
    """Return an assessment as the text of its file."""
    return json.dumps(to_data(assessment), ensure_ascii=False, indent=2) + "\n"


def default_name(program: str, frameworks: Iterable[str], short_id: str) -> str:
    """Return the name of a new file: `<program-slug>.<frameworks>.<short id>.peerkit.json`."""
    return f"{slug(program)}.{'+'.join(frameworks)}.{short_id}{SUFFIX}"


def slug(text: str) -> str:
    """Return a name that every file system takes: small letters, digits and hyphens, at most 48 of them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return words[:_LONGEST_SLUG].strip("-") or "program"


def look_into(folder: Path, *, levels: int = DEEPEST) -> AnswerFolder:
    """Return what lies in a folder, and in the folders in it, down to so many `levels`.

    Of every file only as much is read as tells what it is, and what is no file, such as a pipe, is not read at all.

    Raises:
        InputError: when the folder cannot be read, or holds more than the reader takes.

    """
    found, left_out = list[Path](), list[LeftOut]()
    waiting, looked_at = [(folder, 0, _entries(folder))], 0
    while waiting:
        here, depth, entries = waiting.pop()
        looked_at += len(entries)
        if looked_at > file_formats.MOST_ENTRIES:
            left_out.append(LeftOut(here, f"lies behind {file_formats.MOST_ENTRIES:,} other files"))
            continue
        for path in entries:
            if not path.is_dir():
                why = _why_left_out(path)
                found += [path] if why is None else []
            elif (why := _why_folder_left_out(path, too_deep=depth == levels) if levels else "") is None:
                try:
                    waiting.append((path, depth + 1, _entries(path)))
                except InputError:
                    why = "" if path.name in _OF_A_DRIVE else CLOSED
            if why:
                left_out.append(LeftOut(path, why))
    if len(found) > file_formats.MOST_FILES:
        raise InputError(f"{folder} holds more than {file_formats.MOST_FILES:,} files of answers", _RIGHT_FOLDER)
    return AnswerFolder(tuple(sorted(found)), tuple(sorted(left_out, key=lambda aside: aside.path)))


def _why_folder_left_out(folder: Path, *, too_deep: bool) -> str | None:
    """Return why a folder in a folder is not looked into; None where it is, and nothing where nobody can have meant it."""
    kinds = {
        "is a hidden folder with answers": folder.name.startswith("."),
        "is a link to a folder with answers": folder.is_symlink(),
        "is a folder with answers that lies too deep": too_deep,
    }
    why = next((why for why, is_one in kinds.items() if is_one), None)
    if why is None or (folder.is_symlink() and folder.parent.resolve().is_relative_to(folder.resolve())):
        return why and ""
    try:
        return why if any(_is_named_as_answers(path) for path in _entries(folder)) else ""
    except InputError:
        return ""


def _entries(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            found = [folder / entry.name for entry in islice(entries, file_formats.MOST_ENTRIES + 1)]
        if not os.access(folder, os.X_OK):
            # NOTE: what is in it is known by name, and could not be opened.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {error.strerror or error}", "Check its permissions.") from error
    if len(found) > file_formats.MOST_ENTRIES:
        raise InputError(f"{folder} holds more than {file_formats.MOST_ENTRIES:,} files", _RIGHT_FOLDER)
    return sorted(found)


def _why_left_out(path: Path) -> str | None:
    """Return why a path in a folder is not among its answers; None where it is, and nothing where nobody can have meant it."""
    named = _is_named_as_answers(path)
    try:
        kind = path.stat().st_mode
    except OSError as error:
        # NOTE: a link to a file that is gone may be somebody's answers that are missing, and is not to be passed over.
        lost = named and error.errno != errno.ELOOP
        return None if lost else "is a link that leads to itself" if named else ""
    if not stat.S_ISREG(kind):
        return "is no regular file" if named else ""
    return _why_file_left_out(path, named=named)


def _why_file_left_out(path: Path, *, named: bool) -> str | None:
    try:
        start = json_file.start_of(path)
    except OSError:
        return None if named else ""
    if start.startswith(_OF_A_MAC):
        return TWIN if named else ""
    if storage.is_draft(path):
        return ""
    form = json_file.form_in(path, start)
    if form is not None and form.startswith(ANY_VERSION):
        return "is hidden" if path.name.startswith(".") else None
    if not named:
        return ""
    what = file_formats.called(form or "")
    if what:
        return f"is {what}"
    return "is hidden" if path.name.startswith(".") else None


def _is_named_as_answers(path: Path) -> bool:
    return _NAMED_AS_ANSWERS.search(path.name) is not None
