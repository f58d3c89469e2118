"""Reports, of one file of answers and of a team: the lists that their outputs show, as the engine made them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from peerkit.model.answers import Answer, Assessment, Outcome, Written
    from peerkit.model.collection import Forecast
    from peerkit.model.framework import Framework, Section
    from peerkit.model.result import FrameworkResult, Result
    from peerkit.model.team import TeamView

Audience = Literal["team", "board", "funder", "public"]
AUDIENCES: Final[tuple[Audience, ...]] = ("team", "board", "funder", "public")
"""Who the report of one file is for; each is shown less than the one before."""
ANSWERED: Final = "answered"
"""Who the report of a team may be for: those who answered, who get a page of their own."""

ANONYMITY: Final = "Anonymity depends on who collects the files."
"""A limit of every report; pages of a team say more about it elsewhere."""
MOST_ACTIONS: Final = 3
"""How many actions a plan holds; few get done."""
LEAST_PEOPLE = 3
LEAST_QUESTIONS = 10
"""Below these a figure of how far people agree would say more about chance than about people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The gap report of one assessment.

    `strengths`, `priorities`, `not_answered` and `drift_watch` hold results in the order to show them. `outcome` is what a workshop
    agreed on since; the numbers stay those of the answers. `theme_titles` names themes by id, as far as they are known. `disputed` is
    on how many questions not everyone agreed; a report for others than the team holds no more about that. `first_steps` are the
    questions of the actions with which a plan would begin.
    """

    assessment: Assessment
    date: str
    respondents: dict[str, int]
    frameworks: tuple[FrameworkResult, ...]
    strengths: tuple[Result, ...]
    priorities: tuple[Result, ...]
    not_answered: tuple[Result, ...]
    drift_watch: tuple[Result, ...]
    limits: tuple[str, ...]
    looks: tuple[Look, ...] = ()
    disputed: int = 0
    outcome: Outcome | None = None
    theme_titles: Mapping[str, str] = field(default_factory=dict)
    audience: Audience = "team"
    first_steps: tuple[Result, ...] = ()

    @property
    def source(self) -> Assessment:
        """What it was made from."""
        return self.assessment

    @property
    def shows_answers(self) -> bool:
        """Whether the answers to single questions are in the report; else its sections hold no questions."""
        return self.audience in ("team", "board")

    def hidden_answers(self) -> dict[str, Answer]:
        """Return the answers that are in no section here, by address: the program's facts hide them, or all of it does not apply."""
        shown = {result.address for result in self.indicators()}
        return {address: answer for address, answer in self.assessment.answers.items() if address not in shown}

    def hidden_words(self) -> Iterator[tuple[str, str, Written]]:
        """Yield what was written to questions without an answer that are in no section here, each with its address and its words.

        A question that is gone has no words. See `hidden_answers`.
        """
        shown = {result.address for result in self.indicators()}
        asked = {
            f"{framework.framework.id}/{indicator.id}": indicator.asked_as(self.assessment.role_asked or "")
            for framework in self.frameworks
            for _, indicator in framework.framework.indicators()
        }
        for address, written in self.assessment.written.items():
            if address not in shown:
                yield address, asked.get(address, ""), written

    def indicators(self) -> Iterator[Result]:
        """Yield every indicator in scope, in file order."""
        for framework in self.frameworks:
            yield from framework.indicators()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport:
    """The report of a team. The lists hold results in the order to show them.

    `talk_first` is ordered by how far people differ; `unclear` holds in file order what is said in words that leave open whether there is a
    gap. `strengths` have gap 0 and stand at 3 or more, those that everyone shares first. The first page holds `seen_alike`,
    `seen_differently` and `look_first`: three at most of each, and no question twice. `forecast` says, where nothing is shown, with how
    many more people it would be.
    """

    view: TeamView
    date: str
    frameworks: tuple[FrameworkResult, ...]
    strengths: tuple[Result, ...]
    talk_first: tuple[Result, ...]
    priorities: tuple[Result, ...]
    unclear: tuple[Result, ...]
    find_out: tuple[Result, ...]
    limits: tuple[str, ...]
    seen_alike: tuple[Result, ...] = ()
    seen_differently: tuple[Result, ...] = ()
    look_first: tuple[Result, ...] = ()
    outcome: Outcome | None = None
    figures: tuple[AgreementFigure, ...] = ()
    forecast: Forecast | None = None

    @property
    def source(self) -> TeamView:
        """What it was made from."""
        return self.view

    @property
    def respondents(self) -> dict[str, int]:
        """How many answered, by role."""
        return {str(role): number for role, number in self.view.respondents.items()}

    def indicators(self) -> Iterator[Result]:
        """Yield every question, in file order."""
        for framework in self.frameworks:
            yield from framework.indicators()


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


@dataclass(frozen=True, slots=True)
class NoExample:
    """Questions at level 3 or 4 with neither a note nor evidence, in file order."""

    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class OnlyPolicy:
    """Questions at level 3 or 4 whose evidence is nothing but policies, in file order."""

    results: tuple[Result, ...]


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
