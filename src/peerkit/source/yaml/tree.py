"""One pass over the events of a YAML text: its data, where everything in it stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from peerkit.model.finding import START, Fault, Problem, Span
from peerkit.source import file_formats
from peerkit.source.yaml import document_words
from peerkit.source.yaml.document_words import Words

_HALVES: Final = ("\\u", "\\U")
"""Only with these can a text in quotes hold half a character."""


class Block:
    """A list or a mapping: its value, and the nodes and, in a mapping, the keys in it.

    A node is a block, or the event of a scalar. Both have a `value`, a `start_mark` and an `end_mark`.
    """

    __slots__ = ("end_mark", "keys", "parts", "start_mark", "value")

    def __init__(self, event: Any, value: Any) -> None:
        self.start_mark, self.end_mark, self.value = event.start_mark, event.end_mark, value
        self.keys: dict[str, Any] = {}
        self.parts: dict[str | int, Any] = {}


class Tree(NamedTuple):
    """What a text holds: its topmost node, which is None where there is nothing or reading had to stop; and all faults."""

    root: Any
    faults: tuple[Fault, ...]


def read(text: str, loader: Any) -> Tree:
    """Return what `text` holds, read by the parser of `loader`, one of PyYAML's."""
    return _Reader(text, loader(text)).read()


def between(start: Any, end: Any) -> Span:
    """Return the place between two marks, which count from 0."""
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _TooMuch(Exception):
    """The document is too deep or has too many nodes; reading stops."""


