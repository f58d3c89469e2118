from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.interview.scope import (
    fact_values,
    facts_needed,
    holds,
    indicators_in_scope,
    is_small_team,
    minutes,
    questions_in_scope,
    sections_in_scope,
    wording,
)
from peerkit.model.answers import Assessment, Set
from peerkit.model.framework import Condition, FactValue, Framework
from peerkit.model.scale import ROLES, VOICES, Role
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section

TEAM_SIZE = make_fact("team-size", "3-9", "1-2", "3-9", "10+")
PRACTITIONERS = make_fact("practitioners", True)


def asked(framework: Framework, assessment: Assessment) -> list[str]:
    """Return the ids of what is asked, in order."""
    return [indicator.id for _, indicator in questions_in_scope(framework, assessment)]


def one_section(*names: str, **keys: Any) -> Framework:
    return make_framework(make_section("s", *(make_indicator(name, **keys) for name in names)))


@pytest.mark.parametrize(("questions", "expected"), [(0, 0), (1, 2), (6, 7), (12, 14), (14, 17), (15, 18), (36, 42)])
def test_a_question_takes_70_seconds_and_minutes_are_rounded_up(questions: int, expected: int) -> None:
    assert minutes(questions) == expected


# Sets and voices.


@pytest.mark.parametrize(("chosen", "expected"), [("quick", ["core"]), ("full", ["core", "more"])])
def test_the_quick_set_holds_the_core_and_the_full_set_everything(chosen: Set, expected: list[str]) -> None:
    framework = make_framework(make_section("s", make_indicator("core", core=True), make_indicator("more")))
    assert asked(framework, make_assessment(set=chosen)) == expected


@pytest.mark.parametrize("role", ROLES)
def test_without_voices_every_role_is_asked(role: Role) -> None:
    assert asked(one_section("a"), make_assessment(role=role)) == ["a"]


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("role", VOICES)
def test_voices_say_who_is_asked(voice: Role, role: Role) -> None:
    assert asked(one_section("a", voices=(voice,)), make_assessment(role=role)) == (["a"] if role == voice else [])


@pytest.mark.parametrize("voice", VOICES)
def test_who_would_rather_not_say_is_asked_what_is_asked_of_anybody_in_the_work(voice: Role) -> None:
    in_the_work = voice not in ("participant", "family")
    assert asked(one_section("a", voices=(voice,)), make_assessment(role="not-said")) == (["a"] if in_the_work else [])


def test_one_voice_from_the_work_is_enough_for_who_would_rather_not_say() -> None:
    assert asked(one_section("a", voices=("participant", "partner")), make_assessment(role="not-said")) == ["a"]


def test_a_solo_file_without_a_role_is_read_as_not_said() -> None:
    framework = make_framework(make_section("s", make_indicator("a", voices=("family",)), make_indicator("b", voices=("leader",))))
    assert asked(framework, make_assessment(role=None)) == asked(framework, make_assessment(role="not-said")) == ["b"]


@pytest.mark.parametrize("role", [None, "participant"])
def test_a_group_is_asked_everything_whatever_the_voices(role: Role | None) -> None:
    framework = make_framework(make_section("s", make_indicator("a", voices=("family",)), make_indicator("b", voices=("leader",))))
    assert asked(framework, make_assessment(mode="consensus", role=role)) == ["a", "b"]


@pytest.mark.parametrize("role", ["participant", "family", "staff", None])
def test_the_quick_set_is_the_core_whoever_answers(role: Role | None) -> None:
    framework = make_framework(
        make_section(
            "s", make_indicator("core", core=True), make_indicator("own", ask_as={"participant": "Here, …"}), make_indicator("more")
        )
    )
    assert asked(framework, make_assessment(role=role, set="quick")) == ["core"]


def test_words_for_a_leader_do_not_make_a_question_quick() -> None:
    assert asked(one_section("a", ask_as={"leader": "Here, …"}), make_assessment(role="leader", set="quick")) == []


def test_a_group_in_the_quick_set_is_asked_the_core() -> None:
    framework = make_framework(
        make_section("s", make_indicator("core", core=True), make_indicator("own", ask_as={"participant": "Here, …"}))
    )
    assert asked(framework, make_assessment(mode="consensus", role=None, set="quick")) == ["core"]


# Sections.


