"""A comment cuts off the end of a text.

Why:
    In a text without quotes, whatever follows a space and a `#` is a comment: "see folder #3" is read as "see folder", and nobody
    notices. A comment with a space after its `#` is taken for one that is meant, and so is one behind a full stop or behind an id.

Bad:
    format: peerkit/themes/1
    themes:
      - id: shared-power
        title: Shared power
        definition: Peers decide with others, as in chapter #3

Good:
    format: peerkit/themes/1
    themes:
      - id: shared-power
        title: Shared power
        definition: "Peers decide with others, as in chapter #3"
"""

import re
from collections.abc import Iterator
from typing import Final

from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Path, Problem
from peerkit.source.yaml.document import Document, comments
from peerkit.source.yaml.document_words import shortened

RULE = Rule(__name__, __doc__, "warning")
_CUT = re.compile(r" #(?![\s#!]|peerkit:)")
_FOR_PROGRAMS: Final = frozenset(
    {"format", "id", "version", "language", "number", "kind", "options", "default", "needs_voices", "voices", "themes", "covers"}
    | {"theme", "from", "to", "relation", "indicators", "force", "polarity", "field"}
)
"""Keys whose values are ids and other words for programs, or lists of them."""
_ALL_FOR_PROGRAMS: Final = frozenset({"only_if", "small_team", "lint"})
"""Keys of mappings in which nothing else stands."""
_NO_TEXT_BEFORE: Final = ("", ".", "?", "!", "'", '"')


def check(subject: Subject) -> Problems:
    """Yield the comments without a space after their `#` that stand behind an unquoted text for people, and no full stop."""
    document = subject.reading.document
    cuts = dict(_cuts(document))
    if not cuts:
        return
    ends = {(span.end_line, span.end_column): path for path in _texts(document.data, ()) if (span := document.span(path))}
    for comment in comments(document.legible):
        line, column = comment.span.line, comment.span.column
        path = ends.get((line, cuts.get((line, column), 0)))
        if path:
            message = f"the text ends before {shortened(comment.text)}, which is read as a comment"
            hint = f"Put the whole text in quotes if {shortened(comment.text.split()[0])} belongs to it, or a space after the #."
            yield Problem(message=message, hint=hint, path=path, span=comment.span)


def _cuts(document: Document) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the line and column of each `#` that may cut a text, with the column behind that text."""
    if document.is_unreadable or not _CUT.search(document.legible):
        return
    for number, line in enumerate(document.legible.split("\n"), 1):
        for match in _CUT.finditer(line):
            text = line[: match.start()].rstrip()
            if text[-1:] not in _NO_TEXT_BEFORE:
                yield (number, match.end()), len(text) + 1


def _texts(value: object, path: Path) -> Iterator[Path]:
    """Yield the path of every text for people in a value; what has several words is one, wherever it stands."""
    if isinstance(value, str) and (" " in value or not _is_for_programs(path)):
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _texts(inner, (*path, position))


def _is_for_programs(path: Path) -> bool:
    keys = [part for part in path if isinstance(part, str)]
    return keys[-1:] == [] or keys[-1] in _FOR_PROGRAMS or not _ALL_FOR_PROGRAMS.isdisjoint(keys)
