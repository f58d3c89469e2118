"""A framework: a published document as sections of indicators that a program can be held up against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from peerkit.model.constraints import Between, Goal, Id, Level, StatementId, Text, Unempty, Version, Weight, written
from peerkit.model.scale import Role, Voice

FORMAT = "peerkit/framework/1"
FactValue = bool | str
WordRule = Literal["PK308", "PK309"]
"""The lint rules whose lists a framework may add to."""
Condition = dict[Id, bool | str | tuple[str, ...]]
"""Facts that must hold: keys are and-ed, a list of values is or-ed."""


@written
class Source:
    """Where a framework comes from, and whose it is."""

    publisher: Text | None = None
    document: Text | None = None
    rights: Text | None = None


@written
class Fact:
    """A short question about the program that decides which indicators apply."""

    id: Id
    ask: Text
    kind: Literal["yes-no", "choice"]
    options: tuple[Text, ...] = ()
    default: bool | Text

    @property
    def values(self) -> tuple[FactValue, ...]:
        """The answers this fact can have."""
        return (True, False) if self.kind == "yes-no" else self.options


@written
class GlossaryEntry:
    """A word the document makes its own, and what it means."""

    word: Text
    means: Text


@written
class OwnWord:
    """A word that a framework's authors do not want, what to write in its place, and why, as the end of a sentence that begins with it."""

    word: Text
    instead: Text
    why: Text


@written
class LintSettings:
    """What lint is told about a framework: which field it is from, and words beside those of the lists. No answer or score hangs on it."""

    field_: Literal["peer-work", "other"] = "peer-work"
    add: dict[WordRule, tuple[OwnWord, ...]] = field(default_factory=dict)
    allow: dict[WordRule, tuple[Text, ...]] = field(default_factory=dict)


@written
class Exclusion:
    """Statements of the source that no indicator asks about, and the reason."""

    covers: tuple[StatementId, ...]
    why: Text | None = None


@written
class NextStep:
    """Something small to do for a program that stands at level `from_` (0 to 3)."""

    from_: Annotated[int, Between(0, 3)]
    do: Text


@written
class Change:
    """What a version changed about an indicator; `same` where the old words and the new ones ask the same."""

    version: Version
    note: Text
    same: bool = False


@written
class Indicator:
    """One observable statement about a program, asked on the scale of five levels."""

    id: Id
    ask: Text
    ask_as: dict[Voice, Text] = field(default_factory=dict)
    voices: Annotated[tuple[Voice, ...], Unempty()] | None = None
    core: bool = False
    safety: bool = False
    weight: Weight = 1
    goal: Goal | None = None
    themes: tuple[Id, ...] = ()
    covers: tuple[StatementId, ...] = ()
    why: Text
    signposts: dict[Literal["0", "1", "2", "3", "4"], Text]
    look_for: tuple[Text, ...]
    next_steps: tuple[NextStep, ...]
    only_if: Condition = field(default_factory=dict)
    change: tuple[Change, ...] = ()

    def asked_as(self, role: str) -> str:
        """Return the words that somebody of a role is asked in: the role's own, else `ask`."""
        own: dict[str, str] = {str(voice): words for voice, words in self.ask_as.items()}
        return own.get(role, self.ask)

    def next_step(self, level: Level) -> str | None:
        """Return what to do next from `level`: the step with the highest `from` that is not above it, else the first; None at level 4."""
        if level >= 4 or not self.next_steps:
            return None
        steps = sorted(self.next_steps, key=lambda step: step.from_)
        fitting = [step for step in steps if step.from_ <= level]
        return (fitting[-1] if fitting else steps[0]).do


@written
class Section:
    """A part of a framework that gets a score of its own."""

    id: Id
    title: Text
    native_title: Text | None = None
    kind: Text | None = None
    number: Text | None = None
    summary: str = ""
    content_note: Text | None = None
    weight: Annotated[int, Between(1, 1_000_000)] = 1
    goal: Goal | None = None
    needs_voices: tuple[Voice, ...] = ()
    indicators: Annotated[tuple[Indicator, ...], Unempty()]


@written
class Framework:
    """A published document, encoded. `language` is a BCP 47 tag, `goal` the level to aim at (1 to 4)."""

    format: Literal["peerkit/framework/1"]
    id: Id
    version: Version
    title: Text
    short_title: Text | None = None
    language: Text = "en"
    summary: str = ""
    source: Source = field(default_factory=Source)
    limits: tuple[Text, ...] = ()
    goal: Goal = 3
    facts: tuple[Fact, ...] = ()
    small_team: Condition = field(default_factory=dict)
    glossary: tuple[GlossaryEntry, ...] = ()
    not_assessed: tuple[Exclusion, ...] = ()
    lint: LintSettings = field(default_factory=LintSettings)
    sections: Annotated[tuple[Section, ...], Unempty()]

    @property
    def name(self) -> str:
        """The title to use where space is short."""
        return self.short_title or self.title

    def indicators(self) -> Iterator[tuple[Section, Indicator]]:
        """Yield every indicator with its section, in file order."""
        for section in self.sections:
            for indicator in section.indicators:
                yield section, indicator

    @cached_property
    def by_id(self) -> dict[str, tuple[Section, Indicator]]:
        """The indicators by id."""
        return {indicator.id: (section, indicator) for section, indicator in self.indicators()}

    def goal_of(self, section: Section, indicator: Indicator) -> int:
        """Return the level to aim at: the indicator's goal, else the section's, else the framework's."""
        return indicator.goal or section.goal or self.goal


@dataclass(frozen=True, slots=True)
class PlacedIndicator:
    """One indicator, and where it stands."""

    framework: Framework
    section: Section
    indicator: Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much a framework asks, who published its document, and where its file is; minutes are for someone who works in the program.

    `quick_by_role` is how many questions of the quick set each role is asked.
    """

    id: str
    version: str
    title: str
    sections: int
    indicators: int
    quick: int
    minutes: int
    quick_minutes: int
    quick_by_role: dict[Role, int]
    publisher: str | None
    origin: str
