"""The team report as a file of JSON: scores from 0 to 100 with four decimals, None where nothing is shown; `hidden` says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.constraints import Day, Goal, Id, Text, Version, Weight
from peerkit.model.framework import STRICT
from peerkit.model.report import Lane
from peerkit.model.report_file import RespondentsEntry, SettingsEntry
from peerkit.model.scale import Role
from peerkit.model.team_report import Agreement

Reason = Literal["too few answers", "would show a difference"]
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
    hidden: Reason | None


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
    hidden: Reason | None
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
