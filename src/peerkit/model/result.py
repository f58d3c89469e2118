"""Results: what comes of each question, section and framework, of one file of answers and of a team alike; computed once by the engine.

Numbers are exact (`Fraction`, scores on a scale of 0 to 100); rounding is for display only. None stands where nothing may be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, field
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Literal

from peerkit.model.scale import HIGHEST, LIVED_EXPERIENCE, Importance, Role

if TYPE_CHECKING:
    from peerkit.model.answers import Agreed, Answer, Dissent, Given, Written
    from peerkit.model.framework import Framework, Indicator, Section
    from peerkit.model.team import Agreement, Cell, Hidden, Row, TeamSectionView

AnswerState = Literal["rated", "dont-know", "no-agreement", "skipped", "unanswered", "not-applicable"]
State = AnswerState | Literal["hidden"]
"""How a question was answered; a team's is rated, or hidden where nothing of it may be shown."""
Lane = Literal["safety", "find-out", "talk", "act", "plan", "unclear", "protect", "keep"]
Ends = tuple[Fraction, Fraction]
"""A value that is known to lie between two others, alike where it is known itself."""

LANE_TITLES: dict[Lane, str] = {
    "safety": "Safety first",
    "find-out": "Find out",
    "talk": "Talk first",
    "act": "Act",
    "plan": "Plan",
    "unclear": "Unclear",
    "protect": "Protect",
    "keep": "Keep",
}
LANE_NOTES: dict[Lane, str] = {
    "safety": "Look at this before anything else.",
    "find-out": "People cannot see this. Who could tell us?",
    "talk": "We see this differently. Hear each other before planning.",
    "act": "Below your goal, and you said it matters most.",
    "plan": "Below your goal.",
    "unclear": "The words do not tell. Ask in the room.",
    "protect": "This is a strength. What would make us lose it?",
    "keep": "At your goal.",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How the questions in scope were answered."""

    in_scope: int = 0
    rated: int = 0
    dont_know: int = 0
    no_agreement: int = 0
    skipped: int = 0
    unanswered: int = 0
    not_applicable: int = 0

    @property
    def applicable(self) -> int:
        """All in scope but `not-applicable`: the `a` of "m of a answered"."""
        return self.in_scope - self.not_applicable

    def __add__(self, other: Counts) -> Counts:
        return Counts(*map(sum, zip(astuple(self), astuple(other), strict=True)))


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
    """A score with what it rests on, as a point or as an interval that certainly holds it.

    It lies between `low` and `high`, alike for a point, over whatever is rated; both are None where no weight is rated. `enough` says
    whether that rests on enough answers to be shown. What open answers could still make of it is another matter: `least` and `most` are
    the score with every unknown at 0 and at 4, None where nothing applicable has a weight, and for a team. `withheld` says that all four
    are None because the report's audience could read a single answer off them.
    """

    low: Fraction | None
    high: Fraction | None
    least: Fraction | None = None
    most: Fraction | None = None
    enough: bool
    counts: Counts = Counts()
    withheld: bool = False

    @property
    def mean(self) -> Fraction | None:
        """The score over whatever is rated, enough or not; None for an interval."""
        return self.low if self.low == self.high else None

    @property
    def value(self) -> Fraction | None:
        """The score to show as a point: None without enough answers, and for an interval."""
        return self.mean if self.enough else None

    @property
    def ends(self) -> Ends | None:
        """Between which points the score to show lies, a point or an interval; None without enough answers."""
        return (self.low, self.high) if self.enough and self.low is not None and self.high is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What comes of one question: of a person, of a group that answered together, or, in `row`, of what is shown of a team.

    `asked` holds the words that were asked, or that would be. `standing` is the level that everything further goes by: the one that was
    answered, or a team's median. It lies between `low` and `high`, and `gap` between `gap_low` and `gap_high`, for certain; these differ,
    and `standing` and `gap` may be None, only where a team's answers are said in words. All of them and `priority`, which goes by the
    low end of the gap, are None where nothing was rated, or may be shown. A `dont-know`, a `no-agreement` and a hidden row have a lane
    only. `agreed` is what a team's workshop agreed on, if it did; goal, gap, priority and lane go by the answers, never by that.
    """

    framework: Framework
    section: Section
    indicator: Indicator
    asked: str
    state: State
    goal: int
    importance: Importance = "medium"
    low: Fraction | None = None
    high: Fraction | None = None
    priority: Fraction | None = None
    lane: Lane | None = None
    answer: Answer | None = None
    written: Written | None = None
    row: Row | None = None
    agreed: Agreed | None = None

    @property
    def address(self) -> str:
        """Where the question stands: `framework/indicator`."""
        return f"{self.framework.id}/{self.indicator.id}"

    @property
    def given(self) -> Given | None:
        """What was answered; None where nothing was, and for a team."""
        return self.answer.answer if self.answer else None

    @property
    def level(self) -> int | None:
        """The level that was answered; None where none was, and for a team."""
        return self.answer.answer if self.answer is not None and isinstance(self.answer.answer, int) else None

    @property
    def points(self) -> int | None:
        """Its part in its section's sum, w·level; None where no level was answered."""
        return None if self.level is None else self.indicator.weight * self.level

    @property
    def possible(self) -> int:
        """The most that it could add to its section's sum, 4·w."""
        return self.indicator.weight * HIGHEST

    @property
    def beside(self) -> Answer | Written | None:
        """What holds the note, the evidence and the views that differ; None where nothing was said."""
        return self.answer or self.written

    @property
    def dissent(self) -> tuple[Dissent, ...]:
        """The views that a group wrote down when it answered together."""
        return self.beside.dissent if self.beside else ()

    @property
    def standing(self) -> Fraction | None:
        """The level that everything further goes by; None where words leave it open, or there is none."""
        return self.low if self.low == self.high else None

    @property
    def is_rated(self) -> bool:
        """Whether it has a level, or levels between which it lies."""
        return self.low is not None

    @property
    def gap_low(self) -> Fraction | None:
        """The levels that at least are missing to the goal."""
        return None if self.high is None else max(Fraction(0), self.goal - self.high)

    @property
    def gap_high(self) -> Fraction | None:
        """The levels that at most are missing to the goal."""
        return None if self.low is None else max(Fraction(0), self.goal - self.low)

    @property
    def gap(self) -> Fraction | None:
        """The levels that are missing to the goal; None where words leave it open, or there is no level."""
        return self.gap_low if self.gap_low == self.gap_high else None

    @property
    def next_step(self) -> str | None:
        """What to do next, from the framework; None where no level is known, or words leave open where to begin."""
        if self.low is None or self.high is None:
            return None
        first, last = (self.indicator.next_step(floor(level)) for level in (self.low, self.high))
        return first if first == last else None

    @property
    def is_strength(self) -> bool:
        """Whether it is at its goal, and at Mostly or more, for certain; of words only what says so itself."""
        said = all(cell.alike in (None, "mostly-or-higher") for cell in self.cells)
        return said and self.gap_high == 0 and self.low is not None and self.low >= 3

    @property
    def everyone(self) -> Cell | None:
        """What is shown of everyone in a team; None where a part is in words and only groups are shown, or nothing is."""
        return self.row.everyone if self.row else None

    @property
    def groups(self) -> tuple[Cell, ...]:
        """What is shown of the groups of a team; empty where only everyone is shown."""
        return self.row.groups if self.row else ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What is shown of a team and takes in each person once: everyone, or else the groups."""
        return (self.everyone,) if self.everyone else self.groups

    @property
    def hidden(self) -> Hidden | None:
        """Why nothing may be shown of a team's answers; None where something is."""
        return self.row.hidden if self.row else None

    @property
    def agreement(self) -> Agreement | None:
        """How far a team agrees; None where not everyone's counts are shown."""
        return self.everyone.agreement if self.everyone else None

    @property
    def outlier(self) -> bool:
        """Whether somebody in a team stands far from the others."""
        return any(cell.outlier for cell in (*self.groups, *self.cells))

    @property
    def seen_alike(self) -> bool:
        """Whether everyone shown of a team sees it alike: shared, or almost everyone at Mostly or higher."""
        return all(cell.agreement == "shared" or cell.alike == "mostly-or-higher" for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore:
    """A group's score of a section, of so many people; without enough rows of its own it is not enough."""

    roles: tuple[Role, ...]
    people: int
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """How many questions of a section people of a role were asked, none where none took part, and how many of these are shown."""

    role: Role
    asked: int
    shown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionResult:
    """A section of which something applies, or of which a team was asked something. `indicators` holds all in scope, in file order.

    `goal` is the level that it aims at. The rest is a team's, made of its `view`: its score is the unweighted mean of the `groups`',
    `perspective_gap` how far these differ at least, None with one group, `voices` the roles of lived experience and of `needs_voices`.
    """

    section: Section
    score: Score
    goal: int
    indicators: tuple[Result, ...]
    view: TeamSectionView | None = None
    groups: tuple[GroupScore, ...] = ()
    perspective_gap: Fraction | None = None
    voices: tuple[Voiced, ...] = ()

    @property
    def hidden(self) -> Hidden | None:
        """Why a team has no score here; None where it has one, or where nothing that is shown has a weight."""
        if self.view is None or self.score.ends:
            return None
        reasons = {row.hidden for row in self.view.rows}
        return next((reason for reason in ("too-few", "difference") if reason in reasons), "asked-of-few" if None not in reasons else None)

    @property
    def missing_voices(self) -> tuple[Role, ...]:
        """The roles of `needs_voices` that were asked no question that is shown."""
        return tuple(voice.role for voice in self.voices if voice.role in self.section.needs_voices and not voice.shown)

    @property
    def without_lived_experience(self) -> bool:
        """Whether nobody with lived experience was asked a question that is shown."""
        return not any(voice.shown for voice in self.voices if voice.role in LIVED_EXPERIENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkResult:
    """A framework's score over its sections; `weakest` is the id of the section with the lowest score shown, `goal` the level to aim at.

    A team has no score of a framework, since its sections rest on different groups; `respondents` are its people by role, `comments`
    what they wrote, if that can be shown, and `writers` how many wrote.
    """

    framework: Framework
    score: Score
    weakest: str | None
    sections: tuple[SectionResult, ...]
    goal: int
    respondents: Mapping[Role, int] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    writers: int = 0

    def section(self, name: str | None) -> SectionResult | None:
        """Return the section of that id."""
        return next((found for found in self.sections if found.section.id == name), None)

    def indicators(self) -> Iterator[Result]:
        """Yield every question in scope, in file order."""
        for section in self.sections:
            yield from section.indicators
