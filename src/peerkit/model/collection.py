"""What came in for a team's report, and what a report of so many people could show: head counts and files, and nobody's answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerkit.model.scale import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkForecast:
    """Of a framework's sections and questions that are asked, how many a report could show, and how many with groups side by side."""

    id: str
    version: str
    name: str
    sections: int
    sections_shown: int
    sections_apart: int
    questions: int
    questions_shown: int


@dataclass(frozen=True, slots=True)
class Step:
    """So many more people of a role, and of how many sections more would then be shown: with a score, or with groups side by side."""

    role: Role
    people: int
    sections_shown: int
    sections_apart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What a report could show at most, if everybody rates every question: it hangs on head counts alone. `steps` would show more."""

    people: dict[Role, int]
    minimum: int
    frameworks: tuple[FrameworkForecast, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectedFile:
    """A file that belongs to the team, and how far it is filled in; it is complete where every question has an answer, also a skip."""

    file: str
    role: Role
    answered: int
    asked: int
    state: Literal["complete", "begun"]


@dataclass(frozen=True, slots=True)
class Aside:
    """Why files are not counted, and what can be done; `files` may be empty where the message names what is meant."""

    files: tuple[str, ...]
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What came in. `remarks` say what differs and what is counted; each pair of `likely_copies` is counted.

    `forecast` is None where nothing belongs together; `reported` says that an earlier report of the round is remembered.
    """

    program: str
    questions: str
    files: tuple[CollectedFile, ...]
    not_counted: tuple[Aside, ...]
    remarks: tuple[str, ...]
    likely_copies: tuple[tuple[str, str], ...]
    forecast: Forecast | None
    reported: bool

    @property
    def people(self) -> dict[Role, int]:
        """How many of each role are in."""
        return self.forecast.people if self.forecast else {}
