"""The state of an interview: which questions there are, which is shown, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from peerkit.engine.interview import scope
from peerkit.engine.interview.questions import InterviewPart, Position, Question, is_open, left_out, questions_in
from peerkit.model.answers import Answer, Assessment, Written
from peerkit.model.framework import Fact, Framework


@dataclass(frozen=True)
class Interview:
    """The state of an interview; `interview.reply` returns the next one.

    `sections` are those of all frameworks, in scope or not, in the order they are asked. `at` is the address of the question shown,
    None when all are answered. `trail` holds the questions shown before it. `equal` holds, for an address, those that one answer serves
    as well.
    """

    frameworks: tuple[Framework, ...]
    sections: tuple[InterviewPart, ...]
    assessment: Assessment
    at: str | None
    trail: tuple[str, ...] = ()
    equal: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in scope, in the order they are asked."""
        return questions_in(self.sections, self.assessment)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each question, counted from 0, by address."""
        return {question.address: number for number, question in enumerate(self.questions)}

    @cached_property
    def parts(self) -> tuple[InterviewPart, ...]:
        """The sections that ask something, in the order they are asked."""
        parts = {question.part: InterviewPart(question.framework, question.section) for question in self.questions}
        return tuple(parts.values())

    @cached_property
    def left_out(self) -> tuple[InterviewPart, ...]:
        """The sections that were left out and can be asked again."""
        return left_out(self.sections, self.assessment)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that a question could hang on."""
        return scope.facts_needed(self.frameworks, self.assessment)

    @property
    def question(self) -> Question | None:
        """The question shown, None when all are answered."""
        return self.questions[self.order[self.at]] if self.at is not None else None

    @property
    def answer(self) -> Answer | None:
        """The answer that the question shown has, from earlier."""
        return self.assessment.answers.get(self.at) if self.at is not None else None

    @property
    def beside(self) -> Written:
        """The note, the evidence and the differing views that the question shown has."""
        if self.at is None:
            return Written()
        answer = self.answer
        return words_of(answer) if answer else self.assessment.written.get(self.at, Written())

    @property
    def done(self) -> bool:
        """Whether there is nothing left to ask."""
        return self.at is None

    @property
    def open(self) -> int:
        """How many questions are open; what was only written to, and not answered, is."""
        return sum(is_open(question, self.assessment) for question in self.questions)

    @property
    def position(self) -> Position:
        """Where the question shown stands; the last one when all are answered."""
        number = self.order[self.at] if self.at is not None else len(self.questions) - 1
        addresses = [part.address for part in self.parts]
        return Position(
            part=addresses.index(self.questions[number].part) + 1,
            parts=len(addresses),
            number=number + 1,
            questions=len(self.questions),
            answered=len(self.questions) - self.open,
        )


def words_of(answer: Answer) -> Written:
    """Return what was written beside an answer."""
    return Written(note=answer.note, evidence=answer.evidence, dissent=answer.dissent)


def next_open(interview: Interview, after: str | None = None) -> str | None:
    """Return the address of the first open question behind `after`, which may be hidden itself; where there is none, of the first."""
    still_open = [question.address for question in interview.questions if is_open(question, interview.assessment)]
    if not still_open or after is None:
        return still_open[0] if still_open else None
    places = interview.order if after in interview.order else _places(interview.sections)
    return next((address for address in still_open if places[address] > places[after]), still_open[0])


def _places(sections: Sequence[InterviewPart]) -> dict[str, int]:
    """Return the place of every indicator, in scope or not, by address."""
    addresses = (f"{part.framework.id}/{indicator.id}" for part in sections for indicator in part.section.indicators)
    return {address: place for place, address in enumerate(addresses)}
