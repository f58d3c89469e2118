"""YAML text to plain data, strictly, with the exact place of everything.

The reader goes through libyaml's events itself, so that nothing is ever guessed: keys are text, only `true` and `false` are
booleans, only plain decimal numbers are numbers, and a word that other YAML readers would turn into something else is a fault.
Anchors, aliases, tags and duplicate keys are faults too. All faults of a file are collected in one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from peerkit.model.finding import START, Fault, Path, Problem, Span
from peerkit.source import bounds, yaml_words

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OUT_OF_PLACE = re.compile(
    "\t+|\r|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_FAULTS_SHOWN = 20
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Node:
    start: Any
    end: Any
    value: Any = None
    keys: dict[str, Span] = field(default_factory=dict)
    parts: dict[str | int, _Node] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """A text as data: `data` holds dicts, lists, texts, whole numbers, booleans and None, and is None where the text cannot be read."""

    text: str
    data: Any
    faults: tuple[Fault, ...]
    _root: _Node | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The text line by line, as the positions count them."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Return line `number` (from 1), or an empty text behind the end."""
        return self.lines[number - 1].rstrip("\r") if 0 < number <= len(self.lines) else ""

    def span(self, path: Path, *, at_key: bool = False) -> Span:
        """Return the place of the value, or of the key, that `path` leads to; of the nearest thing above it where there is none."""
        node = self._root
        if node is None:
            return START
        for depth, part in enumerate(path):
            last = depth == len(path) - 1
            if last and at_key and part in node.keys:
                return node.keys[str(part)]
            if part not in node.parts:
                break
            node = node.parts[part]
        return self._trimmed(node)

    def place(self, problem: Problem) -> Span:
        """Return where `problem` stands."""
        return problem.span or self.span(problem.path, at_key=problem.at_key)

    def _trimmed(self, node: _Node) -> Span:
        """Return the node's place; a block's end lies behind the blank lines after it, so a block is shown by its first line."""
        span = _between(node.start, node.end)
        if span.line > len(self.lines):
            end = len(self.lines[-1]) + 1
            return Span(len(self.lines), end, len(self.lines), end)
        if node.parts and span.end_line > span.line:
            return Span(span.line, span.column, span.line, max(span.column, len(self.line(span.line)) + 1))
        if span.end_line > span.line and span.end_column == 1:
            return Span(span.line, span.column, span.end_line - 1, len(self.line(span.end_line - 1)) + 1)
        return span


def parse(raw: bytes | str) -> Document:
    """Return the document that `raw` holds; what is wrong with it stands in its faults."""
    data = raw.encode("utf-8", "surrogatepass") if isinstance(raw, str) else raw
    if len(data) > bounds.LARGEST_YAML:
        return _unreadable("", "too-large", yaml_words.too_large(len(data)), START)
    try:
        text = _decoded(data)
    except UnicodeDecodeError as error:
        before, all_of_it = _decoded(data[: error.start]), _decoded(data, "replace")
        return _unreadable(all_of_it, "not-utf8", yaml_words.not_utf8(data[error.start]), _place(before, len(before)))
    faults = tuple(_characters(text))
    return Document(text, None, faults) if faults else _Reader(text).read()


def _decoded(data: bytes, errors: str = "strict") -> str:
    return data.decode("utf-8", errors).removeprefix("\ufeff").replace("\r\n", "\n")


def _unreadable(text: str, kind: str, words: yaml_words.Words, span: Span) -> Document:
    message, hint = words
    return Document(text, None, (Fault(kind, Problem(message=message, hint=hint, span=span)),))


def _characters(text: str) -> Iterator[Fault]:
    """Yield the characters that have no business in a framework file."""
    for match in islice(_OUT_OF_PLACE.finditer(text), _FAULTS_SHOWN):
        kind = "tab" if match.group().startswith("\t") else "control-character"
        message, hint = yaml_words.character(match.group())
        yield Fault(kind, Problem(message=message, hint=hint, span=_place(text, match.start(), len(match.group()))))


def _place(text: str, offset: int, length: int = 1) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return Span(line, column, line, column + length)


