from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from peerkit.engine import scope
from peerkit.engine.interview import Interview, begin, put_down, reply
from peerkit.engine.replies import Back, Give, GoTo, Keep, Point, Remark, Reply
from peerkit.model.assessment import Answer, Assessment, Dissent, Evidence
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.framework import Framework
from peerkit.model.scale import ROLES, AnswerWord
from peerkit.source import assessment_file
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.strategies import PROPERTY

TODAY = "2026-11-22"
POLICY = Evidence(kind="policy", text="The plan")
ROSTER = Evidence(kind="roster", text="The door")
DISSENT = (Dissent(answer=3, people=2, why="We see it daily"),)
TWO = make_framework(
    make_section("one", make_indicator("a", core=True), make_indicator("b")),
    make_section("two", make_indicator("c", core=True), make_indicator("d")),
)


def start(assessment: Assessment | None = None, framework: Framework = TWO) -> Interview:
    return begin([framework], assessment or make_assessment())


def after(*replies: Reply, interview: Interview | None = None) -> Interview:
    state = interview or start()
    for one in replies:
        state = reply(state, one, TODAY)
    return state


def levels(assessment: Assessment) -> dict[str, int | AnswerWord]:
    return {address: answer.answer for address, answer in assessment.answers.items()}


def answer_in(interview: Interview, name: str) -> Answer:
    return interview.assessment.answers[f"f/{name}"]


def asked_before(**answers: int | AnswerWord) -> Assessment:
    """Return an assessment in which questions were answered in the words they have now."""
    return replace(
        make_assessment(), answers={f"f/{name}": Answer(ask=f"We do {name}.", answer=answer) for name, answer in answers.items()}
    )


# Which question comes next.


def test_questions_come_in_file_order_and_then_it_is_done() -> None:
    state, seen = start(), []
    while not state.done:
        seen.append(state.at)
        state = after(Give(2), interview=state)
    assert seen == ["f/a", "f/b", "f/c", "f/d"]
    assert (state.open, state.question, state.answer, state.note, state.points) == (0, None, None, "", ())


@pytest.mark.parametrize(
    ("answers", "first"), [({}, "f/a"), ({"a": 1}, "f/b"), ({"a": 1, "c": "skipped"}, "f/b"), ({"a": 0, "b": "dont-know", "c": 4}, "f/d")]
)
def test_an_interview_begins_at_the_first_open_question(answers: dict[str, Any], first: str) -> None:
    assert start(asked_before(**answers)).at == first


def test_an_interview_of_which_all_is_answered_begins_at_its_end() -> None:
    assert start(asked_before(a=1, b=1, c=1, d=1)).done


def test_after_the_last_question_come_those_that_were_passed_over() -> None:
    state = after(GoTo("f/c"), Give(3), Give(3))
    assert state.at == "f/a"
    assert after(Give(3), Give(3), interview=state).done


def test_an_answer_that_is_given_anew_leads_to_the_next_open_question() -> None:
    state = after(Give(1), Give(1), GoTo("f/a"), Give(4))
    assert (state.at, levels(state.assessment)) == ("f/c", {"f/a": 4, "f/b": 1})


def test_a_question_whose_words_changed_is_open_and_keeps_what_was_said_until_it_is_answered() -> None:
    old = Answer(ask="We did a.", answer=3, note="From then", evidence=(POLICY,))
    state = start(replace(asked_before(b=1, c=1, d=1), answers={**asked_before(b=1, c=1, d=1).answers, "f/a": old}))
    assert (state.at, state.answer, state.note, state.points) == ("f/a", old, "From then", (POLICY,))
    assert after(Give(2), interview=state).done
    assert answer_in(after(Give(2), interview=state), "a") == Answer(ask="We do a.", answer=2, note="From then", evidence=(POLICY,))


