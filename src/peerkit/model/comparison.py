"""A comparison: two or more sides, each the answers of a person, of a group or of a team, held against each other question by question.

Sides stand in the order in which they were given, and are never ranked. Every tuple that says something of each side is in that order.
Numbers are exact (`Fraction`); None stands where nothing may be said. Of a team only what its `TeamView` shows is known here.
At the end is the comparison as a file of JSON: its numbers have four decimals.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from string import ascii_uppercase
from typing import Final, Literal

from peerkit.model.answers import Governance, Set, program_key
from peerkit.model.constraints import Address, Day, Goal, Id, Text, Version, Weight, written
from peerkit.model.framework import Change, Framework, Indicator, Section
from peerkit.model.report_file import RespondentsEntry
from peerkit.model.result import Ends, FrameworkResult, Result, Score
from peerkit.model.scale import Role

SECTION_MOVES: Final = Fraction(25, 2)
FRAMEWORK_MOVES: Final = Fraction(3)
"""Points from which a section and a framework are said to differ; below that they are about the same."""
MOST_SIDES: Final = len(ascii_uppercase)

SideKind = Literal["solo", "consensus", "team"]
Difference = Literal["frameworks", "versions", "sets", "kinds", "roles", "questions"]
"""What sides may differ in before they answer: `questions` where they share fewer than two thirds of what any of them rated."""
StandState = Literal["rated", "dont-know", "no-agreement", "not-answered", "not-applicable", "hidden"]
"""How a side answered: `not-answered` is skipped or left open; `hidden` is a team's row that may not be shown."""


def stand_of(result: Result) -> StandState:
    """Return how a side answered a question."""
    if result.state == "skipped" or result.state == "unanswered":
        return "not-answered"
    return result.state


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFramework:
    """A framework as one side answered it: what came of it, and the version that was answered.

    `set_aside` is how many answers are kept whose question is gone; None for a team, of which that is not shown.
    """

    result: FrameworkResult
    version: str
    set_aside: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSide:
    """One side: whose answers these are, and the day of the last of them. `role` is that of a single person, `minimum` a team's.

    `governance` says who decides about these answers; None where nothing is said, or not alike in all files. `files` is the same number
    on sides that are the very same files, and so differ in nothing; None where a side is no team.
    """

    kind: SideKind
    program: str
    day: str
    set: Set
    respondents: dict[str, int]
    frameworks: dict[str, SideFramework]
    role: Role | None = None
    minimum: int | None = None
    governance: Governance | None = None
    files: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedQuestion:
    """A question with what came of it on each side; None where a side was not asked.

    `words` holds the words that each side was asked, None where they are not known, if these do not ask the same: then the sides are not
    held against each other. Else it is empty. `notes` say what was changed between the versions that the sides answered.
    """

    framework: Framework
    section: Section
    indicator: Indicator
    results: tuple[Result | None, ...]
    same_files: bool = False
    words: tuple[str | None, ...] = ()
    notes: tuple[Change, ...] = ()

    @property
    def address(self) -> str:
        """The question's address, `framework/indicator`."""
        return f"{self.framework.id}/{self.indicator.id}"

    @property
    def is_rated_by_all(self) -> bool:
        """Whether every side rated it, and that can be shown."""
        return all(result is not None and result.state == "rated" for result in self.results)

    @property
    def is_shared(self) -> bool:
        """Whether every side rated it, asked the same."""
        return self.is_rated_by_all and not self.words

    @property
    def is_asked_of_all(self) -> bool:
        """Whether every side was asked the same, and it applies to all of them."""
        return not self.words and all(result is not None and result.state != "not-applicable" for result in self.results)

    @property
    def is_alike(self) -> bool:
        """Whether every side stands at the same for certain, aims at the same, and answered in the same way."""
        return self.same_files or len({_place(number, result) for number, result in enumerate(self.results)}) == 1

    @property
    def levels_apart(self) -> Fraction | None:
        """How many levels lie at least between the highest and the lowest side that rated it; None where that cannot be told.

        NOTE: answers in words are never held against counts or single answers.
        """
        rated = [result for result in self.results if result is not None and result.low is not None and result.high is not None]
        if self.same_files or len({result.standing is None for result in rated}) != 1:
            return None
        least = max(result.low or Fraction(0) for result in rated) - min(result.high or Fraction(0) for result in rated)
        return least if least > 0 or rated[0].standing is not None else None


