"""Where the dots of groups stand in a picture: on one line from 0 to 100, those that would touch one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from string import ascii_uppercase
from typing import Final

from peerkit.model.page import Side, SidesRow

_TOO_CLOSE: Final = 6
"""Points below which two dots would touch in the narrowest picture."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A group's dot: its letter, the place on the line, and how many dots stand above it there."""

    letter: str
    value: Fraction
    below: int


@dataclass(frozen=True, slots=True)
class Picture:
    """The dots of a row, the place of the lowest and of the highest, and how many lines of dots there are (1 or more)."""

    dots: tuple[Dot, ...]
    low: Fraction
    high: Fraction
    lines: int


def letters(row: SidesRow) -> tuple[tuple[str, Side], ...]:
    """Return the groups of a row, each with its letter: its own, or one by its place."""
    return tuple((side.letter or letter, side) for letter, side in zip(ascii_uppercase, row.sides, strict=False))


def picture(row: SidesRow) -> Picture | None:
    """Return the picture of a row; None where no group has a score."""
    places = sorted((side.value, letter) for letter, side in letters(row) if side.value is not None)
    if not places:
        return None
    lines: list[Fraction] = []
    dots = []
    for value, letter in places:
        free = next((line for line, last in enumerate(lines) if value - last >= _TOO_CLOSE), len(lines))
        lines[free : free + 1] = [value]
        dots.append(Dot(letter, value, free))
    return Picture(tuple(dots), places[0][0], places[-1][0], len(lines))
