"""Load the files of a team: which they are, which of them cannot be used, and the frameworks they were made from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console, loading
from peerkit.errors import FileName, InputError, UsageError

if TYPE_CHECKING:
    from peerkit.model.answers import Assessment
    from peerkit.model.framework import Framework


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers with what stands in it."""

    path: Path
    assessment: Assessment


def answer_files(named: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that are meant: those named, and of a folder every file of answers in it, by name. See `answer_folder`.

    Of files that are the same to the last byte the first stands for all. A remark says what is left out and could be meant.

    Raises:
        UsageError: when a file is named twice.
        InputError: when a folder holds no file of answers, or more than the reader takes.

    """
    found: dict[str, Path] = {}
    for path in (file for place in named for file in (_answers_in(place) if place.is_dir() else (place,))):
        if found.setdefault(os.path.realpath(path), path) is not path:
            raise UsageError(f"{path} is named twice", "Name each file once; a folder stands for every file of answers in it.")
    return tuple(_each_once(tuple(found.values())))


def _without_copies(files: Sequence[AnswerFile]) -> list[AnswerFile]:
    """Return the files without those that say the same as an earlier one, down to the id; a remark names them."""
    first: dict[str, AnswerFile] = {}
    kept = []
    for file in files:
        earlier = first.setdefault(file.assessment.id, file)
        if earlier is file or earlier.assessment != file.assessment:
            kept.append(file)
        else:
            _tell_copy(file.path, earlier.path)
    return kept


def _tell_copy(path: Path, earlier: Path) -> None:
    console.note(f"note: {path} is the same as {earlier}, and is counted once.")


def _each_once(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files without those that are copies of an earlier one, such as a browser makes; a remark names them."""
    first: dict[bytes, Path] = {}
    for path in paths:
        content = _content(path) if len(paths) > 1 else None
        earlier = path if content is None else first.setdefault(content, path)
        if earlier is path:
            yield path
        else:
            _tell_copy(path, earlier)


def _content(path: Path) -> bytes | None:
    """Return what stands for the bytes of a file; None where it is empty, or is none that can be read at once."""
    import hashlib

    from peerkit.source import file_formats
    from peerkit.source.json import storage

    try:
        raw = storage.read_bytes(path, file_formats.LARGEST_ANSWERS) if path.is_file() else b""
    except InputError:
        return None
    return hashlib.sha256(raw).digest() if raw else None


def read_all(paths: Sequence[Path], *, skip_broken: bool) -> tuple[AnswerFile, ...]:
    """Return what stands in the files; those without any answer are left out, and a remark says so.

    Raises:
        InputError: when a file cannot be used and not `skip_broken`, or fewer than two are left.

    """
    files, broken = list[AnswerFile](), list[tuple[Path, InputError]]()
    for path in paths:
        try:
            files.append(_read(path))
        except InputError as error:
            broken.append((path, error))
    _tell_broken(broken, len(paths), skip_broken=skip_broken)
    files = _without_copies(files)
    answered = [file for file in files if _says_something(file)]
    for file in files:
        if not _says_something(file):
            console.note(f"note: {file.path} holds no answers and is left out.")
    if len(answered) < 2:
        if not answered:
            raise InputError("none of these files holds answers, and a team needs two or more", "Answers are given with `peerkit assess`.")
        message = "only one of these files holds answers, and a team needs two or more"
        raise InputError(message, "Report on it alone:", ("report", FileName(answered[0].path)))
    return tuple(answered)


def frameworks_of(files: Sequence[AnswerFile], folder: Path | None) -> tuple[Framework, ...]:
    """Return the frameworks that the files were made from, by id; a remark says which has changed since answers were given.

    Raises:
        InputError: when a framework is not there or cannot be used.

    """
    references = {reference.id: file.path for file in reversed(files) for reference in file.assessment.frameworks}
    found = {name: loading.framework_of(name, references[name], folder) for name in sorted(references)}
    given = {(reference.id, reference.digest) for file in files for reference in file.assessment.frameworks}
    for name, framework in found.items():
        if any(other == name and digest != framework.digest for other, digest in given):
            console.note(f"note: {name} has changed since these answers were given; the report goes by its words of today.")
    return tuple(there.framework for there in found.values())


def _answers_in(folder: Path) -> tuple[Path, ...]:
    from peerkit.source.json import assessment_file

    found = assessment_file.look_into(folder)
    inside = list(assessment_file.folders_with_answers(folder))
    for left in found.left_out:
        console.note(f"note: {left.path} {left.why}, and is left out.")
    if not found.answers:
        hint = (
            f"Folders in it do. Name one: {', '.join(map(str, inside))}" if inside else f"Files of answers end in {assessment_file.SUFFIX}."
        )
        raise InputError(f"{folder} holds no file of answers", hint)
    if inside:
        console.note(f"note: the answers in {', '.join(map(str, inside))} are left out; a folder stands for the files that lie in it.")
    return found.answers


def _read(path: Path) -> AnswerFile:
    from peerkit.source.json import assessment_file

    return AnswerFile(path, assessment_file.read(path))


def _says_something(file: AnswerFile) -> bool:
    return bool(file.assessment.answers or file.assessment.written)


def _tell_broken(broken: Sequence[tuple[Path, InputError]], number: int, *, skip_broken: bool) -> None:
    """Name every file that cannot be used, and stop unless they are to be left out."""
    if not broken:
        return
    if len(broken) == 1 and not skip_broken:
        _, error = broken[0]
        raise InputError(error.message, f"{console.hint_of(error)} Or go on without it: --skip-broken.")
    for _, error in broken:
        console.note(f"{'left out' if skip_broken else 'broken'}: {error.message}. {console.hint_of(error)}")
    if not skip_broken:
        message = f"{len(broken)} of {number} files cannot be used, and nothing was counted"
        raise InputError(message, "Mend what is named above, or go on without it: --skip-broken.")
