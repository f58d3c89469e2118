"""Every possible team of some shapes, and what can be worked out from its reports by somebody who knows no rule of ours."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Assessment, Given
from peerkit.model.team import Memory
from support.building import make_assessment, make_framework
from support.telling import telling
from support.worlds import (
    LONG_SERIES,
    LONG_SHAPES,
    PAIRS,
    PEERS_STAFF_LEADERS,
    SECTION,
    SERIES,
    SHAPES,
    SMALL_SHAPES,
    Leak,
    Printed,
    Shape,
    World,
    leaks,
    publish,
    publish_and_forget,
    publish_pairs,
    seen,
    shape_of,
    told_alike,
)


def named(shape: Shape) -> str:
    roles = tuple(kind.role for kind in shape.kinds)
    others = "" if roles == PEERS_STAFF_LEADERS[: len(roles)] else f" of {', '.join(roles)}"
    return "+".join(str(kind.size) for kind in shape.kinds) + f" from {shape.minimum}{others}"


TRIED = {named(shape): shape for shape in [*SHAPES, *SMALL_SHAPES, *LONG_SHAPES]}
SOON_TRIED = ("5+3 from 5", "7+1 from 5", "5+1+1 from 5", "3+3 from 3", "3+2 from 3", "3+1 from 3", "2+1+1 from 3")
"""A small role beside one that is shown, two of them, roles that are shown apart, and roles that nothing is shown of."""


@pytest.mark.parametrize(("name", "shape"), telling(SOON_TRIED, TRIED, TRIED.values()))
def test_nobody_can_work_out_a_small_role_or_a_person(name: str, shape: Shape) -> None:
    assert leaks(shape) == []


@pytest.mark.parametrize("name", telling(("a late-comer", "someone gone", "three more"), [*SERIES, *LONG_SERIES]))
def test_nobody_can_work_out_a_person_from_several_reports(name: str) -> None:
    assert leaks((SERIES | LONG_SERIES)[name]) == []


@pytest.mark.long
@pytest.mark.parametrize("row", [0, 1])
@pytest.mark.parametrize("shape", PAIRS, ids=named)
def test_nobody_can_work_out_a_person_from_two_rows(shape: Shape, row: int) -> None:
    assert leaks(shape, publish_pairs, row) == []


def test_every_team_of_the_seven_shapes_is_tried() -> None:
    assert sum(1 for shape in SHAPES for _ in shape.worlds()) == 181_089


# The attacker finds what there is to find as soon as a protection is taken out.


def all_alike(counts: Sequence[int]) -> bool:
    return sum(counts) == max(counts)


def never(counts: Sequence[int]) -> bool:
    return False


def only_one_level(counts: Sequence[int]) -> bool:
    return sum(counts) - max(counts) <= 1


@pytest.mark.parametrize(
    ("weak", "shape", "found"),
    [
        (never, "5+3", Leak(1, None, "together 4, 4, 4")),
        (never, "7+1", Leak(0, (1, 3), "each 2")),
        (all_alike, "5+3", Leak(1, (0, 4), "each 0")),
    ],
)
def test_without_words_the_attacker_finds_something(weak: Callable[[Sequence[int]], bool], shape: str, found: Leak) -> None:
    with told_alike(weak):
        assert found in leaks(shape_of(shape))


@pytest.mark.parametrize("name", ["a late-comer", "someone gone", "someone replaced, or a changed sheet"])
def test_without_a_memory_the_attacker_finds_something(name: str) -> None:
    assert leaks(SERIES[name], publish_and_forget)


def test_without_words_for_a_part_the_attacker_finds_something_in_the_second_report() -> None:
    with told_alike(only_one_level):
        assert leaks(SERIES["three more"]) == []
    with told_alike(never):
        assert leaks(SERIES["three more"])


def role_by_role(shape: Shape, world: World) -> Printed:
    """Show exact counts of every role that has enough ratings, and of everyone: the rule that most tools have."""
    rated = [sorted(str(one) for one in answers if isinstance(one, int)) for answers in world]
    everyone = sorted(one for answers in rated for one in answers)
    return tuple(tuple(one) if len(one) >= shape.minimum else None for one in [*rated, everyone])


@pytest.mark.parametrize("shape", ["5+3", "7+1", "5+1+1"])
def test_a_plain_threshold_for_each_cell_gives_small_roles_away(shape: str) -> None:
    assert any(leak.insider is None and leak.what.startswith("together") for leak in leaks(shape_of(shape), role_by_role))


# What the attacker is shown is what everybody is shown.


def person(role: int, number: int, given: object) -> Assessment:
    answer: Given = given if isinstance(given, int) else "skipped" if given is None else "dont-know"
    return make_assessment({"f/i": answer}, id=f"{role}{number:05}", role=PEERS_STAFF_LEADERS[role])


@pytest.mark.parametrize("shape", [*SHAPES, *SMALL_SHAPES], ids=named)
def test_the_attacker_sees_what_the_gate_lets_through(shape: Shape) -> None:
    framework = make_framework(SECTION)
    chance = random.Random(named(shape))
    for _ in range(20):
        world = tuple(tuple(chance.choice(shape.alphabet) for _ in range(kind.size)) for kind in shape.kinds)
        people = [person(role, number, given) for role, answers in enumerate(world) for number, given in enumerate(answers)]
        team = pool([framework], {one.id: one for one in people})
        view, _ = protect(team, Memory(), minimum=shape.minimum)
        sections = make_team_report(view, "2026-11-21").view.frameworks[0].sections
        assert tuple(map(seen, sections)) == publish(shape, world)
