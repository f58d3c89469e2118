"""Decides, row by row, what is shown of a section. Only `peerkit.engine.privacy` uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peerkit.engine.counting import Given, Tally, cell, is_allowed, is_still_there, tally
from peerkit.engine.grouping import Ratings, Roles, groups_of
from peerkit.model.framework import Indicator, Section
from peerkit.model.scale import LEVELS, ROLES, Role
from peerkit.model.team import Cell, Group, Hidden, Memory, Row, Shown, TeamSectionView


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row before it is decided what is shown of it: for each role, everybody who was asked, by key, with what they gave."""

    address: str
    indicator: Indicator
    given: Mapping[Role, Mapping[str, Given]]

    def of(self, roles: Iterable[Role]) -> dict[str, Given]:
        """Return what people of some roles gave."""
        return {key: given for role in roles for key, given in self.given.get(role, {}).items()}


@dataclass(slots=True)
class Gate:
    """What was shown so far: in earlier reports, and in this one. `same` holds the rows that one answer serves, by address."""

    before: Memory
    minimum: int
    same: Mapping[str, frozenset[str]]
    now: dict[str, tuple[Shown, ...]] = field(default_factory=dict)

    def shown_for(self, address: str) -> tuple[Shown, ...]:
        """Return the sets of people counted for a row so far, or for a row that holds the same answers; and where the row had too few."""
        found: list[Shown] = []
        for row in sorted(self.same.get(address, {address})):
            earlier = (*self.before.rows.get(row, ()), *self.now.get(row, ()))
            found += [one for one in earlier if one.ratings or row == address]
        return tuple(found)

    def allows(self, row: AskedRow, *sets: Mapping[str, Given]) -> bool:
        """Whether sets of people may be counted together, beside what was shown of the row so far."""
        everybody = {key: given for one in sets for key, given in one.items()}
        return is_allowed(self.shown_for(row.address), [one.keys() for one in sets], everybody, self.minimum)

    def remember(self, row: str, *shown: Shown) -> None:
        """Keep the sets of people that this report shows for a row."""
        self.now[row] = shown


def show_section(section: Section, rows: Sequence[AskedRow], heads: Mapping[Role, int], gate: Gate) -> TeamSectionView:
    """Return what may be shown of a section that was asked at least one row; `heads` are the people of its framework by role."""
    groups = groups_of(Ratings([_ratings(row, gate) for row in rows if not _is_asked_of_few(row, gate)], heads, gate.minimum))
    return TeamSectionView(
        section=section,
        groups=tuple(Group(roles=roles, people=sum(heads[role] for role in roles)) for roles in groups),
        rows=tuple(_shown_row(row, groups, gate) for row in rows),
    )


def _is_asked_of_few(row: AskedRow, gate: Gate) -> bool:
    """Whether too few people are asked for the row ever to be shown, as everybody knows from the roles and the framework."""
    return sum(map(len, row.given.values())) < gate.minimum


def _ratings(row: AskedRow, gate: Gate) -> dict[Role, int]:
    """Return how many of each role rated a row.

    NOTE: of a row that earlier reports keep from being shown all are counted who were asked, so that no answer to it decides anything.
    """
    if _why_hidden(row, gate) == "difference" and not gate.allows(row, row.of(ROLES)):
        return {role: len(given) for role, given in row.given.items()}
    return {role: tally(given.values()).ratings for role, given in row.given.items()}


def _shown_row(row: AskedRow, groups: Sequence[Roles], gate: Gate) -> Row:
    """Decide what is shown of a row: the groups that were asked, if the section has several, else everyone, else nothing."""
    all_roles = tuple(role for role in ROLES if any(role in roles for roles in groups))
    asked = {roles: given for roles in groups if (given := row.of(roles))}
    if len(groups) > 1 and gate.allows(row, *asked.values()):
        cells = tuple(cell(roles, tally(given.values())) for roles, given in asked.items())
        gate.remember(row.address, *map(_shown, asked.values(), cells))
        return Row(indicator=row.indicator, groups=cells, everyone=_sum(all_roles, cells))
    everybody = row.of(ROLES)
    if gate.allows(row, everybody):
        everyone = cell(all_roles, tally(everybody.values()))
        gate.remember(row.address, _shown(everybody, everyone))
        return Row(indicator=row.indicator, everyone=everyone)
    hidden = _why_hidden(row, gate)
    if hidden == "too-few":
        gate.remember(row.address, Shown(people=frozenset(everybody), ratings=0))
    return Row(indicator=row.indicator, hidden=hidden, asked_of_few=_is_asked_of_few(row, gate))


def _why_hidden(row: AskedRow, gate: Gate) -> Hidden:
    """Return why a row is hidden, if it is; it goes by who is in the reports, never by what they answered.

    NOTE: where an earlier report showed a row, "too few" would say that somebody who is gone had rated it.
    """
    now = row.of(ROLES)
    changed = any(one.ratings or not is_still_there(one, now) for one in gate.shown_for(row.address))
    return "difference" if changed else "too-few"


def _sum(roles: Roles, cells: Sequence[Cell]) -> Cell | None:
    """Return everyone as the sum of groups, None where a part is in words."""
    counts = [one.counts for one in cells if one.counts is not None]
    if len(counts) < len(cells):
        return None
    together = Tally(tuple(sum(one[level] for one in counts) for level in LEVELS), sum(one.dont_know for one in cells))
    return Cell(roles=roles, ratings=together.ratings, dont_know=together.dont_know, counts=together.counts)


def _shown(people: Mapping[str, Given], printed: Cell) -> Shown:
    return Shown(people=frozenset(people), ratings=printed.ratings, counts=printed.counts)
