"""What is said about a text that is no good YAML: a message and a hint each, in plain words; and which plain words are ambiguous."""

from __future__ import annotations

import re
from typing import Any

import yaml

from peerkit.source.file_formats import DEEPEST, LARGEST_YAML, MOST_FAULTS, MOST_NODES

Words = tuple[str, str]
UNCLOSED_QUOTE: Words = ("a quote that opens here is never closed", "Close the text with the same quote it begins with.")
BAD_ESCAPE: Words = ("the code after this backslash is no character", "Write the character itself, or correct its code.")
TOO_MANY: Words = (f"the file has more than {MOST_NODES:,} entries", "Split it, or check that it is the right file.")
TOO_MANY_MISTAKES: Words = (
    f"the file has more than {MOST_FAULTS:,} mistakes",
    "Mend those that are told first, or check that it is the right file.",
)
MORE_CHARACTERS: Words = (
    "another tab, or character that cannot be seen; what else is wrong with the file is not told",
    "Replace all of them first.",
)
TOO_DEEP: Words = (f"lists and mappings are more than {DEEPEST} deep here", "Check the brackets and the indentation.")
UTF_16: Words = ("the file is not written in UTF-8, and looks like UTF-16", "Save it as UTF-8.")
LINE_ENDS: Words = (
    "the lines of the file end in a carriage return alone (U+000D)",
    "Save it with the line ends of Unix (LF) or of Windows (CRLF).",
)
SEVERAL_DOCUMENTS: Words = (
    "a second document starts here",
    "Keep one document in a file: delete the '---', or move the rest to a file of its own.",
)
MERGE_KEY: Words = ("the merge key << pulls in other keys", "Write the keys out, so that a reader sees them.")
KEY_IS_NO_TEXT: Words = ("a list or mapping stands where a key should be", "Write a word as key; a text with brackets needs quotes.")
TRUE_WORDS = ("true", "yes", "on", "y")
FALSE_WORDS = ("false", "no", "off", "n")
NO_WORDS = ("null", "~")
"""What an ambiguous word can have been meant for, in small letters."""
HALF_CHARACTER = re.compile("[\ud800-\udfff]")
LOOKS_SPECIAL = re.compile(r"[0-9+\-.~=yYnNtTfFoO]|$|null|Null|NULL|<<$")
"""Only a text that starts like this can be anything but a text."""
_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})$")
_TURNED = re.compile(
    r"""(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|True|TRUE|False|FALSE|y|Y|n|N|null|Null|NULL|~|=|<<
    |[-+]?0o?[0-9_]+|[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*
    |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    |[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+
    |[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9].*)?)$""",
    re.VERBOSE,
)
_ONLY_PUNCTUATION = re.compile(r"[-+._]*$")
_OUT_OF_LINE = (
    "this line does not fit the lines around it",
    "Check the indentation: keys that belong together start in the same column.",
)
_BEHIND_THE_END = (
    "something stands behind the end of the document",
    "Check the indentation of this line: everything belongs to one mapping.",
)
_SYNTAX: dict[str, Words] = {
    "mapping values are not allowed": ("there is a second ': ' on this line", 'Put the text in quotes: key: "first: second".'),
    "could not find expected ':'": (
        "a ':' is missing after a key here, or a text is not closed",
        "Write key: value, with a space after the ':'.",
    ),
    "while scanning a quoted scalar": UNCLOSED_QUOTE,
    "did not find expected key": _OUT_OF_LINE,
    "expected <block end>": _OUT_OF_LINE,
    "did not find expected '-' indicator": (
        "a list entry is expected here",
        "Start each entry of the list with '- ', all in the same column.",
    ),
    "expected ',' or": ("a list or mapping in brackets is not closed", "Close it with ] or }, and put commas between its entries."),
    "cannot start any token": ("this character cannot start a text", "Put the text in quotes."),
    "invalid Unicode character escape": BAD_ESCAPE,
    "unknown escape character": ("after a backslash, this character means nothing", "Write \\\\ for a backslash, or use single quotes."),
    "invalid leading UTF-8": ("the file is not written in UTF-8", "Save it as UTF-8."),
    "expected alphabetic or numeric": ("a name is missing after & or *", "Put the text in quotes."),
    "undefined tag handle": ("a text cannot start with '!'", "Put the text in quotes."),
    "while scanning a block scalar": (
        "the text block after | or > is not indented as it should be",
        "Indent its lines by two spaces more than the key.",
    ),
    "while scanning a directive": ("a line cannot start with '%'", "Put the text in quotes."),
    "expected '<document start>'": _BEHIND_THE_END,
    "did not find expected <document start>": _BEHIND_THE_END,
    "sequence entries are not allowed": ("a list cannot start here", "Put the '- ' on a line of its own, below the key."),
}
"""By what a parser says, what a person is told; the first that fits counts."""


