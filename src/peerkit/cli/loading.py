"""Load a file of answers with the frameworks it was made from."""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console
from peerkit.errors import FileName, InputError, UsageError
from peerkit.model.typed_text import whole_number

if TYPE_CHECKING:
    from peerkit.model.answers import Assessment
    from peerkit.model.framework import Framework
    from peerkit.source.catalog import Found

_LAST_SECOND = 253_402_300_799
"""Of the year 9999."""


@dataclass(frozen=True, slots=True)
class LoadedAnswers:
    """An assessment, brought to the frameworks of today; `versions` are those that were answered, by the framework's id."""

    assessment: Assessment
    frameworks: tuple[Framework, ...]
    versions: dict[str, str]


def today() -> str:
    """Return the day on the clock: the day that answers get."""
    return _now().date().isoformat()


def document_day() -> str:
    """Return the day that a document is made on; `SOURCE_DATE_EPOCH` fixes it, so that one can be made again byte for byte.

    Raises:
        UsageError: when `SOURCE_DATE_EPOCH` says no day.

    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed.strip():
        return today()
    seconds = whole_number(fixed, _LAST_SECOND)
    if seconds is None:
        from peerkit.source.yaml.document_words import shortened

        hint = "Set it to the seconds since 1970, a whole number such as 1795219200, or take it out of the environment."
        raise UsageError(f'SOURCE_DATE_EPOCH is "{shortened(fixed)}", and that is no day', hint)
    return datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC).date().isoformat()


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()


def load_framework(name: str, folder: Path | None) -> Found:
    """Return a framework; what is wrong with it is shown the way `lint` shows it.

    Raises:
        UsageError: when there is none of that name.
        InputError: when it cannot be used.

    """
    from peerkit.source import catalog

    try:
        return catalog.load(name, folder)
    except InputError as error:
        show_broken(error)
        raise


def show_broken(error: InputError) -> None:
    """Show what is wrong in a file that cannot be used, where that is why."""
    from peerkit.source.yaml.yaml_file import BrokenFileError

    if isinstance(error, BrokenFileError):
        from peerkit.cli.findings import show_faults

        show_faults(error.reading)


def equal_questions(frameworks: Sequence[Framework], folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Return which questions one answer serves, by address; nothing is read where there is only one framework."""
    if len(frameworks) < 2:
        return {}
    from peerkit.engine.crosswalk import equal_to
    from peerkit.source import catalog

    return equal_to(catalog.load_crosswalk(folder))


def load_answers(path: Path, folder: Path | None) -> LoadedAnswers:
    """Return the answers in a file with their frameworks; a remark says what changed in a framework since.

    Raises:
        InputError: when the file or a framework of it cannot be used.

    """
    from peerkit.engine.interview.state_machine import resume
    from peerkit.source.json import assessment_file

    assessment = assessment_file.read(path)
    found = [framework_of(reference.id, path, folder) for reference in assessment.frameworks]
    resumed = resume(assessment, [(one.framework, one.digest) for one in found])
    for name in resumed.changed:
        console.note(f"note: {name} has changed since these answers were given; the report goes by its words of today.")
    versions = {reference.id: reference.version for reference in assessment.frameworks}
    return LoadedAnswers(resumed.assessment, tuple(one.framework for one in found), versions)


def framework_of(name: str, path: Path, folder: Path | None) -> Found:
    """Return the framework `name` that the answers in `path` need.

    Raises:
        InputError: when it is not there or cannot be used.

    """
    try:
        return load_framework(name, folder)
    except UsageError as error:
        hint = f"{error.hint} Give its folder with --frameworks, or read the answers:"
        raise InputError(f"{path} needs the framework {name}, and it is not there", hint, ("show", FileName(path))) from error
