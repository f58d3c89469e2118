"""Sides held against each other: which may be, like-for-like scores, and what is on which list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.scores.report import framework_result
from peerkit.errors import InputError, UsageError
from peerkit.model.answers import Given, SetAside
from peerkit.model.comparison import ComparedQuestion, ComparedSide
from peerkit.model.framework import Change
from support.building import ends, make_assessment, make_framework, make_indicator, make_section
from support.compared import alone, compared, mirrored, side_of_file, teams
from support.scored import Part
from support.strategies import ANSWERS, WEIGHTS, costly
from support.teams import assessments, roles_of

FRAMEWORK = make_framework(
    make_section("s", *(make_indicator(name) for name in "abcd")),
    make_section("t", make_indicator("e", safety=True), make_indicator("f", weight=3)),
)
QUICK = make_framework(make_section("s", make_indicator("a", core=True), make_indicator("b", core=True), *map(make_indicator, "cdef")))
FOUR: dict[str, Given | None] = {"a": 4, "b": 2, "c": 0, "d": 1}
ROLES = roles_of(("peer-worker", 5), ("staff", 5))


def ids(found: Iterable[ComparedQuestion]) -> list[str]:
    return [one.indicator.id for one in found]


def values(*sides: ComparedSide, section: int = 0) -> list[Fraction | None]:
    return [one.value for one in compared(*sides).frameworks[0].sections[section].scores.sides]


# Which sides may be compared.


def test_one_side_is_no_comparison() -> None:
    with pytest.raises(UsageError, match="a comparison needs two sides or more"):
        compared(alone(FRAMEWORK, {"a": 1}))


def test_two_people_of_one_program_are_compared_and_three_are_a_team() -> None:
    people = [alone(FRAMEWORK, {"a": level}) for level in (1, 2, 3)]

    assert compared(*people[:2]).is_one_program
    with pytest.raises(UsageError, match="more than two people of one program are a team"):
        compared(*people)


def test_the_third_person_of_a_program_is_found_whatever_its_spelling() -> None:
    names = ("Lantern", " LANTERN ", "lantern  ")
    with pytest.raises(UsageError):
        compared(*(alone(FRAMEWORK, {"a": 1}, program=name) for name in names))


def test_three_people_of_three_programs_are_compared() -> None:
    assert len(compared(*(alone(FRAMEWORK, {"a": 1}, program=name) for name in "xyz")).sides) == 3


def test_groups_that_answered_together_are_no_single_people() -> None:
    groups = [alone(FRAMEWORK, {"a": level}, mode="consensus", role=None, room={"staff": 5}) for level in (1, 2, 3)]

    assert ids(compared(*groups).moved) == ["a"]


def test_there_is_a_letter_for_each_of_26_sides_and_for_no_more() -> None:
    sides = [alone(FRAMEWORK, {"a": 1}, program=f"p{number}") for number in range(27)]

    assert compared(*sides[:26]).labels[-1] == "Z"
    with pytest.raises(UsageError, match="27 sides are too many"):
        compared(*sides)


def test_sides_without_a_common_framework_are_refused_and_named() -> None:
    other = make_framework(name="other")
    with pytest.raises(InputError, match="these have no framework in common: f; other"):
        compared(alone(FRAMEWORK, {"a": 1}), alone(other, {"s-1": 1}))


def test_a_framework_that_not_all_answered_is_named_and_left_out() -> None:
    other = make_framework(name="other")
    more = make_assessment({"f/a": 1, "other/s-1": 4})
    found = compared(alone(FRAMEWORK, {"a": 1}), side_of_file([FRAMEWORK, other], more))

    assert [(one.framework.id, one.sides) for one in found.partly] == [("other", (1,))]
    assert [one.framework.id for one in found.frameworks] == ["f"]
    assert found.differs_in == ("frameworks",)


# How far they can be compared.


def test_the_share_is_what_all_rated_of_what_any_rated() -> None:
    found = compared(alone(FRAMEWORK, {"a": 1, "b": 2, "c": "skipped"}), alone(FRAMEWORK, {"a": 1, "c": 2, "d": 3}))

    assert (found.frameworks[0].rated_by_all, found.frameworks[0].rated_by_any) == (1, 4)
    assert found.differs_in == ("questions",)


def test_two_thirds_of_the_questions_are_enough_to_compare_without_care() -> None:
    full: dict[str, Given | None] = {"a": 1, "b": 2, "c": 3}
    assert compared(alone(FRAMEWORK, full), alone(FRAMEWORK, full | {"c": None})).differs_in == ()


@pytest.mark.parametrize(
    ("other", "differs"),
    [
        ({"set": "quick"}, "sets"),
        ({"role": "staff"}, "roles"),
        ({"mode": "consensus", "role": None, "room": {"peer-worker": 4}}, "kinds"),
    ],
)
def test_what_differs_before_anybody_answers_is_said(other: dict[str, Any], differs: str) -> None:
    plain = make_framework(make_section("s", make_indicator("a", core=True)))
    assert compared(alone(plain, {"a": 1}), alone(plain, {"a": 1}, **other)).differs_in == (differs,)


def test_answers_of_one_role_from_different_days_are_over_time() -> None:
    first, later = alone(FRAMEWORK, {"a": 1}, updated="2025-11-21"), alone(FRAMEWORK, {"a": 1})

    assert compared(first, later).is_over_time
    assert not compared(later, later).is_over_time
    assert not compared(first, alone(FRAMEWORK, {"a": 1}, role="staff")).is_over_time
    assert not compared(first, alone(FRAMEWORK, {"a": 1}, program="Other")).is_over_time


# Scores of what they share.


def test_a_score_rests_on_the_questions_that_all_sides_rated() -> None:
    assert values(alone(FRAMEWORK, {"a": 4, "b": 2, "c": 0}), alone(FRAMEWORK, {"a": 1, "b": 1, "c": 1, "d": 4})) == [50, 25]


def test_a_score_needs_two_thirds_of_what_all_were_asked() -> None:
    first, second = alone(FRAMEWORK, FOUR), alone(FRAMEWORK, {"a": 1, "b": 1, "c": "dont-know", "d": "skipped"})
    assert values(first, second) == [None, None]


def test_what_does_not_apply_on_one_side_is_asked_of_neither() -> None:
    first, second = alone(FRAMEWORK, FOUR), alone(FRAMEWORK, {"a": 1, "b": 1, "c": "not-applicable", "d": "not-applicable"})
    assert values(first, second) == [75, 25]


def test_a_quick_set_beside_a_full_one_is_scored_on_the_core_questions() -> None:
    full: dict[str, Given | None] = dict.fromkeys("abcdef", 4)
    found = compared(alone(QUICK, full), alone(QUICK, {"a": 1, "b": 3}, set="quick"))
    scores = found.frameworks[0].sections[0].scores

    assert [one.value for one in scores.sides] == [100, 50]
    assert (scores.shared, scores.asked) == (2, 2)
    assert found.differs_in == ("sets", "questions")
    assert ids(found.only[0]) == ["c", "d", "e", "f"]


def test_weights_count_and_a_framework_is_the_mean_of_its_sections() -> None:
    answers: dict[str, Given | None] = {"a": 4, "b": 4, "c": 4, "d": 4, "e": 0, "f": 4}
    framework = compared(alone(FRAMEWORK, answers), alone(FRAMEWORK, answers | {"f": 0})).frameworks[0]

    assert [one.value for one in framework.sections[1].scores.sides] == [75, 0]
    assert framework.scores is not None
    assert [one.value for one in framework.scores.sides] == [Fraction(175, 2), 50]
    assert (framework.scores.shared, framework.scores.asked) == (6, 6)


@pytest.mark.parametrize(("weight", "same"), [(7, False), (8, True)])
def test_a_section_that_lies_under_12_and_a_half_points_apart_is_about_the_same(weight: int, same: bool) -> None:
    framework = make_framework(make_section("s", make_indicator("a", weight=4), make_indicator("b", weight=2 * weight - 10)))
    scores = compared(alone(framework, {"a": 1, "b": 2}), alone(framework, {"a": 2, "b": 2})).frameworks[0].sections[0].scores

    assert scores.apart == (Fraction(100, 2 * weight - 6),) * 2
    assert scores.is_about_the_same is same


@pytest.mark.parametrize(("weight", "same"), [(29, False), (30, True)])
def test_a_framework_that_lies_under_3_points_apart_is_about_the_same(weight: int, same: bool) -> None:
    sections = (make_section("s", make_indicator("a"), weight=3), make_section("t", make_indicator("b"), weight=3 * (weight - 5)))
    framework = make_framework(*sections)
    scores = compared(alone(framework, {"a": 1, "b": 2}), alone(framework, {"a": 4, "b": 2})).frameworks[0].scores

    assert scores is not None
    assert scores.apart == (Fraction(75, weight - 4),) * 2
    assert scores.is_about_the_same is same


# The lists.


def test_what_moved_is_listed_farthest_first_and_what_did_not_is_not() -> None:
    found = compared(alone(FRAMEWORK, {"a": 1, "b": 0, "c": 2, "d": 4}), alone(FRAMEWORK, {"a": 2, "b": 4, "c": 2, "d": 1}))

    assert ids(found.moved) == ["b", "d", "a"]


def test_what_is_low_and_what_is_strong_is_so_on_every_side() -> None:
    found = compared(
        alone(FRAMEWORK, {"a": 1, "b": 3, "c": 2, "d": 3, "e": 1}),
        alone(FRAMEWORK, {"a": 2, "b": 4, "c": 3, "d": "dont-know", "e": 2}),
    )

    assert ids(found.low) == ["a", "e"]
    assert ids(found.strong) == ["b"]
    assert [result.lane == "safety" for result in found.low[1].results if result] == [True, False]


def test_what_only_one_side_rated_is_listed_with_that_side() -> None:
    found = compared(
        alone(FRAMEWORK, {"a": 1, "b": 1, "c": 1}, program="x"),
        alone(FRAMEWORK, {"a": 1, "d": "dont-know"}, program="y"),
        alone(FRAMEWORK, {"a": 1, "b": 1, "d": 0}, program="z"),
    )

    assert [ids(one) for one in found.only] == [["c"], [], ["d"]]


# Versions.


CHANGED = make_framework(
    make_section(
        "s",
        make_indicator("a"),
        make_indicator("b", change=(Change(version="1.10.0", note="Now about money too."),)),
        make_indicator("c", change=(Change(version="1.2.0", note="Said in plainer words."),)),
        make_indicator("d"),
    ),
    version="1.10.0",
)


OLD = {"b": "We do b for free."}


def test_what_was_asked_in_other_words_is_listed_and_in_no_score() -> None:
    answers = {"a": 4, "b": 0, "c": 4, "d": 4}
    found = compared(alone(CHANGED, answers, version="1.9.0", asks=OLD), alone(CHANGED, answers | {"b": 4, "a": 2}))

    assert [(one.indicator.id, [note.note for note in one.notes], one.words) for one in found.changed] == [
        ("b", ["Now about money too."], ("We do b for free.", "We do b."))
    ]
    assert found.frameworks[0].versions == ("1.9.0", "1.10.0")
    assert [one.value for one in found.frameworks[0].sections[0].scores.sides] == [100, Fraction(250, 3)]
    assert found.frameworks[0].sections[0].scores.asked == 3
    assert ids(found.moved) == ["a"]
    assert "versions" in found.differs_in


def test_other_words_are_seen_where_no_version_says_so() -> None:
    found = compared(alone(FRAMEWORK, {"a": 4, "b": 1}, asks=OLD), alone(FRAMEWORK, {"a": 4, "b": 1}))

    assert ids(found.changed) == ["b"]
    assert not found.is_empty
    assert found.frameworks[0].sections[0].scores.shared == 1
    assert ids(found.strong) == ["a"]


@pytest.mark.parametrize(
    ("same", "changed", "moved"),
    [
        ((False,), ["b"], []),
        ((True,), [], ["b"]),
        ((True, True), [], ["b"]),
        ((True, False), ["b"], []),
    ],
)
def test_old_and_new_words_are_compared_where_every_note_says_that_they_mean_the_same(
    same: tuple[bool, ...], changed: list[str], moved: list[str]
) -> None:
    notes = tuple(Change(version=f"1.{number}.0", note="Said in plainer words.", same=one) for number, one in enumerate(same, 1))
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b", change=notes)), version="1.2.0")
    found = compared(alone(framework, {"a": 1, "b": 1}, version="1.0.0", asks=OLD), alone(framework, {"a": 1, "b": 3}))

    assert (ids(found.changed), ids(found.moved)) == (changed, moved)


def test_a_note_says_nothing_about_words_that_the_version_of_today_never_had() -> None:
    note = Change(version="1.1.0", note="Said in plainer words.", same=True)
    framework = make_framework(make_section("s", make_indicator("b", change=(note,))), version="1.1.0")
    older, mended = alone(framework, {"b": 1}, version="1.0.0", asks=OLD), alone(framework, {"b": 3}, asks={"b": "We do b by ourselves."})

    assert ids(compared(older, mended).changed) == ["b"]
    assert ids(compared(mended, older).changed) == ["b"]
    assert compared(mended, mended).changed == ()


def test_a_note_about_something_else_than_the_words_keeps_nothing_apart() -> None:
    found = compared(alone(CHANGED, {"a": 1, "b": 1}, version="1.9.0"), alone(CHANGED, {"a": 1, "b": 3}))

    assert (ids(found.changed), ids(found.moved)) == ([], ["b"])


def test_the_words_of_two_roles_ask_the_same() -> None:
    framework = make_framework(make_section("s", make_indicator("a", ask_as={"participant": "I see a."})))
    found = compared(alone(framework, {"a": 1}), alone(framework, {"a": 3}, asks={"a": "I see a."}, role="participant"))

    assert (ids(found.changed), ids(found.moved)) == ([], ["a"])


def test_what_one_side_left_open_is_not_asked_in_other_words() -> None:
    found = compared(alone(FRAMEWORK, {"a": 1, "b": 1}, asks=OLD), alone(FRAMEWORK, {"a": 1}))

    assert found.changed == ()
    assert found.frameworks[0].sections[0].scores.asked == 4


def test_two_files_of_the_same_old_version_were_asked_alike() -> None:
    answers = {"a": 4, "b": 0, "c": 4, "d": 4}
    side = alone(CHANGED, answers, version="1.0.0", asks=OLD)

    assert compared(side, side).changed == ()
    assert compared(side, side).is_empty


def test_answers_whose_question_is_gone_are_counted() -> None:
    gone = (SetAside(id="f/old", ask="Old", answer=2, why="gone"), SetAside(id="other/old", ask="Old", answer=2, why="gone"))
    found = compared(alone(FRAMEWORK, {"a": 1}, set_aside=gone), alone(FRAMEWORK, {"a": 1}))

    assert found.frameworks[0].set_aside == (1, 0)


# Teams.


@pytest.mark.parametrize(("same", "changed"), [(False, ["b"]), (True, [])])
def test_of_a_team_the_version_says_which_words_it_was_asked(same: bool, changed: list[str]) -> None:
    note = Change(version="1.1.0", note="Now about money too.", same=same)
    indicators = [make_indicator(name, change=(note,) if name == "b" else ()) for name in "abcd"]
    framework = make_framework(make_section("s", *indicators), version="1.1.0")
    [team] = teams(framework, assessments(framework, ROLES, SPREAD))
    older = replace(team, frameworks={"f": replace(team.frameworks["f"], version="1.0.0")})

    assert ids(compared(older, team).changed) == changed
    assert ids(compared(older, alone(framework, dict.fromkeys("abcd", 2))).changed) == changed
    assert ids(compared(older, replace(older, day="2027-11-21")).changed) == []


def team_of(*rows: dict[str, str]) -> tuple[ComparedSide, ...]:
    groups = []
    for number, row in enumerate(rows):
        day = f"202{number}-11-21"
        people = assessments(FRAMEWORK, ROLES, row, started=day, updated=day)
        groups.append([replace(one, id=f"{number}{one.id}") for one in people])
    return teams(FRAMEWORK, *groups)


SPREAD = {"a": "01234 01234", "b": "01122 22334", "c": "01123 33442", "d": "43210 22113"}


def test_a_team_is_compared_by_the_middle_of_what_it_shows() -> None:
    found = compared(*team_of(SPREAD, SPREAD | {"b": "33344 12234"}))

    assert ids(found.moved) == ["b"]
    assert [result.standing for result in found.moved[0].results if result] == [2, 3]
    assert found.frameworks[0].scores is None
    assert found.frameworks[0].set_aside == (None, None)


def test_words_that_may_be_the_same_level_have_not_moved() -> None:
    in_words = {"b": "22222 22222"}
    first, *_, third = (compared(*team_of(SPREAD | in_words, SPREAD | {"b": row})) for row in ("11222 22233", "22222 22222", "33334 22444"))

    assert ids(first.moved) == []
    assert ids(third.moved) == ["b"]
    stand = third.moved[0].results[0]
    assert stand is not None
    assert [stand.standing, stand.low, stand.high] == [None, 0, 2]


def test_teams_in_the_same_groups_are_scored_as_in_their_reports() -> None:
    scores = compared(*team_of(SPREAD, SPREAD)).frameworks[0].sections[0].scores

    peers, staff = Fraction(100, 16) * Fraction(10 + 6 + 7 + 10, 5), Fraction(100, 16) * Fraction(10 + 14 + 16 + 9, 5)
    assert [score.value for score in scores.sides] == [(peers + staff) / 2] * 2


def test_teams_in_other_groups_are_all_scored_from_everybody_together() -> None:
    many = assessments(
        FRAMEWORK, roles_of(("peer-worker", 10), ("staff", 5)), {name: row[:5] * 2 + row[5:] for name, row in SPREAD.items()}
    )
    one_group = assessments(FRAMEWORK, roles_of(("peer-worker", 10)), {name: row.replace(" ", "") for name, row in SPREAD.items()})
    sides = teams(FRAMEWORK, [replace(one, id=f"a{one.id}") for one in many], one_group)
    scores = compared(*sides).frameworks[0].sections[0].scores

    total = 2 * (10 + 6 + 7 + 10) + (10 + 14 + 16 + 9)
    assert scores.sides[0].value == Fraction(100 * total, 15 * 16)


def test_a_person_beside_a_team_is_scored_on_what_the_team_shows() -> None:
    team = team_of(SPREAD | {"d": "4.... ....."})[0]
    found = compared(alone(FRAMEWORK, {"a": 4, "b": 4, "c": 4, "d": 0}), team)

    scores = found.frameworks[0].sections[0].scores
    assert (scores.shared, scores.asked) == (3, 4)
    assert scores.sides[0].value == 100
    assert ids(found.only[0]) == ["d"]


def test_what_a_team_cannot_show_counts_as_asked() -> None:
    team = team_of(SPREAD | {"c": "4.... .....", "d": "4.... ....."})[0]
    scores = compared(alone(FRAMEWORK, dict.fromkeys("abcd", 4)), team).frameworks[0].sections[0].scores

    assert (scores.shared, scores.asked) == (2, 4)
    assert [score.value for score in scores.sides] == [None, None]


# For every input.


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[ComparedSide, ComparedSide]:
    parts = [Part(f"s{at}", ()) for at in range(draw(st.integers(1, 3)))]
    names = {f"s{at}": [f"s{at}-{number}" for number in range(draw(st.integers(1, 4)))] for at, _ in enumerate(parts)}
    change = st.sampled_from([(), (Change(version="1.1.0", note="x"),), (Change(version="1.1.0", note="x", same=True),)])
    framework = make_framework(
        *(
            make_section(name, *(make_indicator(one, weight=draw(WEIGHTS), core=draw(st.booleans()), change=draw(change)) for one in inner))
            for name, inner in names.items()
        ),
        version="1.1.0",
    )
    sides = []
    for _ in range(2):
        answers = {one: draw(ANSWERS) for inner in names.values() for one in inner}
        version = draw(st.sampled_from(["1.0.0", "1.1.0"]))
        keys = {"set": draw(st.sampled_from(["quick", "full"])), "updated": draw(st.sampled_from(["2025-11-21", "2026-11-21"]))}
        sides.append(alone(framework, answers, version, {one: f"Was {one}?" for one in answers if draw(st.booleans())}, **keys))
    return sides[0], sides[1]


@given(two_sides())
def test_the_other_way_round_everything_is_mirrored(sides: tuple[ComparedSide, ComparedSide]) -> None:
    assert compared(*sides[::-1]) == mirrored(compared(*sides))


@given(two_sides())
def test_a_side_beside_itself_differs_in_nothing(sides: tuple[ComparedSide, ComparedSide]) -> None:
    side = replace(sides[0], files=1 if sides[0].kind == "team" else None)
    found = compared(side, side)

    assert found.is_empty
    assert (found.moved, found.changed, found.partly) == ((), (), ())
    assert not any(found.only)
    assert all(section.scores.apart in (ends(0, 0), None) for section in found.frameworks[0].sections)


@given(st.lists(ANSWERS, min_size=4, max_size=4))
def test_a_side_beside_itself_has_the_scores_of_its_report(answers: list[Given | None]) -> None:
    named = dict(zip("abcd", answers, strict=True))
    side = alone(FRAMEWORK, named)
    report = framework_result(FRAMEWORK, make_assessment({f"f/{name}": answer for name, answer in named.items() if answer is not None}))
    by_id = {one.section.id: one.score.value for one in report.sections}

    [framework] = compared(side, side).frameworks
    assert {one.section.id: one.scores.sides[0].value for one in framework.sections} == by_id
    assert framework.scores is not None
    assert framework.scores.sides[0].value == report.score.value


LEVEL_ROWS = st.lists(st.sampled_from("01234?."), min_size=10, max_size=10).map("".join)


@costly(2)
@given(st.lists(LEVEL_ROWS, min_size=4, max_size=4), st.lists(LEVEL_ROWS, min_size=4, max_size=4))
def test_teams_are_mirrored_too_also_when_people_are_in_both(first: list[str], second: list[str]) -> None:
    old = assessments(FRAMEWORK, ROLES, dict(zip("abcd", first, strict=True)))
    new = [replace(one, id=f"b{one.id}") for one in assessments(FRAMEWORK, ROLES, dict(zip("abcd", second, strict=True)))]
    overlapping = (old, [*old[:7], *new[7:]])

    here, there = compared(*teams(FRAMEWORK, *overlapping)), compared(*teams(FRAMEWORK, *overlapping[::-1]))
    assert there == mirrored(here)
    assert compared(*teams(FRAMEWORK, old[::-1], new)) == compared(*teams(FRAMEWORK, old, new))
