"""A team: what may be shown of the answers of many people. Nothing else about a team may reach an engine or a renderer.

Only `peerkit.engine.team.gate` makes these; whoever holds a `TeamView` cannot learn more about one person than it says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Annotated, Final, Literal

from peerkit.model.answers import Governance, Set
from peerkit.model.constraints import Between, Matches, Scope, Text, Weight, written
from peerkit.model.framework import FactValue, Framework, Indicator, Section
from peerkit.model.scale import Role

Hidden = Literal["asked-of-few", "difference", "too-few"]
"""Why a row is not shown: fewer than the minimum are asked, it would show how this report differs from an earlier one, too few answers."""
Border = Annotated[int, Between(1, 2)]
"""The level up to which a row's words say "or lower": 1 where safety is asked about, else 2. It hangs on no answer."""
Alike = Literal["starting-or-lower", "partly-or-higher", "partly-or-lower", "mostly-or-higher"]
"""What is said of a cell in words: with border 1 one of the first two, with border 2 one of the others."""
Agreement = Literal["shared", "spread", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is shown of a group's answers to one question.

    `ratings` is how many rated, `dont_know` how many did not know. `counts` holds how many chose each level from 0 to 4; it is None
    where `alike` says it in words.

    The rest follows from these. `ad` is the mean distance from the median, in levels; it and `agreement` come from counts alone.
    `least` and `most` are the lowest and the highest counts that the cell allows, alike where it shows counts; so the median lies
    between `low` and `high`, and the mean level between `mean_low` and `mean_high`, for certain. `outlier` says that somebody stands far
    from the others.
    """

    roles: tuple[Role, ...]
    ratings: int
    dont_know: int
    counts: tuple[int, ...] | None
    alike: Alike | None
    ad: Fraction | None
    agreement: Agreement | None
    least: tuple[int, ...]
    most: tuple[int, ...]
    low: Fraction
    high: Fraction
    mean_low: Fraction
    mean_high: Fraction
    outlier: bool

    @property
    def median(self) -> Fraction | None:
        """The median level; None where words leave it open."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is shown of one question: `groups`, empty where only everyone is shown, and `everyone`.

    `asked` are the roles that were asked it, `asks_all` says whether these are all there are; cells name no others, and count nobody
    else. `everyone` is None where a part of it is said in words, and where `hidden` says why nothing is shown. A section's score does not
    wait for a row that is asked of too few.
    """

    indicator: Indicator
    asked: tuple[Role, ...] = ()
    asks_all: bool = True
    groups: tuple[Cell, ...] = ()
    everyone: Cell | None = None
    hidden: Hidden | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people whose answers are counted together in a section that asks them something: their roles, and how many they are."""

    roles: tuple[Role, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSectionView:
    """A section: its groups (one where only everyone is shown), and a row for each question that somebody was asked, in file order.

    It has no group where every question is asked of too few.
    """

    section: Section
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFrameworkView:
    """A framework: how many answered it, by role, its sections in scope, and what people wrote, shuffled and without a place.

    `writers` is how many wrote, whether that can be shown or not.
    """

    framework: Framework
    respondents: dict[Role, int]
    sections: tuple[TeamSectionView, ...]
    comments: tuple[str, ...] = ()
    writers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """All that may be shown of a team's files. `minimum` is the group size below which nothing is shown.

    `comments_wanted` says whether comments were asked for; `replaces_earlier` whether somebody confirmed that an earlier report of
    the round was not handed out. `governance` is what the files say alike about who decides; None where they say nothing, or differ.
    `goals` are those that all files share, and `support` whom people can talk to, where all files say so alike.
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
    support: str = ""

    @property
    def shows_nothing(self) -> bool:
        """Whether nothing of what people said is shown."""
        rows = [row for framework in self.frameworks for section in framework.sections for row in section.rows]
        return all(row.hidden for row in rows) and not any(framework.comments for framework in self.frameworks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A set of people whose answers were counted together in a report, by their keys, with the numbers that it printed of them.

    A person's key is a digest over the short id and the answers, so a changed answer sheet is another person. `counts` is None where
    the report used words. `ratings` is 0, and `counts` None, where it said that there were too few answers. `border` is the row's; None
    for comments.
    """

    people: frozenset[str]
    ratings: int
    counts: tuple[int, ...] | None = None
    border: Border | None = None


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
    """One set of people, by its place in `sets`, with the numbers that a report printed of them; no `counts` where it used words.

    `border` is that of the question; there is none for comments.
    """

    set: Weight
    ratings: Weight
    counts: tuple[Weight, ...] | None = None
    border: Border | None = None


@written
class ShownFile:
    """The whole file. `people` are keys; each of `sets` holds places in `people`; `rows` go by address, or by framework."""

    format: Literal["peerkit/shown/1"]
    note: Text = SHOWN_NOTE
    people: tuple[PersonKey, ...]
    sets: tuple[tuple[Weight, ...], ...]
    rows: dict[Scope, tuple[ShownEntry, ...]]
