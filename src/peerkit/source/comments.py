"""The comments of a YAML text: a `#` inside a quoted text or a text block is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.tokens import ScalarToken

from peerkit.model.finding import Span
from peerkit.source.document import LOADER

_COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of the line; `alone` where nothing else stands on the line."""

    text: str
    span: Span
    alone: bool


def comments(text: str) -> Iterator[Comment]:
    """Yield the comments of a text that can be read, in order. See `peerkit.source.document.Document.legible`."""
    line, counted = 1, 0
    for start, end in _outside_scalars(text):
        for match in _COMMENT.finditer(text, start, end):
            line, counted = line + text.count("\n", counted, match.start()), match.start()
            line_start = text.rfind("\n", 0, match.start()) + 1
            words = match.group().rstrip()
            column = match.start() - line_start + 1
            yield Comment(words, Span(line, column, line, column + len(words)), alone=not text[line_start : match.start()].strip())


def _outside_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the text that belong to no scalar; the line on which a text block opens is outside it."""
    edge = 0
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, ScalarToken):
            start, end = _inside(text, token)
            yield edge, start
            edge = end
    yield edge, len(text)


def _inside(text: str, token: Any) -> tuple[int, int]:
    start, end = token.start_mark.index, token.end_mark.index
    if token.style in ("|", ">"):
        opening = text.find("\n", start)
        start = len(text) if opening < 0 else opening
    return start, max(start, end)
