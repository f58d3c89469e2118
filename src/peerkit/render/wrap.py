"""Words into lines of a given width, counted in terminal columns."""

from __future__ import annotations

import textwrap
import unicodedata

from peerkit.render.escape import one_line


def columns(text: str) -> int:
    """Return how many terminal columns a text takes: wide characters two, combining ones none."""
    return sum(_columns_of(character) for character in text)


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines of at most `width` columns; `first` leads the first line, `rest` (by default as many spaces) the others.

    The text is made safe for a terminal. A word that is longer than a line is cut.
    """
    indent = " " * columns(first) if rest is None else rest
    safe = one_line(text)
    room = max(8, width - max(columns(first), columns(indent)))
    lines = _filled(safe, room) if columns(safe) > room else [safe]
    return [f"{first if number == 0 else indent}{line}".rstrip() for number, line in enumerate(lines)]


def _filled(text: str, room: int) -> list[str]:
    if text.isascii():
        return textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    lines, line = [], ""
    for word in text.split(" "):
        for piece in _pieces(word, room):
            if line and columns(line) + 1 + columns(piece) > room:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    return [*lines, line]


def _pieces(word: str, room: int) -> list[str]:
    pieces, piece = [], ""
    for character in word:
        if columns(piece) + _columns_of(character) > room:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]


def _columns_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
