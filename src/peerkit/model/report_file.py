"""Reports as files of JSON, one person's and a team's: scores from 0 to 100 with four decimals, None where nothing may be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.constraints import STRICT, Address, Day, Goal, Id, Level, Note, Text, Version, Weight
from peerkit.model.result import AnswerState, Lane
from peerkit.model.scale import Importance, Role
from peerkit.model.team import Agreement


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
    state: AnswerState
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


WhyHidden = Literal["too few answers", "would show a difference"]
Words = Literal["almost everyone: Partly or lower", "almost everyone: Mostly or higher"]


@dataclass(frozen=True, kw_only=True)
class GroupScoreEntry:
    """A group's score of a section; `n` is how many people it has."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    roles: tuple[Role, ...]
    n: Weight
    score: float | None


@dataclass(frozen=True, kw_only=True)
class GroupEntry:
    """A group's answers to one question: `n` rated; `counts` per level from 0 to 4, or `words` instead of them."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    roles: tuple[Role, ...]
    n: Weight
    counts: tuple[Weight, ...] | None
    words: Words | None
    median: float | None


@dataclass(frozen=True, kw_only=True)
class TeamIndicatorEntry:
    """One question: everyone's answers, then those of the groups, none where only everyone is shown."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    n: Weight | None
    dont_know: Weight | None
    counts: tuple[Weight, ...] | None
    words: Words | None
    median: float | None
    ad: float | None
    agreement: Agreement | None
    outlier: bool | None
    groups: tuple[GroupEntry, ...]
    goal: Goal
    gap: float | None
    lane: Lane | None
    hidden: WhyHidden | None


@dataclass(frozen=True, kw_only=True)
class TeamSectionEntry:
    """One section; `about` where words entered its score, `groups` none where only everyone is shown."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    score: float | None
    about: bool
    groups: tuple[GroupScoreEntry, ...]
    perspective_gap: float | None
    hidden: WhyHidden | None
    indicators: tuple[TeamIndicatorEntry, ...]


@dataclass(frozen=True, kw_only=True)
class TeamFrameworkEntry:
    """One framework."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    version: Version
    title: Text
    respondents: RespondentsEntry
    sections: tuple[TeamSectionEntry, ...]


@dataclass(frozen=True, kw_only=True)
class TeamReportFile:
    """The whole report of a team."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/team-report/1"]
    peerkit: Text
    program: Text
    date: Day
    respondents: RespondentsEntry
    settings: SettingsEntry
    frameworks: tuple[TeamFrameworkEntry, ...]
