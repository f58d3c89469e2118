"""A report: the numbers and lists that its outputs show, as the engine computed them.

Numbers are exact (`Fraction`, on a scale of 0 to 100); rounding is for display only. None stands where nothing may be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor
from typing import Final, Literal

from peerkit.model.answers import Answer, Assessment, Written
from peerkit.model.framework import Framework, Indicator, Section
from peerkit.model.outcome import Outcome
from peerkit.model.scale import HIGHEST, Importance

State = Literal["rated", "dont-know", "skipped", "unanswered", "not-applicable"]
Lane = Literal["safety", "find-out", "talk", "act", "plan", "protect", "keep"]
Audience = Literal["team", "board", "funder", "public"]
AUDIENCES: Final[tuple[Audience, ...]] = ("team", "board", "funder", "public")
"""Who a report is for; each is shown less than the one before."""

LANE_TITLES: dict[Lane, str] = {
    "safety": "Safety first",
    "find-out": "Find out",
    "talk": "Talk first",
    "act": "Act",
    "plan": "Plan",
    "protect": "Protect",
    "keep": "Keep",
}
LANE_NOTES: dict[Lane, str] = {
    "safety": "Look at this before anything else.",
    "find-out": "People cannot see this. Who could tell us?",
    "talk": "We see this differently. Hear each other before planning.",
    "act": "Below your goal, and you said it matters most.",
    "plan": "Below your goal.",
    "protect": "This is a strength. What would make us lose it?",
    "keep": "At your goal.",
}


def whole_points(value: Fraction) -> int:
    """Return a score for display: whole points, half up from the exact value."""
    return floor(value + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Counts:
    """How the questions in scope were answered."""

    in_scope: int = 0
    rated: int = 0
    dont_know: int = 0
    skipped: int = 0
    unanswered: int = 0
    not_applicable: int = 0

    @property
    def applicable(self) -> int:
        """All in scope but `not-applicable`: the `a` of "m of a answered"."""
        return self.in_scope - self.not_applicable

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.in_scope + other.in_scope,
            self.rated + other.rated,
            self.dont_know + other.dont_know,
            self.skipped + other.skipped,
            self.unanswered + other.unanswered,
            self.not_applicable + other.not_applicable,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What a section's score is made of: the points reached (Σ w·level), and the weights that are rated and that are applicable."""

    reached: int
    rated: int
    applicable: int

    @property
    def possible(self) -> int:
        """The points that the rated indicators could have reached."""
        return HIGHEST * self.rated

    @property
    def whole(self) -> int:
        """The points that all applicable indicators could reach."""
        return HIGHEST * self.applicable

    @property
    def most(self) -> int:
        """The points reached if every unknown turns out to be Built in."""
        return self.reached + self.whole - self.possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A score with what it rests on.

    `mean` is the score over whatever is rated, None where no weight is rated. `low` and `high` are the score with every unknown at 0
    and at 4, None where nothing applicable has a weight. `enough` says whether `mean` rests on enough answers to be shown.
    `withheld` says that all three are None because the report's audience could read a single answer off them.
    """

    mean: Fraction | None
    low: Fraction | None
    high: Fraction | None
    enough: bool
    counts: Counts
    withheld: bool = False

    @property
    def value(self) -> Fraction | None:
        """The score to show: None without enough answers."""
        return self.mean if self.enough else None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult:
    """One indicator in scope: how it was answered, and what follows.

    Level, gap, priority and lane are None where nothing was rated; a `dont-know` has a lane only. `asked` holds the words that were
    asked, or that would be. `written` holds what was written to it where it has no answer.
    """

    address: str
    indicator: Indicator
    asked: str
    answer: Answer | None
    state: State
    level: int | None
    goal: int
    gap: int | None
    importance: Importance
    priority: Fraction | None
    lane: Lane | None
    written: Written | None = None

    @property
    def beside(self) -> Answer | Written | None:
        """What holds the note, the evidence and the views that differ; None where nothing was said."""
        return self.answer or self.written

    @property
    def next_step(self) -> str | None:
        """What to do next, from the framework; None where no level is known."""
        return self.indicator.next_step(self.level) if self.level is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionResult:
    """A section with at least one applicable indicator. `indicators` holds all in scope, in file order."""

    section: Section
    score: Score
    indicators: tuple[IndicatorResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkResult:
    """A framework's score over its sections; `weakest` is the id of the section with the lowest score shown."""

    framework: Framework
    score: Score
    weakest: str | None
    sections: tuple[SectionResult, ...]
    goal: int