def test_sections_limit_the_scope_of_their_framework_only_and_keep_file_order() -> None:
    sections = [make_section(name) for name in ("one", "two", "three")]
    assessment = make_assessment(sections={"f": ("three", "one")})
    assert [one.id for one in sections_in_scope(make_framework(*sections), assessment)] == ["one", "three"]
    assert [one.id for one in sections_in_scope(make_framework(*sections, name="g"), assessment)] == ["one", "two", "three"]


def test_no_section_chosen_leaves_no_question() -> None:
    assert asked(one_section("a"), make_assessment(sections={"f": ()})) == []


def test_a_section_that_is_gone_is_passed_over() -> None:
    assert asked(one_section("a"), make_assessment(sections={"f": ("gone", "s")})) == ["a"]


# Facts.

VALUES: dict[str, FactValue] = {"practitioners": True, "team-size": "3-9"}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({}, True),
        ({"practitioners": True}, True),
        ({"practitioners": False}, False),
        ({"team-size": "3-9"}, True),
        ({"team-size": "10+"}, False),
        ({"team-size": ("3-9", "10+")}, True),
        ({"team-size": ("1-2", "10+")}, False),
        ({"team-size": ()}, False),
        ({"practitioners": True, "team-size": ("3-9",)}, True),
        ({"practitioners": True, "team-size": "1-2"}, False),
        ({"practitioners": False, "team-size": "3-9"}, False),
        ({"unknown": True}, False),
        ({"unknown": False}, False),
        ({"unknown": ("1-2", "3-9")}, False),
        ({"practitioners": True, "unknown": "x"}, False),
        ({"practitioners": "true"}, False),
    ],
)
def test_keys_are_anded_a_list_is_an_or_and_what_nobody_knows_holds_nothing(condition: Condition, expected: bool) -> None:
    assert holds(condition, VALUES) is expected


def test_a_fact_nobody_answered_takes_its_default() -> None:
    framework = make_framework(make_section("s"), facts=(PRACTITIONERS, TEAM_SIZE))
    assert fact_values(framework, {"team-size": "10+", "elsewhere": True}) == {"practitioners": True, "team-size": "10+"}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ["with", "large"]),
        ({"practitioners": False}, ["large"]),
        ({"team-size": "1-2"}, ["with"]),
        ({"practitioners": False, "team-size": "1-2"}, []),
        ({"team-size": "elsewhere"}, ["with"]),
    ],
)
def test_facts_decide_what_is_asked(facts: dict[str, FactValue], expected: list[str]) -> None:
    section = make_section(
        "s", make_indicator("with", only_if={"practitioners": True}), make_indicator("large", only_if={"team-size": ("3-9", "10+")})
    )
    framework = make_framework(section, facts=(PRACTITIONERS, TEAM_SIZE))
    assert asked(framework, make_assessment(facts=facts)) == expected


def test_a_group_is_asked_only_what_its_facts_admit() -> None:
    framework = make_framework(make_section("s", make_indicator("with", only_if={"practitioners": False})), facts=(PRACTITIONERS,))
    assert asked(framework, make_assessment(mode="consensus", role=None)) == []


def two_conditions(**keys: Any) -> Framework:
    first = make_section("one", make_indicator("a", core=True, only_if={"practitioners": True}, voices=("staff", "participant")))
    second = make_section("two", make_indicator("b", only_if={"team-size": "10+"}), make_indicator("c", core=True))
    return make_framework(first, second, facts=(TEAM_SIZE, PRACTITIONERS, make_fact("unused", False)), **keys)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"role": "staff"}, ["team-size", "practitioners"]),
        ({"role": "staff", "set": "quick"}, ["practitioners"]),
        ({"role": "leader"}, ["team-size"]),
        ({"role": "leader", "set": "quick"}, []),
        ({"role": "staff", "sections": {"f": ("one",)}}, ["practitioners"]),
        ({"role": "not-said", "sections": {"f": ("one",)}}, ["practitioners"]),
        ({"role": None, "mode": "consensus"}, ["team-size", "practitioners"]),
    ],
)
def test_only_the_facts_that_a_question_in_scope_needs_are_asked_in_file_order(keys: dict[str, Any], expected: list[str]) -> None:
    assert [fact.id for fact in facts_needed([two_conditions()], make_assessment(**keys))] == expected


def test_a_solo_file_without_a_role_needs_the_facts_of_not_said() -> None:
    framework = make_framework(
        make_section("s", make_indicator("a", voices=("family",), only_if={"practitioners": True})), facts=(PRACTITIONERS,)
    )
    assert facts_needed([framework], make_assessment(role=None)) == ()