def _place(number: int, result: Result | None) -> tuple[object, ...]:
    """Return where a side stands; one in words is like no other, since the words leave it open."""
    if result is None:
        return ()
    standing = ("open", number) if result.is_rated and result.standing is None else result.standing
    return stand_of(result), result.goal, standing, result.lane == "safety"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedScores:
    """A score of each side, made of the same questions: `shared` of the `asked` that all sides were asked.

    `moves` is the number of points from which they are said to differ.
    """

    sides: tuple[Score, ...]
    shared: int
    asked: int
    moves: Fraction
    same_files: bool = False

    @property
    def ends(self) -> tuple[Ends, ...]:
        """Between which points each side lies; none where one has no score."""
        found = tuple(score.ends for score in self.sides if score.ends)
        return found if len(found) == len(self.sides) else ()

    @property
    def apart(self) -> Ends | None:
        """The points that lie at least and at most between the two sides that are farthest apart; None where there are no scores."""
        if not self.ends:
            return None
        if self.same_files:
            return Fraction(0), Fraction(0)
        return (
            max(Fraction(0), max(low for low, _ in self.ends) - min(high for _, high in self.ends)),
            max(high - low for (low, _), (_, high) in permutations(self.ends, 2)),
        )

    @property
    def is_about_the_same(self) -> bool | None:
        """Whether the sides lie closer than what may be called a difference; None where there are no scores, or words do not tell."""
        if self.apart is None:
            return None
        least, most = self.apart
        return True if most < self.moves else False if least >= self.moves else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedSection:
    """A section that at least one side was asked about, with every question that at least one side was asked, in file order."""

    section: Section
    scores: ComparedScores
    questions: tuple[ComparedQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFramework:
    """A framework that all sides answered: the version that each answered, and how much of it they share.

    `rated_by_all` of the `rated_by_any` questions were rated on every side, and can be shown. `scores` is None where a side is a team,
    which has no score of a framework. `set_aside` is how many answers of each side are kept whose question is gone; see `SideFramework`.
    """

    framework: Framework
    versions: tuple[str, ...]
    rated_by_all: int
    rated_by_any: int
    scores: ComparedScores | None
    sections: tuple[ComparedSection, ...]
    set_aside: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartlyAnswered:
    """A framework that not all sides answered, with the numbers, from 0, of those that did."""

    framework: Framework
    sides: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that any output of a comparison shows.

    `moved` holds what stands differently for certain, farthest apart first; `strong` and `low` what is at its goal, and what is below
    it, on every side; `only` what can be seen on one side alone, for each side; `changed` what the sides were not asked alike. All but
    `moved` are in file order. `date` is the day it was made; `named` says that programs may be named where they differ.
    """

    sides: tuple[ComparedSide, ...]
    date: str
    named: bool
    frameworks: tuple[ComparedFramework, ...]
    partly: tuple[PartlyAnswered, ...]
    moved: tuple[ComparedQuestion, ...]
    strong: tuple[ComparedQuestion, ...]
    low: tuple[ComparedQuestion, ...]
    only: tuple[tuple[ComparedQuestion, ...], ...]
    changed: tuple[ComparedQuestion, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """A letter for each side."""
        return tuple(ascii_uppercase[: len(self.sides)])

    @property
    def is_one_program(self) -> bool:
        """Whether all sides are about the same program."""
        return len({program_key(side.program) for side in self.sides}) == 1

    @property
    def shows_programs(self) -> bool:
        """Whether programs are named: where there is only one, and where that was asked for."""
        return self.named or self.is_one_program

    @property
    def is_over_time(self) -> bool:
        """Whether these are answers of the same kind about the same program, from different days."""
        days = {side.day for side in self.sides}
        return self.is_one_program and len(days) == len(self.sides) and len({(side.kind, side.role) for side in self.sides}) == 1

    @property
    def differs_in(self) -> tuple[Difference, ...]:
        """What makes it harder to hold the sides against each other."""
        kinds = {side.kind for side in self.sides}
        found: dict[Difference, bool] = {
            "frameworks": bool(self.partly),
            "versions": any(len(set(framework.versions)) > 1 for framework in self.frameworks),
            "sets": len({side.set for side in self.sides}) > 1,
            "kinds": len(kinds) > 1,
            "roles": len(kinds) == 1 and len({_roles(side) for side in self.sides}) > 1,
            "questions": any(3 * framework.rated_by_all < 2 * framework.rated_by_any for framework in self.frameworks),
        }
        return tuple(name for name, differs in found.items() if differs)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs, neither in the answers nor in what was asked."""
        return not self.partly and all(question.is_alike for question in self.questions()) and not self.changed

    def questions(self) -> Iterator[ComparedQuestion]:
        """Yield every question that at least one side was asked, in file order."""
        for framework in self.frameworks:
            for section in framework.sections:
                yield from section.questions


def _roles(side: ComparedSide) -> frozenset[str]:
    return frozenset(role for role, number in side.respondents.items() if number)


@written
class SideEntry:
    """A side by its letter. `program` is None where the programs differ and were not to be named; `minimum_group` is a team's."""

    label: Text
    kind: SideKind
    program: Text | None
    day: Day
    role: Role | None
    set: Set
    respondents: RespondentsEntry
    minimum_group: Weight | None


@written
class SideScoreEntry:
    """A side's score over what all sides rated, between `low` and `high`; None where these differ, as with a team's answers in words."""

    score: float | None
    low: float | None
    high: float | None


@written
class ScoresEntry:
    """Scores of all sides on `shared` of the `asked` questions.

    `apart` is how far the two that are farthest apart differ, at least `apart_low` and at most `apart_high`; None where these differ.
    `about_the_same` is None where there are no scores, or a team's words do not tell.
    """

    sides: tuple[SideScoreEntry, ...]
    shared: Weight
    asked: Weight
    apart: float | None
    apart_low: float | None
    apart_high: float | None
    about_the_same: bool | None


@written
class StandEntry:
    """Where a side stands in a question; for certain between `lowest` and `highest`, and its gap between `gap_low` and `gap_high`."""

    state: StandState
    level: float | None
    lowest: float | None
    highest: float | None
    goal: Goal
    gap: float | None
    gap_low: float | None
    gap_high: float | None


@written
class QuestionEntry:
    """A question with the stand of each side, None where it was not asked, and what was changed about it between the versions.

    `words` holds the words that each side was asked, None where they are not known, if these do not ask the same; else it is empty.
    """

    id: Id
    ask: Text
    stands: tuple[StandEntry | None, ...]
    changed: tuple[Change, ...]
    words: tuple[Text | None, ...]


@written
class ComparedSectionEntry:
    """A section with its scores, and every question that a side was asked."""

    id: Id
    title: Text
    scores: ScoresEntry
    questions: tuple[QuestionEntry, ...]


@written
class ComparedFrameworkEntry:
    """A framework that all sides answered. `scores` is None where a side is a team; `set_aside` counts answers whose question is gone."""

    id: Id
    title: Text
    versions: tuple[Version, ...]
    rated_by_all: Weight
    rated_by_any: Weight
    set_aside: tuple[Weight | None, ...]
    scores: ScoresEntry | None
    sections: tuple[ComparedSectionEntry, ...]


@written
class PartlyAnsweredEntry:
    """A framework that only some sides answered, with the letters of those."""

    id: Id
    title: Text
    sides: tuple[Text, ...]


@written
class ComparisonFile:
    """The whole comparison; questions in the lists are named by their address."""

    format: Literal["peerkit/comparison/1"]
    peerkit: Text
    date: Day
    sides: tuple[SideEntry, ...]
    compare_with_care: tuple[Difference, ...]
    nothing_differs: bool
    frameworks: tuple[ComparedFrameworkEntry, ...]
    not_answered_by_all: tuple[PartlyAnsweredEntry, ...]
    moved: tuple[Address, ...]
    strong: tuple[Address, ...]
    low: tuple[Address, ...]
    only: tuple[tuple[Address, ...], ...]