class _Reader:
    """One pass over the events of a text. See `read`."""

    def __init__(self, text: str, loader: Any) -> None:
        self.text = text
        self.loader = loader
        self.next_event: Callable[[], Any] = loader.get_event
        self.faults: list[Fault] = []
        self.path: list[str | int] = []
        self.nodes = 0
        self.may_hold_halves = any(start in text for start in _HALVES)

    def read(self) -> Tree:
        root = None
        try:
            root = self._documents()
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except ValueError:
            # NOTE: PyYAML's own scanner, in use where libyaml is missing, turns codes into characters without looking at them.
            self._fault("syntax", document_words.BAD_ESCAPE, _inside(self.text, self.loader.get_mark()))
        except (_TooMuch, yaml.YAMLError):
            pass
        finally:
            self.loader.dispose()
        return Tree(root, tuple(self.faults))

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        from peerkit.source.yaml import syntax_causes

        if (found := syntax_causes.cause(self.text, type(self.loader), error)) is not None:
            self._fault(found.kind, found.words, found.span)
            return
        span = _inside(self.text, document_words.best_mark(error))
        before = self.text.split("\n")[span.line - 1][: span.column - 1]
        self._fault("syntax", document_words.syntax(error, before), span)

    def _documents(self) -> Any:
        self.next_event()
        root = None
        while isinstance(event := self.next_event(), DocumentStartEvent):
            first = self.next_event()
            if root is not None:
                self._fault("several-documents", document_words.SEVERAL_DOCUMENTS, between(event.start_mark, event.end_mark))
                return root
            root = self._node(first, 1)
            self.next_event()
        return root

    def _fault(self, kind: str, words: Words, span: Span) -> None:
        message, hint = words
        self.faults.append(Fault(kind, Problem(message=message, hint=hint, path=tuple(self.path), span=span)))
        if len(self.faults) == file_formats.MOST_FAULTS:
            self._fault("too-large", document_words.TOO_MANY_MISTAKES, span)
            raise _TooMuch

    def _node(self, event: Any, depth: int) -> Any:
        """Return the node that starts with `event`; what cannot be known has the value None."""
        self.nodes += 1
        if self.nodes > file_formats.MOST_NODES or depth > file_formats.DEEPEST:
            self._too_much(event, depth)
        kind = type(event)
        if kind is AliasEvent:
            self._fault("anchor", document_words.alias(str(event.anchor)), between(event.start_mark, event.end_mark))
            return Block(event, None)
        if event.anchor is not None:
            self._fault("anchor", document_words.anchor(event.anchor), _at(event, len(event.anchor) + 1))
        if event.tag is not None:
            self._fault("tag", document_words.tag(event.tag), _at(event, 1))
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._mapping(event, depth)
        assert kind is SequenceStartEvent
        return self._sequence(event, depth)

    def _too_much(self, event: Any, depth: int) -> None:
        kind, words = ("too-large", document_words.TOO_MANY) if depth <= file_formats.DEEPEST else ("too-deep", document_words.TOO_DEEP)
        self._fault(kind, words, between(event.start_mark, event.end_mark))
        raise _TooMuch

    def _scalar(self, event: Any) -> Any:
        """Return the event with the value that its text means."""
        if self.may_hold_halves:
            self._check_characters(event)
        if event.implicit[0] and document_words.LOOKS_SPECIAL.match(event.value):
            known, value = document_words.plain_value(event.value)
            if not known:
                self._fault("ambiguous-word", document_words.ambiguous(event.value), between(event.start_mark, event.end_mark))
            event.value = value if known else None
        return event

    def _check_characters(self, event: Any) -> None:
        if event.style == '"' and document_words.HALF_CHARACTER.search(event.value):
            self._fault("syntax", document_words.BAD_ESCAPE, between(event.start_mark, event.end_mark))

    def _sequence(self, event: Any, depth: int) -> Block:
        block = Block(event, [])
        values, parts, path = block.value, block.parts, self.path
        path.append(0)
        while type(inner := self.next_event()) is not SequenceEndEvent:
            path[-1] = position = len(values)
            parts[position] = part = self._node(inner, depth + 1)
            values.append(part.value)
        path.pop()
        block.end_mark = inner.end_mark
        return block

    def _mapping(self, event: Any, depth: int) -> Block:
        block = Block(event, {})
        path, repeated = self.path, 0
        path.append("")
        while type(inner := self.next_event()) is not MappingEndEvent:
            plain = type(inner) is ScalarEvent and inner.anchor is None and inner.tag is None
            key = self._text(inner) if plain else self._unusual_key(inner, depth)
            path[-1] = "" if key is None else key
            faults = len(self.faults)
            part = self._node(self.next_event(), depth + 1)
            if key == "<<" and inner.implicit[0]:
                self._merge_key(inner, faults)
            elif key in block.keys:
                words = document_words.duplicate_key(key, block.keys[key].start_mark.line + 1)
                self._fault("duplicate-key", words, between(inner.start_mark, inner.end_mark))
                repeated += 1
            elif key is not None:
                block.keys[key], block.parts[key], block.value[key] = inner, part, part.value
        path.pop()
        block.end_mark = inner.end_mark
        if repeated > 1 and path and type(path[-1]) is int:
            self._second_entries(block)
        if event.flow_style and None in block.value.values():
            self._join_texts(block)
        return block

    def _second_entries(self, block: Block) -> None:
        """Say once that a list entry has its keys twice, if it starts again with its first key: the second one lacks its '- '."""
        path, first = tuple(self.path), next(iter(block.keys))
        own = [fault for fault in self.faults if fault.kind == "duplicate-key" and fault.problem.path[:-1] == path]
        if own[0].problem.path[-1] != first:
            return
        starts = [fault for fault in own if fault.problem.path[-1] == first]
        self.faults = [fault for fault in self.faults if fault not in own]
        for fault in starts:
            words = document_words.second_entry(first, block.keys[first].start_mark.line + 1)
            self._fault("duplicate-key", words, fault.problem.span or START)

    def _join_texts(self, block: Block) -> None:
        """Say of a text in a mapping in brackets that its comma splits it, and take it as it was meant."""
        parts: dict[str, list[str]] = {}
        whole = ""
        for key in list(block.keys):
            event, part = block.keys[key], block.parts[key]
            if whole and " " in key and self._is_bare(event, part):
                parts.setdefault(whole, []).append(key)
            else:
                whole = key if type(part) is ScalarEvent and isinstance(part.value, str) and not part.style else ""
        for key, more in parts.items():
            block.value[key] = block.parts[key].value = ", ".join([block.value[key], *more])
            start = block.keys[more[0]]
            self.path.append(key)
            self._fault("unknown-key", document_words.split_text(key, block.value[key]), between(start.start_mark, start.end_mark))
            self.path.pop()
            for part in more:
                del block.keys[part], block.parts[part], block.value[part]

    def _is_bare(self, key: Any, part: Any) -> bool:
        """Whether a key of a mapping in brackets has neither quotes nor a ':' and a value behind it."""
        is_empty = type(part) is ScalarEvent and part.value is None and not part.style
        return is_empty and not key.style and key.end_mark.index == part.start_mark.index

    def _text(self, event: Any) -> str:
        """Return the text of a plain key."""
        self.nodes += 1
        if self.may_hold_halves:
            self._check_characters(event)
        text: str = event.value
        return text

    def _unusual_key(self, event: Any, depth: int) -> str | None:
        """Return the text of a key; None where it is none, or cannot be known. Its faults are about the mapping that it stands in."""
        self.path.pop()
        text = str(event.value) if type(event) is ScalarEvent else None
        node = self._node(event, depth + 1)
        if isinstance(node.value, list | dict):
            self._fault("syntax", document_words.KEY_IS_NO_TEXT, self._first_line(node))
        self.path.append("")
        return text

    def _first_line(self, node: Any) -> Span:
        """Return the place of a node, as far as its first line goes: its end may lie behind the end of the text."""
        span = between(node.start_mark, node.end_mark)
        if span.line == span.end_line:
            return span
        return Span(span.line, span.column, span.line, max(span.column, len(self.text.split("\n")[span.line - 1]) + 1))

    def _merge_key(self, event: Any, faults: int) -> None:
        """Say that the mapping has a merge key, in the place of the faults that its value had."""
        self.path.pop()
        del self.faults[faults:]
        self._fault("anchor", document_words.MERGE_KEY, between(event.start_mark, event.end_mark))
        self.path.append("")


def _inside(text: str, mark: Any) -> Span:
    """Return the place of a mark; one behind the end of the text is moved just behind its last character."""
    lines = text.rstrip("\n").split("\n")
    line = min(mark.line, len(lines) - 1)
    column = mark.column + 1 if line == mark.line else len(lines[line]) + 1
    return Span(line + 1, column, line + 1, min(column + 1, len(lines[line]) + 1))


def _at(event: Any, length: int) -> Span:
    mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + length)
