"""Files of answers: which are meant, what stands in one or in those of a team, and what a workshop agreed on beside them."""

from __future__ import annotations

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.cli.printed_command import in_folder
from peerkit.errors import FileName, InputError, UsageError

if TYPE_CHECKING:
    from peerkit.engine.team.membership import Belonging, Misfit
    from peerkit.model.answers import Assessment, Outcome
    from peerkit.model.framework import Framework
    from peerkit.source.loaded_answers import LoadedAnswers

Tell = Callable[[str], None]
"""Takes a remark on the files: to write it to standard error, or to keep it."""
_NAME_THEM: Final = "Name the files that are meant, or leave some out: --skip FILE."


def _note(text: str) -> None:
    console.note(f"note: {text}")


def each_said_once() -> Tell:
    """Return what writes remarks to standard error, each once, where files are read in several goes."""
    said = set[str]()

    def tell(text: str) -> None:
        if text not in said:
            said.add(text)
            _note(text)

    return tell


def load_answers(path: Path, folder: Path | None, tell: Tell = _note) -> LoadedAnswers:
    """Return the answers in a file with their frameworks; a remark says what changed in a framework since. See `loaded_answers.load`."""
    from peerkit.source import loaded_answers

    loaded = loaded_answers.load(path, folder)
    for name in loaded.changed:
        tell(_changed(name))
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


def load_team(paths: Sequence[Path], folder: Path | None, tell: Tell, *, skip_broken: bool) -> Belonging:
    """Return the people whose answers make a team; remarks say what differs, what is left out and what changed.

    Raises:
        InputError: when a file or a framework cannot be used, a file does not belong to the others, or fewer than two files are left.

    """
    given = read_all(paths, tell)
    belonging = belonging_of(given.answers, folder, tell)
    compared = _compared(belonging, given.answers, folder)
    _refuse_misfits(given.broken, belonging.misfits, len(paths), compared, skip_broken=skip_broken)
    for text in (*given.empty, *slips(belonging), *copies(belonging)):
        tell(text)
    if not belonging.members:
        raise InputError("none of these files holds answers, and a team needs two or more", "Answers are given with `peerkit assess`.")
    if len(belonging.members) == 1:
        message = "only one of these files holds answers, and a team needs two or more"
        raise InputError(message, "Report on it alone:", ("report", FileName(*belonging.members)))
    return belonging


def slips(belonging: Belonging) -> Iterator[str]:
    """Yield what differs in how much was asked, what is counted, and how more would be."""
    for slip in belonging.slips:
        yield f"{slip.message} More would be counted without {' and '.join(slip.fewer)}: --skip FILE" if slip.fewer else slip.message


def copies(belonging: Belonging) -> Iterator[str]:
    """Yield which files may be copies of others, and why."""
    alike = "the same role, days and answers, and a note in the same words"
    for earlier, path in belonging.likely_copies:
        yield f"{path} may be a copy of {earlier}: {alike}. Both are counted. Leave one out with --skip FILE."


@dataclass(frozen=True, slots=True)
class GivenFiles:
    """What stands in some files: answers, each person's once, by file, a remark on each that holds none, and what is broken."""

    answers: dict[str, Assessment]
    empty: tuple[str, ...]
    broken: dict[str, InputError]


def read_all(paths: Sequence[Path], tell: Tell) -> GivenFiles:
    """Return what stands in some files; one that says the same as an earlier one, down to the id, is named in a remark."""
    from peerkit.source.json import assessment_file

    answers: dict[str, Assessment] = {}
    empty, broken, first = list[str](), dict[str, InputError](), dict[str, Path]()
    for path in paths:
        try:
            if path.is_dir():
                raise _closed(path)
            assessment = assessment_file.read(path)
        except InputError as error:
            broken[str(path)] = error
            continue
        earlier = first.setdefault(assessment.id, path)
        if earlier is not path and answers.get(str(earlier)) == assessment:
            tell(_copy(path, earlier))
        elif assessment.answers or assessment.written:
            answers[str(path)] = assessment
        else:
            empty.append(f"{path} holds no answers and is left out.")
    return GivenFiles(answers, tuple(empty), broken)


def belonging_of(answers: Mapping[str, Assessment], folder: Path | None, tell: Tell) -> Belonging:
    """Return which answers belong together; a remark says which framework has changed since. See `membership.sort_out`."""
    from peerkit.engine.team import membership
    from peerkit.source import catalog

    digests = dict[str, str]()

    def load(name: str, needed_by: str) -> Framework:
        found = catalog.load(name, folder, needed_by=Path(needed_by))
        digests[name] = found.digest
        return found.framework

    belonging = membership.sort_out(answers, load)
    given = {(reference.id, reference.digest) for person in belonging.members.values() for reference in person.frameworks}
    for name in sorted({name for name, digest in given if digest != digests[name]}):
        tell(_changed(name))
    return belonging


def _changed(name: str) -> str:
    return f"{name} has changed since these answers were given; the report goes by its words of today."


