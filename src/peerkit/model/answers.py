"""What people fill in: an assessment, which holds the answers of one person or group; and a workshop's outcome."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Final, Literal

from peerkit.model.constraints import Address, Between, Day, Goal, Id, Level, Matches, Note, Scope, Text, Version, Weight, written
from peerkit.model.scale import AnswerWord, Importance, Mode, PersonWord, Role

FORMAT = "peerkit/assessment/1"
Set = Literal["quick", "full"]
Digest = Annotated[str, Matches("^sha256:[0-9a-f]{64}$", 71)]
ShortId = Annotated[str, Matches("^[0-9a-z]{4,32}$", 32)]


Given = int | AnswerWord
"""What an answer says: a level from 0 to 4, or one of the words that are no rating. None, where it is there, is that nothing was said."""


@written
class Evidence:
    """Something a group could point at."""

    kind: Literal["policy", "budget", "roster", "record", "observation", "testimony", "other"]
    text: Note
    date: str | None = None


@written
class Dissent:
    """A view in the room that differs from the agreed answer."""

    answer: Level | PersonWord
    people: Annotated[int, Between(1, 1_000)] = 1
    why: Note = ""


@written
class Answer:
    """An answer with the words that were asked."""

    ask: Text
    answer: Level | AnswerWord
    note: Note = ""
    evidence: tuple[Evidence, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    via: Address | None = None


@written
class Written:
    """What was written to a question that has no answer yet. It is true where there are words."""

    note: Note = ""
    evidence: tuple[Evidence, ...] = ()
    dissent: tuple[Dissent, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.note or self.evidence or self.dissent)


@written
class SetAside:
    """An answer whose question is gone or changed its meaning; kept, never counted."""

    id: Address
    ask: Text
    answer: Level | AnswerWord
    note: Note = ""
    evidence: tuple[Evidence, ...] = ()
    dissent: tuple[Dissent, ...] = ()
    why: Text


@written
class FrameworkRef:
    """The framework that was answered: id, version, and the digest of its content."""

    id: Id
    version: Version
    digest: Digest


@written
class Governance:
    """Who holds authority over these answers, who may see them, until when, and where they are kept."""

    authority: Note = ""
    may_see: Note = ""
    until: Note = ""
    kept: Note = ""


GOVERNANCE_LABELS: Final = {
    "authority": "Who decides about these answers",
    "may_see": "Who may see them",
    "until": "Kept until",
    "kept": "Where they are kept",
}
SUPPORT_LABEL: Final = "If you want to talk to someone"


@written
class Assessment:
    """One file of answers. `sections` limits the scope per framework id; absent means all. `role` is absent in consensus mode.

    An address is in `answers` or in `written`, never in both.
    """

    format: Literal["peerkit/assessment/1"]
    id: ShortId
    program: Text
    mode: Mode = "solo"
    role: Role | None = None
    set: Set
    sections: dict[Id, tuple[Id, ...]] = field(default_factory=dict)
    facts: dict[Id, bool | Text] = field(default_factory=dict)
    frameworks: tuple[FrameworkRef, ...]
    started: Day
    updated: Day
    goals: dict[Scope, Goal] = field(default_factory=dict)
    importance: dict[Address, Importance] = field(default_factory=dict)
    room: dict[Role, Weight] = field(default_factory=dict)
    governance: Governance | None = None
    support: Note = ""
    answers: dict[Address, Answer] = field(default_factory=dict)
    written: dict[Address, Written] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()

    @property
    def role_asked(self) -> Role | None:
        """The role whose questions are asked; None for a group, which is asked everything."""
        return None if self.mode == "consensus" else self.role or "not-said"


def program_key(name: str) -> str:
    """Return a program's name without what does not tell it apart: case, how many spaces, and how its letters are put together."""
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


OUTCOME_FORMAT = "peerkit/outcome/1"


@written
class Agreed:
    """The level a group agreed on, with the views that differ; where it could not agree there is no level, and `agreement` says so."""

    level: Level | None
    agreement: Literal["none"] | None = None
    dissent: tuple[Dissent, ...] = ()


@written
class Action:
    """Something the group will do about an indicator: what, who, by when, the first step, and how they will know."""

    id: Address | Id
    what: Note = ""
    who: Note = ""
    by: Note = ""
    first_step: Note = ""
    sign: Note = ""
    help: Note = ""
    ask_also: Note = ""


@written
class Outcome:
    """The file that a workshop leaves behind."""

    format: Literal["peerkit/outcome/1"]
    program: Text
    date: Day
    agreed: dict[Address, Agreed] = field(default_factory=dict)
    importance: dict[Address, Importance] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    outside_our_control: tuple[Note, ...] = ()
    recheck: Note = ""