def test_keeping_an_answer_to_words_that_changed_gives_it_to_those_of_today() -> None:
    old = Answer(ask="We did a.", answer=3, note="From then")
    state = after(Keep(), interview=start(replace(make_assessment(), answers={"f/a": old})))
    assert state.at == "f/b"
    assert answer_in(state, "a") == replace(old, ask="We do a.")


def test_keeping_an_answer_changes_nothing_and_goes_on() -> None:
    state = after(Give(1), Back())
    kept = after(Keep(), interview=state)
    assert kept.assessment is state.assessment
    assert kept.at == "f/b"


def test_keeping_what_has_no_answer_passes_it_over_until_the_others_are_answered() -> None:
    state = after(Keep(), Give(1), Give(1), Give(1))
    assert (state.at, state.open) == ("f/a", 1)


# Back and go to.


def test_back_follows_the_questions_that_were_shown() -> None:
    state = after(Give(1), GoTo("f/d"), Give(1))
    assert state.at == "f/b"
    assert [after(*[Back()] * steps, interview=state).at for steps in (1, 2, 3)] == ["f/d", "f/b", "f/a"]


def test_back_from_where_nothing_was_shown_goes_up_in_the_file_and_stops_at_its_top() -> None:
    state = start(asked_before(a=1, b=1))
    assert [after(*[Back()] * steps, interview=state).at for steps in (1, 2, 3)] == ["f/b", "f/a", "f/a"]


def test_back_from_the_end_shows_the_last_question() -> None:
    assert after(Back(), interview=start(asked_before(a=1, b=1, c=1, d=1))).at == "f/d"


def test_going_where_we_are_leaves_no_trail() -> None:
    assert after(GoTo("f/a"), GoTo("f/a")).trail == ()


@pytest.mark.parametrize("address", ["f/z", "g/a", "", "a"])
def test_a_question_that_is_not_asked_cannot_be_gone_to(address: str) -> None:
    with pytest.raises(ValueError, match=f"^{address} is not asked$"):
        after(GoTo(address))


@pytest.mark.parametrize("given", [Give(1), Remark("x"), Point(POLICY), Keep()])
def test_at_the_end_there_is_nothing_to_reply_to(given: Reply) -> None:
    with pytest.raises(ValueError, match=r"^every question is answered$"):
        after(given, interview=start(asked_before(a=1, b=1, c=1, d=1)))


# Notes and evidence.


def test_a_note_before_the_answer_goes_with_it_and_stays_on_the_question_until_then() -> None:
    state = after(Remark("first"), Remark("second"))
    assert (state.at, state.note, state.assessment.answers) == ("f/a", "second", {})
    answered = after(Give(2), interview=state)
    assert answer_in(answered, "a").note == "second"
    assert answered.note == ""


def test_a_note_after_the_answer_changes_the_answer_and_stays_there() -> None:
    state = after(Give(2), Back(), Remark("later"))
    assert (state.at, answer_in(state, "a")) == ("f/a", Answer(ask="We do a.", answer=2, note="later"))
    assert answer_in(after(Remark(""), interview=state), "a").note == ""


def test_an_answer_keeps_the_note_unless_it_brings_one() -> None:
    state = after(Remark("kept"), Give(2), Back(), Give("dont-know"))
    assert answer_in(state, "a") == Answer(ask="We do a.", answer="dont-know", note="kept")
    assert answer_in(after(Back(), Give("not-applicable", "We have none"), interview=state), "a").note == "We have none"


def test_evidence_adds_up_before_and_after_the_answer() -> None:
    state = after(Point(POLICY), Point(ROSTER))
    assert (state.at, state.points, state.assessment.answers) == ("f/a", (POLICY, ROSTER), {})
    state = after(Give(3), Back(), Point(POLICY), interview=state)
    assert answer_in(state, "a").evidence == state.points == (POLICY, ROSTER, POLICY)
    assert answer_in(after(Give(1), interview=state), "a").evidence == (POLICY, ROSTER, POLICY)


