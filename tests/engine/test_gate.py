from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.engine.team.team_results import cell_in_counts, cell_in_words
from peerkit.errors import UsageError
from peerkit.model.answers import Answer, Assessment, Governance
from peerkit.model.framework import Framework
from peerkit.model.scale import Role
from peerkit.model.team import Group, Memory, Row, TeamView
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.teams import Rows, assessments, roles_of

PEERS_AND_STAFF = roles_of(("peer-worker", 6), ("staff", 5))
BOTH: tuple[Role, ...] = ("peer-worker", "staff")
ONE_ROW = make_framework(make_section("s", make_indicator("a")))


def gate(people: list[Assessment], framework: Framework = ONE_ROW, before: Memory | None = None, **keys: Any) -> tuple[TeamView, Memory]:
    return protect(pool([framework], {one.id: one for one in people}), before or Memory(), **keys)


def view_of(rows: Rows, framework: Framework = ONE_ROW, **keys: Any) -> TeamView:
    return gate(assessments(framework, PEERS_AND_STAFF, rows), framework, **keys)[0]


def row_of(view: TeamView, name: str = "a") -> Row:
    return next(row for one in view.frameworks for section in one.sections for row in section.rows if row.indicator.id == name)


def test_groups_stand_side_by_side_and_everyone_is_their_sum() -> None:
    view = view_of({"a": "012344 01233"})
    peers = cell_in_counts(("peer-worker",), (1, 1, 1, 1, 2))
    staff = cell_in_counts(("staff",), (1, 1, 1, 2, 0))
    everyone = cell_in_counts(("peer-worker", "staff"), (2, 2, 2, 3, 2))
    assert row_of(view) == Row(indicator=ONE_ROW.sections[0].indicators[0], asked=BOTH, groups=(peers, staff), everyone=everyone)
    assert view.frameworks[0].sections[0].groups == (Group(roles=("peer-worker",), people=6), Group(roles=("staff",), people=5))


def test_everyone_is_left_out_where_a_part_is_in_words() -> None:
    row = row_of(view_of({"a": "444443 01233"}))
    assert row.groups[0] == cell_in_words(("peer-worker",), 6, 0, "mostly-or-higher")
    assert row.groups[1].counts == (1, 1, 1, 2, 0)
    assert (row.everyone, row.hidden) == (None, None)


def test_where_a_group_has_too_few_only_everyone_is_shown() -> None:
    rows = make_framework(make_section("s", *(make_indicator(name) for name in "abc")))
    view = view_of({"a": "012344 01233", "b": "012344 01233", "c": "012344 0123?"}, rows)
    assert (row_of(view, "c").groups, row_of(view, "b").groups != ()) == ((), True)
    everyone = cell_in_counts(("peer-worker", "staff"), (2, 2, 2, 2, 2), 1)
    assert row_of(view, "c").everyone == everyone


def test_a_row_with_too_few_ratings_says_no_more_than_that() -> None:
    row = row_of(view_of({"a": "01234? ?????"}))
    assert (row.everyone is not None, row.hidden) == (True, None)
    row = row_of(view_of({"a": "0123?? ?????"}))
    assert row == Row(indicator=row.indicator, asked=BOTH, hidden="too-few")
    row = row_of(view_of({"a": "?????? ?????"}))
    assert row == Row(indicator=row.indicator, asked=BOTH, hidden="too-few")


def test_a_group_that_is_not_asked_has_no_cell() -> None:
    framework = make_framework(
        make_section("s", make_indicator("a"), make_indicator("b"), make_indicator("c", voices=("staff",)), make_indicator("d"))
    )
    everybody = "012344 01233"
    row = row_of(view_of({"a": everybody, "b": everybody, "c": "...... 01233", "d": everybody}, framework), "c")
    assert [one.roles for one in row.groups] == [("staff",)]
    assert row.everyone == cell_in_counts(("staff",), (1, 1, 1, 2, 0))
    assert (row.asked, row.asks_all) == (("staff",), False)


