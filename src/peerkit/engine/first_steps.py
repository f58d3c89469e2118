"""With which few questions to begin, in one order for a report, a plan and an agenda.

An action counts as one level up. Proposals come in this order: safety first, then by value V = P · G / E, then in file order. P is the
priority of the report (gap and importance), G the points that one level adds to the section, twice them in the weakest section of its
framework, E the effort: 1 small, 2 medium, 3 large. What a workshop wrote down goes before what is proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from peerkit.engine.scores import arithmetic, lanes
from peerkit.model.answers import Action, Assessment, Outcome
from peerkit.model.report import MOST_ACTIONS, Report, TeamReport
from peerkit.model.result import Result, SectionResult
from peerkit.model.scale import HIGHEST

if TYPE_CHECKING:
    from peerkit.model.plan import Effort

Recorded = Sequence[tuple[Action, Result | None]]
"""What a workshop wrote down, each action with the question it is about, where that is clear."""
EFFORT: Final[Mapping[Effort, int]] = {"small": 1, "medium": 2, "large": 3}
UNSAID: Final[Effort] = "medium"
"""The effort of what nobody weighed."""
IN_WEAKEST: Final = 2
"""How many times a point counts in the weakest section."""


def first_steps(report: Report | TeamReport, report_of: Callable[[Assessment], Report] | None = None) -> tuple[Result, ...]:
    """Return the questions with which a plan would begin, as the report has them; none where it holds no answers.

    `report_of` makes the report of answers; where it is given, the importance that a workshop agreed on goes before the file's, as in a
    plan. A team's report goes by that importance anyway.
    """
    outcome, now = report.outcome, situation_of(report)
    if report_of and isinstance(report, Report) and outcome and outcome.importance:
        now = situation_of(report_of(replace(report.assessment, importance={**report.assessment.importance, **outcome.importance})))
    steps = written_down(now, recorded_actions(now, outcome), MOST_ACTIONS) or proposed(now, {}, MOST_ACTIONS)
    mine = {result.address: result for result in report.indicators()}
    return tuple(mine[result.address] for result in steps)


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a report says that a program stands, with the questions that were rated and so could be raised, in file order.

    By address of a question, `steps` holds the points that each further level adds to its section, never rising: to its score where that
    is shown, to the low end where that is an interval, else to what it has with everything open at Not yet; none where it stands at
    Built in. `twins` holds the addresses of the questions that share its answer.
    """

    report: Report | TeamReport
    candidates: tuple[Result, ...]
    steps: Mapping[str, tuple[Fraction, ...]]
    twins: Mapping[str, tuple[str, ...]]

    def gain(self, result: Result) -> Fraction:
        """Return the points that one level up adds to the section of a question; 0 where it stands at Built in."""
        steps = self.steps[result.address]
        return steps[0] if steps else Fraction(0)


def situation_of(report: Report | TeamReport) -> Situation:
    """Return where a report says that the program stands."""
    rated = tuple(result for result in report.indicators() if result.is_rated)
    twins = {} if isinstance(report, TeamReport) else shared_answers(report.assessment)
    return Situation(report, rated, dict(_steps(report)), twins)


def written_down(now: Situation, recorded: Recorded, most: int) -> tuple[Result, ...]:
    """Return the first questions that a workshop wrote an action down about, and that can be raised."""
    return _few((about for _, about in recorded if about is not None and now.steps[about.address]), now, most)


def proposed(now: Situation, efforts: Mapping[str, Effort], most: int) -> tuple[Result, ...]:
    """Return the first questions in the order of proposals."""
    eligible = [result for result in now.candidates if result.lane in lanes.TO_DO and now.steps[result.address]]
    return _few(sorted(eligible, key=lambda result: (result.lane != "safety", -value(result, now, efforts))), now, most)


def recorded_actions(now: Situation, outcome: Outcome | None) -> list[tuple[Action, Result | None]]:
    """Return the actions of a workshop, each with the rated question it is about; None where there is none or it may be several."""
    by_name: defaultdict[str, list[Result]] = defaultdict(list)
    for result in now.candidates:
        by_name[result.address].append(result)
        by_name[result.indicator.id].append(result)
    found = ((action, by_name.get(action.id, [])) for action in (outcome.actions if outcome else ()))
    return [(action, about[0] if len(about) == 1 else None) for action, about in found]


def _few(results: Iterable[Result], now: Situation, most: int) -> tuple[Result, ...]:
    """Return the first `most` of the questions, of those that share an answer only one."""
    chosen: list[Result] = []
    for result in results:
        if len(chosen) < most and not {*with_twins(result, now)} & {other.address for other in chosen}:
            chosen.append(result)
    return tuple(chosen)


def with_twins(result: Result, now: Situation) -> tuple[str, ...]:
    """Return the addresses of a question and of those that share its answer."""
    return (result.address, *now.twins.get(result.address, ()))


def value(result: Result, now: Situation, efforts: Mapping[str, Effort]) -> Fraction:
    """Return V, by which proposals are ordered."""
    times = IN_WEAKEST if in_weakest(result, now) else 1
    return (result.priority or 0) * now.gain(result) * times / EFFORT[efforts.get(result.address, UNSAID)]


def in_weakest(result: Result, now: Situation) -> bool:
    """Whether a question belongs to the weakest section of its framework."""
    return any(part.framework.id == result.framework.id and part.weakest == result.section.id for part in now.report.frameworks)


def shared_answers(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Return for each address whose answer serves other questions too, or was given with another one, those addresses."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for address, answer in assessment.answers.items():
        groups[answer.via or address].append(address)
    several = (group for group in groups.values() if len(group) > 1)
    return {address: tuple(other for other in group if other != address) for group in several for address in group}


def _steps(report: Report | TeamReport) -> Iterator[tuple[str, tuple[Fraction, ...]]]:
    """Yield what each further level of a question that was rated adds. See `Situation`."""
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                if isinstance(report, TeamReport) and result.is_rated:
                    from peerkit.engine.one_level_up import points_of_levels

                    yield result.address, points_of_levels(framework, section, result)
                elif result.level is not None:
                    yield result.address, (result.indicator.weight * _points_a_level(section),) * (HIGHEST - result.level)


def _points_a_level(section: SectionResult) -> Fraction:
    """Return the points that one level of a question of weight 1 adds to the section. See `Situation`."""
    sums = arithmetic.sums((result.indicator.weight, result.given) for result in section.indicators)
    possible = sums.whole if section.score.value is None else sums.possible
    return Fraction(100, possible) if possible else Fraction(0)