def test_what_was_written_to_a_question_that_stays_open_is_put_down_with_a_skip() -> None:
    state = after(Remark("a note"), GoTo("f/b"), Point(POLICY), GoTo("f/c"), Give(1))
    assert put_down(state, TODAY).answers == {
        "f/c": Answer(ask="We do c.", answer=1),
        "f/a": Answer(ask="We do a.", answer="skipped", note="a note"),
        "f/b": Answer(ask="We do b.", answer="skipped", evidence=(POLICY,)),
    }
    assert put_down(state, TODAY).updated == TODAY


def test_nothing_to_put_down_leaves_the_assessment_as_it_is_also_where_a_note_was_emptied() -> None:
    state = after(Give(1), Remark("x"), Remark(""))
    assert put_down(state, TODAY) is state.assessment


def test_dissent_stays_with_a_new_answer() -> None:
    old = replace(make_assessment(), answers={"f/a": Answer(ask="We do a.", answer=1, dissent=DISSENT)})
    assert answer_in(after(GoTo("f/a"), Give(3), interview=start(old)), "a").dissent == DISSENT


# Where we are.


def test_the_position_counts_parts_questions_and_the_minutes_of_what_is_open() -> None:
    place = start().position
    assert (place.part, place.parts, place.number, place.questions, place.minutes_left) == (1, 2, 1, 4, 5)
    place = after(Give(1), Give(1)).position
    assert (place.part, place.parts, place.number, place.questions, place.minutes_left) == (2, 2, 3, 4, 3)


def test_at_the_end_the_position_is_that_of_the_last_question() -> None:
    place = start(asked_before(a=1, b=1, c=1, d=1)).position
    assert (place.part, place.number, place.minutes_left) == (2, 4, 0)


def test_an_answer_bears_the_day_it_was_given_and_a_look_around_does_not() -> None:
    assert after(Give(1)).assessment.updated == TODAY
    assert after(GoTo("f/c"), Back(), Remark("x")).assessment.updated == "2026-11-21"


# Whatever a person does.

