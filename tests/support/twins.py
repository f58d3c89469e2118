"""For each person and row of a team another team that looks the same, in which that person answered otherwise."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import chain, combinations_with_replacement

from peerkit.model.answers import Given
from peerkit.model.scale import LEVELS, Role
from support.random_teams import RandomTeam
from support.worlds import seen

Change = dict[str, Given | None]
TRIES = 5_000


def people_without_twin(team: RandomTeam, minimum: int = 5) -> list[tuple[int, str, str | None]]:
    """Return each row and person whose level can be worked out, and by whom: somebody who knows their own answer, or anybody (None)."""
    looks = seen(team.view(minimum))
    found = []
    for row, answers in enumerate(team.rows):
        for person in (key for key, given in answers.items() if isinstance(given, int)):
            unsure = _unsure(team, row, person, looks, minimum)
            found += [(row, person, who) for who in (None, *answers) if who != person and who not in unsure]
    return found


def _unsure(team: RandomTeam, row: int, person: str, looks: object, minimum: int) -> set[str | None]:
    """Return who cannot tell what somebody answered: all whose own answer is the same in a twin of the team."""
    unsure: set[str | None] = set()
    everybody = set[str | None]([None, *team.rows[row]]) - {person}
    for change in chain(_changes(team, row, person, minimum), _all_changes(team, row, person), _any_changes(team, row, person)):
        if unsure == everybody:
            break
        if everybody - change.keys() <= unsure:
            continue
        if seen(team.with_answers(row, change).view(minimum)) == looks:
            unsure |= everybody - change.keys()
    return unsure


def _changes(team: RandomTeam, row: int, person: str, minimum: int) -> Iterator[Change]:
    """Yield changes that could leave no trace: an exchange with somebody else, another level, and another level of all who agree."""
    answers = team.rows[row]
    own = answers[person]
    group = _counted_with(team, row, person, minimum)
    agreeing = [key for key, given in answers.items() if given == own and team.roles[key] in group]
    for key, given in answers.items():
        if isinstance(given, int) and given != own:
            yield {person: given, key: own}
    for level in LEVELS:
        if level != own:
            yield {person: level}
            yield dict.fromkeys(agreeing, level)


def _counted_with(team: RandomTeam, row: int, person: str, minimum: int) -> tuple[Role, ...]:
    """Return the roles that somebody is counted with in a row: those of their group, or all where it is shown for everyone."""
    shown = team.view(minimum).rows[row]
    cells = (shown.everyone,) if shown.everyone and not shown.groups else shown.groups
    role = team.roles[person]
    return next((cell.roles for cell in cells if role in cell.roles), tuple(dict.fromkeys(team.roles.values())))


def _all_changes(team: RandomTeam, row: int, person: str) -> Iterator[Change]:
    """Yield every other answer of somebody with every set of levels of up to four others of the same role, which settles most misses."""
    answers = team.rows[row]
    same = [key for key in answers if team.roles[key] == team.roles[person] and key != person and isinstance(answers[key], int)][:4]
    for level in LEVELS:
        if level != answers[person]:
            for levels in combinations_with_replacement(LEVELS, len(same)):
                yield {person: level, **dict(zip(same, levels, strict=True))}


def _any_changes(team: RandomTeam, row: int, person: str) -> Iterator[Change]:
    """Yield other levels of somebody and of others, whatever their role: where words stand for counts, many twins are that far away."""
    answers = team.rows[row]
    chance = random.Random(f"{row} {person}")
    rated = [key for key, given in answers.items() if isinstance(given, int) and key != person]
    for _ in range(TRIES):
        near = chance.sample(LEVELS, chance.randint(1, 5))
        changed = chance.sample(rated, chance.randint(len(rated) // 2, len(rated)))
        own = chance.choice([level for level in LEVELS if level != answers[person]])
        yield {**{key: chance.choice(near) for key in changed}, person: own}
