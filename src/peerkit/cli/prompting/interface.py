"""The contract of a prompter: what can be asked of a person, and how a person can leave."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from peerkit.engine.interview import Interview
from peerkit.engine.replies import Reply
from peerkit.errors import InputError
from peerkit.model.scale import Role


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the `value` that is returned and the words that are shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Leave:
    """The person saves and stops."""


@dataclass(frozen=True, slots=True)
class Review:
    """The person wants to see all answers."""


@dataclass(frozen=True, slots=True)
class View:
    """A question as it is put: the state of the interview, and how the scale is worded for this person."""

    interview: Interview
    role: Role | None
    small_team: bool
    opens_section: bool


class Unusable(InputError):
    """No usable answer came, however often it was asked."""


class Prompter(Protocol):
    """Asks a person, one thing at a time.

    Every method raises KeyboardInterrupt or EOFError when the person breaks off, and `Unusable` when nothing usable comes.
    """

    interactive: bool
    """Whether anything but the questions may be asked."""

    def session(self) -> AbstractContextManager[None]:
        """Return a context to ask in: what is typed between two questions belongs to the next one."""

    def tell(self, text: str) -> None:
        """Say something and go on."""

    def show(self, text: str) -> None:
        """Show a text, its paragraphs set apart by blank lines, and go on when the person has read it."""

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """Return the value of the option chosen; options are numbered from `first`."""

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str]:
        """Return the values of the options chosen, none to `most`; `chosen` are those of an earlier time."""

    def write(self, question: str, *, current: str = "", fallback: str = "") -> str:
        """Return a line of text, `fallback` where it is empty; `current` is there to be changed."""

    def ask(self, view: View) -> Reply | Leave | Review:
        """Return the reply to a question."""