NOTES = st.text(max_size=30) | st.just("x" * LONGEST_NOTE)
ANSWERS: st.SearchStrategy[int | AnswerWord] = st.integers(0, 4) | st.sampled_from(["dont-know", "not-applicable", "skipped"])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Return a framework in which facts, voices and wordings decide what is asked."""
    sections = []
    for number in range(draw(st.integers(1, 3))):
        indicators = [
            make_indicator(
                f"i{number}-{one}",
                core=draw(st.booleans()),
                voices=draw(st.sampled_from([None, ("peer-worker",), ("participant", "staff")])),
                only_if=draw(st.sampled_from([{}, {"with": True}])),
                ask_as=draw(st.sampled_from([{}, {"participant": f"Here, {number} and {one}."}])),
            )
            for one in range(draw(st.integers(1, 4)))
        ]
        sections.append(make_section(f"s{number}", make_indicator(f"s{number}-first", core=True), *indicators))
    return make_framework(*sections, facts=(make_fact("with", True),))


class Interviewing(RuleBasedStateMachine):
    """Anything a person can do, in any order, with a file that is written and read in between."""

    @initialize(framework=frameworks(), role=st.sampled_from(ROLES), chosen=st.sampled_from(["quick", "full"]), fact=st.booleans())
    def begin(self, framework: Framework, role: Any, chosen: Any, fact: bool) -> None:
        self.framework = framework
        self.state = start(make_assessment(role=role, set=chosen, facts={"with": fact}), framework)
        self.given: dict[str, int | AnswerWord] = {}
        self.notes: dict[str, str] = {}
        self.evidence: dict[str, tuple[Evidence, ...]] = {}

    def after(self, given: Reply) -> None:
        self.state = reply(self.state, given, TODAY)

    def at(self) -> str:
        assert self.state.at is not None
        return self.state.at

    @precondition(lambda self: not self.state.done)
    @rule(answer=ANSWERS)
    def answer(self, answer: int | AnswerWord) -> None:
        self.given[self.at()] = answer
        self.after(Give(answer))

    @precondition(lambda self: not self.state.done)
    @rule(why=NOTES)
    def say_why_it_does_not_apply(self, why: str) -> None:
        self.given[self.at()] = "not-applicable"
        self.notes[self.at()] = why
        self.after(Give("not-applicable", why))

    @precondition(lambda self: not self.state.done)
    @rule(note=NOTES)
    def write_a_note(self, note: str) -> None:
        self.notes[self.at()] = note
        before = self.state.at
        self.after(Remark(note))
        assert (self.state.at, self.state.note) == (before, note)

    @precondition(lambda self: not self.state.done)
    @rule(evidence=st.sampled_from([POLICY, ROSTER]))
    def point(self, evidence: Evidence) -> None:
        before = self.at()
        self.evidence[before] = (*self.evidence.get(before, ()), evidence)
        self.after(Point(evidence))
        assert (self.state.at, self.state.points) == (before, self.evidence[before])

    @rule()
    def go_back(self) -> None:
        self.after(Back())
        assert not self.state.done

    @precondition(lambda self: not self.state.done)
    @rule()
    def keep(self) -> None:
        self.after(Keep())

    @rule(choice=st.randoms(use_true_random=False))
    def go_to(self, choice: Any) -> None:
        wanted = choice.choice(self.state.questions).address
        self.after(GoTo(wanted))
        assert self.state.at == wanted

    @rule()
    def leave_and_resume(self) -> None:
        left = put_down(self.state, TODAY)
        written = {address for address, said in {**self.notes, **self.evidence}.items() if said or self.evidence.get(address)}
        self.given = {address: said for address, said in self.given.items() if said != "skipped" or address not in written}
        self.notes = {address: note for address, note in self.notes.items() if note or address in self.given}
        read = assessment_file.parse(assessment_file.dump(left).encode(), "x")
        assert read == left
        self.state = start(read, self.framework)

    @invariant()
    def only_what_is_in_scope_is_shown(self) -> None:
        asked = {f"f/{indicator.id}" for _, indicator in scope.questions_in_scope(self.framework, self.state.assessment)}
        assert self.state.at is None or self.state.at in asked
        assert set(self.state.trail) <= asked

    @invariant()
    def nothing_said_is_lost(self) -> None:
        saved = put_down(self.state, TODAY).answers
        assert levels(self.state.assessment) == self.given
        assert {address: answer.note for address, answer in saved.items() if answer.note} == {
            address: note for address, note in self.notes.items() if note
        }
        assert {address: answer.evidence for address, answer in saved.items() if answer.evidence} == self.evidence

    @invariant()
    def it_is_done_when_and_only_when_nothing_is_open(self) -> None:
        if self.state.done:
            assert self.state.open == 0
        assert self.state.open == len(self.state.questions) - len(self.given)

    def teardown(self) -> None:
        """Answering what is put ends the interview: as many answers as questions are open, and one more where we stand on another."""
        if not hasattr(self, "state"):
            return
        left = self.state.open + (self.state.answer is not None)
        for _ in range(left):
            if not self.state.done:
                self.after(Give(2))
        assert self.state.done


Interviewing.TestCase.settings = settings(PROPERTY, max_examples=60, stateful_step_count=25)
TestInterviewing = Interviewing.TestCase


def test_words_without_an_answer_are_no_skip_when_the_interview_goes_on() -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b")))
    left = put_down(reply(begin([framework], make_assessment()), Remark("half a thought"), TODAY), TODAY)
    resumed = begin([framework], left)
    assert (resumed.at, resumed.note, resumed.open) == ("f/a", "half a thought", 2)
    assert put_down(resumed, TODAY).answers == left.answers
