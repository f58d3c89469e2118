from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from peerkit.engine.team.membership import Belonging, Misfit, pool, sort_out
from peerkit.errors import UsageError
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


def sorted_out(*people: Assessment, frameworks: Sequence[Framework] = (FRAMEWORK,)) -> Belonging:
    """Sort out files that are called a, b, c and so on."""
    return sort_out(dict(zip("abcdefghij", people, strict=False)), lambda name, _: next(it for it in frameworks if it.id == name))


def refused(*people: Assessment, frameworks: Sequence[Framework] = (FRAMEWORK,)) -> Misfit:
    """Return why files do not belong to the others, where that is one thing; the others are left."""
    belonging = sorted_out(*people, frameworks=frameworks)
    [misfit] = belonging.misfits
    assert not belonging.members.keys() & set(misfit.files)
    assert len(belonging.members) + len(misfit.files) == len(people)
    return misfit


def test_people_who_were_asked_the_same_are_a_team() -> None:
    ann, ben = person("aaaa"), person("bbbb", role="leader")
    team = pool([FRAMEWORK], {"b": ben, "a": ann})
    assert (team.frameworks, team.assessments) == ((FRAMEWORK,), (ann, ben))
    assert team.facts == {"big": True, "size": "few"}


def test_capital_letters_and_spaces_make_no_other_program() -> None:
    ann, ben = person("aaaa", program=" lantern  STREET peers"), person("bbbb", program="Lantern Street Peers")
    assert len(pool([FRAMEWORK], {"a": ann, "b": ben}).assessments) == 2


def test_another_program_is_named() -> None:
    other = person("cccc", program="Tern Point")
    misfit = refused(person("aaaa"), person("bbbb"), other)
    assert misfit.message == "1 of 3: c is about Tern Point, the others about Lantern Street Peers"
    assert (misfit.files, misfit.is_open) == (("c",), False)
    assert misfit.hint == "Name only the files of one program. Capital letters and spaces make no difference."


def test_where_as_many_are_of_either_kind_it_is_open_which_are_meant() -> None:
    misfit = refused(person("aaaa"), person("bbbb", program="Tern Point"))
    assert (misfit.message, misfit.is_open) == ("1 of 2: b is about Tern Point, a about Lantern Street Peers", True)


def test_several_that_differ_are_one_difference_and_several_differences_are_told_apart() -> None:
    many = [person(f"aaa{number}") for number in range(3)]
    others = [person("bbbb", program="Tern"), person("cccc", program="Tern"), person("dddd", program="Wren")]
    said = [misfit.message for misfit in sorted_out(*many, *others).misfits]
    assert said == [
        "2 of 6: d and e are about Tern, most others about Lantern Street Peers",
        "1 of 6: f is about Wren, most others about Lantern Street Peers",
    ]


def refs(*named: str) -> tuple[FrameworkRef, ...]:
    return tuple(FrameworkRef(id=name, version=version, digest=DIGEST) for name, _, version in (one.partition(" ") for one in named))


@pytest.mark.parametrize(
    ("named", "said"),
    [(("f 2.0.0",), "f 2.0.0, the others to f 1.0.0"), (("f 1.0.0", "g 1.0.0"), "f 1.0.0 and g 1.0.0, the others to f 1.0.0")],
)
def test_another_framework_or_version_is_named(named: tuple[str, ...], said: str) -> None:
    misfit = refused(person("aaaa"), person("bbbb"), person("cccc", frameworks=refs(*named)))
    assert misfit.message == f"1 of 3: c holds answers to {said}"
    assert misfit.hint == (
        "A team answers the same questions. Report on the others alone, or compare the two, each in a file or a folder of its own."
    )
    assert misfit.can_be_compared
    assert not refused(person("aaaa"), person("bbbb"), person("cccc", frameworks=refs("g 1.0.0"))).can_be_compared


# How much was asked.


