"""The files of answers that lie here: what each is about, and the one that is meant where none is named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from peerkit.cli import console
from peerkit.errors import InputError, PeerkitError, UsageError

if TYPE_CHECKING:
    from peerkit.model.answers import Assessment
    from peerkit.model.kept_answers import KeptAnswers, State
    from peerkit.source.catalog import Found

_MOST_NAMED: Final = 10
"""Files that a hint names."""


def meant(named: Sequence[Path], folder: Path | None, *, plain: bool = False) -> list[Path]:
    """Return the files named; where none is, the only one in this folder, or the one that a person chooses.

    Raises:
        UsageError: when there is none, or there are several and nobody can be asked.

    """
    if named:
        return list(named)
    here = [kept for kept in in_this_folder(folder) if kept.state != "prepared"]
    if not here:
        raise UsageError("which answers? There are none in this folder", "Name a file, or begin with `peerkit assess`.")
    if len(here) == 1:
        console.note(f"note: this is about {here[0].file}, the only answers in this folder")
        return [Path(here[0].file)]
    from peerkit.cli.prompting import prompters, words
    from peerkit.cli.prompting.interface import Option

    prompter = prompters.prompter(plain=plain)
    if not prompter.interactive:
        more = "; `peerkit list` shows all" if len(here) > _MOST_NAMED else ""
        names = ", ".join(kept.file for kept in here[:_MOST_NAMED])
        raise UsageError(f"which answers? There are {len(here)} files in this folder", f"Name one, newest first: {names}{more}.")
    with prompter.session():
        return [Path(prompter.choose(words.ASK_WHICH_ANSWERS, [Option(kept.file, words.kept_label(kept)) for kept in here]))]


def look(folders: Sequence[Path], frameworks: Path | None) -> list[KeptAnswers]:
    """Return the files of answers in folders and in the folders in them, the newest first; a remark names one that cannot be used.

    Raises:
        InputError: when a folder cannot be read.

    """
    from peerkit.source.json import assessment_file

    return _newest_first((path for folder in folders for path in assessment_file.look_into(folder).answers), frameworks)


def in_this_folder(frameworks: Path | None) -> list[KeptAnswers]:
    """Return the files of answers in this folder itself. See `look`."""
    from peerkit.source.json import assessment_file

    return _newest_first(assessment_file.look_into(Path(), levels=0).answers, frameworks)


def _newest_first(paths: Iterable[Path], frameworks: Path | None) -> list[KeptAnswers]:
    known: dict[str, Found | None] = {}
    found: dict[Path, KeptAnswers] = {}
    for path in paths:
        try:
            found[path] = _kept(path, known, frameworks)
        except InputError as error:
            console.note(f"note: left out: {error.message}. {console.hint_of(error)}")
    return sorted(found.values(), key=lambda kept: (kept.updated, Path(kept.file).stat().st_mtime_ns), reverse=True)


def _kept(path: Path, known: dict[str, Found | None], frameworks: Path | None) -> KeptAnswers:
    from peerkit.engine.interview.question_counts import progress
    from peerkit.model.kept_answers import KeptAnswers
    from peerkit.source import catalog
    from peerkit.source.json import assessment_file
    from peerkit.source.loaded_answers import brought_to_today

    assessment = assessment_file.read(path)
    for reference in assessment.frameworks:
        if reference.id not in known:
            try:
                known[reference.id] = catalog.load(reference.id, frameworks)
            except PeerkitError:
                known[reference.id] = None
    there = [found for reference in assessment.frameworks if (found := known[reference.id]) is not None]
    answered, asked = len(assessment.answers), None
    if len(there) == len(assessment.frameworks):
        loaded = brought_to_today(assessment, [(found.framework, found.digest) for found in there])
        answered, asked = progress(loaded.frameworks, loaded.assessment)
    return KeptAnswers(
        file=str(path),
        program=assessment.program,
        frameworks=tuple(reference.id for reference in assessment.frameworks),
        set=assessment.set,
        mode=assessment.mode,
        role=assessment.role,
        answered=answered,
        asked=asked,
        updated=assessment.updated,
        state=_state(assessment, answered, asked),
    )


def _state(assessment: Assessment, answered: int, asked: int | None) -> State:
    if assessment.mode == "solo" and assessment.role is None and not answered:
        return "prepared"
    return "begun" if asked is None or answered < asked else "complete"
