"""The questions of an interview: which they are, in which order they are asked, where each stands, and whether it is still to be asked.

The sections of several frameworks are asked each whole, each framework in its own order, close themes together.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from peerkit.engine.interview import scope
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework, Indicator, Section


@dataclass(frozen=True)
class InterviewPart:
    """A section of a framework, as a part of an interview."""

    framework: Framework
    section: Section

    @property
    def address(self) -> str:
        """Where it stands: `framework/section`."""
        return f"{self.framework.id}/{self.section.id}"


@dataclass(frozen=True)
class Question:
    """One question of an interview, with the words this person is asked."""

    framework: Framework
    section: Section
    indicator: Indicator
    ask: str

    @property
    def address(self) -> str:
        """Where it stands: `framework/indicator`."""
        return f"{self.framework.id}/{self.indicator.id}"

    @property
    def part(self) -> str:
        """The address of its section."""
        return f"{self.framework.id}/{self.section.id}"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a question stands among all, counted from 1, and how many of them are answered."""

    part: int
    parts: int
    number: int
    questions: int
    answered: int


def questions_of(frameworks: Sequence[Framework], assessment: Assessment) -> tuple[Question, ...]:
    """Return every question that an assessment asks, in the order they are asked; see `asking_order`."""
    return questions_in(asking_order(frameworks), assessment)


def questions_in(parts: Sequence[InterviewPart], assessment: Assessment) -> tuple[Question, ...]:
    """Return the questions that an assessment asks in some sections, in the order of these."""
    return tuple(
        Question(part.framework, part.section, indicator, scope.wording(indicator, assessment))
        for part in parts
        if scope.is_section_in_scope(part.framework, part.section, assessment)
        for indicator in scope.indicators_in_scope(part.framework, part.section, assessment)
    )


def left_out(parts: Sequence[InterviewPart], assessment: Assessment) -> tuple[InterviewPart, ...]:
    """Return those of some sections that an assessment leaves out though it had something to ask there."""
    return tuple(
        part
        for part in parts
        if not scope.is_section_in_scope(part.framework, part.section, assessment)
        and scope.indicators_in_scope(part.framework, part.section, assessment)
    )


def is_open(question: Question, assessment: Assessment) -> bool:
    """Whether a question is still to be asked: it has no answer, or was asked in other words."""
    answer = assessment.answers.get(question.address)
    return answer is None or answer.ask != question.ask


def saved_by_asking_once(questions: Sequence[Question], equal: Mapping[str, tuple[str, ...]]) -> int:
    """Return how many of `questions` need not be asked, since an earlier one serves for them."""
    asked: set[str] = set()
    for question in questions:
        if not asked.intersection(equal.get(question.address, ())):
            asked.add(question.address)
    return len(questions) - len(asked)


LEAD = Fraction(1, 4)
"""How far a framework may be ahead of the one that is furthest behind, as a share of its sections."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A section that is still to come; `before` is the share of its framework's sections that stand before it."""

    number: int
    part: InterviewPart
    themes: frozenset[str]
    before: Fraction


def asking_order(frameworks: Sequence[Framework]) -> tuple[InterviewPart, ...]:
    """Return every section of some frameworks, in scope or not, in the order they are asked.

    Of one framework this is file order. Of several, the next section is that one, among the frameworks that are at most `LEAD` ahead of
    the last, whose themes are closest to those just asked; then the one whose framework is furthest behind; then the framework named
    first. It hangs on the frameworks alone, so that it stays the same when facts change and when the interview goes on another day.
    """
    queues = [deque(_queue(number, framework)) for number, framework in enumerate(frameworks)]
    order: list[InterviewPart] = []
    themes: frozenset[str] = frozenset()
    while heads := [queue[0] for queue in queues if queue]:
        limit = min(waiting.before for waiting in heads) + LEAD
        near = [(-closeness(themes, waiting.themes), waiting.before, waiting.number) for waiting in heads if waiting.before <= limit]
        chosen = queues[min(near)[2]].popleft()
        order.append(chosen.part)
        themes = chosen.themes
    return tuple(order)


def closeness(some: frozenset[str], other: frozenset[str]) -> Fraction:
    """Return the share of themes that two sections have in common among those that either has: 0 to 1, 0 where neither has any."""
    return Fraction(len(some & other), len(some | other)) if some or other else Fraction(0)


def _queue(number: int, framework: Framework) -> Iterator[_Waiting]:
    for place, section in enumerate(framework.sections):
        themes = frozenset(theme for indicator in section.indicators for theme in indicator.themes)
        yield _Waiting(number, InterviewPart(framework, section), themes, Fraction(place, len(framework.sections)))