def test_of_two_sets_the_quick_one_is_counted() -> None:
    belonging = sorted_out(person("aaaa"), person("bbbb", set="quick"), person("cccc", set="quick"))
    assert [slip.message for slip in belonging.slips] == [
        "1 of 3: a has the full set, the others the quick set. Counted is what all were asked: the quick set."
    ]
    assert (belonging.misfits, list(belonging.members)) == ((), ["a", "b", "c"])
    assert {assessment.set for assessment in pool([FRAMEWORK], belonging.members).assessments} == {"quick"}


def test_of_several_choices_the_sections_that_all_share_are_counted() -> None:
    framework = make_framework(make_section("s"), make_section("t"), make_section("u"))
    people = person("aaaa"), person("bbbb", sections={"f": ("s", "t")}), person("cccc", sections={"f": ("t", "u")}), person("dddd")
    belonging = sorted_out(*people, frameworks=[framework])
    assert [slip.message for slip in belonging.slips] == [
        "1 of 4: b has the sections f/s, f/t, most others all sections. Counted is what all were asked: the section f/t.",
        "1 of 4: c has the sections f/t, f/u, most others all sections. Counted is what all were asked: the section f/t.",
    ]
    assert {assessment.sections["f"] for assessment in pool([framework], belonging.members).assessments} == {("t",)}


def test_whoever_is_why_less_is_counted_can_be_left_out() -> None:
    [slip] = sorted_out(person("aaaa"), person("bbbb"), person("cccc", set="quick")).slips
    assert (slip.message.endswith(" Counted is what all were asked: the quick set."), slip.fewer) == (True, ("c",))


def test_where_no_section_is_shared_it_is_open_who_is_meant() -> None:
    framework = make_framework(make_section("s"), make_section("t"))
    belonging = sorted_out(person("aaaa", sections={"f": ("s",)}), person("bbbb", sections={"f": ("t",)}), frameworks=[framework])
    assert [(misfit.message, misfit.is_open) for misfit in belonging.misfits] == [("no section was asked in all of these files", True)]


def test_whoever_left_out_a_whole_framework_of_two_does_not_stop_the_others() -> None:
    two = refs("f 1.0.0", "g 1.0.0")
    left = person("aaaa", frameworks=two, sections={"g": ()})
    frameworks = FRAMEWORK, replace(FRAMEWORK, id="g")
    belonging = sorted_out(left, person("bbbb", frameworks=two), person("cccc", frameworks=two), frameworks=frameworks)
    assert [(misfit.files, misfit.is_open) for misfit in belonging.misfits] == [(("a",), False)]
    assert belonging.misfits[0].message == "1 of 3: a has no section of g, the others all sections"
    assert list(belonging.members) == ["b", "c"]


def test_what_somebody_answered_beyond_that_stays_in_their_answers() -> None:
    ann, ben = person("aaaa"), person("bbbb", set="quick")
    assert pool([FRAMEWORK], {"a": ann, "b": ben}).assessments[0] == replace(ann, set="quick")


def test_the_order_in_which_frameworks_and_sections_are_named_makes_no_difference() -> None:
    ann = person("aaaa", frameworks=refs("f 1.0.0", "g 1.0.0"), sections={"f": ("s", "t")})
    ben = person("bbbb", frameworks=refs("g 1.0.0", "f 1.0.0"), sections={"f": ("t", "s")})
    assert len(pool([FRAMEWORK], {"a": ann, "b": ben}).assessments) == 2


def test_a_group_that_answered_together_is_no_part_of_a_team() -> None:
    misfit = refused(person("aaaa"), person("bbbb", mode="consensus", role=None))
    assert misfit.message == "b holds the answers of a group that answered together, and a team report is made from single people's answers"
    assert misfit.hint == "Report on it alone."


def test_of_one_person_twice_the_later_answers_are_kept() -> None:
    misfit = refused(person("aaaa", updated="2026-11-22"), person("bbbb"), person("aaaa", role="leader"))
    assert misfit.message == "c and a have the same id aaaa, so they are the same person's answers, and they differ"
    assert (misfit.files, misfit.hint) == (("c",), "Counted would be a, where more was answered.")


