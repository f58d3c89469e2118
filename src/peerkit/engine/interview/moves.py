"""What a person can do with the question of an interview that is shown: answer it, write to it, or go elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peerkit.model.answers import Dissent, Evidence
from peerkit.model.framework import FactValue
from peerkit.model.scale import AnswerWord


@dataclass(frozen=True, slots=True)
class Give:
    """Answer the question and go on; a note, where one is given, takes the place of the earlier one."""

    answer: int | AnswerWord
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """Write a note, the evidence or the views in the room that differ in place of what stands there, and stay; None leaves it there."""

    note: str | None = None
    evidence: tuple[Evidence, ...] | None = None
    dissent: tuple[Dissent, ...] | None = None


@dataclass(frozen=True, slots=True)
class Back:
    """Go to the question shown before, or, where none was, to the one that stands before this one."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to the question at an address."""

    address: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave the answer as it is and go on; where the question has other words now, it is given to those."""


@dataclass(frozen=True, slots=True)
class Know:
    """Say facts about the program, by id; the others stay as they are."""

    facts: Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave out the section at the address `framework/section` and go on behind it; what was answered there stays."""

    part: str


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Ask a section again that was left out, and go to its first open question."""

    part: str


Move = Give | Write | Back | GoTo | Keep | Know | LeaveOut | TakeIn