def test_a_group_is_named_by_those_who_are_asked_something_and_counts_them_alone() -> None:
    framework = make_framework(
        make_section("s", make_indicator("a", voices=("staff", "leader")), make_indicator("b", voices=("participant",))),
        make_section("t", make_indicator("c", voices=("participant",))),
    )
    roles = roles_of(("participant", 2), ("staff", 5), ("leader", 5))
    rows = {"a": ".. 01234 01233", "b": "34 ..... .....", "c": "34 ..... ....."}
    view, shown = gate(assessments(framework, roles, rows), framework)
    staff, leaders = Group(roles=("staff",), people=5), Group(roles=("leader",), people=5)
    assert [section.groups for section in view.frameworks[0].sections] == [(staff, leaders), ()]
    assert [(row.asked, row.hidden) for section in view.frameworks[0].sections for row in section.rows] == [
        (("staff", "leader"), None),
        (("participant",), "asked-of-few"),
        (("participant",), "asked-of-few"),
    ]
    assert shown.rows.keys() == {"f/a"}


def test_one_person_and_a_small_role_are_never_shown_apart_in_a_row_either() -> None:
    indicators = [make_indicator("a"), make_indicator("b", voices=("peer-worker", "staff", "leader"))]
    framework = make_framework(make_section("s", *indicators))
    roles = roles_of(("peer-worker", 5), ("participant", 1), ("staff", 4), ("leader", 1))
    view, _ = gate(assessments(framework, roles, {"a": "01234 2 0123 4", "b": "01234 . 0123 4"}), framework)
    assert [cell.roles for cell in row_of(view, "a").groups] == [("peer-worker",), ("participant", "staff", "leader")]
    alone = row_of(view, "b")
    assert (alone.groups, alone.everyone and alone.everyone.roles) == ((), ("peer-worker", "staff", "leader"))


def test_a_row_that_too_few_are_asked_decides_nothing_about_the_others() -> None:
    indicators = [make_indicator("a"), *(make_indicator(name, voices=("leader",)) for name in "bc")]
    framework = make_framework(make_section("s", *indicators))
    people = assessments(framework, (*PEERS_AND_STAFF, "leader"), {"a": "012344 01233 4", "b": "...... ..... 4", "c": "...... ..... 4"})
    view, _ = gate(people, framework)
    assert [group.roles for group in view.frameworks[0].sections[0].groups] == [("peer-worker",), ("staff", "leader")]
    assert view.frameworks[0].sections[0].groups[1].people == 6
    assert [row.hidden for row in view.frameworks[0].sections[0].rows] == [None, "asked-of-few", "asked-of-few"]
    report = make_team_report(view, "2026-11-21")
    assert report.frameworks[0].sections[0].score.value is not None


def test_a_question_that_nobody_is_asked_has_no_row() -> None:
    framework = make_framework(
        make_section("s", make_indicator("a"), make_indicator("b", voices=("family",))),
        make_section("t", make_indicator("c", only_if={"big": True})),
        facts=(make_fact("big", False),),
    )
    view = view_of({"a": "012344 01233", "b": "444444 44444", "c": "444444 44444"}, framework)
    assert [(one.section.id, [row.indicator.id for row in one.rows]) for one in view.frameworks[0].sections] == [("s", ["a"])]
    assert view.facts == {"big": False}


def test_where_somebody_would_rather_not_say_their_role_nobody_is_counted_apart() -> None:
    roles = roles_of(("peer-worker", 6), ("staff", 5), ("not-said", 1))
    view, _ = gate(assessments(ONE_ROW, roles, {"a": "012344 01233 2"}))
    assert view.frameworks[0].sections[0].groups == (Group(roles=("peer-worker", "staff", "not-said"), people=12),)
    assert row_of(view).everyone == cell_in_counts(("peer-worker", "staff", "not-said"), (2, 2, 3, 3, 2))


def test_people_are_counted_for_each_framework_and_only_if_they_answered_it() -> None:
    other = make_framework(make_section("t", make_indicator("z")), name="g")
    people = assessments(ONE_ROW, PEERS_AND_STAFF, {"a": "012344 01233"})
    people[0] = replace(people[0], answers={"g/z": Answer(ask="We …", answer=2)})
    view, _ = protect(pool([ONE_ROW, other], {one.id: one for one in people}))
    assert view.respondents == {"peer-worker": 6, "staff": 5}
    assert [one.respondents for one in view.frameworks] == [{"peer-worker": 5, "staff": 5}, {"peer-worker": 1}]