@dataclass(frozen=True, slots=True)
class NoExample:
    """Questions at level 3 or 4 with neither a note nor evidence, in file order."""

    results: tuple[IndicatorResult, ...]


@dataclass(frozen=True, slots=True)
class OnlyPolicy:
    """Questions at level 3 or 4 whose evidence is nothing but policies, in file order."""

    results: tuple[IndicatorResult, ...]


@dataclass(frozen=True, slots=True)
class ThemeApart:
    """A theme, by its id, with the frameworks in which it stands high and those in which it stands low."""

    theme: str
    high: tuple[Framework, ...]
    low: tuple[Framework, ...]


@dataclass(frozen=True, slots=True)
class ManyNotApplicable:
    """A framework of which `number` questions, of the `asked` in scope, were said not to apply."""

    framework: Framework
    number: int
    asked: int


@dataclass(frozen=True, slots=True)
class OneLevel:
    """A section of which every rating is the same level."""

    framework: Framework
    section: Section
    level: int


Look = NoExample | OnlyPolicy | ThemeApart | ManyNotApplicable | OneLevel
"""Something worth another look: a question to those who answered. It changes no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The gap report of one assessment.

    `strengths`, `priorities`, `not_answered` and `drift_watch` hold results in the order to show them. `outcome` is what a workshop
    agreed on since; the numbers stay those of the answers. `theme_titles` names themes by id, as far as they are known. `disputed` is
    on how many questions not everyone agreed; a report for others than the team holds no more about that.
    """

    assessment: Assessment
    date: str
    respondents: dict[str, int]
    frameworks: tuple[FrameworkResult, ...]
    strengths: tuple[IndicatorResult, ...]
    priorities: tuple[IndicatorResult, ...]
    not_answered: tuple[IndicatorResult, ...]
    drift_watch: tuple[IndicatorResult, ...]
    limits: tuple[str, ...]
    looks: tuple[Look, ...] = ()
    disputed: int = 0
    outcome: Outcome | None = None
    theme_titles: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = "team"

    @property
    def shows_answers(self) -> bool:
        """Whether the answers to single questions are in the report; else its sections hold no questions."""
        return self.audience in ("team", "board")

    def hidden_answers(self) -> dict[str, Answer]:
        """Return the answers that are in no section here, by address: the program's facts hide them, or all of it does not apply."""
        shown = {one.address for one in self.indicators()}
        return {address: one for address, one in self.assessment.answers.items() if address not in shown}

    def hidden_words(self) -> Iterator[tuple[str, str, Written]]:
        """Yield what was written to questions without an answer that are in no section here, each with its address and its words.

        A question that is gone has no words. See `hidden_answers`.
        """
        shown = {one.address for one in self.indicators()}
        role = "" if self.assessment.mode == "consensus" else self.assessment.role or "not-said"
        asked = {
            f"{one.framework.id}/{indicator.id}": indicator.asked_as(role)
            for one in self.frameworks
            for _, indicator in one.framework.indicators()
        }
        for address, written in self.assessment.written.items():
            if address not in shown:
                yield address, asked.get(address, ""), written

    def indicators(self) -> Iterator[IndicatorResult]:
        """Yield every indicator in scope, in file order."""
        for framework in self.frameworks:
            for section in framework.sections:
                yield from section.indicators
