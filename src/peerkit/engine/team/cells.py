"""Decides, row by row, what is shown of a section: counts, words, or nothing. Only `peerkit.engine.team.gate` uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from peerkit.engine.team.groups import Ratings, Roles, groups_of, is_one_and_few
from peerkit.engine.team.team_results import cell_in_counts, cell_in_words
from peerkit.model.answers import Given
from peerkit.model.framework import Indicator, Section
from peerkit.model.scale import LEVELS, ROLES, SMALLEST_GROUP, Role
from peerkit.model.team import Alike, Border, Cell, Group, Hidden, Memory, Row, Shown, TeamSectionView


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A row before it is decided what is shown of it: for each role, everybody who was asked, by key, with what they gave."""

    address: str
    indicator: Indicator
    given: Mapping[Role, Mapping[str, Given | None]]

    @property
    def asked(self) -> Roles:
        """The roles that were asked, in their order."""
        return tuple(role for role in ROLES if role in self.given)

    def of(self, roles: Iterable[Role]) -> dict[str, Given | None]:
        """Return what people of some roles gave."""
        return {key: given for role in roles for key, given in self.given.get(role, {}).items()}


@dataclass(slots=True)
class Gate:
    """What was shown so far: in earlier reports, and in this one.

    `same` holds the rows that one answer serves, by address; `tied` the addresses of those whose question asks the same as one about
    safety.
    """

    before: Memory
    minimum: int
    same: Mapping[str, frozenset[str]]
    tied: AbstractSet[str] = frozenset()
    now: dict[str, tuple[Shown, ...]] = field(default_factory=dict)

    def shown_for(self, address: str) -> tuple[Shown, ...]:
        """Return the sets of people counted for a row so far, or for a row that holds the same answers; and where the row had too few."""
        found: list[Shown] = []
        for row in sorted(self.same.get(address, {address})):
            earlier = (*self.before.rows.get(row, ()), *self.now.get(row, ()))
            found += [shown for shown in earlier if shown.ratings or row == address]
        return tuple(found)

    def allows(self, row: AskedRow, *sets: Mapping[str, Given | None]) -> bool:
        """Whether sets of people may be counted together, beside what was shown of the row so far."""
        everybody = {key: given for members in sets for key, given in members.items()}
        return is_allowed(self.shown_for(row.address), [members.keys() for members in sets], everybody, self.minimum, border_of(row, self))

    def remember(self, row: str, *shown: Shown) -> None:
        """Keep the sets of people that this report shows for a row."""
        self.now[row] = shown


def show_section(section: Section, rows: Sequence[AskedRow], heads: Mapping[Role, int], gate: Gate) -> TeamSectionView:
    """Return what may be shown of a section that was asked at least one row; `heads` are the people of its framework by role."""
    counting = [row for row in rows if not _is_asked_of_few(row, gate)]
    asked = {role: number for role, number in heads.items() if any(role in row.given for row in counting)}
    groups = groups_of(Ratings([_ratings(row, gate) for row in counting], asked, gate.minimum)) if counting else ()
    return TeamSectionView(
        section=section,
        groups=tuple(Group(roles=roles, people=sum(heads[role] for role in roles)) for roles in groups),
        rows=tuple(replace(_shown_row(row, groups, gate), asked=row.asked, asks_all=row.given.keys() == heads.keys()) for row in rows),
    )


def border_of(row: AskedRow, gate: Gate) -> Border:
    """Return the border of a row: 1 where it asks about safety, or the same as a question that does, and groups are not small."""
    return 1 if gate.minimum >= SMALLEST_GROUP and (row.indicator.safety or row.address in gate.tied) else 2


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
    """Decide what is shown of a row: the groups that were asked, if the section has several, else everyone, else nothing.

    NOTE: a group of which only one person and a small role were asked is not shown apart. See `Ratings.stands`.
    """
    parts = [part for roles in groups if (part := tuple(role for role in roles if role in row.given))]
    border = border_of(row, gate)
    apart = not any(is_one_and_few([len(row.given[role]) for role in part], gate.minimum) for part in parts)
    if len(groups) > 1 and parts and apart and gate.allows(row, *map(row.of, parts)):
        cells = tuple(cell(part, tally(row.of(part).values()), border) for part in parts)
        gate.remember(row.address, *(_shown(row.of(shown.roles), shown, border) for shown in cells))
        return Row(indicator=row.indicator, groups=cells, everyone=_sum(row.asked, cells))
    everybody = row.of(ROLES)
    if gate.allows(row, everybody):
        everyone = cell(row.asked, tally(everybody.values()), border)
        gate.remember(row.address, _shown(everybody, everyone, border))
        return Row(indicator=row.indicator, everyone=everyone)
    hidden = _why_hidden(row, gate)
    if hidden == "too-few":
        gate.remember(row.address, Shown(people=frozenset(everybody), ratings=0, border=border))
    return Row(indicator=row.indicator, hidden=hidden)


def _why_hidden(row: AskedRow, gate: Gate) -> Hidden:
    """Return why a row is hidden, if it is; it goes by who is in the reports and is asked, never by what they answered.

    NOTE: where an earlier report showed a row, "too few" would say that somebody who is gone had rated it.
    """
    if _is_asked_of_few(row, gate):
        return "asked-of-few"
    now = row.of(ROLES)
    changed = any(shown.ratings or not is_still_there(shown, now) for shown in gate.shown_for(row.address))
    return "difference" if changed else "too-few"


def _sum(roles: Roles, cells: Sequence[Cell]) -> Cell | None:
    """Return everyone as the sum of groups, None where a part is in words."""
    counts = [cell.counts for cell in cells if cell.counts is not None]
    if len(counts) < len(cells):
        return None
    return cell_in_counts(roles, tuple(map(sum, zip(*counts, strict=True))), sum(cell.dont_know for cell in cells))


