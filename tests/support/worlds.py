"""Small teams of which every possible set of answers is tried, and an attacker who knows no rule but sees all reports.

A world is what everybody of a team answered to one question. Worlds whose reports are equal cannot be told apart: what holds in all of
them is what a reader can work out.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations_with_replacement, product
from typing import Any

import pytest

from peerkit.engine.team import cells
from peerkit.engine.team.cells import AskedRow, Gate, show_section
from peerkit.engine.team.groups import Ratings, Roles, groups_of
from peerkit.model.answers import Given
from peerkit.model.framework import Section
from peerkit.model.scale import LEVELS, Role
from peerkit.model.team import Border, Memory, TeamSectionView
from support.building import make_indicator, make_section

LEVELS_AND_DONT_KNOW: tuple[Given | None, ...] = (*LEVELS, "dont-know")
AND_SKIP: tuple[Given | None, ...] = (*LEVELS_AND_DONT_KNOW, None)

Pair = tuple[Given | None, Given | None]
Answers = tuple[Given | Pair | None, ...]
World = tuple[Answers, ...]
"""What each kind of people answered, in no order, since people of one kind cannot be told apart."""
Printed = tuple[Hashable, ...]


@dataclass(frozen=True)
class Kind:
    """People of one role who are in the same reports, counted from 0."""

    role: Role
    size: int
    reports: frozenset[int] = frozenset([0])


@dataclass(frozen=True)
class Shape:
    """A team whose answers are all tried: its people by kind, the smallest group, and what a person may answer.

    `safety` says whether the row asks about safety, whose border is 1 where groups are not small.
    """

    kinds: tuple[Kind, ...]
    minimum: int = 5
    alphabet: Answers = LEVELS_AND_DONT_KNOW
    safety: bool = False

    @property
    def section(self) -> Section:
        """The section of one row that everybody answers."""
        return SAFETY_SECTION if self.safety else SECTION

    @property
    def reports(self) -> int:
        """How many reports are made."""
        return 1 + max(number for kind in self.kinds for number in kind.reports)

    def worlds(self) -> Iterator[World]:
        """Yield every world."""
        yield from product(*(combinations_with_replacement(self.alphabet, kind.size) for kind in self.kinds))


Publish = Callable[[Shape, World], Printed]

SECTION = make_section("s", make_indicator("i"))
SAFETY_SECTION = make_section("s", make_indicator("i", safety=True))
PAIR = make_section("s", make_indicator("i"), make_indicator("j"))


def publish(shape: Shape, world: World, *, forgetful: bool = False) -> Printed:
    """Return everything that is shown of a world in all its reports, made one after the other by the real gate."""
    memory = Memory()
    printed: list[Hashable] = []
    for number in range(shape.reports):
        gate = Gate(Memory() if forgetful else memory, shape.minimum, {})
        printed.append(seen(_report(shape, world, number, gate)))
        memory += Memory(rows=gate.now)
    return tuple(printed)


def publish_at_once(shape: Shape, world: World) -> Printed:
    """Return what one report shows of people whose one answer serves several questions, each asked of those who are in that report."""
    served = frozenset(f"f/{number}" for number in range(shape.reports))
    gate = Gate(Memory(), shape.minimum, dict.fromkeys(served, served))
    return tuple(seen(_report(shape, world, number, gate, f"f/{number}")) for number in range(shape.reports))


def publish_pairs(shape: Shape, world: World) -> Printed:
    """Return everything that one report shows of a world in which each person answered two rows of a section."""
    given: tuple[dict[Role, dict[str, Given | None]], dict[Role, dict[str, Given | None]]] = ({}, {})
    for index, (kind, answers) in enumerate(zip(shape.kinds, world, strict=True)):
        for person, pair in enumerate(answers):
            assert isinstance(pair, tuple)
            for row, one in zip(given, pair, strict=True):
                row.setdefault(kind.role, {})[f"{index}-{person}"] = one
    rows = [AskedRow(one.id, one, row) for one, row in zip(PAIR.indicators, given, strict=True)]
    heads = {role: len(people) for role, people in given[0].items()}
    return (seen(show_section(PAIR, rows, heads, Gate(Memory(), shape.minimum, {}))),)


def publish_beside(shape: Shape, world: World, rated: Sequence[int], safety: bool) -> Hashable:
    """Return what one report shows of a world beside a second row that so many of each kind rated, in levels that are fixed."""
    section = make_section("s", *shape.section.indicators, make_indicator("j", safety=safety))
    given: tuple[dict[Role, dict[str, Given | None]], dict[Role, dict[str, Given | None]]] = ({}, {})
    for index, (kind, answers) in enumerate(zip(shape.kinds, world, strict=True)):
        for person, answer in enumerate(answers):
            assert not isinstance(answer, tuple)
            given[0].setdefault(kind.role, {})[f"{index}-{person}"] = answer
            given[1].setdefault(kind.role, {})[f"{index}-{person}"] = person % 5 if person < rated[index] else "dont-know"
    rows = [AskedRow(f"f/{one.id}", one, row) for one, row in zip(section.indicators, given, strict=True)]
    heads = {role: len(people) for role, people in given[0].items()}
    return seen(show_section(section, rows, heads, Gate(Memory(), shape.minimum, {})))


def publish_and_forget(shape: Shape, world: World) -> Printed:
    """Return what would be shown if no report knew of an earlier one."""
    return publish(shape, world, forgetful=True)


def _report(shape: Shape, world: World, number: int, gate: Gate, address: str = "f/i") -> TeamSectionView:
    given: dict[Role, dict[str, Given | None]] = {}
    for index, (kind, answers) in enumerate(zip(shape.kinds, world, strict=True)):
        if number in kind.reports:
            people = {f"{index}-{person}": one for person, one in enumerate(answers) if not isinstance(one, tuple)}
            given.setdefault(kind.role, {}).update(people)
    heads = {role: len(one) for role, one in given.items()}
    return show_section(shape.section, [AskedRow(address, shape.section.indicators[0], given)], heads, gate)


def seen(view: TeamSectionView) -> Hashable:
    """Return all that a view says, to compare by."""
    return view.groups, tuple((row.groups, row.everyone, row.hidden) for row in view.rows)


@contextmanager
def groups_looked_up() -> Iterator[None]:
    """Let the gate look up what it has grouped before: that goes by numbers of people and ratings alone, and there are few of these."""
    found: dict[Hashable, tuple[Roles, ...]] = {}

    def look_up(ratings: Ratings) -> tuple[Roles, ...]:
        key = (tuple(ratings.heads.items()), tuple(tuple(row.items()) for row in ratings.rows), ratings.minimum)
        if key not in found:
            found[key] = groups_of(ratings)
        return found[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cells, "groups_of", look_up)
        yield


@contextmanager
def told_alike(is_alike: Callable[[Sequence[int], Border], bool]) -> Iterator[None]:
    """Let the gate use words only where `is_alike` says so."""
    with spoilt(is_alike=is_alike):
        yield


@contextmanager
def spoilt(**functions: Callable[..., Any]) -> Iterator[None]:
    """Let the gate decide by other functions of the same names."""
    with pytest.MonkeyPatch.context() as patch:
        for name, function in functions.items():
            patch.setattr(cells, name, function)
        yield


Insider = tuple[int, Given | Pair | None] | None
"""A kind of people, and what one of them answered, who knows it; None is an outsider."""


@dataclass(slots=True)
class _Belief:
    """What holds so far in all worlds that look alike: each kind's answers if they are always the same, and all that occurred."""

    always: list[Answers | None]
    occurred: list[set[Given | Pair | None]]


