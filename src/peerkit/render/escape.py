"""Escaping, per medium, at the last moment: whatever comes from a file or a person reaches a screen or a page as text only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
_PICTURE_OR_NOT = "\ufe0e\ufe0f"
_LAST_OF_A_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007e]*\\Z")
_MARKDOWN = re.compile(
    r"""
    [\\`*_\[\]<>|~$@]       # these act anywhere
    | ^[#+\-=:] | \#(?=\#*$)  # these at the start of a block, and what closes a heading
    | :(?=[/:a-z_+-])       # addresses and the names of pictures
    | &(?=\#|\w+;)          # entities
    | (?<=\bwww)\.
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKDOWN_NUMBER = re.compile(r"^(\d+)([.)])")
_WHITE = re.compile(r"\s+")


def visible(text: str) -> str:
    r"""Return one line of text for a terminal: what cannot be seen, line breaks too, is written as `\xNN`, `\uNNNN` or `\UNNNNNNNN`.

    What joins the parts of a picture, or shapes the letters of a script, stays where it does so.
    """
    return text if text.isascii() and text.isprintable() else _UNSEEN.sub(lambda match: _seen(match, _code), text)


def visible_lines(text: str) -> list[str]:
    """Return the lines of a text for a terminal, each as `visible` makes it."""
    return [visible(line.replace("\t", "    ")) for line in re.split(r"\r\n|\r|\n", text)]


def one_line(text: str) -> str:
    """Return a text for a terminal on one line: any white space, line breaks too, becomes one space."""
    return visible(_WHITE.sub(" ", text).strip())


def markdown(text: str) -> str:
    """Return a text for Markdown on one line, in which nothing is a link, an image, HTML, emphasis, a list, a heading or a table.

    Only what Markdown would act on is escaped, so that a page stays readable in an editor.
    """
    return _MARKDOWN_NUMBER.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\g<0>", one_line(text)))


def json_text(text: str) -> str:
    r"""Return JSON for a terminal: what cannot be seen, and lone surrogates, are written as `\uNNNN`; line breaks stay."""
    return _UNSEEN.sub(lambda match: match.group() if match.group() == "\n" else _seen(match, _json_code), text)


def _seen(match: re.Match[str], code: Callable[[str], str]) -> str:
    """Return the character that was found, where what stands around it needs it, else its code."""
    character, start = match.group(), match.start()
    before, after = match.string[start - 1 : start], match.string[start + 1 : start + 2]
    if character in _JOINERS:
        needed = _joins(character, before, after)
    elif character in _PICTURE_OR_NOT:
        needed = _is_picture(before) or (after == "\u20e3" and before in tuple("0123456789#*"))
    elif "\ufe00" <= character < "\ufe0e" or character >= "\U000e0100":
        needed = before != "" and unicodedata.category(before) in ("Lo", "Sm")
    elif "\u180b" <= character <= "\u180f":
        needed = "\u1820" <= before <= "\u18aa"
    else:
        needed = "\U000e0020" <= character <= "\U000e007f" and _LAST_OF_A_FLAG.search(match.string, 0, start) is not None
    return character if needed else code(character)


def _joins(joiner: str, before: str, after: str) -> bool:
    """Whether a joiner has something to do: between pictures, or in a word of a script whose letters have several forms."""
    if joiner == "\u200d" and (_is_picture(before) or before == "\ufe0f") and _is_picture(after):
        return True
    return _has_forms(before) and (unicodedata.category(before) in ("Mn", "Mc") or _has_forms(after))


def _is_picture(character: str) -> bool:
    """Whether a character is a sign that can be drawn as a picture, or the colour of its skin."""
    return character > "\x7f" and (character == "\u2139" or unicodedata.category(character) in ("So", "Sk", "Sm", "Po", "Pd"))


def _has_forms(character: str) -> bool:
    """Whether a character belongs to a script from Hebrew on to Mongolian, or to one of its later blocks, and is no sign."""
    is_in_one = "\u0590" <= character <= "\u1aff" or "\ua840" <= character <= "\uabff" or "\U00010a00" <= character <= "\U0001e95f"
    return is_in_one and unicodedata.category(character) in ("Lo", "Lm", "Mn", "Mc")


def _code(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _json_code(character: str) -> str:
    import json

    number = ord(character)
    return json.dumps(character)[1:-1] if number > 0xFFFF else f"\\u{number:04x}"
