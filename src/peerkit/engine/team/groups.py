"""Which people of a section are counted together, so that each group can stand. Only `peerkit.engine.team.gate` uses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from peerkit.engine.scores.arithmetic import answers_needed
from peerkit.model.scale import LIVED_EXPERIENCE, ROLES, Role

Roles = tuple[Role, ...]


@dataclass(frozen=True)
class Ratings:
    """How many people of each role rated each row of a section, one at least; how many were asked any; what a group needs in a row."""

    rows: Sequence[Mapping[Role, int]]
    heads: Mapping[Role, int]
    minimum: int

    def stands(self, group: Sequence[Role]) -> bool:
        """Whether a group has enough ratings on enough rows to be shown apart; one person and a small role never do."""
        if is_one_and_few([self.heads[role] for role in group], self.minimum):
            return False
        return sum(sum(row.get(role, 0) for role in group) >= self.minimum for row in self.rows) >= self._needed

    def of(self, role: Role) -> int:
        """Return how often a role rated, on the rows that have enough ratings to be shown at all."""
        return sum(row.get(role, 0) for row in self.rows if sum(row.values()) >= self.minimum)

    @cached_property
    def _needed(self) -> int:
        return answers_needed(len(self.rows))


def is_one_and_few(heads: Sequence[int], minimum: int) -> bool:
    """Whether a group is one person and a small role: that person would only have to take their own answer out.

    NOTE: this goes by heads, which everybody knows; going by ratings would tell who did not rate.
    """
    return sorted(heads) == [1, minimum - 1]


def groups_of(ratings: Ratings) -> tuple[Roles, ...]:
    """Return the groups of a section: each stands, or there is one that holds everyone.

    Lived experience and others are each split on their own, or all roles together, whichever gives more groups. Where somebody would
    rather not say their role there is one group: nobody is put into a group they did not name, and nobody is left out.
    """
    everyone = tuple(role for role in ROLES if role in ratings.heads)
    if "not-said" in everyone:
        return (everyone,)
    lived = tuple(role for role in everyone if role in LIVED_EXPERIENCE)
    others = tuple(role for role in everyone if role not in LIVED_EXPERIENCE)
    apart = (*_partition(lived, ratings), *_partition(others, ratings))
    together = _partition(everyone, ratings)
    best = max((_standing(apart, ratings), _standing(together, ratings)), key=len)
    return tuple(sorted(best, key=lambda group: ROLES.index(group[0]))) if best else (everyone,)


def _standing(groups: Sequence[Roles], ratings: Ratings) -> Sequence[Roles]:
    """Return the groups, or none where one of them does not stand."""
    return groups if all(ratings.stands(group) for group in groups) else ()


def _partition(pool: Sequence[Role], ratings: Ratings) -> tuple[Roles, ...]:
    """Return the roles that stand, each alone, and one group of the others, joined by more until it stands or nobody is left."""
    alone = [role for role in pool if ratings.stands([role])]
    rest = [role for role in pool if role not in alone]
    while rest and alone and not ratings.stands(rest):
        fewest = min(alone, key=lambda role: (ratings.of(role), ROLES.index(role)))
        alone.remove(fewest)
        rest.append(fewest)
    together = tuple(role for role in ROLES if role in rest)
    return (*((role,) for role in alone), *((together,) if together else ()))
