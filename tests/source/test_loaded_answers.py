from __future__ import annotations

from dataclasses import replace

from peerkit.engine.interview.state_machine import begin
from peerkit.model.answers import Answer, Assessment, Dissent, Evidence, FrameworkRef, SetAside
from peerkit.source.loaded_answers import brought_to_today
from support.building import DIGEST, make_assessment, make_framework, make_indicator, make_section

NEW_DIGEST = "sha256:" + "1" * 64
OLD = make_framework(make_section("s", make_indicator("stays"), make_indicator("changes"), make_indicator("goes")))
NEW = make_framework(
    make_section("s", make_indicator("comes"), make_indicator("changes", ask="We change."), make_indicator("stays")), version="1.1.0"
)
EVIDENCE = (Evidence(kind="policy", text="The plan"),)
DISSENT = (Dissent(answer=1),)


def answered() -> Assessment:
    answers = {f"f/{indicator.id}": Answer(ask=indicator.ask, answer=2) for _, indicator in OLD.indicators()}
    return replace(make_assessment(), answers=answers)


def test_the_same_framework_changes_nothing() -> None:
    loaded = brought_to_today(answered(), [(OLD, DIGEST)])
    assert (loaded.assessment, loaded.frameworks, loaded.changed) == (answered(), (OLD,), ())


def test_a_new_version_is_noted_and_named() -> None:
    loaded = brought_to_today(answered(), [(NEW, NEW_DIGEST)])
    assert (loaded.changed, loaded.versions) == (("f",), {"f": OLD.version})
    assert loaded.assessment.frameworks == (FrameworkRef(id="f", version="1.1.0", digest=NEW_DIGEST),)


def test_an_answer_whose_question_is_gone_is_set_aside_with_all_it_has() -> None:
    said = Answer(ask="We do goes.", answer="dont-know", note="Because", evidence=EVIDENCE, dissent=DISSENT)
    before = replace(answered(), answers={**answered().answers, "f/goes": said})
    loaded = brought_to_today(before, [(NEW, NEW_DIGEST)]).assessment
    assert loaded.set_aside == (
        SetAside(
            id="f/goes",
            ask="We do goes.",
            answer="dont-know",
            note="Because",
            evidence=EVIDENCE,
            dissent=DISSENT,
            why="not asked any more in 1.1.0",
        ),
    )
    assert list(loaded.answers) == ["f/stays", "f/changes"]


def test_what_was_set_aside_before_stays_there() -> None:
    once = brought_to_today(answered(), [(NEW, NEW_DIGEST)])
    again = brought_to_today(once.assessment, [(NEW, NEW_DIGEST)])
    assert (again.assessment, again.changed) == (once.assessment, ())


def test_an_answer_to_other_words_stays_and_is_asked_again_and_what_is_new_is_asked() -> None:
    interview = begin([NEW], brought_to_today(answered(), [(NEW, NEW_DIGEST)]).assessment)
    assert [question.address for question in interview.questions] == ["f/comes", "f/changes", "f/stays"]
    assert (interview.at, interview.open) == ("f/comes", 2)
    assert interview.assessment.answers["f/changes"] == Answer(ask="We do changes.", answer=2)


def test_the_answers_to_a_framework_that_is_not_there_are_left_alone() -> None:
    other = FrameworkRef(id="g", version="2.0.0", digest=DIGEST)
    before = replace(answered(), frameworks=(*answered().frameworks, other), answers={"g/x": Answer(ask="We x.", answer=1)})
    loaded = brought_to_today(before, [(NEW, NEW_DIGEST)])
    assert (loaded.assessment.answers, loaded.assessment.set_aside, loaded.changed) == (before.answers, (), ("f",))
    assert loaded.assessment.frameworks[1] == other
