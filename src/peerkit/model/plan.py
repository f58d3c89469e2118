"""A plan: a few actions, each one level up, and where the scores stand once they are done.

Numbers are exact (`Fraction`); None stands where nothing may be said. At the end is the plan as a file of JSON: its numbers have four
decimals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Final, Literal

from peerkit.model.answers import Action, Agreed, Governance, Outcome
from peerkit.model.constraints import Address, Day, Goal, Id, Level, Note, Text, Unempty, Version, written
from peerkit.model.report import MOST_ACTIONS
from peerkit.model.result import FrameworkResult, Lane, Result, SectionResult
from peerkit.model.scale import Importance, Voice

Effort = Literal["small", "medium", "large"]
"""How much work an action takes, as the group sees it."""
Choice = Literal["picked", "recorded", "proposed"]
"""Who chose the actions: the person on the command line, the workshop of the outcome file, or nobody yet."""

EFFORTS: Final[tuple[Effort, ...]] = ("small", "medium", "large")


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """How the people of a team are protected: at least `minimum` are counted together; of `questions`, `hidden` are not shown."""

    minimum: int
    questions: int
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWishes:
    """What a group wants of its plan: `picks` and `efforts` by id, with or without the framework; `most` is 1 to `MOST_ACTIONS`.

    `barriers` are by theme.
    """

    picks: tuple[str, ...] = ()
    most: int = MOST_ACTIONS
    efforts: Mapping[str, Effort] = field(default_factory=dict)
    outcome: Outcome | None = None
    barriers: Mapping[str, tuple[Barrier, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """A question to raise by one level, with what helps to do it.

    `gain` is the points that this adds to its section, `value` what the proposals are ordered by. `twins` are the addresses of the
    questions that share its answer; `unheard` the roles that could tell more and have not been asked, those the section needs first.
    `agreed` and `recorded` are what a workshop agreed on and wrote down about it.
    """

    result: Result
    effort: Effort
    gain: Fraction
    value: Fraction
    in_weakest: bool
    first_step: str | None
    barriers: tuple[Barrier, ...]
    twins: tuple[str, ...] = ()
    unheard: tuple[Voice, ...] = ()
    agreed: Agreed | None = None
    recorded: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallSteps:
    """The fewest levels that bring the weakest section to its goal: how many levels to raise each of which questions."""

    weakest: SectionResult
    raises: tuple[tuple[Result, int], ...]

    @property
    def levels(self) -> int:
        """How many levels that is in all; 0 where the section is at its goal."""
        return sum(levels for _, levels in self.raises)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A framework now, and once every action of the plan is one level up.

    `small_steps` is None where no section is the weakest, or where its score is an interval.
    """

    now: FrameworkResult
    then: FrameworkResult
    small_steps: SmallSteps | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """At most three actions, and what they lead to.

    `left_out` are safety matters that no action is about. `others` is what a workshop recorded beside these actions, in its words.
    `governance` is what was said about who decides; `protection` is None for one file, in which nothing is hidden.
    """

    program: str
    date: str
    choice: Choice
    actions: tuple[PlannedAction, ...]
    outlooks: tuple[Outlook, ...]
    left_out: tuple[Result, ...]
    others: tuple[Action, ...]
    outside_our_control: tuple[str, ...]
    recheck: str
    recorded_on: str | None
    governance: Governance | None = None
    protection: Protection | None = None


@written
class Barrier:
    """Something that gets in the way, and what helps against it."""

    barrier: Text
    remedy: Text


@written
class ThemeBarriers:
    """What gets in the way of a theme, commonest first; `id` is the theme's."""

    id: Id
    barriers: Annotated[tuple[Barrier, ...], Unempty()]


@written
class Barriers:
    """The barriers of every theme that has any."""

    format: Literal["peerkit/barriers/1"]
    themes: tuple[ThemeBarriers, ...]

    @property
    def by_theme(self) -> dict[str, tuple[Barrier, ...]]:
        """The barriers of each theme, by its id."""
        return {theme.id: theme.barriers for theme in self.themes}


@written
class ActionEntry:
    """A question to raise by one level. `points` is what that adds to its section, `value` what proposals are ordered by."""

    id: Address
    section: Id
    ask: Text
    level: float | None
    level_low: float | None
    level_high: float | None
    goal: Goal
    gap: float | None
    gap_low: float | None
    gap_high: float | None
    importance: Importance
    priority: float | None
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


@written
class SectionOutlookEntry:
    """A section's score now, and once the actions are done, with the ends between which each lies; None where these differ."""

    id: Id
    title: Text
    goal: Goal
    now: float | None
    now_low: float | None
    now_high: float | None
    then: float | None
    then_low: float | None
    then_high: float | None


@written
class RaiseEntry:
    """A question of the small steps, and by how many levels it rises."""

    id: Address
    levels: Goal


@written
class SmallStepsEntry:
    """The fewest levels that bring the weakest section to its goal."""

    section: Id
    raise_: tuple[RaiseEntry, ...]


@written
class FrameworkOutlookEntry:
    """A framework's score now, and once the actions are done."""

    id: Id
    version: Version
    title: Text
    now: float | None
    then: float | None
    weakest_now: Id | None
    weakest_then: Id | None
    sections: tuple[SectionOutlookEntry, ...]
    small_steps: SmallStepsEntry | None


@written
class PlanFile:
    """The whole plan."""

    format: Literal["peerkit/plan/1"]
    peerkit: Text
    program: Text
    date: Day
    choice: Choice
    actions: tuple[ActionEntry, ...]
    frameworks: tuple[FrameworkOutlookEntry, ...]
    safety_left_out: tuple[Address, ...]
    also_recorded: tuple[Action, ...]
    outside_our_control: tuple[Note, ...]
    recheck: Note
