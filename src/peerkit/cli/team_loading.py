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
    """Return the files that are meant: those named, and of a folder every file of answers in it, by name.

    Raises:
        UsageError: when a file is named twice.
        InputError: when a folder holds no file of answers, or more than the reader takes.

    """
    found: dict[str, Path] = {}
    for path in (file for one in named for file in (_answers_in(one) if one.is_dir() else (one,))):
        if found.setdefault(os.path.realpath(path), path) is not path:
            raise UsageError(f"{path} is named twice", "Name each file once; a folder stands for every file of answers in it.")
    return tuple(found.values())


def read_all(paths: Sequence[Path], *, skip_broken: bool) -> tuple[AnswerFile, ...]:
    """Return what stands in the files; those without any answer are left out, and a remark says so.

    Raises:
        InputError: when a file cannot be used and not `skip_broken`, or fewer than two are left.

    """
    files, broken = [], []
    for path in paths:
        try:
            files.append(_read(path))
        except InputError as error:
            broken.append((path, error))
    _tell_broken(broken, len(paths), skip_broken=skip_broken)
    answered = [file for file in files if _says_something(file)]
    for file in files:
        if not _says_something(file):
            console.remark(f"note: {file.path} holds no answers and is left out.")
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
    for name, one in found.items():
        if any(other == name and digest != one.digest for other, digest in given):
            console.remark(f"note: {name} has changed since these answers were given; the report goes by its words of today.")
    return tuple(one.framework for one in found.values())


def _answers_in(folder: Path) -> Iterator[Path]:
    from itertools import islice

    from peerkit.source import assessment_file, bounds

    named = folder.glob(f"*{assessment_file.SUFFIX}")
    found = list(islice((path for path in named if path.is_file() or _leads_nowhere(path)), bounds.MOST_FILES + 1))
    if not found:
        raise InputError(f"{folder} holds no file of answers", _where_answers_are(folder))
    if len(found) > bounds.MOST_FILES:
        raise InputError(f"{folder} holds more than {bounds.MOST_FILES:,} files of answers", "Check that it is the right folder.")
    yield from sorted(found)


def _leads_nowhere(path: Path) -> bool:
    """Whether a path is a link to a file that is not there: somebody's answers that are missing, not to be passed over."""
    return path.is_symlink() and not path.exists()


def _where_answers_are(folder: Path) -> str:
    from peerkit.source import assessment_file

    inside = sorted({str(path.parent) for path in folder.glob(f"*/*{assessment_file.SUFFIX}")})
    if inside:
        return f"Folders in it do. Name one: {', '.join(inside)}"
    return f"Files of answers end in {assessment_file.SUFFIX}."


def _read(path: Path) -> AnswerFile:
    from peerkit.source import assessment_file

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
        console.remark(f"{'left out' if skip_broken else 'broken'}: {error.message}. {console.hint_of(error)}")
    if not skip_broken:
        message = f"{len(broken)} of {number} files cannot be used, and nothing was counted"
        raise InputError(message, "Mend what is named above, or go on without it: --skip-broken.")
