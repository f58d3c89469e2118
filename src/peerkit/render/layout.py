"""Lines that fit: how wide text is on a screen, and how it wraps.

Widths are in terminal cells and err on the wide side, so that a line fits on every terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

from peerkit.render.escape import one_line

_NARROWEST = 8
_JOINERS = "\u200b\u200c\u200d"
_EMOJI_FORM = "\ufe0f"
# NOTE: these got wide with Unicode 16, of which older versions of Python do not know.
_WIDE_NOW = (("\u2630", "\u2637"), ("\u268a", "\u268f"), ("\u4dc0", "\u4dff"), ("\U0001d300", "\U0001d356"), ("\U0001d360", "\U0001d376"))
# NOTE: GitHub's runner takes a line of output that starts with `::name` (after spaces), or has `##[` anywhere, for a command.
_WORD = r"""(?:[^ '"]|'[^']*'|"[^"]*"|['"])+"""
_COMMAND_WORD = re.compile(_WORD)
_OPTION_OR_WORD = re.compile(rf"--?[a-z][a-z-]*(?: (?!--?[a-z]){_WORD})?(?= |$)|{_WORD}")
_COMMAND = re.compile(r":(?=:\w)|#(?=#\[)")


def cell_width(text: str) -> int:
    """Return how many cells `text` takes at most."""
    return len(text) if text.isascii() else sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if character in _JOINERS:
        return 0
    if east_asian_width(character) in "WF" or "\U0001f1e6" <= character <= "\U0001faff":
        return 2
    if any(first <= character <= last for first, last in _WIDE_NOW):
        return 2
    # NOTE: the emoji form makes the character before it one cell wider on some terminals.
    return 0 if category(character) in ("Mn", "Me") and character != _EMOJI_FORM else 1


def as_words(text: str) -> str:
    """Return a text on one line as a screen may show it: without control characters, and without a command to a build server."""
    return _COMMAND.sub(lambda match: f"\\x{ord(match.group()):02x}", one_line(text))


def wrap(text: str, width: int) -> list[str]:
    """Return a text from anywhere as lines of at most `width` cells (2 or more), broken between words; a longer word is broken anywhere."""
    lines: list[str] = []
    line, room = "", width
    for piece in _pieces(as_words(text), width):
        size = cell_width(piece)
        if line and size + 1 > room:
            lines.append(line)
            line, room = "", width
        room -= size + bool(line)
        line = f"{line} {piece}" if line else piece
    return [*lines, line]


def wrapped_code(line: str, width: int) -> list[str]:
    """Return a line to copy as lines of at most `width` cells, with the spaces it begins with; one that is too long goes on further in."""
    indent = " " * (len(line) - len(line.lstrip()))
    return wrapped(line, width, first=indent, rest=f"{indent}    ")


def wrapped_command(command: str, width: int, goes_on: str) -> list[str]:
    """Return a command as lines of at most `width` cells that can be copied and run; `goes_on` ends all but the last.

    An option keeps its value beside it where a line holds both. A word that is longer than a line, or in quotes, stays whole, so that the
    line it stands on may be wider.
    """
    whole = as_words(command)
    if cell_width(whole) <= width:
        return [whole]
    lines = [""]
    for together in _OPTION_OR_WORD.findall(whole):
        fits = cell_width(f"  {together} {goes_on}") <= width
        for word in [together] if fits else _COMMAND_WORD.findall(together):
            if lines[-1].strip() and cell_width(f"{lines[-1]} {word} {goes_on}") > width:
                lines = [*lines[:-1], f"{lines[-1]} {goes_on}", " "]
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines of at most `width` cells; `first` leads the first line, `rest` (by default as many spaces) the others.

    The text is made safe for a terminal. A word that is longer than a line is broken.
    """
    indent = " " * cell_width(first) if rest is None else rest
    room = max(_NARROWEST, width - max(cell_width(first), cell_width(indent)))
    return [f"{first if number == 0 else indent}{line}".rstrip() for number, line in enumerate(wrap(text, room))]


def pad(text: str, width: int) -> str:
    """Return `text` with spaces behind it up to `width` cells."""
    return text + " " * (width - cell_width(text))


def _pieces(text: str, width: int) -> Iterator[str]:
    """Yield the words of a text, those wider than `width` in parts."""
    for word in text.split(" "):
        if cell_width(word) <= width:
            yield word
        else:
            yield from _parts(word, width)


def _parts(word: str, width: int) -> Iterator[str]:
    part, room = "", width
    for character in word:
        size = _cells(character)
        if size > room:
            yield part
            part, room = "", width
        part += character
        room -= size
    yield part
