"""The minutes of a workshop: which parts it has, how long each takes, and where it pauses. They add up to exactly what there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Final

from peerkit.model.agenda import PartKind

TALK: Final = 8
"""Minutes that a question needs; as many questions are talked about as find these."""
LONGEST_TALK: Final = 20
BEFORE_A_PAUSE: Final = 90
"""Minutes that people sit at most before there is a pause."""
PAUSE: Final = 10
LONGEST_OPEN: Final = 60
_FIND_OUT_FROM: Final = 40
"""Minutes from which finding out has a part of its own."""
_SHORTEST_OPEN: Final = 5
_SHARES: Final[dict[PartKind, tuple[int, int, int]]] = {
    "opening": (12, 3, 10),
    "strengths": (12, 2, 10),
    "find-out": (15, 3, 10),
    "vote": (20, 2, 10),
    "actions": (6, 5, 25),
    "close": (20, 1, 5),
}
"""Of each part: what part of the whole it takes, as a divisor, and its fewest and most minutes."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part's kind and minutes."""

    kind: PartKind
    minutes: int


def slots(minutes: int, topics: int, *, find_out: bool) -> tuple[Slot, ...]:
    """Return the parts of a workshop of so many minutes (20 or more), in order; `topics` is how many questions could be talked about.

    The opening, strengths, vote, actions and close take their share. What is left goes to the questions, at least `TALK` minutes each,
    the first ones a minute more where it does not come out even. Minutes that no question takes are open, or go to the actions where
    they are few.
    """
    finding = find_out and minutes >= _FIND_OUT_FROM
    fixed = {kind: _share(kind, minutes) for kind in _SHARES if kind != "find-out" or finding}
    pauses = (minutes - 1) // BEFORE_A_PAUSE
    left = minutes - sum(fixed.values()) - pauses * PAUSE
    talks = _talks(left, topics)
    rest = left - sum(talks)
    opened = [Slot("open", length) for length in _evenly(rest, ceil(rest / LONGEST_OPEN))] if rest >= _SHORTEST_OPEN else []
    fixed["actions"] += 0 if opened else rest
    middle = [
        Slot("strengths", fixed["strengths"]),
        *(Slot("talk", length) for length in talks),
        *([Slot("find-out", fixed["find-out"])] if finding else []),
        *opened,
    ]
    first, last = Slot("opening", fixed["opening"]), [Slot(kind, fixed[kind]) for kind in ("vote", "actions", "close")]
    return (first, *_with_pauses(middle, fixed["opening"], minutes, pauses), *last)


def starts(parts: Sequence[Slot]) -> tuple[int, ...]:
    """Return how many minutes after the start each part begins."""
    return tuple(accumulate((part.minutes for part in parts[:-1]), initial=0))


def _share(kind: PartKind, minutes: int) -> int:
    divisor, fewest, most = _SHARES[kind]
    return max(fewest, min(most, minutes // divisor))


def _talks(left: int, topics: int) -> list[int]:
    """Return the minutes of each question that is talked about."""
    return [min(LONGEST_TALK, length) for length in _evenly(left, min(topics, max(1, left // TALK)))]


def _evenly(whole: int, number: int) -> list[int]:
    """Return `whole` in so many parts, the first ones a minute longer where it does not come out even."""
    return [whole // number + (place < whole % number) for place in range(number)]


def _with_pauses(middle: Sequence[Slot], before: int, minutes: int, pauses: int) -> list[Slot]:
    """Return the parts with as many pauses among them, each after the part whose end is nearest to an even share of the time."""
    ends = list(accumulate((slot.minutes for slot in middle), initial=before))[1:]
    after: set[int] = set()
    for number in range(1, pauses + 1):
        wanted = minutes * number // (pauses + 1) - (number - 1) * PAUSE
        free = [place for place in range(len(middle)) if place not in after]
        after.add(min(free, key=lambda place: (abs(ends[place] - wanted), place)))
    found: list[Slot] = []
    for place, slot in enumerate(middle):
        found += [slot, Slot("pause", PAUSE)] if place in after else [slot]
    return found
