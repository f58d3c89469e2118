"""Escaping, per medium, at the last moment: whatever comes from a file or a person reaches a screen or a page as text only."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
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
    r"""Return one line of text for a terminal: control and direction characters, line breaks too, are written as `\xNN` or `\uNNNN`."""
    return _UNSEEN.sub(lambda match: _code(match.group()), text)


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
    r"""Return JSON for a terminal: control and direction characters and lone surrogates are written as `\uNNNN`; line breaks stay."""
    return _UNSEEN.sub(lambda match: match.group() if match.group() == "\n" else f"\\u{ord(match.group()):04x}", text)


def _code(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
