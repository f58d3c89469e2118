"""The interview as a state machine without a screen: how it begins and goes on another day, and what a reply changes.

Its assessment is what is saved. A question is open while it has no answer, or while its words differ from those that were answered.
After a reply the next open question is asked, in the order of `questions` from the one just answered, then from the start; when none is
open the interview is done.

Where two frameworks ask the same (`equal` in the crosswalk), one answer serves both: the other is recorded with `via` and follows its
source until it is answered apart. Only levels and don't know are carried over, and only one step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from peerkit.engine.interview import scope
from peerkit.engine.interview.moves import Back, Give, GoTo, Keep, Know, LeaveOut, Move, TakeIn, Write
from peerkit.engine.interview.questions import InterviewPart, Position, Question, asking_order, is_open, left_out, questions_in
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


def begin(frameworks: Sequence[Framework], assessment: Assessment, equal: Mapping[str, tuple[str, ...]] | None = None) -> Interview:
    """Return the interview at its first open question."""
    interview = Interview(tuple(frameworks), asking_order(frameworks), assessment, at=None, equal=equal or {})
    return replace(interview, at=next_open(interview))


def reply(interview: Interview, given: Move, today: str) -> Interview:
    """Return the interview after a reply to the question shown; `today` is the day an answer is given.

    Raises:
        ValueError: when no question is shown and the reply needs one, when a question or section is named that is not there, and when
            nothing would be left to ask.

    """
    match given:
        case GoTo():
            return _gone_to(interview, given.address)
        case Back():
            return _back(interview)
        case Know():
            return _known(interview, given, today)
        case LeaveOut():
            return _left_out(interview, given.part, today)
        case TakeIn():
            return _taken_in(interview, given.part, today)
    question = interview.question
    if question is None:
        raise ValueError("every question is answered")
    match given:
        case Give():
            return _answered(interview, question, given, today)
        case Keep():
            return _kept(interview, question, today)
    return _written_to(interview, question.address, given, today)


def carried(interview: Interview, today: str) -> Interview:
    """Return the interview with each answer carried to every question in scope that it serves."""
    brought = interview
    for question in interview.questions:
        answer = interview.assessment.answers.get(question.address)
        if answer is not None and answer.via is None:
            brought = _carried_from(brought, question.address, today)
    return _settled(brought)


def _answered(interview: Interview, question: Question, given: Give, today: str) -> Interview:
    address, beside = question.address, interview.beside
    note = beside.note if given.note is None else given.note
    answer = Answer(ask=question.ask, answer=given.answer, note=note, evidence=beside.evidence, dissent=beside.dissent)
    kept = _carried_from(_with_answer(interview, address, answer, today), address, today)
    return _moved(kept, next_open(kept, address))


def _kept(interview: Interview, question: Question, today: str) -> Interview:
    earlier = interview.answer
    if earlier is not None and is_open(question, interview.assessment):
        return _answered(interview, question, Give(earlier.answer), today)
    return _moved(interview, next_open(interview, question.address))


def _written_to(interview: Interview, address: str, given: Write, today: str) -> Interview:
    before, earlier = interview.beside, interview.answer
    words = Written(
        note=before.note if given.note is None else given.note,
        evidence=before.evidence if given.evidence is None else given.evidence,
        dissent=before.dissent if given.dissent is None else given.dissent,
    )
    if earlier is None:
        return _with_written(interview, address, words, today)
    return _with_answer(interview, address, _with_words(earlier, words), today)


def _gone_to(interview: Interview, address: str) -> Interview:
    if address not in interview.order:
        raise ValueError(f"{address} is not asked")
    return _moved(interview, address)


def _back(interview: Interview) -> Interview:
    if interview.trail:
        return replace(interview, at=interview.trail[-1], trail=interview.trail[:-1])
    number = len(interview.questions) if interview.at is None else interview.order[interview.at]
    return replace(interview, at=interview.questions[max(0, number - 1)].address)


def _known(interview: Interview, given: Know, today: str) -> Interview:
    facts = {**interview.assessment.facts, **given.facts}
    if facts == interview.assessment.facts:
        return interview
    return carried(_about(interview, replace(interview.assessment, facts=facts, updated=today)), today)


def _left_out(interview: Interview, part: str, today: str) -> Interview:
    if part not in {asked.address for asked in interview.parts}:
        raise ValueError(f"{part} is not asked")
    if len(interview.parts) == 1:
        raise ValueError("nothing would be left to ask")
    name, _, section = part.partition("/")
    framework = next(framework for framework in interview.frameworks if framework.id == name)
    kept = tuple(other.id for other in scope.sections_in_scope(framework, interview.assessment) if other.id != section)
    sections = {**interview.assessment.sections, name: kept}
    return _about(interview, replace(interview.assessment, sections=sections, updated=today))


def _taken_in(interview: Interview, part: str, today: str) -> Interview:
    taken = next((left for left in interview.left_out if left.address == part), None)
    if taken is None:
        raise ValueError(f"{part} is not left out")
    framework = taken.framework
    kept = {section.id for section in scope.sections_in_scope(framework, interview.assessment)} | {taken.section.id}
    chosen = tuple(section.id for section in framework.sections if section.id in kept)
    complete = len(chosen) == len(framework.sections)
    sections = {key: names for key, names in interview.assessment.sections.items() if key != framework.id}
    assessment = replace(interview.assessment, sections=sections if complete else {**sections, framework.id: chosen}, updated=today)
    brought = carried(_about(interview, assessment), today)
    inside = [question for question in brought.questions if question.part == part]
    first = next((question for question in inside if is_open(question, brought.assessment)), inside[0])
    return _moved(brought, first.address)


def _about(interview: Interview, assessment: Assessment) -> Interview:
    """Return the interview after its scope has changed: nothing that is hidden now is shown."""
    changed = replace(interview, assessment=assessment)
    trail = tuple(address for address in interview.trail if address in changed.order)
    at = interview.at if interview.at in changed.order else next_open(changed, interview.at)
    return replace(changed, at=at, trail=trail)


def _settled(interview: Interview) -> Interview:
    """Return the interview at an open question, where the one shown was answered by another in the meantime."""
    answer = interview.answer
    return interview if answer is None or answer.via is None else replace(interview, at=next_open(interview, interview.at))


def _carried_from(interview: Interview, source: str, today: str) -> Interview:
    """Return the interview with the answer at `source` carried to the questions it serves, unless they were answered apart."""
    given = interview.assessment.answers[source].answer
    carries = isinstance(given, int) or given == "dont-know"
    for address in interview.equal.get(source, ()):
        earlier = interview.assessment.answers.get(address)
        if address not in interview.order or (earlier is not None and earlier.via != source):
            continue
        words = words_of(earlier) if earlier else interview.assessment.written.get(address, Written())
        if carries:
            ask = interview.questions[interview.order[address]].ask
            interview = _with_answer(interview, address, _with_words(Answer(ask=ask, answer=given, via=source), words), today)
        elif earlier is not None:
            interview = _without_answer(interview, address, words, today)
    return interview


def _with_words(answer: Answer, words: Written) -> Answer:
    return replace(answer, note=words.note, evidence=words.evidence, dissent=words.dissent)


def _with_answer(interview: Interview, address: str, answer: Answer, today: str) -> Interview:
    if interview.assessment.answers.get(address) == answer:
        return interview
    answers = {**interview.assessment.answers, address: answer}
    written = {key: words for key, words in interview.assessment.written.items() if key != address}
    return replace(interview, assessment=replace(interview.assessment, answers=answers, written=written, updated=today))


def _without_answer(interview: Interview, address: str, words: Written, today: str) -> Interview:
    answers = {key: answer for key, answer in interview.assessment.answers.items() if key != address}
    return _with_written(replace(interview, assessment=replace(interview.assessment, answers=answers)), address, words, today)


def _with_written(interview: Interview, address: str, words: Written, today: str) -> Interview:
    """Return the interview with words beside a question that has no answer; where there are none, nothing of it stays."""
    if interview.assessment.written.get(address, Written()) == words:
        return interview
    others = {key: there for key, there in interview.assessment.written.items() if key != address}
    written = {**others, address: words} if words else others
    return replace(interview, assessment=replace(interview.assessment, written=written, updated=today))


def _moved(interview: Interview, address: str | None) -> Interview:
    trail = interview.trail if interview.at is None or interview.at == address else (*interview.trail, interview.at)
    return replace(interview, at=address, trail=trail)


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
