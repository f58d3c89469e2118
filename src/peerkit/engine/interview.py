"""The interview as a state machine without a screen: which question comes next, and what a reply changes.

A question is open while it has no answer, or while its words differ from those that were answered. After a reply the next open
question is asked, in file order from the one just answered, then from the start; when none is open the interview is done.

Where two frameworks ask the same (`equal` in the crosswalk), one answer serves both: the other is recorded with `via` and follows its
source until it is answered apart. Only levels and don't know are carried over, and only one step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from peerkit.engine import scope
from peerkit.engine.questions import Position, Question, is_open, questions_of
from peerkit.engine.replies import Back, Give, GoTo, Keep, Point, Remark, Reply
from peerkit.model.assessment import Answer, Assessment, Evidence
from peerkit.model.framework import Framework


@dataclass(frozen=True)
class Interview:
    """The state of an interview; `reply` returns the next one.

    `at` is the address of the question shown, None when all are answered. `trail` holds the questions shown before it. `remarks` and
    `evidence` hold what was written to questions that have no answer yet. `equal` holds, for an address, those that one answer serves
    as well.
    """

    frameworks: tuple[Framework, ...]
    assessment: Assessment
    at: str | None
    trail: tuple[str, ...] = ()
    remarks: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    equal: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in scope, in the order they are asked."""
        return questions_of(self.frameworks, self.assessment)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each question, counted from 0, by address."""
        return {question.address: number for number, question in enumerate(self.questions)}

    @property
    def question(self) -> Question | None:
        """The question shown, None when all are answered."""
        return self.questions[self.order[self.at]] if self.at is not None else None

    @property
    def answer(self) -> Answer | None:
        """The answer that the question shown has, from earlier."""
        return self.assessment.answers.get(self.at) if self.at is not None else None

    @property
    def note(self) -> str:
        """The note that the question shown has."""
        earlier = self.answer.note if self.answer else ""
        return self.remarks.get(self.at, earlier) if self.at is not None else ""

    @property
    def points(self) -> tuple[Evidence, ...]:
        """The evidence that the question shown has."""
        earlier = self.answer.evidence if self.answer else ()
        return (*earlier, *self.evidence.get(self.at, ())) if self.at is not None else ()

    @property
    def done(self) -> bool:
        """Whether there is nothing left to ask."""
        return self.at is None

    @property
    def open(self) -> int:
        """How many questions are open; what was only written to, and not answered, is."""
        return sum(is_open(one, self.assessment) or one.address in self.written for one in self.questions)

    @property
    def written(self) -> tuple[str, ...]:
        """The addresses of the questions that were written to and have no answer yet."""
        noted = (address for address, note in self.remarks.items() if note)
        return tuple(dict.fromkeys((*noted, *self.evidence)))

    @property
    def position(self) -> Position:
        """Where the question shown stands; the last one when all are answered."""
        number = self.order[self.at] if self.at is not None else len(self.questions) - 1
        parts = list(dict.fromkeys((one.framework.id, one.section.id) for one in self.questions))
        shown = self.questions[number]
        return Position(
            part=parts.index((shown.framework.id, shown.section.id)) + 1,
            parts=len(parts),
            number=number + 1,
            questions=len(self.questions),
            minutes_left=scope.minutes(self.open),
        )


def begin(frameworks: Sequence[Framework], assessment: Assessment, equal: Mapping[str, tuple[str, ...]] | None = None) -> Interview:
    """Return the interview at its first open question.

    A skip with words beside it is taken for words without an answer, since a file can hold these only so (see `put_down`): the question
    is asked again, and the words stand beside it.
    """
    asked = {question.address for question in questions_of(frameworks, assessment)}
    words = {key: one for key, one in assessment.answers.items() if key in asked and one.answer == "skipped" and (one.note or one.evidence)}
    answers = {key: one for key, one in assessment.answers.items() if key not in words}
    interview = Interview(
        tuple(frameworks),
        replace(assessment, answers=answers),
        at=None,
        remarks={key: one.note for key, one in words.items() if one.note},
        evidence={key: one.evidence for key, one in words.items() if one.evidence},
        equal=equal or {},
    )
    return replace(interview, at=_next_open(interview, interview.assessment, after=-1))


def reply(interview: Interview, given: Reply, today: str) -> Interview:
    """Return the interview after a reply to the question shown; `today` is the day an answer is given.

    Raises:
        ValueError: when no question is shown, or `GoTo` names one that is not asked.

    """
    question = interview.question
    if question is None and not isinstance(given, GoTo | Back):
        raise ValueError("every question is answered")
    match given:
        case Give():
            assert question is not None
            return _answered(interview, question, given, today)
        case Remark():
            assert question is not None
            return _remarked(interview, question, given.note, today)
        case Point():
            assert question is not None
            return _pointed(interview, question, given.evidence, today)
        case Keep():
            assert question is not None
            return _kept(interview, question, today)
        case Back():
            return _back(interview)
        case GoTo():
            if given.address not in interview.order:
                raise ValueError(f"{given.address} is not asked")
            return _moved(interview, given.address)


def put_down(interview: Interview, today: str) -> Assessment:
    """Return the assessment to save when the interview is left: what was written to an unanswered question goes with a skip."""
    assessment = interview.assessment
    for address in interview.written:
        question = interview.questions[interview.order[address]]
        unanswered = Answer(
            ask=question.ask, answer="skipped", note=interview.remarks.get(address, ""), evidence=interview.evidence.get(address, ())
        )
        assessment = _with_answer(assessment, address, unanswered, today)
    return assessment


def _answered(interview: Interview, question: Question, given: Give, today: str) -> Interview:
    address = question.address
    earlier = interview.assessment.answers.get(address)
    answer = Answer(
        ask=question.ask,
        answer=given.answer,
        note=interview.note if given.note is None else given.note,
        evidence=interview.points,
        dissent=earlier.dissent if earlier else (),
    )
    assessment = _carried_over(interview, _with_answer(interview.assessment, address, answer, today), address, today)
    kept = replace(
        interview,
        assessment=assessment,
        remarks={key: note for key, note in interview.remarks.items() if key != address},
        evidence={key: points for key, points in interview.evidence.items() if key != address},
    )
    return _moved(kept, _next_open(kept, assessment, after=_number(interview)))


def _carried_over(interview: Interview, assessment: Assessment, source: str, today: str) -> Assessment:
    """Return the assessment with the answer at `source` carried to the questions it serves, unless they were answered apart."""
    given = assessment.answers[source]
    carries = isinstance(given.answer, int) or given.answer == "dont-know"
    for address in interview.equal.get(source, ()):
        if address not in interview.order:
            continue
        earlier = assessment.answers.get(address)
        if earlier is not None and earlier.via != source:
            continue
        if carries:
            ask = interview.questions[interview.order[address]].ask
            assessment = _with_answer(assessment, address, Answer(ask=ask, answer=given.answer, via=source), today)
        elif earlier is not None:
            answers = {key: answer for key, answer in assessment.answers.items() if key != address}
            assessment = replace(assessment, answers=answers)
    return assessment


def _kept(interview: Interview, question: Question, today: str) -> Interview:
    earlier = interview.answer
    if earlier is not None and is_open(question, interview.assessment):
        return _answered(interview, question, Give(earlier.answer), today)
    return _moved(interview, _next_open(interview, interview.assessment, after=_number(interview)))


def _remarked(interview: Interview, question: Question, note: str, today: str) -> Interview:
    earlier = interview.answer
    if earlier is None:
        return replace(interview, remarks={**interview.remarks, question.address: note})
    return replace(interview, assessment=_with_answer(interview.assessment, question.address, replace(earlier, note=note), today))


def _pointed(interview: Interview, question: Question, evidence: Evidence, today: str) -> Interview:
    earlier = interview.answer
    if earlier is None:
        points = (*interview.evidence.get(question.address, ()), evidence)
        return replace(interview, evidence={**interview.evidence, question.address: points})
    answer = replace(earlier, evidence=(*earlier.evidence, evidence))
    return replace(interview, assessment=_with_answer(interview.assessment, question.address, answer, today))


def _back(interview: Interview) -> Interview:
    if interview.trail:
        return replace(interview, at=interview.trail[-1], trail=interview.trail[:-1])
    number = _number(interview)
    return replace(interview, at=interview.questions[max(0, number - 1)].address)


def _moved(interview: Interview, address: str | None) -> Interview:
    trail = interview.trail if interview.at is None or interview.at == address else (*interview.trail, interview.at)
    return replace(interview, at=address, trail=trail)


def _number(interview: Interview) -> int:
    """Return the place of the question shown, counted from 0; one behind the last when all are answered."""
    return len(interview.questions) if interview.at is None else interview.order[interview.at]


def _next_open(interview: Interview, assessment: Assessment, *, after: int) -> str | None:
    questions = interview.questions
    ahead = (*questions[after + 1 :], *questions[: after + 1])
    return next((question.address for question in ahead if is_open(question, assessment)), None)


def _with_answer(assessment: Assessment, address: str, answer: Answer, today: str) -> Assessment:
    return replace(assessment, answers={**assessment.answers, address: answer}, updated=today)