@dataclass(frozen=True)
class Leak:
    """Something that can be worked out: about which kind of people, by whom, and what."""

    kind: int
    insider: Insider
    what: str


def leaks(shape: Shape, publish: Publish = publish, row: int | None = None) -> list[Leak]:
    """Return what an outsider, or an insider who knows their own answers, can work out from the reports of some world.

    That is the answers of a small kind of people, or the answer of one person; `row` is the one to work out, where there are several.
    """
    beliefs: dict[tuple[int, Insider], _Belief] = {}
    numbers: dict[Printed, int] = {}
    for world in shape.worlds():
        printed = numbers.setdefault(publish(shape, world), len(numbers))
        _learn(beliefs, (printed, None), _only(world, row))
        for number, answers in enumerate(world):
            for own in set(answers):
                _learn(beliefs, (printed, (number, own)), _only(_without(world, number, own), row))
    return [leak for (_, insider), belief in beliefs.items() for leak in _worked_out(shape, insider, belief)]


def leaks_beside(shape: Shape, *, safety: bool) -> list[Leak]:
    """Return what can be worked out of a row that stands beside another in one section; `safety` says whether that asks about safety.

    Of the other row only who rated it bears on this one, so its levels are fixed; an insider knows whether they did.
    """
    beliefs: dict[tuple[int, Hashable], _Belief] = {}
    numbers: dict[Hashable, int] = {}
    for world in shape.worlds():
        for rated in product(*(range(kind.size + 1) for kind in shape.kinds)):
            printed = numbers.setdefault(publish_beside(shape, world, rated, safety), len(numbers))
            _learn(beliefs, (printed, None), world)
            for number, (kind, answers) in enumerate(zip(shape.kinds, world, strict=True)):
                for own, did in product(set(answers), (True, False)):
                    if rated[number] > 0 if did else rated[number] < kind.size:
                        _learn(beliefs, (printed, (number, own, did)), _without(world, number, own))
    return [leak for (_, insider), belief in beliefs.items() for leak in _worked_out(shape, insider, belief)]