def _shown(people: Mapping[str, Given | None], printed: Cell, border: Border) -> Shown:
    return Shown(people=frozenset(people), ratings=printed.ratings, counts=printed.counts, border=border)


Piece = tuple[int, ...]
"""People who are in the same ones of several sets, by the numbers of these sets."""


@dataclass(frozen=True, slots=True)
class LevelCounts:
    """How many people chose each level, 0 to 4, and how many did not know."""

    counts: tuple[int, ...]
    dont_know: int = 0

    @property
    def ratings(self) -> int:
        """How many people rated."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a reader of the reports could work out about a piece: how many rated, and how; `counts` None is some words."""

    ratings: int
    counts: tuple[int, ...] | None


def tally(given: Iterable[Given | None]) -> LevelCounts:
    """Return the answers counted."""
    answers = list(given)
    return LevelCounts(tuple(answers.count(level) for level in LEVELS), answers.count("dont-know"))


def is_alike(counts: Sequence[int], border: Border) -> bool:
    """Whether counts would tell a colleague too much: all ratings but at most one are the same level, or too many are low.

    That is all but at most one at Not yet or Starting; all but two where safety is asked about, so that no colleague who knows their
    own answer there knows of another that it is so low.
    """
    return sum(counts) - max(counts) <= 1 or is_low(counts, border)


def is_low(counts: Sequence[int], border: Border) -> bool:
    """Whether all ratings but at most one, or two with border 1, are Not yet or Starting."""
    return sum(counts[2:]) <= (2 if border == 1 else 1)


def cell(roles: tuple[Role, ...], counted: LevelCounts, border: Border) -> Cell:
    """Return what is shown of a group that may be shown: words where its ratings are alike, else counts."""
    if not is_alike(counted.counts, border):
        return cell_in_counts(roles, counted.counts, counted.dont_know)
    return cell_in_words(roles, counted.ratings, counted.dont_know, said_alike(counted.counts, border))


def said_alike(counts: Sequence[int], border: Border) -> Alike:
    """Return the words for counts that are alike; of levels that are equally common the lower one counts."""
    if border == 1:
        return "starting-or-lower" if is_low(counts, border) else "partly-or-higher"
    return "partly-or-lower" if list(counts).index(max(counts)) <= border else "mostly-or-higher"


def is_allowed(
    before: Sequence[Shown], now: Sequence[AbstractSet[str]], given: Mapping[str, Given | None], minimum: int, border: Border
) -> bool:
    """Whether the sets `now` may be shown beside the sets that were shown `before`.

    Everybody is split into pieces by which of the sets they are in. Whoever holds two reports can take one set from another and is
    left with a piece, so every piece needs `minimum` ratings, and one whose ratings are alike must not lie inside a larger set. `given`
    holds an answer for everybody in `now`. What people who are gone had answered is no longer there: it counts as far as it follows
    from what was printed, and where it does not, nothing may be shown. Where there were too few ratings before, somebody who is gone
    might be shown not to have rated. Where a set was shown under another border, the words of both together could say a level.
    """
    if not all(is_still_there(shown, given) for shown in before if not shown.ratings):
        return False
    before = [shown for shown in before if shown.ratings]
    if any(shown.border != border for shown in before):
        return False
    sets = [*(shown.people for shown in before), *now]
    pieces = split(sets)
    known = {
        piece: _Known(counted.ratings, counted.counts)
        for piece, people in pieces.items()
        if people <= given.keys()
        for counted in [tally(given[person] for person in people)]
    }
    _work_out(before, pieces.keys(), known)
    return all(
        piece in known
        and known[piece].ratings >= minimum
        and not (_may_be_alike(known[piece], border) and any(len(sets[number]) > len(people) for number in piece))
        for piece, people in pieces.items()
    )


def is_still_there(shown: Shown, given: Mapping[str, Given | None]) -> bool:
    """Whether all people of an earlier set are still asked, or none of them."""
    left = sum(person in given for person in shown.people)
    return left in (0, len(shown.people))


def split(sets: Sequence[AbstractSet[str]]) -> dict[Piece, set[str]]:
    """Return everybody who is in one of the sets, by which of them they are in."""
    pieces: dict[Piece, set[str]] = {}
    for person in set().union(*sets):
        pieces.setdefault(tuple(number for number, people in enumerate(sets) if person in people), set()).add(person)
    return pieces


def _work_out(before: Sequence[Shown], pieces: Iterable[Piece], known: dict[Piece, _Known]) -> None:
    """Add to `known` what follows from earlier reports about people who are gone: a set less all its other pieces."""
    parts = [[piece for piece in pieces if number in piece] for number in range(len(before))]
    found = True
    while found:
        found = False
        for shown, inside in zip(before, parts, strict=True):
            unknown = [piece for piece in inside if piece not in known]
            if len(unknown) == 1:
                known[unknown[0]] = _less(shown, [known[piece] for piece in inside if piece in known])
                found = True


def _less(shown: Shown, parts: Sequence[_Known]) -> _Known:
    ratings = shown.ratings - sum(part.ratings for part in parts)
    counts = shown.counts
    for part in parts:
        counts = None if counts is None or part.counts is None else tuple(a - b for a, b in zip(counts, part.counts, strict=True))
    return _Known(ratings, counts)


def _may_be_alike(piece: _Known, border: Border) -> bool:
    """Whether ratings are alike, or could be: a part of a set that was shown in words always could."""
    return piece.counts is None or is_alike(piece.counts, border)
