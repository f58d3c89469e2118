"""YAML text to plain data, strictly, with the exact place of everything.

The reader goes through libyaml's events itself, so that nothing is ever guessed: keys are text, only `true` and `false` are
booleans, only plain decimal numbers are numbers, and a word that other YAML readers would turn into something else is a fault.
Anchors, aliases, tags and duplicate keys are faults too. All faults of a file are collected in one pass, and what can be known of its
data in spite of them is kept. The comments are found by themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, islice
from typing import Any

import yaml
from yaml.tokens import ScalarToken

from peerkit.model.finding import START, Fault, Path, Problem, Span
from peerkit.source import file_formats
from peerkit.source.yaml import document_words, scalar_places, tree

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OUT_OF_PLACE = re.compile(
    r"([\t\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff])\1*"
)
_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)
_FAULTS_SHOWN = 20
_START = 64


@dataclass(frozen=True)
class Document:
    """A text as data: dicts, lists, texts, whole numbers, booleans and None.

    `data` is None where the text cannot be read, and so is every part of it that cannot be known for a fault. Of a key that is there
    twice it holds the first value. `legible` is the text as it was read: with spaces in the place of characters that have no business
    in it.
    """

    text: str
    data: Any
    faults: tuple[Fault, ...]
    legible: str = ""
    _root: Any = None

    @property
    def is_unreadable(self) -> bool:
        """Whether reading had to stop, so that nothing is known of the data."""
        return bool(self.faults) and self._root is None

    @cached_property
    def lines(self) -> list[str]:
        """The text line by line, as the positions count them."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Return line `number` (from 1), or an empty text behind the end."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def span(self, path: Path, *, at_key: bool = False) -> Span:
        """Return the place of the value, or of the key, that `path` leads to; of the nearest thing above it where there is none."""
        nodes = list(self._nodes(path))
        if not nodes:
            return START
        above = nodes[-2] if len(nodes) == len(path) + 1 > 1 else None
        if at_key and isinstance(above, tree.Block) and path[-1] in above.keys:
            key = above.keys[str(path[-1])]
            return tree.between(key.start_mark, key.end_mark)
        return self._trimmed(nodes[-1])

    def stretch(self, path: Path, start: int, end: int) -> Span:
        """Return the place of the characters of a text from `start` to before `end`, as they are written; of all of it where none knows."""
        node: Any = list(self._nodes(path))[-1]
        if isinstance(node, tree.Block) or not isinstance(node.value, str):
            return self.span(path)
        first = node.start_mark.index
        found = scalar_places.places(self.legible[first : node.end_mark.index], node.style, node.value)
        if not found or start >= end:
            return self.span(path)
        return Span(*self._position(first + found[start][0]), *self._position(first + found[end - 1][1]))

    def long_texts(self) -> Iterator[tuple[int, int]]:
        """Yield the first and the last line of each text that stands on several lines."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, tree.Block):
                waiting += node.parts.values()
            elif node is not None and node.end_mark.line > node.start_mark.line:
                span = self._trimmed(node)
                yield span.line, span.end_line

    def place(self, problem: Problem) -> Span:
        """Return where `problem` stands."""
        return problem.span or self.span(problem.path, at_key=problem.at_key)

    def _nodes(self, path: Path) -> Iterator[Any]:
        """Yield the topmost node, and those that `path` leads through, as far as they are there."""
        node = self._root
        if node is not None:
            yield node
        for part in path:
            if not isinstance(node, tree.Block) or part not in node.parts:
                return
            node = node.parts[part]
            yield node

    @cached_property
    def _line_starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _trimmed(self, node: Any) -> Span:
        """Return the node's place; a block's end lies behind the blank lines after it, so a block is shown by its first line."""
        span = tree.between(node.start_mark, node.end_mark)
        if span.line > len(self.lines):
            end = len(self.lines[-1]) + 1
            return Span(len(self.lines), end, len(self.lines), end)
        if isinstance(node, tree.Block) and node.parts and span.end_line > span.line:
            return Span(span.line, span.column, span.line, max(span.column, len(self.line(span.line)) + 1))
        if span.end_line > span.line and span.end_column == 1:
            return Span(span.line, span.column, span.end_line - 1, len(self.line(span.end_line - 1)) + 1)
        return span


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of the line; `alone` where nothing else stands on the line."""

    text: str
    span: Span
    alone: bool


