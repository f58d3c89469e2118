"""The files of answers that lie in a folder: what each is about, and how far it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerkit.model.answers import Set
from peerkit.model.scale import Mode, Role

State = Literal["prepared", "begun", "complete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswers:
    """A file of answers. `role` is None for a group, and where nobody answers yet; `asked` is None where a framework of it is not here."""

    file: str
    program: str
    frameworks: tuple[str, ...]
    set: Set
    mode: Mode
    role: Role | None
    answered: int
    asked: int | None
    updated: str

    @property
    def state(self) -> State:
        """How far it is: a prepared file is what others start from."""
        if self.mode == "solo" and self.role is None and not self.answered:
            return "prepared"
        return "begun" if self.asked is None or self.answered < self.asked else "complete"


@dataclass(frozen=True, slots=True)
class AnswersHere:
    """All files of answers, those that were changed last first, and what can be done next, each command with what it gives."""

    files: tuple[KeptAnswers, ...]
    commands: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswersEntry:
    """A file of answers, as an entry of a file of JSON."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersHereFile:
    """The files of answers in a folder, as a file of JSON."""

    format: Literal["peerkit/assessments/1"]
    assessments: tuple[KeptAnswersEntry, ...]
