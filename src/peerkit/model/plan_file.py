"""The plan as a file of JSON: numbers with four decimals, None where nothing may be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.constraints import Address, Day, Goal, Id, Level, Note, Text, Version
from peerkit.model.data import STRICT
from peerkit.model.outcome import Action
from peerkit.model.plan import Barrier, Choice, Effort
from peerkit.model.result import Lane
from peerkit.model.scale import Importance, Voice


@dataclass(frozen=True, kw_only=True)
class ActionEntry:
    """A question to raise by one level. `points` is what that adds to its section, `value` what proposals are ordered by."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Address
    section: Id
    ask: Text
    level: float
    goal: Goal
    gap: float
    importance: Importance
    priority: float
    lane: Lane
    effort: Effort
    points: float
    value: float
    in_weakest: bool
    also_raises: tuple[Address, ...]
    first_step: Text | None
    signs: tuple[Text, ...]
    also_ask: tuple[Voice, ...]
    barriers: tuple[Barrier, ...]
    agreed: Level | None
    recorded: tuple[Action, ...]


@dataclass(frozen=True, kw_only=True)
class SectionEntry:
    """A section's score now, and once the actions are done; `about` where a team's answers in words entered."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    goal: Goal
    now: float | None
    then: float | None
    about: bool


@dataclass(frozen=True, kw_only=True)
class RaiseEntry:
    """A question of the small steps, and by how many levels it rises."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Address
    levels: Goal


@dataclass(frozen=True, kw_only=True)
class SmallStepsEntry:
    """The fewest levels that bring the weakest section to its goal."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    section: Id
    raise_: tuple[RaiseEntry, ...]


@dataclass(frozen=True, kw_only=True)
class FrameworkEntry:
    """A framework's score now, and once the actions are done."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    version: Version
    title: Text
    now: float | None
    then: float | None
    weakest_now: Id | None
    weakest_then: Id | None
    sections: tuple[SectionEntry, ...]
    small_steps: SmallStepsEntry | None


@dataclass(frozen=True, kw_only=True)
class PlanFile:
    """The whole plan."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/plan/1"]
    peerkit: Text
    program: Text
    date: Day
    choice: Choice
    actions: tuple[ActionEntry, ...]
    frameworks: tuple[FrameworkEntry, ...]
    safety_left_out: tuple[Address, ...]
    also_recorded: tuple[Action, ...]
    outside_our_control: tuple[Note, ...]
    recheck: Note