def shortened(value: object, most: int = 40) -> str:
    """Return a value as a text short enough to stand in a sentence."""
    text = str(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def plain_value(text: str) -> tuple[bool, Any]:
    """Return whether an unquoted text has one meaning only, and its value."""
    if text == "":
        return True, None
    if text in ("true", "false"):
        return True, text == "true"
    if _WHOLE_NUMBER.match(text) and text != "-0":
        return True, int(text)
    return not _TURNED.match(text) or bool(_ONLY_PUNCTUATION.match(text)), text


def best_mark(error: yaml.MarkedYAMLError) -> Any:
    """Return the mark that shows a person where to look: where an unclosed quote opens, else where reading failed."""
    unclosed = "quoted scalar" in (error.context or "") and "end of stream" in (error.problem or "")
    return (error.context_mark if unclosed else error.problem_mark) or error.context_mark


def syntax(error: yaml.MarkedYAMLError, before: str) -> Words:
    """Say a syntax error in plain words; `before` is what stands before it on its line."""
    said = f"{error.problem or ''} | {error.context or ''}"
    if "mapping values are not allowed" in said and ": " not in before:
        return "a ':' is not expected here", "Check the indentation of this line and the one above, or put the text in quotes."
    otherwise = (f"this is not valid YAML ({error.problem or error.context})", "Look at this line and the one above it.")
    return next((words for pattern, words in _SYNTAX.items() if pattern in said), otherwise)


def too_large(size: int) -> Words:
    """Say that a file is larger than the reader takes."""
    return f"the file has {size:,} bytes; at most {LARGEST_YAML:,} are read", "Split it, or check that it is the right file."


def not_utf8(byte: int) -> Words:
    """Say that a byte is no UTF-8."""
    return f"the file is not written in UTF-8 (byte 0x{byte:02x} here)", "Save it as UTF-8."


def character(found: str) -> Words:
    """Say which character, or run of one, must go."""
    if found.startswith("\t"):
        return "a tab", "Use spaces; in a text, write \\t inside double quotes."
    times = f", {len(found):,} times" if len(found) > 1 else ""
    return f"a character that cannot be seen (U+{ord(found[0]):04X}{times})", "Delete it."


def alias(name: str) -> Words:
    """Say that aliases are not read."""
    return (
        f"the alias *{shortened(name)} stands for something else",
        "Write the value out, so that a reader sees it; a text that starts with * needs quotes.",
    )


def anchor(name: str) -> Words:
    """Say that anchors are not read."""
    return (
        f"the anchor &{shortened(name)} names a value",
        "Delete it and write the value out where it is needed; a text that starts with & needs quotes.",
    )


def tag(name: str) -> Words:
    """Say that tags are not read."""
    return f"the tag {shortened(name)} changes what the value is", "Delete it; a text that starts with ! needs quotes."


def ambiguous(text: str) -> Words:
    """Say that YAML readers do not agree on a word."""
    shown = shortened(text)
    return f"YAML would turn {shown} into something else", f'Put it in quotes if it is a text: "{shown}"{_other_form(text)}'


def _other_form(text: str) -> str:
    folded = text.casefold()
    if folded in TRUE_WORDS:
        return "; or write true."
    if folded in FALSE_WORDS:
        return "; or write false."
    if folded in NO_WORDS:
        return "; or leave the key out."
    return "."


def duplicate_key(key: str, first_line: int) -> Words:
    """Say that a key is there twice."""
    return f"the key {shortened(key)} is here twice (first in line {first_line})", "Keep one of them."


def second_entry(key: str, first_line: int) -> Words:
    """Say that a list entry has its keys twice."""
    return (
        f"the key {shortened(key)} is here twice (first in line {first_line}), and so are keys below it",
        f"If a new entry starts here, write '- ' before it, in the column of the '- ' above: - {shortened(key)}: …",
    )


def split_text(key: str, text: str) -> Words:
    """Say that a text in a mapping in brackets ends at its comma."""
    return f"the comma before this splits the text of {shortened(key)}", f'Put the text in quotes: {shortened(key)}: "{shortened(text)}".'
