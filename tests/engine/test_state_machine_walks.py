from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from peerkit.engine.interview import scope
from peerkit.engine.interview.moves import Back, Give, GoTo, Keep, Know, LeaveOut, Move, TakeIn, Write
from peerkit.engine.interview.state_machine import begin, reply, words_of
from peerkit.model.answers import Dissent, Evidence, Written
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.framework import Framework
from peerkit.model.scale import ROLES, AnswerWord
from peerkit.source.json import assessment_file
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.files import read_from

TODAY = "2026-11-22"
EVIDENCE = (Evidence(kind="policy", text="The plan"), Evidence(kind="roster", text="The door"))
NOTES = st.text(max_size=30) | st.just("x" * LONGEST_NOTE)
ANSWERS: st.SearchStrategy[int | AnswerWord] = st.integers(0, 4) | st.sampled_from(["dont-know", "not-applicable", "skipped"])
VIEWS = st.lists(st.builds(Dissent, answer=ANSWERS, people=st.integers(1, 1_000), why=NOTES), max_size=3).map(tuple)
PICK = st.randoms(use_true_random=False)


@st.composite
def frameworks(draw: st.DrawFn, name: str) -> Framework:
    """Return a framework in which facts, voices and wordings decide what is asked."""
    sections = []
    for number in range(draw(st.integers(1, 3))):
        indicators = [
            make_indicator(
                f"i{number}-{one}",
                core=draw(st.booleans()),
                voices=draw(st.sampled_from([None, ("peer-worker",), ("participant", "staff")])),
                only_if=draw(st.sampled_from([{}, {"with": True}, {"with": False}])),
                ask_as=draw(st.sampled_from([{}, {"participant": f"Here, {number} and {one}."}])),
                themes=draw(st.sampled_from([(), ("one",), ("two",)])),
            )
            for one in range(draw(st.integers(1, 4)))
        ]
        sections.append(make_section(f"s{number}", make_indicator(f"s{number}-first", core=True), *indicators))
    return make_framework(*sections, name=name, facts=(make_fact("with", True),))


