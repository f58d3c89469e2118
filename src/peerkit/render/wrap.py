"""A paragraph with a mark before its first line, for lists and labelled lines."""

from __future__ import annotations

from peerkit.render.layout import cell_width, wrap

_NARROWEST = 8


def wrapped_code(line: str, width: int) -> list[str]:
    """Return a line to copy as lines of at most `width` cells, with the spaces it begins with; one that is too long goes on further in."""
    indent = " " * (len(line) - len(line.lstrip()))
    return wrapped(line, width, first=indent, rest=f"{indent}    ")


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines of at most `width` cells; `first` leads the first line, `rest` (by default as many spaces) the others.

    The text is made safe for a terminal. A word that is longer than a line is broken.
    """
    indent = " " * cell_width(first) if rest is None else rest
    room = max(_NARROWEST, width - max(cell_width(first), cell_width(indent)))
    return [f"{first if number == 0 else indent}{line}".rstrip() for number, line in enumerate(wrap(text, room))]