def test_answers_of_two_rounds_are_no_team() -> None:
    before, after = person("aaaa", started="2025-11-03", updated="2025-11-05"), person("bbbb", started="2026-11-02", updated="2026-11-02")
    misfit = refused(after, before, replace(before, id="cccc"))
    said = "1 of 3: a was answered on 2026-11-02, the others from 2025-11-03 to 2025-11-05, so these are two rounds"
    assert (misfit.message, misfit.is_open, misfit.can_be_compared) == (said, False, True)
    assert (
        misfit.hint
        == "In a team everybody answers once. Report on each round alone, or compare them, each in a file or a folder of its own."
    )
    assert refused(after, before).is_open


@pytest.mark.parametrize(
    ("started", "updated"),
    [("2026-05-05", "2026-05-05"), ("2025-11-05", "2026-12-01"), ("2025-05-06", "2025-05-06"), ("2025-09-31", "2025-09-31")],
)
def test_within_half_a_year_of_somebodys_answers_it_is_one_round(started: str, updated: str) -> None:
    ann, ben = person("aaaa", started="2025-11-03", updated="2025-11-05"), person("bbbb", started=started, updated=updated)
    assert not sorted_out(ann, ben).misfits


def test_one_person_is_no_team() -> None:
    with pytest.raises(UsageError) as caught:
        pool([FRAMEWORK], {"a": person("aaaa")})
    assert caught.value.message == "a team needs the answers of two people or more"


# Facts about the program.


def test_different_facts_are_named() -> None:
    misfit = refused(person("aaaa", facts={"big": True}), person("bbbb"), person("cccc", facts={"big": False}))
    assert misfit.message == '1 of 3: c answers "Is it big?" with no, the others with yes'
    assert misfit.hint == "Agree on what is so. Whoever is to correct it goes on with their file, and presses g for the facts."


def test_a_fact_that_was_not_answered_is_its_default() -> None:
    assert (
        refused(person("aaaa"), person("bbbb", facts={"size": "many"})).message == '1 of 2: b answers "Is it size?" with many, a with few'
    )
    assert pool([FRAMEWORK], {"a": person("aaaa"), "b": person("bbbb", facts={"size": "few"})}).facts["size"] == "few"


@pytest.mark.parametrize("keys", [{"facts": {"unused": True}}, {"facts": {"big": False, "size": "many"}, "role": "participant"}])
def test_a_fact_that_none_of_a_persons_questions_goes_by_says_nothing(keys: dict[str, Any]) -> None:
    ann, ben = person("aaaa"), person("bbbb", **keys)
    assert not sorted_out(ann, ben).misfits
    assert pool([FRAMEWORK], {"a": ann, "b": ben}).facts == {"big": True, "size": "few"}


# The same answers under two ids.


def with_note(assessment: Assessment, note: str) -> Assessment:
    return replace(assessment, answers={address: replace(answer, note=note) for address, answer in assessment.answers.items()})


def test_a_likely_copy_has_another_id_and_the_same_role_days_answers_and_a_note() -> None:
    ann = with_note(person("aaaa"), "We meet on Mondays. ")
    belonging = sorted_out(ann, with_note(person("bbbb"), "We meet on Mondays."), person("cccc"))
    assert (belonging.likely_copies, list(belonging.members)) == ((("a", "b"),), ["a", "b", "c"])


def test_of_several_alike_each_is_named_once() -> None:
    alike = [with_note(person(name * 4), "We meet on Mondays.") for name in "abcd"]
    assert sorted_out(*alike).likely_copies == (("a", "b"), ("a", "c"), ("a", "d"))


@pytest.mark.parametrize("keys", [{"role": "leader"}, {"started": "2026-11-20"}, {"answers": {}}])
def test_what_differs_in_role_days_or_answers_is_no_likely_copy(keys: dict[str, Any]) -> None:
    ann = with_note(person("aaaa"), "We meet on Mondays.")
    assert not sorted_out(ann, replace(ann, id="bbbb", **keys)).likely_copies
    assert not sorted_out(person("aaaa"), person("bbbb")).likely_copies