def answer_files(named: Sequence[Path], skipped: Sequence[Path] = (), tell: Tell = _note) -> tuple[Path, ...]:
    """Return the files that are meant: those named, and of a folder every file of answers in it, by name, but for those `skipped`.

    A folder in it that cannot be looked into is among them, as a file that cannot be read is.
    Of files that are the same to the last byte the first stands for all. A remark says what is left out and could be meant. See
    `assessment_file`.

    Raises:
        UsageError: when a file is named twice, or what is to be skipped is none of them.
        InputError: when a folder holds no file of answers, or more than the reader takes.

    """
    found: dict[str, Path] = {}
    for path in (file for place in named for file in (_answers_in(place, tell) if place.is_dir() else (place,))):
        if found.setdefault(os.path.realpath(path), path) is not path:
            raise UsageError(f"{path} is named twice", "Name each file once; a folder stands for every file of answers in it.")
    for path in skipped:
        fitting = [key for key, file in found.items() if key == os.path.realpath(path) or file.name == str(path)]
        if len(fitting) != 1:
            said = "is none of these files" if not fitting else "is the name of several of these files"
            raise UsageError(f"{path} is to be skipped, and {said}", "Name it by its whole path, as it is named in the folder.")
        tell(f"{found.pop(fitting[0])} is left out, by --skip.")
    if not found:
        raise UsageError("all files are to be skipped, and none is left", "Leave --skip out.")
    return tuple(_each_once(found.values(), tell) if len(found) > 1 else found.values())


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


def _answers_in(folder: Path, tell: Tell) -> tuple[Path, ...]:
    from peerkit.source.json import assessment_file

    found = assessment_file.look_into(folder)
    closed = tuple(left.path for left in found.left_out if left.why == assessment_file.CLOSED)
    twins = [left.path for left in found.left_out if left.why == assessment_file.TWIN]
    for left in found.left_out:
        if left.path not in closed and (left.why != assessment_file.TWIN or len(twins) == 1):
            tell(f"{left.path} {left.why}, and is left out.")
    if len(twins) > 1:
        tell(f"{len(twins)} files such as {twins[0]}, which a Mac keeps beside others, are left out.")
    if not found.answers:
        if closed:
            raise _closed(closed[0])
        raise InputError(f"{folder} holds no file of answers", f"Files of answers end in {assessment_file.SUFFIX}.")
    inside = Counter(path.parent for path in found.answers if path.parent != folder)
    if inside:
        places = ", ".join(f"{place} ({number})" for place, number in inside.items())
        tell(f"counted too are the files in {places}; a folder stands for the folders in it as well.")
    return (*found.answers, *closed)


def _closed(folder: Path) -> InputError:
    return InputError(f"{folder} cannot be looked into", "Check its permissions.")


def _each_once(paths: Iterable[Path], tell: Tell) -> Iterator[Path]:
    """Yield the files without those that are copies of an earlier one, such as a browser makes; a remark names them."""
    first: dict[bytes, Path] = {}
    for path in paths:
        content = _content(path)
        earlier = path if content is None else first.setdefault(content, path)
        if earlier is path:
            yield path
        else:
            tell(_copy(path, earlier))


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


def _copy(path: Path, earlier: Path) -> str:
    return f"{path} is the same as {earlier}, and is counted once."


def _compared(belonging: Belonging, answers: Mapping[str, Assessment], folder: Path | None) -> tuple[str, ...]:
    """Return the words of the command that compares what does not fit with the others; none where they are no two files or folders."""
    if len(belonging.misfits) != 1 or not belonging.misfits[0].can_be_compared:
        return ()
    earlier_first = sorted(
        (belonging.misfits[0].files, tuple(belonging.members)), key=lambda names: min(answers[it].updated for it in names)
    )
    sides = [side for names in earlier_first if (side := _as_one(list(map(Path, names))))]
    return ("compare", *map(FileName, sides), *in_folder(folder)) if len(sides) == 2 else ()


def _as_one(files: Sequence[Path]) -> Path | None:
    """Return what stands for some files: the only one, or the folder that holds these and no others."""
    from peerkit.source.json import assessment_file

    if len(files) == 1:
        return files[0]
    place = files[0].parent
    with contextlib.suppress(InputError):
        return place if sorted(assessment_file.look_into(place).answers) == sorted(files) else None
    return None


def _refuse_misfits(
    broken: Mapping[str, InputError], misfits: Sequence[Misfit], number: int, compared: Sequence[str], *, skip_broken: bool
) -> None:
    """Name every file that cannot be counted, and stop unless they are to be left out and it is clear which.

    Where there is only one reason, `compared` is the command that goes on with both sides; it may be empty.

    Raises:
        InputError: when the files cannot be counted together.

    """
    told = [*((error.message, console.hint_of(error)) for error in broken.values()), *((misfit.message, misfit.hint) for misfit in misfits)]
    is_open = any(misfit.is_open for misfit in misfits)
    if not told or (skip_broken and not is_open):
        for message, hint in told:
            console.note(f"left out: {message}. {hint}")
        return
    way_on = _NAME_THEM if is_open else "Or go on without it: --skip-broken."
    if len(told) == 1:
        [(message, hint)] = told
        raise InputError(message, f"{hint} {way_on}{' Compare them:' if compared else ''}", compared)
    for message, hint in told:
        console.note(f"broken: {message}. {hint}")
    files = len(broken) + sum(len(misfit.files) for misfit in misfits)
    message = f"{files} of {number} files cannot be used, and nothing was counted"
    raise InputError(message, way_on if is_open else "Mend what is named above, or go on without it: --skip-broken.")
