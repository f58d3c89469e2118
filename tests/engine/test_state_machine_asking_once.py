from __future__ import annotations

from dataclasses import replace

import pytest

from peerkit.engine.crosswalk import equal_to
from peerkit.engine.interview.moves import Give, GoTo, Know, Write
from peerkit.engine.interview.questions import saved_by_asking_once
from peerkit.engine.interview.state_machine import Interview, begin, carried, reply
from peerkit.model.answers import Answer, FrameworkRef, Given
from peerkit.model.crosswalk import Crosswalk, Link
from support.building import DIGEST, make_assessment, make_fact, make_framework, make_indicator, make_section

TODAY = "2026-11-22"
LEFT = make_framework(make_section("s", make_indicator("shared"), make_indicator("own")), name="left")
RIGHT = make_framework(make_section("t", make_indicator("same"), make_indicator("other")), name="right")
LINKS = Crosswalk(
    format="peerkit/crosswalk/1",
    links=(
        Link(from_="left/shared", to="right/same", relation="equal", why="Both ask for it."),
        Link(from_="left/own", to="right/other", relation="intersects", why="They meet in part."),
    ),
)


def interview() -> Interview:
    references = tuple(FrameworkRef(id=name, version="1.0.0", digest=DIGEST) for name in ("left", "right"))
    return begin([LEFT, RIGHT], make_assessment(frameworks=references), equal_to(LINKS))


def give(state: Interview, *answers: Given) -> Interview:
    for answer in answers:
        state = reply(state, Give(answer), TODAY)
    return state


def test_equal_links_are_read_both_ways_and_others_not_at_all() -> None:
    assert equal_to(LINKS) == {"left/shared": ("right/same",), "right/same": ("left/shared",)}


def test_a_pair_is_asked_once_and_the_other_answer_says_where_it_comes_from() -> None:
    state = give(interview(), 3)
    assert state.assessment.answers["right/same"] == Answer(ask="We do same.", answer=3, via="left/shared")
    assert state.at == "left/own"
    assert give(state, 1).at == "right/other"


def test_the_interview_knows_how_many_questions_that_saves() -> None:
    state = interview()
    assert saved_by_asking_once(state.questions, state.equal) == 1
    assert saved_by_asking_once(state.questions, {}) == 0


def test_the_carried_answer_follows_its_source() -> None:
    state = reply(give(interview(), 3), GoTo("left/shared"), TODAY)
    assert give(state, 1).assessment.answers["right/same"].answer == 1


def test_an_answer_given_apart_stays_apart() -> None:
    state = give(reply(give(interview(), 3), GoTo("right/same"), TODAY), 0)
    assert state.assessment.answers["right/same"] == Answer(ask="We do same.", answer=0)
    assert state.assessment.answers["left/shared"].answer == 3
    again = give(reply(state, GoTo("left/shared"), TODAY), 4)
    assert (again.assessment.answers["left/shared"].answer, again.assessment.answers["right/same"].answer) == (4, 0)


def test_dont_know_is_carried_over() -> None:
    assert give(interview(), "dont-know").assessment.answers["right/same"].via == "left/shared"


@pytest.mark.parametrize("word", ["skipped", "not-applicable"])
def test_a_skip_and_does_not_apply_are_not_carried_over(word: Given) -> None:
    assert "right/same" not in give(interview(), word).assessment.answers


@pytest.mark.parametrize("word", ["skipped", "not-applicable"])
def test_a_carried_answer_goes_when_its_source_says_nothing_any_more(word: Given) -> None:
    state = reply(give(interview(), 3), GoTo("left/shared"), TODAY)
    changed = give(state, word)
    assert "right/same" not in changed.assessment.answers
    assert changed.open == 3


def test_one_step_only() -> None:
    third = make_framework(make_section("u", make_indicator("far")), name="third")
    links = replace(LINKS, links=(*LINKS.links, Link(from_="right/same", to="third/far", relation="equal", why="Both ask for it.")))
    state = begin([LEFT, RIGHT, third], interview().assessment, equal_to(links))
    assert "third/far" not in give(state, 2).assessment.answers


def test_a_partner_that_is_not_asked_gets_no_answer() -> None:
    state = begin([LEFT], make_assessment(), equal_to(LINKS))
    assert list(give(state, 2).assessment.answers) == ["left/shared"]


def test_a_note_to_a_carried_answer_stays_when_the_answer_follows_its_source() -> None:
    state = reply(reply(give(interview(), 3), GoTo("right/same"), TODAY), Write(note="Here too"), TODAY)
    changed = give(reply(state, GoTo("left/shared"), TODAY), 1)
    assert changed.assessment.answers["right/same"] == Answer(ask="We do same.", answer=1, note="Here too", via="left/shared")
    gone = give(reply(changed, GoTo("left/shared"), TODAY), "skipped")
    assert "right/same" not in gone.assessment.answers
    assert reply(gone, GoTo("right/same"), TODAY).beside.note == "Here too"


def test_a_note_to_an_open_question_goes_with_the_answer_that_is_carried_there() -> None:
    state = reply(reply(interview(), GoTo("right/same"), TODAY), Write(note="Here too"), TODAY)
    state = give(reply(state, GoTo("left/shared"), TODAY), 2)
    assert state.assessment.answers["right/same"] == Answer(ask="We do same.", answer=2, note="Here too", via="left/shared")
    assert state.assessment.written == {}


HANGS = make_framework(make_section("t", make_indicator("same", only_if={"with": True})), name="right", facts=(make_fact("with", True),))


def test_a_question_that_appears_gets_the_answer_of_its_partner_and_one_that_comes_back_follows_it() -> None:
    without, with_it = Know({"with": False}), Know({"with": True})
    state = reply(begin([LEFT, HANGS], make_assessment(), equal_to(LINKS)), without, TODAY)
    state = reply(give(state, 3), with_it, TODAY)
    assert state.assessment.answers["right/same"].answer == 3
    state = reply(give(reply(reply(state, without, TODAY), GoTo("left/shared"), TODAY), 1), with_it, TODAY)
    assert state.assessment.answers["right/same"] == Answer(ask="We do same.", answer=1, via="left/shared")


def test_answers_from_before_are_carried_when_the_interview_goes_on_and_the_question_shown_is_an_open_one() -> None:
    before = give(begin([LEFT], make_assessment(), {}), 3).assessment
    resumed = begin([LEFT, RIGHT], before, equal_to(LINKS))
    assert carried(resumed, TODAY).assessment.answers["right/same"].via == "left/shared"
    at_partner = reply(resumed, GoTo("right/same"), TODAY)
    assert carried(at_partner, TODAY).at == "right/other"
    assert carried(carried(resumed, TODAY), TODAY) == carried(resumed, TODAY)