@pytest.mark.parametrize("minimum", [2, 1, 0, -5])
def test_fewer_than_three_are_never_enough(minimum: int) -> None:
    with pytest.raises(UsageError) as caught:
        view_of({"a": "012344 01233"}, minimum=minimum)
    assert caught.value.message == f"a group of {minimum} cannot be protected"
    assert caught.value.hint == "The minimum group is 5, and may be lowered to 3."


def test_the_view_says_how_it_was_made() -> None:
    view = view_of({"a": "012344 01233"}, minimum=3, comments=True, replaces_earlier=True)
    assert (view.minimum, view.comments_wanted, view.replaces_earlier) == (3, True, True)


def test_goals_and_governance_are_those_that_all_files_share() -> None:
    mine, theirs = Governance(authority="us"), Governance(authority="them")
    people = assessments(ONE_ROW, PEERS_AND_STAFF, {"a": "012344 01233"}, goals={"f": 4, "f/a": 2}, governance=mine)
    assert (gate(people)[0].goals, gate(people)[0].governance) == ({"f": 4, "f/a": 2}, mine)
    people[3] = replace(people[3], goals={"f": 4, "f/a": 1}, governance=theirs)
    assert (gate(people)[0].goals, gate(people)[0].governance) == ({"f": 4}, None)


# Several reports.


def team() -> list[Assessment]:
    return assessments(ONE_ROW, PEERS_AND_STAFF, {"a": "012344 01233"})


LATE = make_assessment({"f/a": 4}, id="abcd", role="staff")


def test_a_late_comer_hides_what_was_shown_before() -> None:
    _, shown = gate(team())
    view, more = gate([*team(), LATE], before=shown)
    assert row_of(view).hidden == "difference"
    assert more.rows == {}
    assert row_of(gate([*team(), LATE])[0]).hidden is None


def test_a_late_comer_who_was_not_asked_hides_nothing() -> None:
    framework = make_framework(make_section("s", make_indicator("a", voices=("peer-worker", "staff")), make_indicator("b")))
    people = assessments(framework, PEERS_AND_STAFF, {"a": "012344 01233", "b": "012344 01233"})
    first, shown = gate(people, framework)
    late = make_assessment({"f/b": 2}, id="abcd", role="partner")
    view, _ = gate([*people, late], framework, shown)
    assert row_of(view, "a").everyone is not None
    assert row_of(view, "b").hidden == "difference"
    assert row_of(first, "b").hidden is None


def test_one_changed_answer_makes_another_person() -> None:
    _, shown = gate(team())
    people = team()
    people[0] = replace(people[0], answers={"f/a": Answer(ask="We …", answer=1)})
    assert row_of(gate(people, before=shown)[0]).hidden == "difference"


def test_another_note_makes_no_other_person() -> None:
    first, shown = gate(team())
    people = team()
    people[0] = replace(people[0], answers={"f/a": replace(people[0].answers["f/a"], note="Now with words.")})
    assert gate(people, before=shown)[0] == first


def test_five_more_are_shown() -> None:
    _, shown = gate(team())
    more = [replace(one, id=f"{one.id}x") for one in assessments(ONE_ROW, roles_of(("staff", 5)), {"a": "01233"})]
    assert row_of(gate([*team(), *more], before=shown)[0]).groups[1].ratings == 10


def test_a_row_that_had_too_few_opens_when_somebody_comes() -> None:
    four = assessments(ONE_ROW, roles_of(("staff", 4)), {"a": "0123"})
    first, shown = gate(four)
    assert (row_of(first).hidden, shown) == ("asked-of-few", Memory())
    assert row_of(gate([*four, LATE], before=shown)[0]).everyone == cell_in_counts(("staff",), (1, 1, 1, 1, 1))
    few = [*four, replace(four[0], id="silent", answers={"f/a": Answer(ask="We …", answer="dont-know")})]
    first, shown = gate(few)
    assert row_of(first).hidden == "too-few"
    assert row_of(gate([*few, LATE], before=shown)[0]).everyone == cell_in_counts(("staff",), (1, 1, 1, 1, 1), 1)
    assert row_of(gate([*few[1:], LATE, replace(LATE, id="abce")], before=shown)[0]).hidden == "difference"


