"""How much is left to see of teams of common size, after all protection."""

from __future__ import annotations

import random
from dataclasses import dataclass

from peerkit.engine.team.team_results import section_result
from peerkit.model.team import Row
from support.random_teams import RandomTeam, random_team


@dataclass(frozen=True)
class Usefulness:
    """Shares of what is shown: rows with exact counts, rows with groups side by side, and sections with a score that rests on everybody."""

    exact: float
    side_by_side: float
    scored: float


def usefulness(seed: int, teams: int) -> Usefulness:
    """Return what is left to see of `teams` invented teams: 8 to 14 people in three or four roles, a tenth of answers not rated."""
    chance = random.Random(seed)
    made = [random_team(chance, (8, 14), (3, 4), (3, 7)) for _ in range(teams)]
    rows = [row for team in made for row in team.view().rows]
    return Usefulness(
        exact=sum(_is_exact(row) for row in rows) / len(rows),
        side_by_side=sum(len(row.groups) > 1 for row in rows) / len(rows),
        scored=sum(_is_scored(team) for team in made) / len(made),
    )


def _is_exact(row: Row) -> bool:
    return row.everyone is not None and row.everyone.counts is not None


def _is_scored(team: RandomTeam) -> bool:
    """Whether a section has a score in which everybody has a part."""
    heads = {role: list(team.roles.values()).count(role) for role in team.roles.values()}
    result = section_result(team.view(), [], 3)
    return result.score.ends is not None and {role for group in result.groups for role in group.roles} == set(heads)
