"""Invented teams as the gate meets them, to try many: people in roles, rows of answers, and what is shown of them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from peerkit.engine.team.cells import AskedRow, Gate, show_section
from peerkit.model.answers import Given
from peerkit.model.framework import Section
from peerkit.model.scale import VOICES, Role
from peerkit.model.team import Memory, TeamSectionView
from support.building import make_indicator, make_section


@dataclass(frozen=True)
class RandomTeam:
    """A team with the answers of all who were asked, by key, to each row of one section."""

    section: Section
    roles: Mapping[str, Role]
    rows: tuple[Mapping[str, Given | None], ...]

    def view(self, minimum: int = 5, before: Memory | None = None) -> TeamSectionView:
        """Return what may be shown of the team."""
        asked = [AskedRow(one.id, one, self._by_role(row)) for one, row in zip(self.section.indicators, self.rows, strict=True)]
        heads: dict[Role, int] = {role: list(self.roles.values()).count(role) for role in self.roles.values()}
        return show_section(self.section, asked, heads, Gate(before or Memory(), minimum, {}))

    def with_answers(self, row: int, answers: Mapping[str, Given | None]) -> RandomTeam:
        """Return the team in which some people answered a row otherwise."""
        rows = [dict(one) for one in self.rows]
        rows[row].update(answers)
        return replace(self, rows=tuple(rows))

    def _by_role(self, row: Mapping[str, Given | None]) -> dict[Role, dict[str, Given | None]]:
        given: dict[Role, dict[str, Given | None]] = {}
        for key, answer in row.items():
            given.setdefault(self.roles[key], {})[key] = answer
        return given


def random_team(
    chance: random.Random,
    people: tuple[int, int],
    roles: tuple[int, int],
    rows: tuple[int, int],
    not_rated: float = 0.1,
    safety: float = 0.0,
    parted: float = 0.0,
) -> RandomTeam:
    """Return a team; how many people, roles and rows it has lies between the two numbers of each.

    Every row has levels that are more common than others, in some rows for each role apart. `not_rated` is the share of answers that
    are none, `safety` the share of rows that ask about safety, `parted` the share of rows that only some roles are asked.
    """
    named = chance.sample(VOICES, chance.randint(*roles))
    heads = chance.randint(*people)
    given = [*named, *chance.choices(named, k=heads)][:heads]
    keys = {f"{number:04}": role for number, role in enumerate(given)}
    number = chance.randint(*rows)
    section = make_section("s", *(make_indicator(f"i{row}", safety=bool(safety) and chance.random() < safety) for row in range(number)))
    asked = [
        set(chance.sample(named, chance.randint(1, len(named)))) if parted and chance.random() < parted else None for _ in range(number)
    ]
    every = (_row(chance, keys, not_rated) for _ in range(number))
    return RandomTeam(
        section,
        keys,
        tuple({key: given for key, given in row.items() if who is None or keys[key] in who} for row, who in zip(every, asked, strict=True)),
    )


def _row(chance: random.Random, roles: Mapping[str, Role], not_rated: float) -> dict[str, Given | None]:
    together = chance.random() < 0.7
    common = _weights(chance)
    weights = {role: common if together else _weights(chance) for role in sorted(set(roles.values()))}
    return {key: _answer(chance, weights[role], not_rated) for key, role in roles.items()}


def _weights(chance: random.Random) -> Sequence[float]:
    """Return how likely each level is: most likely around one of them."""
    middle = chance.uniform(0.5, 3.5)
    width = chance.uniform(0.5, 1.5)
    return [2 ** -(((level - middle) / width) ** 2) for level in range(5)]


def _answer(chance: random.Random, weights: Sequence[float], not_rated: float) -> Given | None:
    if chance.random() < not_rated:
        return chance.choice(["dont-know", None])
    return chance.choices(range(5), weights)[0]
