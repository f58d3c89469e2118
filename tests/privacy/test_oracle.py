"""Every possible team of some shapes, and what can be worked out from its reports by somebody who knows no rule of ours."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

import pytest

from peerkit.engine.team.cells import AskedRow, Gate, is_allowed
from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Assessment, Given
from peerkit.model.team import Border, Memory, Shown
from support.building import make_assessment, make_framework
from support.telling import telling
from support.worlds import (
    LONG_SERIES,
    LONG_SHAPES,
    PAIRS,
    PEERS_STAFF_LEADERS,
    SERIES,
    SHAPES,
    SMALL_SHAPES,
    Leak,
    Printed,
    Shape,
    World,
    leaks,
    leaks_beside,
    publish,
    publish_and_forget,
    publish_at_once,
    publish_pairs,
    seen,
    shape_of,
    some,
    spoilt,
    told_alike,
)

ON_SAFETY = tuple(replace(shape, safety=True) for shape in SHAPES)
MIXED = tuple((replace(shape_of(sizes), safety=safety), not safety) for sizes in ("5+1", "4+1+1", "4+3", "5+3") for safety in (False, True))
"""A row of each border beside one of the other."""


def named(shape: Shape) -> str:
    roles = tuple(kind.role for kind in shape.kinds)
    others = "" if roles == PEERS_STAFF_LEADERS[: len(roles)] else f" of {', '.join(roles)}"
    on_safety = " on safety" if shape.safety else ""
    return "+".join(str(kind.size) for kind in shape.kinds) + f" from {shape.minimum}{others}{on_safety}"


TRIED = {named(shape): shape for shape in [*SHAPES, *SMALL_SHAPES, *LONG_SHAPES, *ON_SAFETY]}
SOON_TRIED = (
    *("5+3 from 5", "7+1 from 5", "5+1+1 from 5", "3+3 from 3", "3+2 from 3", "3+1 from 3", "2+1+1 from 3", "3+2+1 from 3"),
    *("5+3 from 5 on safety", "7+1 from 5 on safety", "5+1+1 from 5 on safety"),
)
"""A small role beside one that is shown, two of them, roles that are shown apart, and roles that nothing is shown of."""


@pytest.mark.parametrize(("name", "shape"), telling(SOON_TRIED, TRIED, TRIED.values()))
def test_nobody_can_work_out_a_small_role_or_a_person(name: str, shape: Shape) -> None:
    assert leaks(shape) == []


@pytest.mark.parametrize(
    "name", telling(("a late-comer", "someone gone", "three more", "three more of the same role"), [*SERIES, *LONG_SERIES])
)
def test_nobody_can_work_out_a_person_from_several_reports(name: str) -> None:
    assert leaks((SERIES | LONG_SERIES)[name]) == []


@pytest.mark.long
@pytest.mark.parametrize("row", [0, 1])
@pytest.mark.parametrize("shape", PAIRS, ids=named)
def test_nobody_can_work_out_a_person_from_two_rows(shape: Shape, row: int) -> None:
    assert leaks(shape, publish_pairs, row) == []


BESIDE = {f"{named(shape)}, {'' if safety else 'not '}beside safety": (shape, safety) for shape, safety in MIXED}


@pytest.mark.parametrize(("name", "rows"), telling(list(BESIDE)[:2], BESIDE, BESIDE.values()))
def test_nobody_can_work_out_a_person_from_rows_of_two_borders(name: str, rows: tuple[Shape, bool]) -> None:
    shape, safety = rows
    assert leaks_beside(shape, safety=safety) == []


@pytest.mark.parametrize("name", ["a late-comer", "someone gone", "three more of the same role"])
def test_nobody_can_work_out_a_person_where_one_answer_serves_several_questions(name: str) -> None:
    assert leaks(SERIES[name], publish_at_once) == []


ON_SAFETY_TOO = [name for name, shape in (SERIES | LONG_SERIES).items() if shape.minimum == 5]


@pytest.mark.parametrize("name", telling([name for name in ON_SAFETY_TOO if name in SERIES], ON_SAFETY_TOO))
def test_nobody_can_work_out_a_person_from_several_reports_on_safety(name: str) -> None:
    assert leaks(replace((SERIES | LONG_SERIES)[name], safety=True)) == []


def test_every_team_of_the_seven_shapes_is_tried() -> None:
    assert sum(1 for shape in SHAPES for _ in shape.worlds()) == 181_089


# The attacker finds what there is to find as soon as a protection is taken out.


def all_alike(counts: Sequence[int], border: Border) -> bool:  # as the gate calls it
    return sum(counts) == max(counts)


def never(counts: Sequence[int], border: Border) -> bool:  # as the gate calls it
    return False


def only_one_level(counts: Sequence[int], border: Border) -> bool:  # as the gate calls it
    return sum(counts) - max(counts) <= 1


@pytest.mark.parametrize(
    ("weak", "shape", "found"),
    [
        (never, "5+3", Leak(1, None, "together 4, 4, 4")),
        (never, "7+1", Leak(0, (1, 3), "each 2")),
        (all_alike, "5+3", Leak(1, (0, 4), "each 0")),
    ],
)
def test_without_words_the_attacker_finds_something(weak: Callable[[Sequence[int], Border], bool], shape: str, found: Leak) -> None:
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


@pytest.mark.parametrize("shape", ["5+3", "7+1"])
def test_with_all_but_one_on_safety_an_insider_knows_of_all_others_that_they_are_low(shape: str) -> None:
    def all_but_one(counts: Sequence[int], border: Border) -> bool:  # as the gate calls it
        return sum(counts[2:]) <= 1

    on_safety = replace(shape_of(shape), safety=True)
    with spoilt(is_low=all_but_one):
        assert any(leak.what == "each 0 or 1" for leak in leaks(on_safety))


def test_a_border_that_hangs_on_answers_gives_them_away() -> None:
    def by_answers(row: AskedRow, gate: Gate) -> Border:  # as the gate calls it
        ratings = [given for given in row.of(row.given).values() if isinstance(given, int)]
        return 1 if ratings and max(ratings) <= 2 else 2

    with spoilt(border_of=by_answers):
        assert any(leak.what == "each 2" for leak in leaks(shape_of("5+3")))


TWICE = Shape((some("peer-worker", 5, 0, 1),))


def first_by_one_border_then_by_the_other(row: AskedRow, gate: Gate) -> Border:  # as the gate calls it
    return 1 if gate.before.rows else 2


def test_a_question_that_changes_its_border_is_shown_once() -> None:
    with spoilt(border_of=first_by_one_border_then_by_the_other):
        assert leaks(TWICE) == []


def test_the_same_people_under_both_borders_would_be_worked_out() -> None:
    def whatever_border(
        before: Sequence[Shown], now: Sequence[AbstractSet[str]], given: Mapping[str, Given | None], minimum: int, border: Border
    ) -> bool:
        return is_allowed([replace(shown, border=border) for shown in before], now, given, minimum, border)

    with spoilt(border_of=first_by_one_border_then_by_the_other, is_allowed=whatever_border):
        assert any(leak.what == "each 2" for leak in leaks(TWICE))


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


@pytest.mark.parametrize("shape", [*SHAPES, *SMALL_SHAPES, *ON_SAFETY], ids=named)
def test_the_attacker_sees_what_the_gate_lets_through(shape: Shape) -> None:
    framework = make_framework(shape.section)
    chance = random.Random(named(shape))
    for _ in range(20):
        world = tuple(tuple(chance.choice(shape.alphabet) for _ in range(kind.size)) for kind in shape.kinds)
        people = [person(role, number, given) for role, answers in enumerate(world) for number, given in enumerate(answers)]
        team = pool([framework], {one.id: one for one in people})
        view, _ = protect(team, Memory(), minimum=shape.minimum)
        sections = make_team_report(view, "2026-11-21").view.frameworks[0].sections
        assert tuple(map(seen, sections)) == publish(shape, world)
