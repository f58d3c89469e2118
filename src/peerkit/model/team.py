"""A team: what may be shown of the answers of many people. Nothing else about a team may reach an engine or a renderer.

Only `peerkit.engine.team.gate` makes these; whoever holds a `TeamView` cannot learn more about one person than it says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Final, Literal

from peerkit.model.answers import Governance, Set
from peerkit.model.constraints import Matches, Scope, Text, Weight, written
from peerkit.model.framework import FactValue, Framework, Indicator, Section
from peerkit.model.scale import Role

Hidden = Literal["too-few", "difference"]
"""Why a row is not shown: too few answers, or it would show how this report differs from an earlier one."""
Alike = Literal["lower", "higher"]
"""What is said of a cell in words: almost everyone Partly or lower, almost everyone Mostly or higher."""
Agreement = Literal["shared", "spread", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is shown of a group's answers to one question.

    `ratings` is how many rated, `dont_know` how many did not know. `counts` holds how many chose each level from 0 to 4; it is None
    where `alike` says it in words.

    The rest follows from these. `median` and `ad` (the mean distance from the median, in levels) come from counts; both are None for a
    cell in words. `standing` is the level that everything further goes by, the median, or 1 or 3 for a cell in words, between `low` and
    `high` for certain. `outlier` says that somebody stands far from the others.
    """

    roles: tuple[Role, ...]
    ratings: int
    dont_know: int
    counts: tuple[int, ...] | None
    alike: Alike | None
    median: Fraction | None
    ad: Fraction | None
    standing: Fraction
    low: Fraction
    high: Fraction
    agreement: Agreement | None
    outlier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is shown of one question: `groups`, empty where only everyone is shown, and `everyone`.

    `everyone` is None where a part of it is said in words, and where `hidden` says why nothing is shown. `asked_of_few` says that fewer
    people than the minimum are asked, whatever they answer; a section's score does not wait for such a row.
    """

    indicator: Indicator
    groups: tuple[Cell, ...] = ()
    everyone: Cell | None = None
    hidden: Hidden | None = None
    asked_of_few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people whose answers are counted together in a section: their roles, and how many they are."""

    roles: tuple[Role, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSectionView:
    """A section: its groups (one where only everyone is shown), and a row for each question that somebody was asked, in file order."""

    section: Section
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFrameworkView:
    """A framework: how many answered it, by role, its sections in scope, and what people wrote, shuffled and without a place."""

    framework: Framework
    respondents: dict[Role, int]
    sections: tuple[TeamSectionView, ...]
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """All that may be shown of a team's files. `minimum` is the group size below which nothing is shown.

    `comments_wanted` says whether comments were asked for; `replaces_earlier` whether somebody confirmed that an earlier report of
    the round was not handed out. `governance` is what the files say alike about who decides; None where they say nothing, or differ.
    `goals` are those that all files share.
    """

    program: str
    set: Set
    facts: dict[str, FactValue]
    minimum: int
    respondents: dict[Role, int]
    frameworks: tuple[TeamFrameworkView, ...]
    comments_wanted: bool = False
    replaces_earlier: bool = False
    goals: dict[str, int] = field(default_factory=dict)
    governance: Governance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A set of people whose answers were counted together in a report, by their keys, with the numbers that it printed of them.

    A person's key is a digest over the short id and the answers, so a changed answer sheet is another person. `counts` is None where
    the report used words. `ratings` is 0, and `counts` None, where it said that there were too few answers.
    """

    people: frozenset[str]
    ratings: int
    counts: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Whose answers a report counted together, by row: what a later report of the round must be held against.

    A row is an indicator's address, or a framework's id for the comments. It is kept beside the answers and printed nowhere.
    """

    rows: dict[str, tuple[Shown, ...]] = field(default_factory=dict)

    def __add__(self, other: Memory) -> Memory:
        both = {row: self.rows.get(row, ()) + other.rows.get(row, ()) for row in [*self.rows, *other.rows]}
        return Memory(rows={row: tuple(dict.fromkeys(shown)) for row, shown in both.items()})


SHOWN_FORMAT: Final = "peerkit/shown/1"
SHOWN_NOTE: Final = (
    "peerkit keeps this beside the answers, so that two reports of one round do not give away anybody's answer. "
    "Leave it here, hand it to nobody, and delete it together with the answers."
)
PersonKey = Annotated[str, Matches("^[0-9a-f]{8,64}$", 64)]


@written
class ShownEntry:
    """One set of people, by its place in `sets`, with the numbers that a report printed of them; no `counts` where it used words."""

    set: Weight
    ratings: Weight
    counts: tuple[Weight, ...] | None = None


@written
class ShownFile:
    """The whole file. `people` are keys; each of `sets` holds places in `people`; `rows` go by address, or by framework."""

    format: Literal["peerkit/shown/1"]
    note: Text = SHOWN_NOTE
    people: tuple[PersonKey, ...]
    sets: tuple[tuple[Weight, ...], ...]
    rows: dict[Scope, tuple[ShownEntry, ...]]
