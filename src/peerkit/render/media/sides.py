"""Groups drawn side by side: each one's score as a marker on a common line, and how many chose each level as small columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from peerkit.model.page import Side, Sides, SidesRow
from peerkit.render import wording as words
from peerkit.render.layout import pad, wrap
from peerkit.render.media.bars import cell_at, scale
from peerkit.render.media.ink import Line

_DOT, _MARKER, _GAP, _INDENT = "·", "●", "  ", "  "
_COLUMNS: Final = "▁▂▃▄▅▆▇█"
_POINTS: Final = len("about 100")
_SHORTEST_TRACK: Final = 21
_ROOM_FOR_COLUMNS: Final = 66
"""Cells from which names, scores and lines fit side by side."""


def draw_sides(sides: Sides, width: int) -> Iterator[Line]:
    """Yield the lines of groups side by side, each at most `width` cells."""
    track = max(_SHORTEST_TRACK, (width - _POINTS) * 2 // 5)
    if width >= _ROOM_FOR_COLUMNS:
        yield ((" " * (width - track) + scale(track), "quiet"),)
    for number, row in enumerate(sides.rows):
        if number:
            yield ()
        yield from _columns(row, width, track) if width >= _ROOM_FOR_COLUMNS else _stacked(row, width)


def columns(counts: Sequence[int]) -> str:
    """Return how many chose each level as columns, the highest for the most; a dot for none."""
    most = max(1, *counts)
    return "".join(_COLUMNS[ceil(len(_COLUMNS) * count / most) - 1] if count else _DOT for count in counts)


def _columns(row: SidesRow, width: int, track: int) -> Iterator[Line]:
    """Yield a name and its groups in columns, the notes below."""
    name = width - track - _POINTS - 2 * len(_GAP)
    yield from _named(row.title, row.whole, "", name, "strong", ())
    for side in row.sides:
        yield from _named(side.name, side, _INDENT, name, "text", _track(side.value, track))
    yield from _notes(row, width)


def _named(text: str, side: Side | None, indent: str, name: int, ink: str, track: Line) -> Iterator[Line]:
    first, *more = wrap(text, name - len(indent))
    behind = ((_GAP, "text"), *track) if track else ()
    yield ((pad(indent + first, name) + _GAP, ink), ((_points(side) if side else "").rjust(_POINTS), "strong"), *behind)
    yield from (((indent + line, ink),) for line in more)


def _stacked(row: SidesRow, width: int) -> Iterator[Line]:
    """Yield a name and its groups, each with its line below."""
    yield from (((line, "strong"),) for line in wrap(_title(row), width))
    for side in row.sides:
        yield from (((_INDENT + line, "text"),) for line in wrap(f"{side.name}: {_points(side)}", width - len(_INDENT)))
        yield ((_INDENT, "text"), *_track(side.value, width - len(_INDENT)))
    yield from _notes(row, width)


def _title(row: SidesRow) -> str:
    return f"{row.title}: {_points(row.whole)}" if row.whole else row.title


def _notes(row: SidesRow, width: int) -> Iterator[Line]:
    for note in row.notes:
        yield from (((_INDENT + line, "quiet"),) for line in wrap(note, width - len(_INDENT)))


def _points(side: Side) -> str:
    return words.place(side.value, about=side.about)


def _track(value: Fraction | None, width: int) -> Line:
    """Return the line from 0 to 100 in `width` cells."""
    if value is None:
        return ((_DOT * width, "quiet"),)
    marker = cell_at(value, width)
    return ((_DOT * marker, "quiet"), (_MARKER, "marker"), (_DOT * (width - marker - 1), "quiet"))
