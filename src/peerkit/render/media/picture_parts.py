"""What pictures of numbers are made of: the parts of a bar of answers, and the dots of groups on a line from 0 to 100."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from string import ascii_uppercase
from typing import Final

from peerkit.model.page import Bar, Bars, ScoreRow, Side, SidesRow, Sign, Tallies, TallyRow
from peerkit.model.result import Counts, Ends
from peerkit.model.scale import HIGHEST, LEVEL_LABELS
from peerkit.render import wording as words


@dataclass(frozen=True, slots=True)
class Segment:
    """One kind of answer in a bar: where it starts and how wide it is, in hundredths of the bar, and how often it was given."""

    kind: str
    label: str
    number: int
    start: Fraction
    width: Fraction


def segments(tally: TallyRow) -> tuple[Segment, ...]:
    """Return every kind of answer of a tally in its order, also those that were not given."""
    given = [(f"level-{level}", LEVEL_LABELS[level], number) for level, number in enumerate(tally.levels)]
    given += [(state, words.STATE_LABELS[state], number) for state, number in words.other_answers(tally.counts)]
    whole = max(1, sum(number for _, _, number in given))
    found, before = [], 0
    for kind, label, number in given:
        found.append(Segment(kind, label, number, Fraction(100 * before, whole), Fraction(100 * number, whole)))
        before += number
    return tuple(found)


def shares(counts: tuple[int, ...]) -> tuple[Segment, ...]:
    """Return the segments of a bar for how many people chose each level."""
    return segments(TallyRow("", counts, Counts()))


def in_words(tally: TallyRow) -> str:
    """Return how often each answer was given, without those that were not; that there is none, where none was."""
    return ", ".join(f"{segment.number} {segment.label}" for segment in segments(tally) if segment.number) or "none"


def given(tallies: Tallies) -> tuple[tuple[Segment, ...], ...]:
    """Return the segments of each tally in its order, without the kinds of answer that none of them has."""
    rows = [segments(tally) for tally in tallies.rows]
    places = [place for place, _ in enumerate(rows[0]) if any(row[place].number for row in rows)]
    return tuple(tuple(row[place] for place in places) for row in rows)


def tally_table(tallies: Tallies) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return tallies as the heads and rows of a table: a column for each kind of answer that was given at all."""
    rows = given(tallies)
    heads = (words.SCORE_HEADS[0], *(words.sentence(segment.label) for segment in rows[0]))
    return heads, [(tally.title, *(str(segment.number) for segment in row)) for tally, row in zip(tallies.rows, rows, strict=True)]


def score_cells(row: ScoreRow) -> tuple[str, ...]:
    """Return a score as a row of a table, see `SCORE_HEADS`."""
    score = row.score
    value = words.points(score.value) if score.value is not None else words.NO_SCORE
    return row.title, value, words.spread(score), words.share(score.counts), ", ".join(row.notes)


SIGNS: Final[Mapping[Sign, str]] = {"full": "the score", "open": "still open", "goal": "the goal"}
"""What the signs of an overview mean."""


def overview_head(block: Bars) -> tuple[str, str]:
    """Return what an overview is of, with its score, and what that rests on."""
    if block.whole is None:
        return block.name, ""
    return f"{block.name}: {words.at_a_glance(block.whole)}", ", ".join(words.rests_on(block.whole))


def overview_table(block: Bars) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return an overview as the heads and rows of a table; without a column of ranges where nothing is open."""
    rows = [(row.title, words.at_a_glance(row.score), words.spread(row.score), str(goal_place(row))) for row in block.rows]
    heads = ("Framework" if block.whole is None else "Section", "Score", "Range", "Goal")
    if any(spread for _, _, spread, _ in rows):
        return heads, list(rows)
    return (*heads[:2], heads[3]), [(title, number, goal) for title, number, _, goal in rows]


def goal_place(row: Bar) -> int:
    """Return where the goal of a row stands on the line from 0 to 100."""
    return 100 * row.goal // HIGHEST


def bar_ends(row: Bar) -> tuple[Fraction, Ends | None]:
    """Return how far a bar is full, and between which places it is open; nothing is full where there is no score to show."""
    score = row.score
    reach = (score.least, score.most) if score.least is not None and score.most is not None else score.ends
    if score.value is not None:
        return score.value, reach if reach and reach[0] < reach[1] else None
    return (score.ends[0], score.ends) if score.ends else (Fraction(0), reach)


_TOO_CLOSE: Final = 6
"""Points below which two dots would touch in the narrowest picture."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A group's mark: its letter, between which places on the line it stands, and how many lines of marks there are above it.

    It is a dot where it stands at one place, else a bar with the letter in its middle.
    """

    letter: str
    low: Fraction
    high: Fraction
    below: int

    @property
    def middle(self) -> Fraction:
        """The place of the letter."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Picture:
    """The marks of a row, and how many lines of them there are (1 or more).

    `low` and `high` are the places of the lowest and of the highest dot; both are None where one of them is a bar.
    """

    dots: tuple[Dot, ...]
    low: Fraction | None
    high: Fraction | None
    lines: int


def letters(row: SidesRow) -> tuple[tuple[str, Side], ...]:
    """Return the groups of a row, each with its letter: its own, or one by its place."""
    return tuple((side.letter or letter, side) for letter, side in zip(ascii_uppercase, row.sides, strict=False))


def picture(row: SidesRow) -> Picture | None:
    """Return the picture of a row; None where no group has a score."""
    places = sorted((*side.ends, letter) for letter, side in letters(row) if side.ends)
    if not places:
        return None
    lines: list[Fraction] = []
    dots = []
    for low, high, letter in places:
        free = next((line for line, last in enumerate(lines) if low - last >= _TOO_CLOSE), len(lines))
        lines[free : free + 1] = [high]
        dots.append(Dot(letter, low, high, free))
    exact = all(dot.low == dot.high for dot in dots)
    return Picture(tuple(dots), places[0][0] if exact else None, places[-1][0] if exact else None, len(lines))
