"""The questions of an interview: which they are, where each stands, and whether it is still to be asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerkit.engine import scope
from peerkit.model.assessment import Assessment
from peerkit.model.framework import Framework, Indicator, Section


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


@dataclass(frozen=True, slots=True)
class Position:
    """Where a question stands among all: counted from 1, with the minutes that the open questions take."""

    part: int
    parts: int
    number: int
    questions: int
    minutes_left: int


def questions_of(frameworks: Sequence[Framework], assessment: Assessment) -> tuple[Question, ...]:
    """Return every question that an assessment asks, in the order they are asked."""
    return tuple(
        Question(framework, section, indicator, scope.wording(indicator, assessment))
        for framework in frameworks
        for section, indicator in scope.questions_in_scope(framework, assessment)
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