def parse(raw: bytes | str) -> Document:
    """Return the document that `raw` holds; what is wrong with it stands in its faults."""
    data = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
    if len(data) > file_formats.LARGEST_YAML:
        return _unreadable("", "too-large", document_words.too_large(len(data)), START)
    if _looks_like_utf_16(data):
        return _unreadable("", "not-utf8", document_words.UTF_16, START)
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        before, all_of_it = _decoded(data[: error.start]), _decoded(data, "replace")
        return _unreadable(all_of_it, "not-utf8", document_words.not_utf8(data[error.start]), _place(before, len(before)))
    if text.count("\r") > text.count("\n"):
        return _unreadable(text, "control-character", document_words.LINE_ENDS, _place(text, text.index("\r")))
    return _read(text)


def comments(text: str) -> Iterator[Comment]:
    """Yield the comments of a text that can be read, in order. See `Document.legible`."""
    line, counted = 1, 0
    for start, end in _outside_scalars(text):
        for match in _COMMENT.finditer(text, start, end):
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            line_start = text.rfind("\n", 0, match.start()) + 1
            words = match.group().rstrip()
            column = match.start() - line_start + 1
            yield Comment(words, Span(line, column, line, column + len(words)), alone=not text[line_start : match.start()].strip())


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether every other byte at the start is zero, and not those between: so are plain letters in UTF-16, and in UTF-32 too."""
    halves = data[:_START:2], data[1:_START:2]
    return any(
        all_zero and not any(all_zero) and sum(map(bool, between)) * 3 > len(between) for all_zero, between in (halves, halves[::-1])
    )


def _read(text: str) -> Document:
    characters = tuple(_characters(text))
    if len(characters) > _FAULTS_SHOWN:
        return Document(text, None, characters)
    legible = _OUT_OF_PLACE.sub(lambda match: " " * len(match.group()), text) if characters else text
    found = tree.read(legible, LOADER)
    faults = (*characters, *_own_faults(found.faults, characters))
    return Document(text, found.root.value if found.root else None, faults, legible, found.root)


def _own_faults(faults: Sequence[Fault], characters: Sequence[Fault]) -> Iterator[Fault]:
    """Yield the faults but for syntax errors behind a character out of place: nobody can have meant the space that it was read as."""
    places = [fault.problem.span for fault in characters if fault.problem.span]
    for fault in faults:
        if not places or fault.kind != "syntax" or (fault.problem.span or START) < places[0]:
            yield fault


def _decoded(data: bytes, errors: str = "strict") -> str:
    return data.decode("utf-8", errors).removeprefix("\ufeff").replace("\r\n", "\n")


def _unreadable(text: str, kind: str, words: document_words.Words, span: Span) -> Document:
    message, hint = words
    return Document(text, None, (Fault(kind, Problem(message=message, hint=hint, span=span)),))


def _characters(text: str) -> Iterator[Fault]:
    """Yield the characters that have no business in a framework file."""
    # NOTE: all of them are unprintable, and to ask for that takes no time; a pattern takes a tenth of what reading takes.
    if text.replace("\n", "").isprintable():
        return
    for number, match in enumerate(islice(_OUT_OF_PLACE.finditer(text), _FAULTS_SHOWN + 1)):
        kind = "tab" if match.group().startswith("\t") else "control-character"
        message, hint = document_words.character(match.group()) if number < _FAULTS_SHOWN else document_words.MORE_CHARACTERS
        yield Fault(kind, Problem(message=message, hint=hint, span=_place(text, match.start(), len(match.group()))))


def _place(text: str, offset: int, length: int = 1) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Span(line, column, line, column + length)


def _outside_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text that belong to no scalar; the line on which a text block opens is outside it."""
    edge = 0
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, ScalarToken):
            start, end = _scalar(text, token)
            yield edge, start
            edge = end
    yield edge, len(text)


def _scalar(text: str, token: Any) -> tuple[int, int]:
    start, end = token.start_mark.index, token.end_mark.index
    if token.style in ("|", ">"):
        opening = text.find("\n", start)
        start = len(text) if opening < 0 else opening
    return start, max(start, end)
