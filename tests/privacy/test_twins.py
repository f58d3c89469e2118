"""Random teams: for every person and row there is another team that looks the same, in which that person's level differs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

import pytest

from peerkit.engine.team.cells import AskedRow, Gate, _shown_row, border_of, cell, tally
from peerkit.engine.team.groups import Roles
from peerkit.model.team import Border, Row
from support.building import make_indicator, make_section
from support.random_teams import RandomTeam, random_team
from support.teams import roles_of
from support.twins import people_without_twin
from support.worlds import spoilt, told_alike

TEAMS = 50
PARTS = [pytest.param(part, marks=[pytest.mark.long] if part else []) for part in range(20)]


@pytest.mark.parametrize("part", PARTS)
def test_every_level_could_have_been_another(part: int) -> None:
    chance = random.Random(part)
    teams = [random_team(chance, (4, 20), (1, 4), (1, 3)) for _ in range(TEAMS)]
    assert [found for team in teams for found in people_without_twin(team)] == []


@pytest.mark.parametrize("part", PARTS)
def test_every_level_could_have_been_another_where_three_are_enough(part: int) -> None:
    chance = random.Random(100 + part)
    teams = [random_team(chance, (4, 9), (1, 4), (1, 3)) for _ in range(TEAMS)]
    assert [found for team in teams for found in people_without_twin(team, 3)] == []


@pytest.mark.parametrize("safety", [1.0, 0.5])
def test_every_level_on_safety_could_have_been_another(safety: float) -> None:
    chance = random.Random(f"safety {safety}")
    teams = [random_team(chance, (5, 14), (1, 4), (1, 3), safety=safety) for _ in range(60)]
    assert [found for team in teams for found in people_without_twin(team)] == []


@pytest.mark.parametrize("part", PARTS[:8])
def test_every_level_could_have_been_another_where_not_all_are_asked(part: int) -> None:
    chance = random.Random(200 + part)
    teams = [random_team(chance, (6, 14), (2, 4), (2, 3), safety=0.3, parted=0.6) for _ in range(TEAMS)]
    assert [found for team in teams for found in people_without_twin(team)] == []


def two_rows(chance: random.Random) -> RandomTeam:
    """Return five peers and three staff with a row about safety and one that is not, in which some peers did not rate."""
    team = random_team(chance, (8, 8), (2, 2), (2, 2))
    roles = dict(zip(team.roles, roles_of(("peer-worker", 5), ("staff", 3)), strict=True))
    section = make_section("s", make_indicator("i0"), make_indicator("i1", safety=True))
    return RandomTeam(section, roles, team.rows)


def test_a_row_about_safety_beside_another_gives_nobody_away() -> None:
    chance = random.Random(11)
    teams = [two_rows(chance) for _ in range(60)]
    assert [found for team in teams for found in people_without_twin(team)] == []


def mixed_rows(number: int) -> list[RandomTeam]:
    """Return teams of which a row is shown for everyone beside one that is shown for groups."""
    chance = random.Random(12)
    made = (random_team(chance, (10, 14), (2, 2), (3, 4), not_rated=0.2, safety=0.5) for _ in range(1000))
    mixed = list(islice((team for team in made if len({len(row.groups) for row in team.view().rows if not row.hidden}) > 1), number))
    assert len(mixed) == number
    return mixed


def test_a_row_that_is_shown_for_everyone_beside_groups_gives_nobody_away() -> None:
    assert [found for team in mixed_rows(12) for found in people_without_twin(team)] == []


def test_a_group_that_is_shown_beside_everyone_gives_the_others_away() -> None:
    def with_whoever_stands(row: AskedRow, groups: Sequence[Roles], gate: Gate) -> Row:  # as the gate calls it
        shown = decided(row, groups, gate)
        if shown.groups or not shown.everyone:
            return shown
        counted = {roles: tally(row.of(roles).values()) for roles in groups}
        standing = {roles: one for roles, one in counted.items() if one.ratings >= gate.minimum}
        return replace(shown, groups=tuple(cell(roles, one, border_of(row, gate)) for roles, one in standing.items()))

    decided = _shown_row
    teams = mixed_rows(12)
    with spoilt(_shown_row=with_whoever_stands):
        assert any(people_without_twin(team) for team in teams)


def test_without_words_the_search_finds_people() -> None:
    def never(counts: Sequence[int], border: Border) -> bool:  # as the gate calls it
        return False

    chance = random.Random(1)
    teams = [random_team(chance, (5, 8), (1, 2), (3, 3)) for _ in range(20)]
    with told_alike(never):
        assert any(people_without_twin(team) for team in teams)
