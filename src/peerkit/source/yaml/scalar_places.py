"""Where each character of a text stands in the YAML it was written in: in quotes, in a block, over several lines."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_WHITE: Final = " \t\r\n"
_CODES: Final = {"x": 2, "u": 4, "U": 8}
"""How many hexadecimal digits follow a backslash and a letter."""


# NOTE: there may be a thousand findings in a text, one after the other.
@lru_cache(maxsize=1)
def places(written: str, style: str | None, text: str) -> tuple[tuple[int, int], ...] | None:
    """Return where each character of `text` starts and ends in what was `written`; None where that cannot be told.

    `style` is PyYAML's: a quote, `|` or `>`, or None. White space that stands for a line break is placed somewhere in that.
    """
    at = 1 if style in ("'", '"') else written.find("\n") + 1 if style in ("|", ">") else 0
    found = list[tuple[int, int]]()
    for character in text:
        is_white = character in _WHITE
        at = _start(written, at, style, behind_white=not is_white)
        length = _length(written, at, style)
        stands_there = written[at : at + 1]
        if not stands_there or (length == 1 and stands_there != character and not (is_white and stands_there in _WHITE)):
            return None
        found.append((at, at + length))
        at += length
    return tuple(found)


def _start(written: str, at: int, style: str | None, *, behind_white: bool) -> int:
    """Return where the next character starts: behind a line break that a backslash takes away, and `behind_white` space."""
    while at < len(written):
        if style == '"' and written.startswith(("\\\n", "\\\r"), at):
            at, behind_white = at + 2, True
        elif behind_white and written[at] in _WHITE:
            at += 1
        else:
            break
    return at


def _length(written: str, at: int, style: str | None) -> int:
    """Return in how many characters the one at a place is written."""
    if style == "'" and written.startswith("''", at):
        return 2
    if style == '"' and written.startswith("\\", at):
        return 2 + _CODES.get(written[at + 1 : at + 2], 0)
    return 1
