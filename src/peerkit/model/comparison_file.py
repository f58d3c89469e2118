"""A comparison as a file of JSON: numbers with four decimals, None where nothing may be said.

Whatever is said of each side stands in the order of `sides`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.answers import Set
from peerkit.model.comparison import Difference, SideKind, StandState
from peerkit.model.constraints import Address, Day, Goal, Id, Text, Version, Weight
from peerkit.model.data import STRICT
from peerkit.model.framework import Change
from peerkit.model.report_file import RespondentsEntry
from peerkit.model.scale import Role


@dataclass(frozen=True, kw_only=True)
class SideEntry:
    """A side by its letter. `program` is None where the programs differ and were not to be named; `minimum_group` is a team's."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    label: Text
    kind: SideKind
    program: Text | None
    day: Day
    role: Role | None
    set: Set
    respondents: RespondentsEntry
    minimum_group: Weight | None


@dataclass(frozen=True, kw_only=True)
class SideScoreEntry:
    """A side's score over what all sides rated; `about` where a team's words entered it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    score: float | None
    about: bool


@dataclass(frozen=True, kw_only=True)
class ScoresEntry:
    """Scores of all sides on `shared` of the `asked` questions; `apart` is the highest less the lowest."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    sides: tuple[SideScoreEntry, ...]
    shared: Weight
    asked: Weight
    apart: float | None
    about_the_same: bool | None


@dataclass(frozen=True, kw_only=True)
class StandEntry:
    """Where a side stands in a question; for certain between `lowest` and `highest`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    state: StandState
    level: float | None
    lowest: float | None
    highest: float | None
    goal: Goal
    gap: float | None


@dataclass(frozen=True, kw_only=True)
class QuestionEntry:
    """A question with the stand of each side, None where it was not asked, and what was changed about it between the versions."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    ask: Text
    stands: tuple[StandEntry | None, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True)
class ComparedSectionEntry:
    """A section with its scores, and every question that a side was asked."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    scores: ScoresEntry
    questions: tuple[QuestionEntry, ...]


@dataclass(frozen=True, kw_only=True)
class ComparedFrameworkEntry:
    """A framework that all sides answered. `scores` is None where a side is a team; `set_aside` counts answers whose question is gone."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    versions: tuple[Version, ...]
    rated_by_all: Weight
    rated_by_any: Weight
    set_aside: tuple[Weight | None, ...]
    scores: ScoresEntry | None
    sections: tuple[ComparedSectionEntry, ...]


@dataclass(frozen=True, kw_only=True)
class PartlyAnsweredEntry:
    """A framework that only some sides answered, with the letters of those."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    sides: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonFile:
    """The whole comparison; questions in the lists are named by their address."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/comparison/1"]
    peerkit: Text
    date: Day
    sides: tuple[SideEntry, ...]
    compare_with_care: tuple[Difference, ...]
    nothing_differs: bool
    frameworks: tuple[ComparedFrameworkEntry, ...]
    not_answered_by_all: tuple[PartlyAnsweredEntry, ...]
    moved: tuple[Address, ...]
    strong: tuple[Address, ...]
    low: tuple[Address, ...]
    only: tuple[tuple[Address, ...], ...]