@pytest.mark.parametrize(("role", "expected"), [("leader", ["team-size"]), ("participant", []), ("family", [])])
def test_the_size_of_a_team_is_asked_of_those_whose_wording_it_changes(role: Role, expected: list[str]) -> None:
    framework = make_framework(make_section("s"), facts=(TEAM_SIZE,), small_team={"team-size": "1-2"})
    assert [fact.id for fact in facts_needed([framework], make_assessment(role=role))] == expected


def test_a_fact_that_two_frameworks_need_is_asked_once() -> None:
    frameworks = [two_conditions(), two_conditions(name="g")]
    assert [fact.id for fact in facts_needed(frameworks, make_assessment(role="staff"))] == ["team-size", "practitioners"]


def test_a_fact_that_two_frameworks_word_differently_is_asked_in_the_first_ones_words() -> None:
    worded = [replace(PRACTITIONERS, ask=ask) for ask in ("First?", "Second?")]
    section = make_section("s", make_indicator("a", only_if={"practitioners": True}))
    frameworks = [make_framework(section, name=f"f{row}", facts=(fact,)) for row, fact in enumerate(worded)]
    assert [fact.ask for fact in facts_needed(frameworks, make_assessment())] == ["First?"]


CONDITIONS = st.dictionaries(
    st.sampled_from(["practitioners", "team-size"]),
    st.one_of(st.booleans(), st.sampled_from(TEAM_SIZE.options), st.lists(st.sampled_from(TEAM_SIZE.options)).map(tuple)),
)


@given(st.lists(CONDITIONS, min_size=1, max_size=5), st.booleans(), st.sampled_from(TEAM_SIZE.options))
def test_a_fact_that_is_not_needed_changes_nothing(conditions: list[Condition], practitioners: bool, size: str) -> None:
    indicators = [make_indicator(f"i{row}", only_if=condition) for row, condition in enumerate(conditions)]
    framework = make_framework(make_section("s", *indicators), facts=(PRACTITIONERS, TEAM_SIZE))
    given_facts: dict[str, FactValue] = {"practitioners": practitioners, "team-size": size}
    needed = {fact.id for fact in facts_needed([framework], make_assessment())}
    only_needed = {name: value for name, value in given_facts.items() if name in needed}
    assert asked(framework, make_assessment(facts=only_needed)) == asked(framework, make_assessment(facts=given_facts))


@given(st.lists(st.tuples(st.booleans(), st.one_of(st.none(), st.sets(st.sampled_from(VOICES), min_size=1)))), st.sampled_from(ROLES))
def test_the_quick_set_is_part_of_the_full_set(drawn: list[tuple[bool, set[Any] | None]], role: Role) -> None:
    indicators = [
        make_indicator(f"i{row}", core=core, voices=tuple(sorted(voices)) if voices else None) for row, (core, voices) in enumerate(drawn)
    ]
    section = make_section("s", *indicators)
    quick, full = (
        [one.id for one in indicators_in_scope(make_framework(section), section, make_assessment(role=role, set=chosen))]
        for chosen in ("quick", "full")
    )
    assert [one for one in full if one in quick] == quick


# Small teams and wording.


@pytest.mark.parametrize(
    ("facts", "small_team", "expected"),
    [
        ({"team-size": "1-2"}, {"team-size": "1-2"}, True),
        ({"team-size": "3-9"}, {"team-size": "1-2"}, False),
        ({}, {"team-size": "1-2"}, False),
        ({}, {"team-size": "3-9"}, True),
        ({"team-size": "1-2"}, {}, False),
    ],
)
def test_a_team_is_small_when_the_framework_says_so(facts: dict[str, FactValue], small_team: Condition, expected: bool) -> None:
    framework = make_framework(make_section("s"), facts=(TEAM_SIZE,), small_team=small_team)
    assert is_small_team(framework, make_assessment(facts=facts)) is expected


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"role": "participant"}, "Here, I …"),
        ({"role": "leader"}, "As leaders, we …"),
        ({"role": "staff"}, "We …"),
        ({"role": "not-said"}, "We …"),
        ({"role": None}, "We …"),
        ({"mode": "consensus", "role": None}, "We …"),
        ({"mode": "consensus", "role": "participant"}, "We …"),
    ],
)
def test_a_role_is_asked_in_its_own_words_and_a_group_in_the_common_ones(keys: dict[str, Any], words: str) -> None:
    indicator = make_indicator("a", ask="We …", ask_as={"participant": "Here, I …", "leader": "As leaders, we …"})
    assert wording(indicator, make_assessment(**keys)) == words
