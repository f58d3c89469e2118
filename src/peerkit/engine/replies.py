"""What a person can say to a question of the interview."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.assessment import Evidence
from peerkit.model.scale import AnswerWord


@dataclass(frozen=True, slots=True)
class Give:
    """Answer the question and go on; a note, where one is given, takes the place of the earlier one."""

    answer: int | AnswerWord
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Write a note to the question and stay."""

    note: str


@dataclass(frozen=True, slots=True)
class Point:
    """Add a piece of evidence to the question and stay."""

    evidence: Evidence


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


Reply = Give | Remark | Point | Back | GoTo | Keep
