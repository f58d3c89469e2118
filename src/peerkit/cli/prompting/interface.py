"""The contract of a prompter: what can be asked of a person, and how a person can leave."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from peerkit.engine.interview.moves import Move
from peerkit.engine.interview.questions import Question
from peerkit.engine.interview.scope import SECONDS_A_QUESTION, minutes
from peerkit.engine.interview.state_machine import Interview
from peerkit.errors import InputError
from peerkit.model.scale import Role


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the `value` that is returned and the words that are shown.

    Options are numbered, but for those with a `key`: that is typed in place of a number.
    """

    value: str
    label: str
    key: str | None = None


def marks_of(options: Sequence[Option], first: int) -> list[str]:
    """Return what is typed for each option: its key, or its number, counted from `first`."""
    numbers = iter(range(first, first + len(options)))
    return [str(next(numbers)) if option.key is None else option.key for option in options]


@dataclass(frozen=True, slots=True)
class Leave:
    """The person saves and stops."""


@dataclass(frozen=True, slots=True)
class Review:
    """The person wants to see all answers."""


@dataclass(frozen=True, slots=True)
class View:
    """A question as it is put: the state of the interview, and how the scale is worded for this person.

    `noted` says that the content note of the section was read before. `rests` says that a section was just finished. `seconds` is what
    a question takes this person.
    """

    interview: Interview
    role: Role | None
    small_team: bool
    opens_section: bool
    noted: bool = False
    rests: bool = False
    seconds: float = SECONDS_A_QUESTION

    @property
    def question(self) -> Question:
        """The question shown."""
        assert self.interview.question is not None
        return self.interview.question

    @property
    def in_a_group(self) -> bool:
        """Whether a group answers together, so that there can be differing views."""
        return self.interview.assessment.mode == "consensus"

    @property
    def minutes_left(self) -> int:
        """How many minutes the open questions take this person."""
        return minutes(self.interview.open, self.seconds)


class Left(KeyboardInterrupt):
    """The person stops with q where no question is put."""


class Unusable(InputError):
    """No usable answer came, however often it was asked."""


class Prompter(Protocol):
    """Asks a person, one thing at a time.

    Every method raises KeyboardInterrupt or EOFError when the person breaks off, and `Unusable` when nothing usable comes.
    """

    interactive: bool
    """Whether anything but the questions may be asked."""
    redraws: bool
    """Whether a screen is drawn over what was said before."""

    def session(self) -> AbstractContextManager[None]:
        """Return a context to ask in: what is typed between two questions belongs to the next one."""

    def tell(self, text: str) -> None:
        """Say something and go on."""

    def show(self, text: str) -> None:
        """Show a text, its paragraphs set apart by blank lines, and go on when the person has read it; `Left` where they stop there."""

    def pause(self) -> None:
        """Take what was said out of sight until the person goes on."""

    def choose(self, question: str, options: Sequence[Option], default: str | None = None, *, first: int = 1) -> str:
        """Return the value of the option chosen; options are numbered from `first`.

        Paragraphs before the question itself, set apart by blank lines, are read first.
        """

    def choose_some(self, question: str, options: Sequence[Option], most: int, chosen: Sequence[str] = ()) -> list[str] | None:
        """Return the values of the options chosen, none to `most`, or None to go back; `chosen` are those of an earlier time."""

    def write(self, question: str, *, current: str = "", fallback: str = "", keep: bool = False) -> str:
        """Return a line of text, `fallback` where it is empty; `current` is there to be changed.

        `keep` takes a line that is half written when the terminal goes or the process is asked to end; what is asked next raises then.
        """

    def ask(self, view: View) -> Move | Leave | Review:
        """Return the reply to a question."""
