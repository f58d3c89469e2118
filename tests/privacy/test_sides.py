"""Teams beside each other: whoever is in several of them is protected as by one report after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from peerkit.engine.team.gate import protect, protect_sides
from peerkit.engine.team.membership import Team, pool
from peerkit.model.answers import Assessment, Given
from peerkit.model.scale import LEVELS
from peerkit.model.team import Memory, TeamView
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.teams import assessments, roles_of
from support.telling import telling
from support.worlds import LEVELS_AND_DONT_KNOW, SECTION, Printed, Shape, World, leaks, seen, some

FRAMEWORK = make_framework(SECTION)
ROWS = make_framework(make_section("s", *(make_indicator(name) for name in "abc")))
Views = Callable[[Sequence[Team], int], Sequence[TeamView]]

OVERLAPPING: dict[str, Shape] = {
    "one more in the other folder": Shape((some("peer-worker", 5, 0, 1), some("staff", 1, 1)), 5, LEVELS),
    "one in each folder alone": Shape((some("staff", 3, 0, 1), some("leader", 1, 0), some("leader", 1, 1)), 3, LEVELS_AND_DONT_KNOW),
    "the same role, one more": Shape((some("peer-worker", 4, 0, 1), some("peer-worker", 1, 0)), 3, LEVELS_AND_DONT_KNOW),
    "two and two": Shape((some("staff", 2, 0, 1), some("staff", 2, 0), some("leader", 2, 1)), 3, LEVELS),
}
"""Two folders that hold copies of some of the same files."""


def person(kind: int, number: int, shape: Shape, given: object) -> Assessment:
    answer: Given = given if isinstance(given, int) else "dont-know"
    return make_assessment({"f/i": answer}, id=f"{kind}{number:05}", role=shape.kinds[kind].role)


def folders(shape: Shape, world: World) -> list[Team]:
    """Return the team of each folder."""
    people = [
        (shape.kinds[kind].reports, person(kind, number, shape, given))
        for kind, answers in enumerate(world)
        for number, given in enumerate(answers)
    ]
    return [pool([FRAMEWORK], {one.id: one for reports, one in people if folder in reports}) for folder in range(shape.reports)]


def together(teams: Sequence[Team], minimum: int) -> Sequence[TeamView]:
    return [view for view, _ in protect_sides(teams, [Memory()] * len(teams), minimum=minimum)]


def each_alone(teams: Sequence[Team], minimum: int) -> Sequence[TeamView]:
    return [protect(team, minimum=minimum)[0] for team in teams]


def published_by(views: Views) -> Callable[[Shape, World], Printed]:
    def publish(shape: Shape, world: World) -> Printed:
        shown = views(folders(shape, world), shape.minimum)
        return tuple(seen(section) for view in shown for section in view.frameworks[0].sections)

    return publish


@pytest.mark.parametrize("name", telling(["one more in the other folder"], OVERLAPPING))
def test_two_folders_beside_each_other_reveal_nobody(name: str) -> None:
    assert leaks(OVERLAPPING[name], published_by(together)) == []


@pytest.mark.parametrize("name", ["one more in the other folder", "one in each folder alone"])
def test_each_protected_by_itself_they_would(name: str) -> None:
    assert leaks(OVERLAPPING[name], published_by(each_alone))


# What is remembered.


def team(*people: Assessment) -> Team:
    return pool([ROWS], {one.id: one for one in people})


def people(letter: str, number: int = 6, row: str = "012343") -> list[Assessment]:
    made = assessments(ROWS, roles_of(("peer-worker", number)), dict.fromkeys("abc", row))
    return [replace(one, id=f"{letter}{one.id}") for one in made]


def test_one_team_is_protected_as_for_its_report() -> None:
    one = team(*people("a"))
    view, now = protect(one)

    assert protect_sides([one], [Memory()]) == ((view, now),)


def test_teams_without_anybody_in_common_are_shown_as_in_their_reports_and_remembered_apart() -> None:
    first, second = team(*people("a")), team(*people("b", row="444012"))
    alone = [protect(one) for one in (first, second)]

    assert protect_sides([first, second], [Memory()] * 2) == tuple(alone)


def test_what_another_team_showed_of_the_same_people_is_remembered_too() -> None:
    shared = people("a")
    first, second = team(*shared), team(*shared, *people("b"))
    (_, early), (_, late) = protect_sides([first, second], [Memory()] * 2)

    assert early == late
    assert {len(shown.people) for shown in early.rows["f/a"]} == {6, 12}


def test_an_earlier_report_of_one_team_protects_the_other() -> None:
    shared = people("a")
    first, second = team(*shared), team(*shared, *people("b", 1, "0"))
    _, memory = protect(first)
    (view, _), _ = protect_sides([second, team(*people("c"))], [Memory(), memory])

    assert {row.hidden for row in view.frameworks[0].sections[0].rows} == {"difference"}


def test_earlier_reports_of_the_round_stay_remembered() -> None:
    _, memory = protect(team(*people("z")))
    (_, kept), _ = protect_sides([team(*people("a")), team(*people("b"))], [memory, Memory()])

    assert set(memory.rows["f/a"]) <= set(kept.rows["f/a"])


def test_the_order_they_are_given_in_changes_nothing() -> None:
    shared = people("a")
    first, second = team(*shared, *people("c", 1, "4")), team(*shared, *people("b", 1, "0"))
    before = [protect(team(*people("z")))[1], Memory()]

    assert protect_sides([second, first], before[::-1]) == protect_sides([first, second], before)[::-1]
