"""Reports as files of JSON, one person's and a team's: scores from 0 to 100 with four decimals, None where nothing may be said."""

from __future__ import annotations

from typing import Literal

from peerkit.model.constraints import Address, Day, Goal, Id, Level, Note, Text, Version, Weight, written
from peerkit.model.result import AnswerState, Lane
from peerkit.model.scale import Importance, Role
from peerkit.model.team import Agreement


@written
class CountsEntry:
    """How the questions in scope were answered."""

    in_scope: Weight
    rated: Weight
    dont_know: Weight
    no_agreement: Weight
    skipped: Weight
    unanswered: Weight
    not_applicable: Weight


@written
class IndicatorEntry:
    """One indicator in scope."""

    id: Id
    state: AnswerState
    level: Level | None
    goal: Goal
    gap: Level | None
    importance: Importance
    priority: float | None
    lane: Lane | None
    note: Note


@written
class SectionEntry:
    """One section with something applicable in it."""

    id: Id
    title: Text
    score: float | None
    low: float | None
    high: float | None
    enough: bool
    counts: CountsEntry
    indicators: tuple[IndicatorEntry, ...]


@written
class FrameworkEntry:
    """One framework."""

    id: Id
    version: Version
    title: Text
    score: float | None
    low: float | None
    high: float | None
    weakest: Id | None
    counts: CountsEntry
    sections: tuple[SectionEntry, ...]


@written
class RespondentsEntry:
    """How many answered, by role."""

    total: Weight
    by_role: dict[Role, Weight]


@written
class SettingsEntry:
    """What the report was made with."""

    goal: dict[Id, Goal]
    minimum_group: Weight


@written
class ReportFile:
    """The whole report."""

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


WhyHidden = Literal["asked of too few people", "would show a difference", "too few answers"]
Words = Literal[
    "most: Starting or lower",
    "almost everyone: Partly or higher",
    "almost everyone: Partly or lower",
    "almost everyone: Mostly or higher",
]


@written
class GroupScoreEntry:
    """A group's score of a section, between `low` and `high`, and None where these differ; `n` is how many people it has."""

    roles: tuple[Role, ...]
    n: Weight
    score: float | None
    low: float | None
    high: float | None


@written
class VoiceEntry:
    """How many of a section's questions a role was asked, and how many of these are shown."""

    role: Role
    asked: Weight
    shown: Weight


@written
class GroupEntry:
    """A group's answers to one question: `n` rated; `counts` per level from 0 to 4, or `words` instead of them.

    The median lies between its low and its high end, and is None itself where words leave it open.
    """

    roles: tuple[Role, ...]
    n: Weight
    counts: tuple[Weight, ...] | None
    words: Words | None
    median: float | None
    median_low: float | None
    median_high: float | None


@written
class TeamIndicatorEntry:
    """One question: the answers of everyone who was asked, then those of the groups, none where only everyone is shown.

    Median and gap lie between their low and their high ends, and are None themselves where words leave them open. They are those of all
    the groups together where everyone's answers are not shown.
    """

    id: Id
    asked: tuple[Role, ...]
    n: Weight | None
    dont_know: Weight | None
    counts: tuple[Weight, ...] | None
    words: Words | None
    median: float | None
    median_low: float | None
    median_high: float | None
    ad: float | None
    agreement: Agreement | None
    outlier: bool | None
    groups: tuple[GroupEntry, ...]
    goal: Goal
    gap: float | None
    gap_low: float | None
    gap_high: float | None
    lane: Lane | None
    hidden: WhyHidden | None


@written
class TeamSectionEntry:
    """One section; its score lies between `low` and `high`, and is None where these differ; `groups` none where only everyone is shown.

    `perspective_gap` is how far the groups differ at least.
    """

    id: Id
    title: Text
    score: float | None
    low: float | None
    high: float | None
    groups: tuple[GroupScoreEntry, ...]
    perspective_gap: float | None
    voices: tuple[VoiceEntry, ...]
    hidden: WhyHidden | None
    indicators: tuple[TeamIndicatorEntry, ...]


@written
class TeamFrameworkEntry:
    """One framework."""

    id: Id
    version: Version
    title: Text
    respondents: RespondentsEntry
    sections: tuple[TeamSectionEntry, ...]


@written
class TeamReportFile:
    """The whole report of a team."""

    format: Literal["peerkit/team-report/1"]
    peerkit: Text
    program: Text
    date: Day
    respondents: RespondentsEntry
    settings: SettingsEntry
    frameworks: tuple[TeamFrameworkEntry, ...]
