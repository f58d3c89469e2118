"""The questions of an interview: which they are, where each stands, and whether it is still to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerkit.engine import scope
from peerkit.engine.ordering import asking_order
from peerkit.model.assessment import Assessment
from peerkit.model.framework import Framework, Indicator, Section


@dataclass(frozen=True)
class Part:
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
    return questions_in(parts_of(frameworks), assessment)


def parts_of(frameworks: Sequence[Framework]) -> tuple[Part, ...]:
    """Return every section of some frameworks, in scope or not, in the order they are asked; see `asking_order`."""
    return tuple(Part(framework, section) for framework, section in asking_order(frameworks))


def questions_in(parts: Sequence[Part], assessment: Assessment) -> tuple[Question, ...]:
    """Return the questions that an assessment asks in some sections, in the order of these."""
    return tuple(
        Question(part.framework, part.section, indicator, scope.wording(indicator, assessment))
        for part in parts
        if scope.is_section_in_scope(part.framework, part.section, assessment)
        for indicator in scope.indicators_in_scope(part.framework, part.section, assessment)
    )


def left_out(parts: Sequence[Part], assessment: Assessment) -> tuple[Part, ...]:
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