def _only(world: World, row: int | None) -> World:
    """Return what people answered to one row; they are in no order."""
    if row is None:
        return world
    return tuple(tuple(sorted((pair[row] for pair in answers if isinstance(pair, tuple)), key=str)) for answers in world)


def _without(world: World, number: int, own: Given | Pair | None) -> World:
    rest = list(world[number])
    rest.remove(own)
    return (*world[:number], tuple(rest), *world[number + 1 :])


def _learn(beliefs: dict[tuple[int, Any], _Belief], key: tuple[int, Any], world: World) -> None:
    belief = beliefs.get(key)
    if belief is None:
        beliefs[key] = _Belief(list(world), [set(answers) for answers in world])
        return
    for number, answers in enumerate(world):
        if belief.always[number] != answers:
            belief.always[number] = None
            belief.occurred[number].update(answers)


def _worked_out(shape: Shape, insider: Any, belief: _Belief) -> Iterator[Leak]:
    for number, kind in enumerate(shape.kinds):
        always, occurred = belief.always[number], belief.occurred[number]
        if always and kind.size < shape.minimum:
            yield Leak(number, insider, f"together {', '.join(sorted(map(str, always)))}")
        if len(occurred) == 1:
            yield Leak(number, insider, f"each {min(map(str, occurred))}")
        elif shape.safety and occurred and occurred <= {0, 1}:
            yield Leak(number, insider, "each 0 or 1")


PEERS_STAFF_LEADERS: tuple[Role, ...] = ("peer-worker", "staff", "leader")


def shape_of(sizes: str, minimum: int = 5, alphabet: Answers = LEVELS_AND_DONT_KNOW, roles: Sequence[Role] = PEERS_STAFF_LEADERS) -> Shape:
    """Return a team of one report: `sizes` such as 5+3, of roles in their order."""
    kinds = tuple(Kind(role, int(size)) for role, size in zip(roles, sizes.split("+"), strict=False))
    return Shape(kinds, minimum, alphabet)


def some(role: Role, size: int, *reports: int) -> Kind:
    """Return people who are in some reports only."""
    return Kind(role, size, frozenset(reports))


SHAPES = tuple(shape_of(sizes) for sizes in ("5+3", "8+2", "7+1", "4+3", "5+5", "4+2+2", "5+1+1"))
SMALL_SHAPES = tuple(shape_of(sizes, 3, AND_SKIP) for sizes in ("3+3", "3+2", "3+1", "2+1+1", "3+2+1", "3+3+1"))
SERIES: dict[str, Shape] = {
    "a late-comer": Shape((some("peer-worker", 5, 0, 1), some("staff", 1, 1))),
    "a late-comer of the same role": Shape((some("peer-worker", 5, 0, 1), some("peer-worker", 1, 1))),
    "someone gone": Shape((some("peer-worker", 5, 0, 1), some("peer-worker", 1, 0))),
    "someone replaced, or a changed sheet": Shape((some("staff", 5, 0, 1), some("leader", 1, 0), some("leader", 1, 1))),
    "three more": Shape((some("staff", 3, 0, 1), some("leader", 3, 1)), 3, AND_SKIP),
    "three more of the same role": Shape((some("staff", 3, 0, 1), some("staff", 3, 1)), 3, AND_SKIP),
    "three overlapping reports": Shape((some("peer-worker", 3, 0, 2), some("staff", 3, 0, 1), some("staff", 2, 1, 2)), 3, LEVELS),
}
"""Several reports of one round: who is in which of them."""
LONG_SERIES: dict[str, Shape] = {
    "five more": Shape((some("peer-worker", 5, 0, 1), some("staff", 5, 1))),
    "five more of the same role": Shape((some("staff", 5, 0, 1), some("staff", 5, 1))),
    "three replaced": Shape((some("staff", 3, 0, 1), some("staff", 3, 0), some("staff", 3, 1)), 3, LEVELS),
    "three reports with a common middle": Shape((some("peer-worker", 3, 0, 1), some("staff", 2, 1, 2), some("staff", 2, 0, 2)), 3),
    "someone gone in each of three reports": Shape((some("staff", 4, 0, 1, 2), some("staff", 1, 0, 1), some("leader", 1, 0)), 3),
}
"""Series that take longer than the tests have time."""
LONG_SHAPES = (
    shape_of("5+4+1"),
    shape_of("6+5"),
    *(shape_of(sizes, roles=("staff", "leader", "partner")) for sizes in ("5+3", "4+2+2", "5+1+1")),
    *(shape_of(sizes, 3, AND_SKIP, ("peer-worker", "participant", "staff")) for sizes in ("3+2+1", "3+3+1", "2+2+2")),
)
PAIRS = (shape_of("3+1", 3, tuple((one, other) for one in LEVELS for other in LEVELS)),)
"""What takes longer than the tests have time, and two rows at once."""
