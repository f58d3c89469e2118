"""What may be said of a set of people's answers to one question: counts, words, or nothing. Only `peerkit.engine.privacy` uses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from peerkit.model.scale import LEVELS, Role
from peerkit.model.team import Cell, Shown

Given = int | Literal["dont-know"] | None
"""An answer as far as it counts: a level, don't know, or anything else."""
Piece = tuple[int, ...]
"""People who are in the same ones of several sets, by the numbers of these sets."""


@dataclass(frozen=True, slots=True)
class Tally:
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


def tally(given: Iterable[Given]) -> Tally:
    """Return the answers counted."""
    answers = list(given)
    return Tally(tuple(answers.count(level) for level in LEVELS), answers.count("dont-know"))


def is_alike(counts: Sequence[int]) -> bool:
    """Whether counts would tell a colleague too much: all ratings but at most one are the same level, or Not yet and Starting."""
    ratings = sum(counts)
    return ratings - max(counts) <= 1 or ratings - counts[0] - counts[1] <= 1


def cell(roles: tuple[Role, ...], counted: Tally) -> Cell:
    """Return what is shown of a group that may be shown: words where its ratings are alike, else counts."""
    if not is_alike(counted.counts):
        return Cell(roles=roles, ratings=counted.ratings, dont_know=counted.dont_know, counts=counted.counts)
    commonest = counted.counts.index(max(counted.counts))
    alike: Literal["lower", "higher"] = "lower" if commonest <= 2 else "higher"
    return Cell(roles=roles, ratings=counted.ratings, dont_know=counted.dont_know, counts=None, alike=alike)


def is_allowed(before: Sequence[Shown], now: Sequence[AbstractSet[str]], given: Mapping[str, Given], minimum: int) -> bool:
    """Whether the sets `now` may be shown beside the sets that were shown `before`.

    Everybody is split into pieces by which of the sets they are in. Whoever holds two reports can take one set from another and is
    left with a piece, so every piece needs `minimum` ratings, and one whose ratings are alike must not lie inside a larger set. `given`
    holds an answer for everybody in `now`. What people who are gone had answered is no longer there: it counts as far as it follows
    from what was printed, and where it does not, nothing may be shown. Where there were too few ratings before, somebody who is gone
    might be shown not to have rated.
    """
    if not all(is_still_there(shown, given) for shown in before if not shown.ratings):
        return False
    before = [shown for shown in before if shown.ratings]
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
        and not (_may_be_alike(known[piece]) and any(len(sets[number]) > len(people) for number in piece))
        for piece, people in pieces.items()
    )


def is_still_there(shown: Shown, given: Mapping[str, Given]) -> bool:
    """Whether all people of an earlier set are still asked, or none of them."""
    left = sum(person in given for person in shown.people)
    return left in (0, len(shown.people))


def split(sets: Sequence[AbstractSet[str]]) -> dict[Piece, set[str]]:
    """Return everybody who is in one of the sets, by which of them they are in."""
    pieces: dict[Piece, set[str]] = {}
    for person in set().union(*sets):
        pieces.setdefault(tuple(number for number, one in enumerate(sets) if person in one), set()).add(person)
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


def _may_be_alike(piece: _Known) -> bool:
    """Whether ratings are alike, or could be: a part of a set that was shown in words always could."""
    return piece.counts is None or is_alike(piece.counts)
