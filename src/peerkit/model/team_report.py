"""A team's report: the numbers and lists that its outputs show, made by the engine from a `TeamView` alone.

Numbers are exact (`Fraction`); None stands where nothing may be said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from peerkit.model.framework import Framework, Section
from peerkit.model.outcome import Agreed, Outcome
from peerkit.model.report import Lane
from peerkit.model.scale import Importance, Role
from peerkit.model.team import Cell, Row, TeamView

Agreement = Literal["shared", "spread", "split"]
LEAST_PEOPLE = 3
LEAST_QUESTIONS = 10
"""Below these a figure of how far people agree would say more about chance than about people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellResult:
    """A cell with what follows from it.

    `median` and `ad` (the mean distance from the median, in levels) come from counts; both are None for a cell in words. `standing` is
    the level that everything further goes by: the median, or 1 or 3 for a cell in words.
    """

    cell: Cell
    median: Fraction | None
    ad: Fraction | None
    standing: Fraction
    agreement: Agreement | None
    outlier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamIndicatorResult:
    """One question of a team: what is shown of it, how far people agree, and what follows.

    `everyone` and `groups` are results of the row's cells. `standing` is that of everyone, or where only groups are shown because a
    part is in words, the median over the groups' standings; None for a hidden row. `agreed` is what a workshop agreed on, if it did;
    goal, gap, priority and lane go by the answers, never by `agreed`.
    """

    address: str
    row: Row
    everyone: CellResult | None
    groups: tuple[CellResult, ...]
    standing: Fraction | None
    agreement: Agreement | None
    outlier: bool
    goal: int
    gap: Fraction | None
    importance: Importance
    priority: Fraction | None
    lane: Lane | None
    agreed: Agreed | None = None

    @property
    def seen_alike(self) -> bool:
        """Whether everyone shown sees it alike: shared, or almost everyone at Mostly or higher."""
        shown = [self.everyone] if self.everyone else self.groups
        return all(one.agreement == "shared" or one.cell.alike == "higher" for one in shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupScore:
    """A group's score of a section, 0 to 100, None without enough rows of its own; `about` where words entered."""

    roles: tuple[Role, ...]
    people: int
    score: Fraction | None
    about: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSectionResult:
    """A section of a team.

    `score` is the unweighted mean of the groups' scores; `perspective_gap` the highest less the lowest of them, None with one group.
    `missing_voices` are the roles of `needs_voices` from whom nobody answered; `without_lived_experience` says that the section is
    scored and no peer worker, participant or family member answered it.
    """

    section: Section
    score: Fraction | None
    about: bool
    groups: tuple[GroupScore, ...]
    perspective_gap: Fraction | None
    missing_voices: tuple[Role, ...]
    without_lived_experience: bool
    indicators: tuple[TeamIndicatorResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFrameworkResult:
    """A framework of a team; there is no score of it, since sections rest on different groups. `goal` is its level to aim at."""

    framework: Framework
    respondents: dict[Role, int]
    sections: tuple[TeamSectionResult, ...]
    goal: int
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFigure:
    """How far people agree over a whole framework, for facilitators: Krippendorff's alpha for ordered levels, from -1 to 1.

    It rests on the `questions` whose counts are shown, with at most `people` ratings each. `alpha` is None where `alike` says that
    everyone gave the same answer, and where there are fewer than `LEAST_PEOPLE` or `LEAST_QUESTIONS`.
    """

    framework: Framework
    alpha: float | None
    people: int
    questions: int
    left_out: int
    """How many questions are left out, since they are hidden or said in words."""
    alike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport:
    """The report of a team. The lists hold results in the order to show them.

    `talk_first` is ordered by how far people differ. `strengths` have gap 0 and a standing of 3 or more, those that everyone shares
    first.
    """

    view: TeamView
    date: str
    frameworks: tuple[TeamFrameworkResult, ...]
    strengths: tuple[TeamIndicatorResult, ...]
    talk_first: tuple[TeamIndicatorResult, ...]
    priorities: tuple[TeamIndicatorResult, ...]
    find_out: tuple[TeamIndicatorResult, ...]
    limits: tuple[str, ...]
    outcome: Outcome | None = None
    figures: tuple[AgreementFigure, ...] = ()

    def indicators(self) -> Iterator[TeamIndicatorResult]:
        """Yield every question, in file order."""
        for framework in self.frameworks:
            for section in framework.sections:
                yield from section.indicators
