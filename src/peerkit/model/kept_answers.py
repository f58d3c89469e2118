"""The files of answers that lie in a folder: what each is about, and how far it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerkit.model.answers import Set
from peerkit.model.scale import Mode, Role

State = Literal["prepared", "begun", "complete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswers:
    """A file of answers, and how far it is: a prepared one is what others start from.

    `role` is None for a group, and where nobody answers yet; `asked` is None where a framework of it is not here.
    """

    file: str
    program: str
    frameworks: tuple[str, ...]
    set: Set
    mode: Mode
    role: Role | None
    answered: int
    asked: int | None
    updated: str
    state: State


@dataclass(frozen=True, slots=True)
class AnswersHere:
    """All files of answers, those that were changed last first, and what can be done next, each command with what it gives."""

    files: tuple[KeptAnswers, ...]
    commands: tuple[tuple[str, str], ...] = ()
