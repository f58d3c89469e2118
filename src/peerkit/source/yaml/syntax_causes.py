"""Why a text is no good YAML: the slip behind a parser's error, where it is, and what to write in its place.

A parser says where it could not go on. Most often a person has to look elsewhere: at the quote that was left open some lines above, or
the apostrophe that closed a text too soon. All of this runs only where a text cannot be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import yaml
from yaml.tokens import FlowMappingEndToken, FlowSequenceEndToken, ScalarToken

from peerkit.model.finding import Span
from peerkit.source.yaml.document_words import UNCLOSED_QUOTE, Words, shortened

_HARD_SPACE: Final = re.compile(r" *(?:- *)?(?:[\w-]+ *:)?[ ]*([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_KEY: Final = re.compile(r"(\s*(?:- +)?)([\w-]+):(?:\s|$)")
_ENTRY: Final = re.compile(r"(\s*)- ")
_KEY_AND_TEXT: Final = re.compile(r"\s*(?:- +)?([\w-]+):\s+(\S.*)")
_NEXT_ENTRY: Final = re.compile(r"[\"']|[\w-]+:\s")
_OPENS: Final = re.compile(r"(?:^|[\s\[{(,])$")
_OTHER_QUOTES: Final = "\u201c\u201d\u201e\u2018\u2019\u00ab"
_FURTHEST: Final = 3
"""Columns that a line may be off for us to say where it was meant to start."""
_LINES_ABOVE: Final = 1_000


@dataclass(frozen=True)
class Cause:
    """What went wrong, as the kind of fault that it is."""

    kind: str
    span: Span
    words: Words


@dataclass(frozen=True)
class _Scene:
    """A parser's error, and the text around it. Lines and columns count from 0."""

    text: str
    loader: type[Any]
    error: yaml.MarkedYAMLError

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def said(self) -> str:
        return f"{self.error.problem or ''} | {self.error.context or ''}"

    @property
    def in_brackets(self) -> bool:
        return "while parsing a flow" in self.said

    @property
    def at(self) -> tuple[int, int]:
        return _place(self.error.problem_mark)

    @property
    def since(self) -> tuple[int, int]:
        """Where that starts which could not be read to its end."""
        return _place(self.error.context_mark or self.error.problem_mark)

    @property
    def line(self) -> str:
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @cached_property
    def token_before(self) -> Any:
        """The last text or closing bracket that ends before the error, in its line; None where there is none."""
        found = None
        for token in self._tokens():
            if _place(token.start_mark) >= self.at:
                break
            if isinstance(token, ScalarToken | FlowSequenceEndToken | FlowMappingEndToken):
                found = token
        return found if found is not None and found.end_mark.line == self.at[0] else None

    def cause(self, row: int, column: int, words: Words, kind: str = "syntax") -> Cause:
        """Return what is said about a character of the text; one behind its end is shown just behind its last line."""
        row, column = (row, column) if row < len(self.lines) else (len(self.lines) - 1, len(self.lines[-1]))
        column = min(column, len(self.lines[row]))
        return Cause(kind, Span(row + 1, column + 1, row + 1, min(column + 2, len(self.lines[row]) + 1)), words)

    def _tokens(self) -> Iterator[Any]:
        loader = self.loader(self.text)
        try:
            while loader.check_token():
                yield loader.get_token()
        except (yaml.YAMLError, ValueError):
            return
        finally:
            loader.dispose()


def cause(text: str, loader: type[Any], error: yaml.MarkedYAMLError) -> Cause | None:
    """Return the slip that `loader`, one of PyYAML's, most likely stumbled over; None where the error itself says best what is wrong."""
    if error.problem_mark is None:
        return None
    scene = _Scene(text, loader, error)
    return next((found for look in _LOOKS if (found := look(scene)) is not None), None)


def _hard_space(scene: _Scene) -> Cause | None:
    row = scene.at[0]
    for place in range(max(0, row - 1), min(row + 1, len(scene.lines))):
        if match := _HARD_SPACE.match(scene.lines[place]):
            message = f"a space of another kind (U+{ord(match.group(1)):04X}), which is none to YAML"
            return scene.cause(place, match.start(1), (message, "Type an ordinary space in its place."), "control-character")
    return None


