"""A workshop's agenda: the parts of so many minutes, and what is talked about in them.

An agenda is made from a team's view or from one file of answers, and looks the same from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal

from peerkit.model.answers import Governance
from peerkit.model.crosswalk import Tension
from peerkit.model.framework import Framework
from peerkit.model.result import Result

SHORTEST: Final = 20
"""Minutes below which nothing but an opening and a close would find room."""
LONGEST: Final = 240

PartKind = Literal["opening", "strengths", "talk", "pause", "find-out", "open", "vote", "actions", "close"]
Reason = Literal["safety", "split", "apart", "differing", "spread", "gap", "unclear", "unknown", "hidden", "strength", "question"]
"""Why a question is on the agenda: a safety matter; a split view; groups two levels apart; a view that a group wrote down beside its
answer; a spread of views; a gap; words that leave that open; many who do not know; nothing that may be shown; a strength; or only
that it is asked, where nobody has answered."""
Made = Literal["team", "group", "person", "questions"]
"""What an agenda is made from: many files, one that a group filled in together, one person's, or the questions alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A question to talk about, and why. `apart` is how far views differ, in levels."""

    result: Result
    reason: Reason
    apart: Fraction = Fraction(0)

    @property
    def address(self) -> str:
        """The question's address, `framework/indicator`."""
        return self.result.address


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """A part of the agenda: it begins `start` minutes after the workshop does. A `talk` has a topic, and a card where one fits."""

    kind: PartKind
    start: int
    minutes: int
    topic: Topic | None = None
    tension: Tension | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """An agenda for `minutes` minutes; its parts follow each other without a gap and fill them.

    `find_out` is what nobody here can see, for the part of that name; `spare` what found no time. `proposals` are the first things to
    do, as far as the answers say. `minimum` is the smallest group that a team's view shows, None for one file; `hidden` of `asked`
    questions are not shown, and `in_words` are said in words. `names` are those of the frameworks that tensions speak of, by id.
    """

    program: str
    date: str
    minutes: int
    made: Made
    respondents: Mapping[str, int]
    frameworks: tuple[Framework, ...]
    parts: tuple[AgendaPart, ...]
    strengths: tuple[Topic, ...]
    find_out: tuple[Topic, ...]
    spare: tuple[Topic, ...]
    proposals: tuple[Topic, ...]
    governance: Governance | None = None
    minimum: int | None = None
    asked: int = 0
    hidden: int = 0
    in_words: int = 0
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The questions that have a time of their own, in order."""
        return tuple(part.topic for part in self.parts if part.topic is not None)

    @property
    def safety_left(self) -> int:
        """How many matters of safety found no time."""
        return sum(topic.reason == "safety" for topic in self.spare)

    @property
    def tensions(self) -> tuple[Tension, ...]:
        """The cards about where the documents differ, in order."""
        return tuple(part.tension for part in self.parts if part.tension is not None)