class Interviewing(RuleBasedStateMachine):
    """Anything a person or a group can do, in any order, with a file that is written and read in between."""

    @initialize(
        several=st.lists(st.sampled_from(["f", "g"]), min_size=1, max_size=2, unique=True).flatmap(
            lambda names: st.tuples(*(frameworks(name) for name in names))
        ),
        role=st.sampled_from(ROLES),
        keys=st.fixed_dictionaries({"set": st.sampled_from(["quick", "full"]), "mode": st.sampled_from(["solo", "consensus"])}),
        fact=st.booleans(),
    )
    def begin(self, several: tuple[Framework, ...], role: Any, keys: Any, fact: bool) -> None:
        self.frameworks = several
        told: dict[str, Any] = {"role": None if keys["mode"] == "consensus" else role, "facts": {"with": fact}, "frameworks": ()}
        self.state = begin(several, make_assessment(**keys, **told))
        self.given: dict[str, int | AnswerWord] = {}
        self.beside: dict[str, Written] = {}

    def after(self, given: Move) -> None:
        self.state = reply(self.state, given, TODAY)

    def at(self) -> str:
        assert self.state.at is not None
        return self.state.at

    def write(self, given: Move, **words: Any) -> None:
        """Write something to the question shown, which stays."""
        before = self.at()
        self.beside[before] = replace(self.beside.get(before, Written()), **words)
        self.after(given)
        assert (self.state.at, self.state.beside) == (before, self.beside[before])

    @precondition(lambda self: not self.state.done)
    @rule(answer=ANSWERS)
    def answer(self, answer: int | AnswerWord) -> None:
        self.given[self.at()] = answer
        self.after(Give(answer))

    @precondition(lambda self: not self.state.done)
    @rule(why=NOTES)
    def say_why_it_does_not_apply(self, why: str) -> None:
        at = self.at()
        self.given[at] = "not-applicable"
        self.beside[at] = replace(self.beside.get(at, Written()), note=why)
        self.after(Give("not-applicable", why))

    @precondition(lambda self: not self.state.done)
    @rule(note=NOTES)
    def write_a_note(self, note: str) -> None:
        self.write(Write(note=note), note=note)

    @precondition(lambda self: not self.state.done)
    @rule(evidence=st.lists(st.sampled_from(EVIDENCE), max_size=3).map(tuple))
    def point(self, evidence: tuple[Evidence, ...]) -> None:
        self.write(Write(evidence=evidence), evidence=evidence)

    @precondition(lambda self: not self.state.done)
    @rule(views=VIEWS)
    def differ(self, views: tuple[Dissent, ...]) -> None:
        self.write(Write(dissent=views), dissent=views)

    @rule()
    def go_back(self) -> None:
        self.after(Back())
        assert not self.state.done

    @precondition(lambda self: not self.state.done)
    @rule()
    def keep(self) -> None:
        self.after(Keep())

    @rule(pick=PICK)
    def go_to(self, pick: Any) -> None:
        wanted = pick.choice(self.state.questions).address
        self.after(GoTo(wanted))
        assert self.state.at == wanted

    @rule(fact=st.booleans())
    def change_a_fact(self, fact: bool) -> None:
        self.after(Know({"with": fact}))
        assert self.state.assessment.facts == {"with": fact}

    @precondition(lambda self: len(self.state.parts) > 1)
    @rule(pick=PICK)
    def leave_a_section_out(self, pick: Any) -> None:
        part = pick.choice(self.state.parts).address
        self.after(LeaveOut(part))
        assert part in {one.address for one in self.state.left_out}

    @precondition(lambda self: self.state.left_out)
    @rule(pick=PICK)
    def take_a_section_in(self, pick: Any) -> None:
        part = pick.choice(self.state.left_out).address
        self.after(TakeIn(part))
        assert self.state.question is not None
        assert self.state.question.part == part

    @rule()
    def leave_and_resume(self) -> None:
        left = self.state
        read = read_from(assessment_file.read, assessment_file.dump(left.assessment))
        assert read == left.assessment
        self.state = begin(self.frameworks, read)
        assert (self.state.open, self.state.position.answered) == (left.open, left.position.answered)
        for question in left.questions:
            assert reply(self.state, GoTo(question.address), TODAY).beside == reply(left, GoTo(question.address), TODAY).beside

    @invariant()
    def only_what_is_in_scope_is_shown(self) -> None:
        asked = {
            f"{framework.id}/{indicator.id}"
            for framework in self.frameworks
            for _, indicator in scope.questions_in_scope(framework, self.state.assessment)
        }
        assert set(self.state.order) == asked
        assert self.state.at is None or self.state.at in asked
        assert set(self.state.trail) <= asked

    @invariant()
    def sections_are_asked_whole(self) -> None:
        parts = [question.part for question in self.state.questions]
        assert sum(one != other for one, other in pairwise(parts)) == len(set(parts)) - 1

    @invariant()
    def nothing_said_is_lost(self) -> None:
        answers, written = self.state.assessment.answers, self.state.assessment.written
        assert {address: answer.answer for address, answer in answers.items()} == self.given
        assert not answers.keys() & written.keys()
        there = {address: words_of(answer) for address, answer in answers.items()} | written
        assert {address: words for address, words in there.items() if words} == {
            address: words for address, words in self.beside.items() if words
        }
        assert all(written.values())

    @invariant()
    def it_is_done_when_and_only_when_nothing_is_open(self) -> None:
        assert self.state.open == sum(question.address not in self.given for question in self.state.questions)
        if self.state.done:
            assert self.state.open == 0
        assert self.state.position.answered == len(self.state.questions) - self.state.open

    def teardown(self) -> None:
        """Answering what is put ends the interview: as many answers as questions are open, and one more where we stand on another."""
        if not hasattr(self, "state"):
            return
        for _ in range(self.state.open + (self.state.answer is not None)):
            if not self.state.done:
                self.after(Give(2))
        assert self.state.done


Interviewing.TestCase.settings = settings(stateful_step_count=25)
TestInterviewing = Interviewing.TestCase
