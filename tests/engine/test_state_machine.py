from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peerkit.engine.interview.moves import Back, Give, GoTo, Keep, Know, LeaveOut, Move, TakeIn, Write
from peerkit.engine.interview.questions import Position
from peerkit.engine.interview.state_machine import Interview, begin, reply
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence, Written
from peerkit.model.framework import Framework
from peerkit.model.scale import AnswerWord
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section

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


def after(*replies: Move, interview: Interview | None = None) -> Interview:
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
    assert (state.open, state.question, state.answer, state.beside) == (0, None, None, Written())


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
    assert (state.at, state.answer, state.beside.note, state.beside.evidence) == ("f/a", old, "From then", (POLICY,))
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


@pytest.mark.parametrize("given", [Give(1), Write(note="x"), Write(evidence=(POLICY,)), Keep()])
def test_at_the_end_there_is_nothing_to_reply_to(given: Move) -> None:
    with pytest.raises(ValueError, match=r"^every question is answered$"):
        after(given, interview=start(asked_before(a=1, b=1, c=1, d=1)))


# Notes and evidence.


def test_a_note_before_the_answer_goes_with_it_and_stays_on_the_question_until_then() -> None:
    state = after(Write(note="first"), Write(note="second"))
    assert (state.at, state.beside.note, state.assessment.answers) == ("f/a", "second", {})
    answered = after(Give(2), interview=state)
    assert answer_in(answered, "a").note == "second"
    assert answered.beside.note == ""


def test_a_note_after_the_answer_changes_the_answer_and_stays_there() -> None:
    state = after(Give(2), Back(), Write(note="later"))
    assert (state.at, answer_in(state, "a")) == ("f/a", Answer(ask="We do a.", answer=2, note="later"))
    assert answer_in(after(Write(note=""), interview=state), "a").note == ""


def test_an_answer_keeps_the_note_unless_it_brings_one() -> None:
    state = after(Write(note="kept"), Give(2), Back(), Give("dont-know"))
    assert answer_in(state, "a") == Answer(ask="We do a.", answer="dont-know", note="kept")
    assert answer_in(after(Back(), Give("not-applicable", "We have none"), interview=state), "a").note == "We have none"


def test_evidence_takes_the_place_of_what_stood_there_before_and_after_the_answer() -> None:
    state = after(Write(evidence=(POLICY,)), Write(evidence=(POLICY, ROSTER)))
    assert (state.at, state.beside.evidence, state.assessment.answers) == ("f/a", (POLICY, ROSTER), {})
    state = after(Give(3), Back(), Write(evidence=(ROSTER,)), interview=state)
    assert answer_in(state, "a").evidence == state.beside.evidence == (ROSTER,)
    assert answer_in(after(Give(1), interview=state), "a").evidence == (ROSTER,)


def test_what_was_written_to_a_question_that_stays_open_stands_apart_from_the_answers() -> None:
    state = after(Write(note="a note"), GoTo("f/b"), Write(evidence=(POLICY,)), GoTo("f/c"), Give(1))
    assert state.assessment.answers == {"f/c": Answer(ask="We do c.", answer=1)}
    assert state.assessment.written == {"f/a": Written(note="a note"), "f/b": Written(evidence=(POLICY,))}
    assert state.assessment.updated == TODAY


def test_of_a_note_that_was_emptied_nothing_stays() -> None:
    assert after(Give(1), Write(note="x"), Write(note="")).assessment == after(Give(1)).assessment
    assert after(Write(note="")).assessment == make_assessment()


def test_dissent_stays_with_a_new_answer() -> None:
    old = replace(make_assessment(), answers={"f/a": Answer(ask="We do a.", answer=1, dissent=DISSENT)})
    assert answer_in(after(GoTo("f/a"), Give(3), interview=start(old)), "a").dissent == DISSENT


# Where we are.


def test_the_position_counts_parts_questions_and_answers() -> None:
    assert start().position == Position(part=1, parts=2, number=1, questions=4, answered=0)
    assert after(Give(1), Give(1)).position == Position(part=2, parts=2, number=3, questions=4, answered=2)


def test_at_the_end_the_position_is_that_of_the_last_question() -> None:
    assert start(asked_before(a=1, b=1, c=1, d=1)).position == Position(part=2, parts=2, number=4, questions=4, answered=4)


def test_an_answer_bears_the_day_it_was_given_and_a_look_around_does_not() -> None:
    assert after(Give(1)).assessment.updated == TODAY
    assert after(GoTo("f/c"), Back()).assessment.updated == "2026-11-21"
    assert after(Write(note="x")).assessment.updated == TODAY


def test_words_without_an_answer_are_no_skip_when_the_interview_goes_on() -> None:
    left = after(Write(note="half a thought")).assessment
    resumed = start(left)
    assert (resumed.at, resumed.answer, resumed.beside.note, resumed.open) == ("f/a", None, "half a thought", 4)
    assert resumed.assessment == left