def _open_quote(scene: _Scene) -> Cause | None:
    """Look for a text that closes where the next one was to open."""
    token = scene.token_before
    if not _is_quoted(token) or token.start_mark.line == token.end_mark.line:
        return None
    if not _OPENS.search(scene.line[: token.end_mark.column - 1]):
        return None
    return scene.cause(*_place(token.start_mark), UNCLOSED_QUOTE)


def _quote_inside(scene: _Scene) -> Cause | None:
    """Look for a text that goes on behind its closing quote."""
    token = scene.token_before
    if not _is_quoted(token) or scene.at[1] >= len(scene.line) or scene.line[scene.at[1]] in ",:]}#":
        return None
    row, end, quote = scene.at[0], token.end_mark.column, scene.line[token.end_mark.column - 1]
    if scene.at[1] > end and _NEXT_ENTRY.match(scene.line, scene.at[1]) and scene.in_brackets:
        return scene.cause(*scene.at, ("a comma is missing before this", "Put a comma between two entries."))
    if quote == "'":
        is_apostrophe = scene.line[end - 2].isalpha() and scene.line[end].isalpha()
        what = "this apostrophe ends the text, which is in single quotes" if is_apostrophe else "the text goes on behind this quote"
        return scene.cause(row, end - 1, (what, 'Put the text in double quotes: "a guest\'s key".'))
    shown = (not scene.in_brackets and _quoted(scene.line)) or ": 'the \"blue\" leaflet'"
    hint = f'Put the whole text in single quotes{shown}; or write \\" for each quote inside it.'
    return scene.cause(row, end - 1, ("the text goes on behind this quote", hint))


def _bracket_inside(scene: _Scene) -> Cause | None:
    """Look for a text that starts with something in brackets."""
    token = scene.token_before
    if not isinstance(token, FlowSequenceEndToken | FlowMappingEndToken) or "block" not in scene.said:
        return None
    hint = f"Put all of it in quotes{_quoted(scene.line)}."
    return scene.cause(*scene.at, ("the text goes on behind the closing bracket", hint))


def _open_bracket(scene: _Scene) -> Cause | None:
    """Look for a bracket with entries in its line, and an error in a later one."""
    row, column = scene.since
    if not scene.in_brackets or row == scene.at[0] or not scene.lines[row][column + 1 :].strip():
        return None
    words = "a bracket that opens here is never closed", "Close it with ] or }, and put commas between its entries."
    return scene.cause(row, column, words)


def _second_colon(scene: _Scene) -> Cause | None:
    in_brackets = scene.in_brackets and scene.line[scene.at[1] : scene.at[1] + 1] == ":"
    in_block = "mapping values are not allowed" in scene.said and ": " in scene.line[: scene.at[1]]
    if in_brackets and isinstance(scene.token_before, ScalarToken):
        hint = 'Put the text in quotes: "first: second"; if a new key starts here, put a comma before it.'
    elif in_block and (match := _KEY_AND_TEXT.match(scene.line)) and match.group(2)[0] in _OTHER_QUOTES:
        hint = f'YAML knows straight quotes only: write " in place of {match.group(2)[0]} and of the mark that closes the text.'
    elif in_block:
        hint = f"Put the text in quotes{_quoted(scene.line)}."
    else:
        return None
    return scene.cause(*scene.at, ("there is a second ': ' on this line", hint))


def _no_colon(scene: _Scene) -> Cause | None:
    """Look for a line that should hold a key, and holds none."""
    if "could not find expected ':'" not in scene.said:
        return None
    row, column = scene.since
    rest = scene.lines[row][column:].rstrip()
    if rest[:1] in ('"', "'"):
        return None
    if match := re.match(r"([\w-]+):(\S.*)", rest):
        hint = f"Write {match.group(1)}: {shortened(match.group(2))}"
        return scene.cause(row, column + match.start(2), ("a space is missing after the ':'", hint))
    hint = f"Put ': ' behind {shortened(rest.split(' ')[0])} if that is a key; indent the line more, if the text above goes on here."
    return scene.cause(row, column, ("this line has no ':'", hint))


