"""The files of answers in a folder as data."""

from __future__ import annotations

from peerkit.model.constraints import to_data
from peerkit.model.kept_answers import AnswersHere, KeptAnswers
from peerkit.render.data.tables import Rows

_HEADS = ("state", "program", "frameworks", "set", "mode", "role", "answered", "asked", "last day", "file")


def file(here: AnswersHere) -> object:
    """Return the files of answers as a file of JSON."""
    return {"format": "peerkit/assessments/1", "assessments": to_data(here.files)}


def rows(here: AnswersHere) -> Rows:
    """Return a row for each file. A program's name stands in no first cell, where a build server might take it for a command."""
    return Rows("A row for each file of answers.", _HEADS, tuple(_row(kept) for kept in here.files))


def _row(kept: KeptAnswers) -> tuple[str | int | None, ...]:
    who = (kept.set, kept.mode, kept.role or "")
    return kept.state, kept.program, ", ".join(kept.frameworks), *who, kept.answered, kept.asked, kept.updated, kept.file