def test_a_skip_with_words_is_a_skip_and_stays_one_also_as_the_last_answer() -> None:
    state = after(Give(3), Write(note="We have no kitchen"), Give("skipped"))
    resumed = start(state.assessment)
    assert (resumed.at, resumed.open, answer_in(resumed, "b").answer, answer_in(resumed, "b").note) == (
        "f/c",
        2,
        "skipped",
        "We have no kitchen",
    )


# Views that differ.

SEEN = Dissent(answer=1, people=2, why="Nights are different")


def test_a_differing_view_before_the_answer_goes_with_it_and_can_be_taken_away() -> None:
    state = after(Write(dissent=(SEEN,)))
    assert (state.at, state.beside.dissent, state.assessment.answers) == ("f/a", (SEEN,), {})
    assert state.assessment.written == {"f/a": Written(dissent=(SEEN,))}
    assert answer_in(after(Give(3), interview=state), "a").dissent == (SEEN,)
    assert after(Write(dissent=()), interview=state).assessment.written == {}


def test_a_differing_view_after_the_answer_stands_with_it() -> None:
    state = after(Give(3), Back(), Write(dissent=(SEEN,)))
    assert answer_in(state, "a") == Answer(ask="We do a.", answer=3, dissent=(SEEN,))
    assert answer_in(after(Write(dissent=()), interview=state), "a").dissent == ()


# Facts and sections that change what is asked.

WITH = make_framework(
    make_section("one", make_indicator("a"), make_indicator("b", only_if={"with": True})),
    make_section("two", make_indicator("c")),
    facts=(make_fact("with", True),),
)
WITHOUT = Know({"with": False})


def test_a_fact_that_changes_hides_a_question_keeps_its_answer_and_brings_it_back() -> None:
    state = after(Give(1), Give(2), WITHOUT, interview=start(framework=WITH))
    assert ([one.address for one in state.questions], state.at) == (["f/a", "f/c"], "f/c")
    assert answer_in(state, "b").answer == 2
    state = after(Give(3), interview=state)
    assert (state.done, state.open) == (True, 0)
    back = after(Know({"with": True}), interview=state)
    assert (back.done, levels(back.assessment)) == (True, {"f/a": 1, "f/b": 2, "f/c": 3})


def test_who_stands_on_a_question_that_goes_is_led_to_the_next_open_one_and_back_passes_it_over() -> None:
    state = after(GoTo("f/c"), GoTo("f/b"), WITHOUT, interview=start(framework=WITH))
    assert (state.at, state.trail) == ("f/c", ("f/a", "f/c"))


def test_a_question_that_appears_after_the_end_is_asked() -> None:
    state = after(WITHOUT, Give(1), Give(1), interview=start(framework=WITH))
    assert state.done
    assert after(Know({"with": True}), interview=state).at == "f/b"


def test_a_fact_that_is_said_again_changes_nothing() -> None:
    state = after(WITHOUT, interview=start(framework=WITH))
    assert after(WITHOUT, interview=state) is state


def test_what_was_written_to_a_question_stays_while_a_fact_hides_it() -> None:
    state = after(GoTo("f/b"), Write(note="half a thought"), WITHOUT, interview=start(framework=WITH))
    assert state.assessment.written == {"f/b": Written(note="half a thought")}
    resumed = after(Know({"with": True}), GoTo("f/b"), interview=start(state.assessment, WITH))
    assert (resumed.answer, resumed.beside.note) == (None, "half a thought")


def test_a_section_is_left_out_with_what_was_answered_there_and_comes_back() -> None:
    state = after(Give(1), LeaveOut("f/one"))
    assert (state.at, state.assessment.sections, state.open) == ("f/c", {"f": ("two",)}, 2)
    assert [part.address for part in state.left_out] == ["f/one"]
    back = after(TakeIn("f/one"), interview=state)
    assert (back.at, back.assessment.sections, levels(back.assessment)) == ("f/b", {}, {"f/a": 1})


def test_a_section_that_is_taken_in_stands_in_file_order_and_is_shown_also_where_all_of_it_is_answered() -> None:
    three = make_framework(*(make_section(name, make_indicator(name + "-1")) for name in ("x", "y", "z")))
    state = after(Give(1), LeaveOut("f/x"), LeaveOut("f/z"), TakeIn("f/x"), interview=start(framework=three))
    assert (state.assessment.sections, state.at) == ({"f": ("x", "y")}, "f/x-1")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (LeaveOut("f/three"), "f/three is not asked"),
        (TakeIn("f/one"), "f/one is not left out"),
        (TakeIn("f/three"), "f/three is not left out"),
    ],
)
def test_a_section_that_is_not_there_cannot_be_left_out_or_taken_in(given: Move, why: str) -> None:
    with pytest.raises(ValueError, match=f"^{why}$"):
        after(given)


def test_the_last_section_cannot_be_left_out() -> None:
    with pytest.raises(ValueError, match=r"^nothing would be left to ask$"):
        after(LeaveOut("f/two"), LeaveOut("f/one"))
