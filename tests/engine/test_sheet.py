from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.interview.sheet import blank_sheet, codes_of, section_code
from peerkit.model.framework import Framework
from peerkit.source import catalog
from support.building import make_assessment, make_framework, make_indicator, make_section

SHIPPED = [found.framework for found in catalog.list_all(None).found]
TWO = make_framework(make_section("care"), make_section("power", make_indicator("share", core=True), make_indicator("tell")))


@pytest.mark.parametrize(("number", "code"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_a_section_has_a_letter_by_its_place(number: int, code: str) -> None:
    assert section_code(number) == code


@given(st.integers(0, 20_000), st.integers(0, 20_000))
def test_no_two_places_have_one_code(one: int, other: int) -> None:
    assert (section_code(one) == section_code(other)) == (one == other)


def test_a_question_has_the_letter_of_its_section_and_its_place_in_it() -> None:
    assert codes_of([TWO]) == {"f/care-1": "A1", "f/share": "B1", "f/tell": "B2"}


@pytest.mark.parametrize("framework", SHIPPED, ids=lambda framework: framework.id)
def test_every_question_of_a_framework_has_a_code_of_its_own(framework: Framework) -> None:
    known = codes_of([framework])
    assert set(known) == {f"{framework.id}/{name}" for name in framework.by_id}
    assert len(set(known.values())) == len(known)


def test_the_codes_of_several_frameworks_stand_beside_each_other() -> None:
    assert codes_of([TWO, make_framework(name="g")]) == {**codes_of([TWO]), "g/s-1": "A1"}


@pytest.mark.parametrize("keys", [{"set": "quick"}, {"role": "participant"}, {"sections": {"f": ("power",)}}])
def test_a_code_is_the_same_whatever_is_asked(keys: dict[str, Any]) -> None:
    sheet = blank_sheet(TWO, make_assessment(**keys), "")
    found = {question.address: question.code for section in sheet.sections for question in section.questions}
    assert found
    assert found.items() <= codes_of([TWO]).items()


def test_a_sheet_asks_what_the_assessment_asks_in_the_words_of_its_role() -> None:
    plan = make_indicator("plan", ask_as={"participant": "Here, we plan."}, voices=("participant", "staff"))
    framework = make_framework(make_section("care", plan, make_indicator("pay", voices=("staff",))), make_section("power"))
    sheet = blank_sheet(framework, make_assessment(role="participant", sections={"f": ("care",)}), "read it")
    [section] = sheet.sections
    [question] = section.questions
    assert (section.code, question.code, question.address, question.ask) == ("A", "A1", "f/plan", "Here, we plan.")
    assert sheet.stem == "Thinking about the past 12 months, what is it like here?"
    assert sheet.meanings[0] == "I have not seen this here."
    assert (sheet.edition, sheet.command) == ("f 1.0.0", "read it")


def test_the_sheet_of_a_group_has_every_question_in_its_own_words() -> None:
    framework = make_framework(make_section("care", make_indicator("plan", ask_as={"participant": "Here."}, voices=("participant",))))
    sheet = blank_sheet(framework, make_assessment(mode="consensus", role=None), "")
    assert [question.ask for section in sheet.sections for question in section.questions] == ["We do plan."]
    assert sheet.stem == "Thinking about the past 12 months, where is our program with this?"