def test_three_reports_are_held_against_each_other() -> None:
    _, first = gate(team())
    more = [replace(one, id=f"{one.id}x") for one in assessments(ONE_ROW, roles_of(("staff", 5)), {"a": "01233"})]
    _, second = gate([*team(), *more], before=first)
    assert row_of(gate(more, before=first + second)[0]).everyone is not None
    assert row_of(gate([*more, LATE], before=first + second)[0]).hidden == "difference"


def test_nobody_is_named_in_what_is_remembered() -> None:
    _, shown = gate(team())
    (peers, staff) = shown.rows["f/a"]
    assert [len(one.people) for one in (peers, staff)] == [6, 5]
    assert all(len(key) == 32 and set(key) <= set("0123456789abcdef") for one in (peers, staff) for key in one.people)
    assert (peers.counts, staff.ratings) == ((1, 1, 1, 1, 2), 5)


def test_memories_add_up_without_saying_anything_twice() -> None:
    _, shown = gate(team())
    assert shown + shown == shown
    assert Memory() + shown == shown


# One answer for several questions.


def served_twice(via: bool) -> tuple[list[Framework], list[Assessment]]:
    one = make_framework(make_section("s", make_indicator("a")))
    other = make_framework(make_section("t", make_indicator("z", voices=("peer-worker",)), make_indicator("y")), name="g")
    people = assessments(one, PEERS_AND_STAFF, {"a": "012344 01233"})
    source = "f/a" if via else None
    return [one, other], [
        replace(person, answers={**person.answers, "g/y": replace(person.answers["f/a"], via=source)}) if number < 8 else person
        for number, person in enumerate(people)
    ]


def test_rows_that_one_answer_serves_are_held_against_each_other() -> None:
    frameworks, people = served_twice(via=True)
    view, _ = protect(pool(frameworks, {one.id: one for one in people}))
    assert row_of(view, "a").hidden is None
    assert row_of(view, "y").hidden == "difference"
    frameworks, people = served_twice(via=False)
    view, _ = protect(pool(frameworks, {one.id: one for one in people}))
    assert row_of(view, "y").hidden is None


# Comments.


def writing(*notes: str) -> list[Assessment]:
    people = team()
    for number, note in enumerate(notes):
        people[number] = replace(people[number], answers={"f/a": replace(people[number].answers["f/a"], note=note)})
    return people


FIVE_NOTES = ("One.", "Two.", "Three.", "Four.", "[red]Five[/]")


def test_comments_are_shown_only_where_they_are_asked_for() -> None:
    assert gate(writing(*FIVE_NOTES))[0].frameworks[0].comments == ()
    assert sorted(gate(writing(*FIVE_NOTES), comments=True)[0].frameworks[0].comments) == sorted(FIVE_NOTES)


def test_comments_of_fewer_people_than_the_minimum_are_not_shown() -> None:
    view, shown = gate(writing("One.", "Two.", "Three.", "Four.", "  "), comments=True)
    assert (view.frameworks[0].comments, view.frameworks[0].writers) == ((), 4)
    assert "f" not in shown.rows


def test_the_order_of_comments_hangs_on_the_words_alone() -> None:
    forth, _ = gate(writing(*FIVE_NOTES), comments=True)
    back, _ = gate(writing(*reversed(FIVE_NOTES)), comments=True)
    assert forth.frameworks[0].comments == back.frameworks[0].comments
    assert forth.frameworks[0].comments not in (FIVE_NOTES, FIVE_NOTES[::-1])


def test_one_more_comment_in_a_later_report_takes_all_of_them_away() -> None:
    first, shown = gate(writing(*FIVE_NOTES), comments=True)
    assert gate(writing(*FIVE_NOTES), before=shown, comments=True)[0].frameworks[0].comments == first.frameworks[0].comments
    assert gate(writing(*FIVE_NOTES, "Six."), before=shown, comments=True)[0].frameworks[0].comments == ()
    assert gate(writing("Other.", *FIVE_NOTES[1:]), before=shown, comments=True)[0].frameworks[0].comments == ()


def test_comments_on_what_is_not_in_scope_are_not_shown() -> None:
    people = [replace(one, answers={**one.answers, "f/gone": Answer(ask="We …", answer=1, note="Old.")}) for one in team()]
    assert gate(people, comments=True)[0].frameworks[0].comments == ()
