"""The interview as a state machine without a screen: how it begins, and what a reply changes. Its assessment is what is saved.

A question is open while it has no answer, or while its words differ from those that were answered. After a reply the next open
question is asked, in the order of `ordering` from the one just answered, then from the start; when none is open the interview is done.

Where two frameworks ask the same (`equal` in the crosswalk), one answer serves both: the other is recorded with `via` and follows its
source until it is answered apart. Only levels and don't know are carried over, and only one step.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peerkit.engine.interview import scope
from peerkit.engine.interview.moves import Back, Differ, Give, GoTo, Keep, Know, LeaveOut, Move, Point, Remark, TakeIn
from peerkit.engine.interview.questions import Question, is_open, parts_of
from peerkit.engine.interview.state import Interview, next_open, words_of
from peerkit.model.answers import Answer, Assessment, Written
from peerkit.model.framework import Framework

__all__ = ["Interview", "begin", "carried", "reply"]


def begin(frameworks: Sequence[Framework], assessment: Assessment, equal: Mapping[str, tuple[str, ...]] | None = None) -> Interview:
    """Return the interview at its first open question."""
    interview = Interview(tuple(frameworks), parts_of(frameworks), assessment, at=None, equal=equal or {})
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


def _written_to(interview: Interview, address: str, given: Remark | Point | Differ, today: str) -> Interview:
    before = interview.beside
    match given:
        case Remark():
            words = replace(before, note=given.note)
        case Point():
            words = replace(before, evidence=given.evidence)
        case Differ():
            words = replace(before, dissent=given.views)
    earlier = interview.answer
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
    if part not in {one.address for one in interview.parts}:
        raise ValueError(f"{part} is not asked")
    if len(interview.parts) == 1:
        raise ValueError("nothing would be left to ask")
    name, _, section = part.partition("/")
    framework = next(one for one in interview.frameworks if one.id == name)
    kept = tuple(one.id for one in scope.sections_in_scope(framework, interview.assessment) if one.id != section)
    sections = {**interview.assessment.sections, name: kept}
    return _about(interview, replace(interview.assessment, sections=sections, updated=today))


def _taken_in(interview: Interview, part: str, today: str) -> Interview:
    taken = next((one for one in interview.left_out if one.address == part), None)
    if taken is None:
        raise ValueError(f"{part} is not left out")
    framework = taken.framework
    kept = {one.id for one in scope.sections_in_scope(framework, interview.assessment)} | {taken.section.id}
    chosen = tuple(one.id for one in framework.sections if one.id in kept)
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
