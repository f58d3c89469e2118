"""Random teams: for every person and row there is another team that looks the same, in which that person's level differs."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from support.random_teams import random_team
from support.twins import people_without_twin
from support.worlds import told_alike

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


def test_without_words_the_search_finds_people() -> None:
    def never(counts: Sequence[int]) -> bool:
        return False

    chance = random.Random(1)
    teams = [random_team(chance, (5, 8), (1, 2), (3, 3)) for _ in range(20)]
    with told_alike(never):
        assert any(people_without_twin(team) for team in teams)