def _between(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _TooMuch(Exception):
    """The document is too deep or has too many nodes; reading stops."""


class _Reader:
    """One pass over the events of a text. See `parse`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.nodes = 0
        self.loader = LOADER(text)
        self.next_event: Callable[[], Event] = self.loader.get_event

    def read(self) -> Document:
        root: _Node | None = None
        try:
            root = self._documents()
        except yaml.MarkedYAMLError as error:
            span = _inside(self.text, yaml_words.best_mark(error))
            before = self.text.split("\n")[span.line - 1][: span.column - 1]
            self._fault("syntax", *yaml_words.syntax(error, before), span)
        except ValueError:
            # NOTE: PyYAML's own scanner, in use where libyaml is missing, turns codes into characters without looking at them.
            self._fault("syntax", *yaml_words.BAD_ESCAPE, _inside(self.text, self.loader.get_mark()))
        except (_TooMuch, yaml.YAMLError):
            root = None
        finally:
            self.loader.dispose()
        return Document(self.text, root.value if root else None, tuple(self.faults), root)

    def _documents(self) -> _Node | None:
        self.next_event()
        root: _Node | None = None
        while isinstance(event := self.next_event(), DocumentStartEvent):
            first = self.next_event()
            if root is not None:
                message, hint = yaml_words.several_documents()
                self._fault("several-documents", message, hint, _between(event.start_mark, event.end_mark))
                return root
            root = self._node(first, 1)
            self.next_event()
        return root

    def _fault(self, kind: str, message: str, hint: str, span: Span) -> None:
        self.faults.append(Fault(kind, Problem(message=message, hint=hint, span=span)))

    def _node(self, event: Any, depth: int) -> _Node:
        self.nodes += 1
        if self.nodes > bounds.MOST_NODES or depth > bounds.DEEPEST:
            kind, words = ("too-large", yaml_words.too_many) if depth <= bounds.DEEPEST else ("too-deep", yaml_words.too_deep)
            self._fault(kind, *words(), _between(event.start_mark, event.end_mark))
            raise _TooMuch
        if isinstance(event, AliasEvent):
            self._fault("anchor", *yaml_words.alias(str(event.anchor)), _between(event.start_mark, event.end_mark))
            return _Node(event.start_mark, event.end_mark)
        if event.anchor is not None:
            self._fault("anchor", *yaml_words.anchor(event.anchor), _at(event, len(event.anchor) + 1))
        if event.tag is not None:
            self._fault("tag", *yaml_words.tag(event.tag), _at(event, 1))
        if isinstance(event, ScalarEvent):
            return _Node(event.start_mark, event.end_mark, self._scalar(event))
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        assert isinstance(event, SequenceStartEvent)
        return self._sequence(event, depth)

    def _text(self, event: ScalarEvent) -> str:
        text: str = event.value
        if event.style == '"' and _HALF_CHARACTER.search(text):
            self._fault("syntax", *yaml_words.BAD_ESCAPE, _between(event.start_mark, event.end_mark))
        return text

    def _scalar(self, event: ScalarEvent) -> Any:
        text = self._text(event)
        if not event.implicit[0] or not yaml_words.LOOKS_SPECIAL.match(text):
            return text
        known, value = yaml_words.plain_value(text)
        if not known:
            self._fault("ambiguous-word", *yaml_words.ambiguous(text), _between(event.start_mark, event.end_mark))
        return value

    def _sequence(self, event: SequenceStartEvent, depth: int) -> _Node:
        node = _Node(event.start_mark, event.end_mark, [])
        while not isinstance(inner := self.next_event(), SequenceEndEvent):
            part = self._node(inner, depth + 1)
            node.parts[len(node.value)] = part
            node.value.append(part.value)
        node.end = inner.end_mark
        return node

    def _mapping(self, event: MappingStartEvent, depth: int) -> _Node:
        node = _Node(event.start_mark, event.end_mark, {})
        while not isinstance(inner := self.next_event(), MappingEndEvent):
            key = self._key(inner, depth)
            span = _between(inner.start_mark, inner.end_mark)
            faults = len(self.faults)
            part = self._node(self.next_event(), depth + 1)
            if key == "<<" and isinstance(inner, ScalarEvent) and inner.implicit[0]:
                del self.faults[faults:]
                self._fault("anchor", *yaml_words.merge_key(), span)
            elif key is not None and key in node.value:
                self._fault("duplicate-key", *yaml_words.duplicate_key(key, node.keys[key].line), span)
            elif key is not None:
                node.keys[key], node.parts[key], node.value[key] = span, part, part.value
        node.end = inner.end_mark
        return node

    def _key(self, event: Event, depth: int) -> str | None:
        if isinstance(event, ScalarEvent) and event.anchor is None and event.tag is None:
            self.nodes += 1
            return self._text(event)
        node = self._node(event, depth + 1)
        if isinstance(event, ScalarEvent):
            return str(event.value)
        if not isinstance(event, AliasEvent):
            self._fault("syntax", *yaml_words.key_is_no_text(), _between(node.start, node.end))
        return None


def _inside(text: str, mark: Any) -> Span:
    """Return the place of a mark; one behind the end of the text is moved just behind its last character."""
    lines = text.rstrip("\n").split("\n")
    line = min(mark.line, len(lines) - 1)
    column = mark.column + 1 if line == mark.line else len(lines[line]) + 1
    return Span(line + 1, column, line + 1, min(column + 1, len(lines[line]) + 1))


def _at(event: Event, length: int) -> Span:
    mark: Any = event.start_mark
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + length)
