"""The gap report as a file of JSON: scores from 0 to 100 with four decimals, None where nothing may be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.constraints import Address, Day, Goal, Id, Level, Note, Text, Version, Weight
from peerkit.model.framework import STRICT
from peerkit.model.report import Lane, State
from peerkit.model.scale import Importance, Role


@dataclass(frozen=True, kw_only=True)
class CountsEntry:
    """How the questions in scope were answered."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    in_scope: Weight
    rated: Weight
    dont_know: Weight
    skipped: Weight
    unanswered: Weight
    not_applicable: Weight


@dataclass(frozen=True, kw_only=True)
class IndicatorEntry:
    """One indicator in scope."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    state: State
    level: Level | None
    goal: Goal
    gap: Level | None
    importance: Importance
    priority: float | None
    lane: Lane | None
    note: Note


@dataclass(frozen=True, kw_only=True)
class SectionEntry:
    """One section with something applicable in it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    score: float | None
    low: float | None
    high: float | None
    enough: bool
    counts: CountsEntry
    indicators: tuple[IndicatorEntry, ...]


@dataclass(frozen=True, kw_only=True)
class FrameworkEntry:
    """One framework."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    version: Version
    title: Text
    score: float | None
    low: float | None
    high: float | None
    weakest: Id | None
    counts: CountsEntry
    sections: tuple[SectionEntry, ...]


@dataclass(frozen=True, kw_only=True)
class RespondentsEntry:
    """How many answered, by role."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    total: Weight
    by_role: dict[Role, Weight]


@dataclass(frozen=True, kw_only=True)
class SettingsEntry:
    """What the report was made with."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    goal: dict[Id, Goal]
    minimum_group: Weight


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """The whole report."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/report/1"]
    peerkit: Text
    program: Text
    date: Day
    respondents: RespondentsEntry
    settings: SettingsEntry
    frameworks: tuple[FrameworkEntry, ...]
    strengths: tuple[Address, ...]
    priorities: tuple[Address, ...]
    not_answered: tuple[Address, ...]
    limits: tuple[Text, ...]
