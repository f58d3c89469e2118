"""What an attacker can work out from reports of small teams, tried longer than the tests have time, and what is left to see."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Final

from benchmarks.figure import Figure
from support.random_teams import random_team
from support.twins import people_without_twin
from support.usefulness import usefulness
from support.worlds import LONG_SERIES, LONG_SHAPES, PAIRS, SERIES, SHAPES, SMALL_SHAPES, Shape, groups_looked_up, leaks, publish_pairs

TWINS: Final = 1_000
INVENTED: Final = 2_000
HIDDEN_AT_MOST: Final = 30.0
UNSCORED_AT_MOST: Final = 5.0


def figures() -> list[Figure]:
    """Return how much can be worked out, which must be nothing, and the shares of rows and sections that protection takes away."""
    with groups_looked_up():
        return [*_worked_out(), *_without_twin(), *_taken_away()]


def _worked_out() -> Iterator[Figure]:
    single = (*SHAPES, *SMALL_SHAPES, *LONG_SHAPES)
    several = (*SERIES.values(), *LONG_SERIES.values())
    yield Figure(f"answers worked out in {_number(single)} teams", sum(len(leaks(one)) for one in single), 0, "answers")
    yield Figure(f"answers worked out in {_number(several)} series of reports", sum(len(leaks(one)) for one in several), 0, "answers")
    pairs = sum(len(leaks(one, publish_pairs, row)) for one in PAIRS for row in (0, 1))
    yield Figure(f"answers worked out in {_number(PAIRS)} teams of two questions", pairs, 0, "answers")


def _number(shapes: tuple[Shape, ...]) -> int:
    return sum(1 for shape in shapes for _ in shape.worlds())


def _without_twin() -> Iterator[Figure]:
    chance = random.Random(2026)
    teams = [random_team(chance, (4, 20), (1, 4), (1, 5)) for _ in range(TWINS)]
    yield Figure(f"levels without a twin in {TWINS} random teams", sum(len(people_without_twin(team)) for team in teams), 0, "levels")


def _taken_away() -> Iterator[Figure]:
    left = usefulness(2026, INVENTED)
    yield Figure(f"rows without exact counts, of {INVENTED} teams of 8 to 14", 100 * (1 - left.exact), HIDDEN_AT_MOST, "%")
    yield Figure("rows without groups side by side", 100 * (1 - left.side_by_side), 100.0, "%")
    yield Figure("sections without a score that rests on everybody", 100 * (1 - left.scored), UNSCORED_AT_MOST, "%")