def _no_dash(scene: _Scene) -> Cause | None:
    row, column = scene.at
    if "while parsing a block collection" not in scene.said or column != scene.since[1] or scene.line[:column].strip():
        return None
    words = "a list entry is expected here", "Start each entry of the list with '- ', or none, all in the same column."
    return scene.cause(row, column, words)


def _lost_dash(scene: _Scene) -> Cause | None:
    """Look for a list whose first entry has lost its '- ', so that it was read as keys."""
    row, column = scene.at
    if "while parsing a block mapping" not in scene.said or scene.line[:column].strip() or scene.line[column : column + 2] != "- ":
        return None
    first = row
    for line in range(row - 1, max(-1, row - _LINES_ABOVE), -1):
        indent = len(scene.lines[line]) - len(scene.lines[line].lstrip())
        if scene.lines[line].strip() and indent <= column:
            break
        first = line if scene.lines[line].strip() else first
    key = _KEY.match(scene.lines[first])
    if first == row or key is None or len(key.group(1)) != column + 2 or not scene.lines[line].rstrip().endswith(":"):
        return None
    hint = f"Write '- ' before {key.group(2)}, in column {column + 1}, as before the entry in line {row + 1}."
    return scene.cause(first, column + 2, ("the first entry of this list has no '- '", hint))


def _out_of_line(scene: _Scene) -> Cause | None:
    """Look for a key, or a list entry, that starts a little beside those that it belongs to."""
    row, column = scene.at
    starts = _ENTRY if scene.line[column : column + 2] == "- " else _KEY
    if "while parsing a block" not in scene.said or scene.line[:column].strip() or not starts.match(scene.line):
        return None
    above = list(_starts_above(scene, starts))
    start, line = min(above, key=lambda place: abs(place[0] - column), default=(column, 0))
    if start == column or abs(start - column) > _FURTHEST:
        return None
    hint = f"Let it start in column {start + 1}, as {'the entry' if starts is _ENTRY else 'the key'} in line {line + 1} does."
    return scene.cause(row, column, ("this line does not fit the lines around it", hint))


def _starts_above(scene: _Scene, starts: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield column and line of each key, or list entry, above the error that what follows it may still belong to, nearest first."""
    lowest = scene.at[1] + _FURTHEST
    for line in range(scene.at[0] - 1, max(-1, scene.at[0] - _LINES_ABOVE), -1):
        if (found := starts.match(scene.lines[line])) and (start := len(found.group(1))) <= lowest:
            lowest = start
            yield start, line


def _dash_behind_key(scene: _Scene) -> Cause | None:
    match = re.match(r"\s*(?:- +)?([\w-]+):\s+- ", scene.line)
    if "sequence entries are not allowed" not in scene.said or not match:
        return None
    hint = f"If {match.group(1)} is one text, delete the '- '; if it is a list, put each '- ' on a line of its own below the key."
    return scene.cause(*scene.at, ("a list cannot start here", hint))


_LOOKS: Final[tuple[Callable[[_Scene], Cause | None], ...]] = (
    _hard_space,
    _open_quote,
    _quote_inside,
    _bracket_inside,
    _open_bracket,
    _second_colon,
    _no_colon,
    _no_dash,
    _lost_dash,
    _out_of_line,
    _dash_behind_key,
)


def _quoted(line: str) -> str:
    """Return a line's key and text as they are to be written, where quotes alone make it right."""
    match = _KEY_AND_TEXT.match(line)
    if not match or "\\" in match.group(2) or " #" in match.group(2):
        return ""
    text = match.group(2).rstrip()
    text = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
    if '"' in text and "'" in text:
        return ""
    quote = "'" if '"' in text else '"'
    return f": {match.group(1)}: {quote}{shortened(text)}{quote}"


def _is_quoted(token: Any) -> bool:
    return isinstance(token, ScalarToken) and token.style in ('"', "'")


def _place(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column
