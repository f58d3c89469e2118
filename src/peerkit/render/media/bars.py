"""Scores drawn on a common line: dots from 0 to 100, the range as a heavy line, the score as a marker."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest
from math import floor
from typing import Final

from peerkit.model.page import ScoreRow, Scores
from peerkit.model.report import Score
from peerkit.render import wording as words
from peerkit.render.layout import pad, wrap
from peerkit.render.media.ink import Line

_DOT, _RANGE, _MARKER = "·", "━", "●"
_NO_SCORE, _TO = "\N{EN DASH}", "\N{EN DASH}"
_SCORE, _SPREAD, _GAP = 3, 6, "  "
_RANGE_HEAD, _ANSWERED_HEAD = "range", "answered"
_SHORTEST_TRACK: Final = 21
_ROOM_FOR_COLUMNS: Final = 66
"""Cells from which titles, bars and numbers fit side by side."""


def draw_scores(scores: Scores, width: int) -> Iterator[Line]:
    """Yield the lines of a table of scores, each at most `width` cells."""
    if width < _ROOM_FOR_COLUMNS:
        yield from _stacked(scores, width)
        return
    share = max(len(_ANSWERED_HEAD), *(len(_share(row.score)) for row in scores.rows))
    numbers = _SCORE + _SPREAD + share + 4 * len(_GAP)
    track = max(_SHORTEST_TRACK, (width - numbers) * 2 // 5)
    title = width - numbers - track
    heads = (_RANGE_HEAD.rjust(_SPREAD), _ANSWERED_HEAD.rjust(share))
    yield ((" " * (title + _SCORE + 2 * len(_GAP)) + _GAP.join((scale(track), *heads)), "quiet"),)
    drawn = [tuple(_columns(row, title, track, share)) for row in scores.rows]
    apart = any(len(lines) > 1 for lines in drawn)
    for number, lines in enumerate(drawn):
        if number and apart:
            yield ()
        yield from lines


def _columns(row: ScoreRow, title: int, track: int, share: int) -> Iterator[Line]:
    """Yield one score in columns, its notes below the line from 0 to 100."""
    first, *more = wrap(row.title, title)
    yield (
        (pad(first, title) + _GAP, "text"),
        (_points(row.score).rjust(_SCORE) + _GAP, "strong"),
        *_track(row.score, track),
        (_GAP + _spread(row.score).rjust(_SPREAD) + _GAP + _share(row.score).rjust(share), "quiet"),
    )
    indent = title + _SCORE + 2 * len(_GAP)
    notes = wrap(", ".join(row.notes), track + _SPREAD + share + 2 * len(_GAP)) if row.notes else []
    for left, right in zip_longest(more, notes, fillvalue=""):
        yield ((pad(left, indent), "text"), (right, "quiet"))


def _stacked(scores: Scores, width: int) -> Iterator[Line]:
    """Yield each score as a title with its line below."""
    for number, row in enumerate(scores.rows):
        if number:
            yield ()
        yield from (((line, "text"),) for line in wrap(row.title, width))
        yield (
            (_points(row.score).rjust(_SCORE) + _GAP, "strong"),
            *_track(row.score, width - _SCORE - len(_GAP)),
        )
        indent = _SCORE + len(_GAP)
        about = ", ".join((*words.rests_on(row.score), *row.notes))
        yield from (((" " * indent + line, "quiet"),) for line in wrap(about, width - indent))


def _points(score: Score) -> str:
    return words.points(score.value) if score.value is not None else _NO_SCORE


def _spread(score: Score) -> str:
    return words.spread(score).replace(" to ", _TO)


def _share(score: Score) -> str:
    return f"{score.counts.rated} of {score.counts.applicable}"


def scale(track: int) -> str:
    """Return the ends and the middle of a line from 0 to 100 in `track` cells."""
    middle = cell_at(Fraction(50), track)
    return pad("0" + "50".rjust(middle), track - 3) + "100"


def _track(score: Score, width: int) -> Iterator[tuple[str, str]]:
    """Yield the line from 0 to 100 in `width` cells."""
    if score.low is None or score.high is None:
        yield _DOT * width, "quiet"
        return
    low, high = cell_at(score.low, width), cell_at(score.high, width)
    yield _DOT * low, "quiet"
    if score.value is None:
        yield _RANGE * (high - low + 1), "accent"
    else:
        marker = cell_at(score.value, width)
        yield _RANGE * (marker - low), "accent"
        yield _MARKER, "marker"
        yield _RANGE * (high - marker), "accent"
    yield _DOT * (width - high - 1), "quiet"


def cell_at(value: Fraction, width: int) -> int:
    """Return the cell, from 0, in which a score of 0 to 100 stands."""
    return floor(value * (width - 1) / 100 + Fraction(1, 2))
