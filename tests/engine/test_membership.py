from __future__ import annotations

from typing import Any

import pytest

from peerkit.engine.team.membership import pool
from peerkit.errors import InputError, PeerkitError, UsageError
from peerkit.model.answers import Assessment, FrameworkRef
from peerkit.model.framework import Framework
from support.building import DIGEST, make_assessment, make_fact, make_framework, make_indicator, make_section

FRAMEWORK = make_framework(
    make_section("s", make_indicator("a"), make_indicator("b", voices=("staff",), only_if={"big": True})),
    facts=(make_fact("big", True), make_fact("size", "few", "few", "many"), make_fact("unused", False)),
    small_team={"size": "few"},
)


def person(name: str, **keys: Any) -> Assessment:
    return make_assessment({"f/a": 2}, **({"id": name, "role": "staff"} | keys))


def refused(first: Assessment, second: Assessment, *frameworks: Framework) -> PeerkitError:
    with pytest.raises(InputError) as caught:
        pool(frameworks or [FRAMEWORK], {"one.json": first, "two.json": second})
    return caught.value


def test_people_who_were_asked_the_same_are_a_team() -> None:
    ann, ben = person("aaaa"), person("bbbb", role="leader")
    team = pool([FRAMEWORK], {"b": ben, "a": ann})
    assert (team.frameworks, team.assessments) == ((FRAMEWORK,), (ann, ben))
    assert team.facts == {"big": True, "size": "few"}


def test_capital_letters_and_spaces_make_no_other_program() -> None:
    ann, ben = person("aaaa", program=" lantern  STREET peers"), person("bbbb", program="Lantern Street Peers")
    assert len(pool([FRAMEWORK], {"a": ann, "b": ben}).assessments) == 2


def test_another_program_is_refused() -> None:
    error = refused(person("aaaa"), person("bbbb", program="Tern Point"))
    assert error.message == "one.json and two.json differ in their program: Lantern Street Peers, and Tern Point"
    assert error.hint == "Name only the files of one program. Capital letters and spaces make no difference."


APART = "A team answers the same questions. Report on the others alone, or hold the two against each other: peerkit compare"


def refs(*named: str) -> tuple[FrameworkRef, ...]:
    return tuple(FrameworkRef(id=name, version=version, digest=DIGEST) for name, _, version in (one.partition(" ") for one in named))


@pytest.mark.parametrize(
    ("keys", "difference", "hint"),
    [
        ({"frameworks": refs("f 2.0.0")}, "their frameworks: f 1.0.0, and f 2.0.0", APART),
        ({"frameworks": refs("f 1.0.0", "g 1.0.0")}, "their frameworks: f 1.0.0, and f 1.0.0, g 1.0.0", APART),
        (
            {"set": "quick"},
            "their set of questions: the full set, and the quick set",
            "Go on with the quick one and extend it to the full set, or report on the others alone.",
        ),
        ({"sections": {"f": ("s",)}}, "their sections: all sections, and f/s", APART),
    ],
)
def test_what_was_asked_otherwise_is_named_and_refused(keys: dict[str, Any], difference: str, hint: str) -> None:
    error = refused(person("aaaa"), person("bbbb", **keys))
    assert (error.message, error.hint) == (f"one.json and two.json differ in {difference}", hint)


def test_the_order_in_which_frameworks_and_sections_are_named_makes_no_difference() -> None:
    ann = person("aaaa", frameworks=refs("f 1.0.0", "g 1.0.0"), sections={"f": ("s", "t")})
    ben = person("bbbb", frameworks=refs("g 1.0.0", "f 1.0.0"), sections={"f": ("t", "s")})
    assert len(pool([FRAMEWORK], {"a": ann, "b": ben}).assessments) == 2


def test_a_group_that_answered_together_is_no_part_of_a_team() -> None:
    error = refused(person("aaaa"), person("bbbb", mode="consensus", role=None))
    said = "two.json holds the answers of a group that answered together, and a team report is made from single people's answers"
    assert error.message == said
    assert (error.hint, error.command) == ("Report on it alone:", ("report", "two.json"))


def test_the_same_person_twice_is_refused() -> None:
    error = refused(person("aaaa"), person("aaaa", role="leader"))
    assert error.message == "one.json and two.json have the same id aaaa, so they are the same person's answers"
    assert error.hint == "Keep the later one, and leave the other out."


def test_answers_of_two_rounds_are_no_team() -> None:
    before, after = person("aaaa", started="2025-11-03", updated="2025-11-05"), person("bbbb", started="2026-11-02", updated="2026-11-02")
    error = refused(after, before)
    assert error.message == "two.json was finished on 2025-11-05 and one.json was begun on 2026-11-02, so these are two rounds"
    assert error.hint == "In a team everybody answers once. Report on each round alone, or hold them against each other: peerkit compare"


@pytest.mark.parametrize(
    ("started", "updated"),
    [("2026-05-05", "2026-05-05"), ("2025-11-05", "2026-12-01"), ("2025-05-06", "2025-05-06"), ("2025-09-31", "2025-09-31")],
)
def test_within_half_a_year_of_somebodys_answers_it_is_one_round(started: str, updated: str) -> None:
    ann, ben = person("aaaa", started="2025-11-03", updated="2025-11-05"), person("bbbb", started=started, updated=updated)
    assert len(pool([FRAMEWORK], {"a": ann, "b": ben}).assessments) == 2


def test_one_person_is_no_team() -> None:
    with pytest.raises(UsageError) as caught:
        pool([FRAMEWORK], {"a": person("aaaa")})
    assert caught.value.message == "a team needs the answers of two people or more"


# Facts about the program.


def test_different_facts_are_named_and_refused() -> None:
    error = refused(person("aaaa", facts={"big": True}), person("bbbb", facts={"big": False}))
    assert error.message == 'one.json and two.json differ about the program: "Is it big?" yes, and no'
    assert error.hint == "Agree on what is so. Whoever is to correct it goes on with their file, and presses g for the facts."


def test_a_fact_that_was_not_answered_is_its_default() -> None:
    error = refused(person("aaaa"), person("bbbb", facts={"size": "many"}))
    assert error.message == 'one.json and two.json differ about the program: "Is it size?" few, and many'
    assert pool([FRAMEWORK], {"a": person("aaaa"), "b": person("bbbb", facts={"size": "few"})}).facts["size"] == "few"


@pytest.mark.parametrize("keys", [{"facts": {"unused": True}}, {"facts": {"big": False, "size": "many"}, "role": "participant"}])
def test_a_fact_that_none_of_a_persons_questions_goes_by_says_nothing(keys: dict[str, Any]) -> None:
    assert pool([FRAMEWORK], {"a": person("aaaa"), "b": person("bbbb", **keys)}).facts == {"big": True, "size": "few"}
