"""Files of answers: which are meant, what stands in one or in those of a team, and what a workshop agreed on beside them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console
from peerkit.errors import FileName, InputError, UsageError

if TYPE_CHECKING:
    from peerkit.model.answers import Assessment, Outcome
    from peerkit.model.framework import Framework
    from peerkit.source.loaded_answers import LoadedAnswers


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """A file of answers with what stands in it."""

    path: Path
    assessment: Assessment


def load_answers(path: Path, folder: Path | None) -> LoadedAnswers:
    """Return the answers in a file with their frameworks; a remark says what changed in a framework since. See `loaded_answers.load`."""
    from peerkit.source import loaded_answers

    loaded = loaded_answers.load(path, folder)
    for name in loaded.changed:
        _tell_changed(name)
    return loaded


def load_outcome(path: Path, program: str) -> Outcome:
    """Return what a workshop of the program agreed on.

    Raises:
        InputError: when the file cannot be used, or is another program's.

    """
    from peerkit.model.answers import program_key
    from peerkit.source.json import outcome_file

    outcome = outcome_file.read(path)
    if program_key(outcome.program) != program_key(program):
        raise InputError(
            f"{path} is about {outcome.program}, and the answers are about {program}",
            "Give the outcome of the same program, or mend the name in the file.",
        )
    return outcome


def load_team(paths: Sequence[Path], folder: Path | None, *, skip_broken: bool) -> tuple[tuple[AnswerFile, ...], tuple[Framework, ...]]:
    """Return what stands in the files of a team, and the frameworks they were made from, by id; remarks say what is left out or changed.

    Raises:
        InputError: when a file or a framework cannot be used, or fewer than two files are left.

    """
    from peerkit.source import catalog

    files = _read_all(paths, skip_broken=skip_broken)
    references = {reference.id: file.path for file in reversed(files) for reference in file.assessment.frameworks}
    found = {name: catalog.load(name, folder, needed_by=references[name]) for name in sorted(references)}
    given = {(reference.id, reference.digest) for file in files for reference in file.assessment.frameworks}
    for name, framework in found.items():
        if any(other == name and digest != framework.digest for other, digest in given):
            _tell_changed(name)
    return files, tuple(there.framework for there in found.values())


def _tell_changed(name: str) -> None:
    console.note(f"note: {name} has changed since these answers were given; the report goes by its words of today.")


def answer_files(named: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that are meant: those named, and of a folder every file of answers in it, by name. See `assessment_file`.

    Of files that are the same to the last byte the first stands for all. A remark says what is left out and could be meant.

    Raises:
        UsageError: when a file is named twice.
        InputError: when a folder holds no file of answers, or more than the reader takes.

    """
    found: dict[str, Path] = {}
    for path in (file for place in named for file in (_answers_in(place) if place.is_dir() else (place,))):
        if found.setdefault(os.path.realpath(path), path) is not path:
            raise UsageError(f"{path} is named twice", "Name each file once; a folder stands for every file of answers in it.")
    return tuple(_each_once(found.values()) if len(found) > 1 else found.values())


def tied_to_safety(frameworks: Sequence[Framework], folder: Path | None) -> frozenset[str]:
    """Return the addresses of questions that are marked `safety`, or tied as `equal` to one that is, over as many links as it takes.

    A framework that nobody answered is read where a link leads to it; one that is not there, or cannot be used, says nothing.

    Raises:
        InputError: when the crosswalk cannot be used.

    """
    from peerkit.engine.crosswalk import equal_to, safety_addresses, tied_frameworks
    from peerkit.source import catalog

    equal = equal_to(catalog.load_crosswalk(folder))
    known = list(frameworks)
    for name in sorted(tied_frameworks([framework.id for framework in frameworks], equal)):
        with contextlib.suppress(UsageError, InputError):
            known.append(catalog.load(name, folder).framework)
    return safety_addresses(known, equal)


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


def _each_once(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files without those that are copies of an earlier one, such as a browser makes; a remark names them."""
    first: dict[bytes, Path] = {}
    for path in paths:
        content = _content(path)
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


def _tell_copy(path: Path, earlier: Path) -> None:
    console.note(f"note: {path} is the same as {earlier}, and is counted once.")


def _read_all(paths: Sequence[Path], *, skip_broken: bool) -> tuple[AnswerFile, ...]:
    """Return what stands in the files; those without any answer are left out, and a remark says so."""
    from peerkit.source.json import assessment_file

    files, broken = list[AnswerFile](), list[InputError]()
    for path in paths:
        try:
            files.append(AnswerFile(path, assessment_file.read(path)))
        except InputError as error:
            broken.append(error)
    if broken:
        _tell_broken(broken, len(paths), skip_broken=skip_broken)
    answered = []
    for file in _without_copies(files):
        if file.assessment.answers or file.assessment.written:
            answered.append(file)
        else:
            console.note(f"note: {file.path} holds no answers and is left out.")
    if not answered:
        raise InputError("none of these files holds answers, and a team needs two or more", "Answers are given with `peerkit assess`.")
    if len(answered) == 1:
        message = "only one of these files holds answers, and a team needs two or more"
        raise InputError(message, "Report on it alone:", ("report", FileName(answered[0].path)))
    return tuple(answered)


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


def _tell_broken(broken: Sequence[InputError], number: int, *, skip_broken: bool) -> None:
    """Name every file that cannot be used, and stop unless they are to be left out."""
    if len(broken) == 1 and not skip_broken:
        [error] = broken
        raise InputError(error.message, f"{console.hint_of(error)} Or go on without it: --skip-broken.")
    for error in broken:
        console.note(f"{'left out' if skip_broken else 'broken'}: {error.message}. {console.hint_of(error)}")
    if not skip_broken:
        message = f"{len(broken)} of {number} files cannot be used, and nothing was counted"
        raise InputError(message, "Mend what is named above, or go on without it: --skip-broken.")
