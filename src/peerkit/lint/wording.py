"""What the wording rules look at: a framework's texts, the words in them, and the exact place of a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from peerkit.lint.rule import Subject
from peerkit.model.finding import Path, Problem, Span

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_MACRON = re.compile("[āēīōū]", re.IGNORECASE)
_NOT_PROSE: Final = frozenset({"format", "id", "version", "language", "source", "themes", "covers", "only_if", "small_team", "voices"})
_TITLES: Final = frozenset({"title", "short_title", "native_title"})


class Wording(NamedTuple):
    """A text of a framework, and the path that leads to it."""

    path: Path
    text: str


def words(text: str) -> list[str]:
    """Return the words of a text; an apostrophe or a hyphen joins."""
    return _WORD.findall(text)


def word_places(text: str) -> Iterator[re.Match[str]]:
    """Yield each word of a text with its place."""
    return _WORD.finditer(text)


def is_english(subject: Subject) -> bool:
    """Whether a framework says it is in English, as one does that says nothing."""
    language = subject.framework_data.get("language", "en")
    return isinstance(language, str) and re.match(r"en\b", language) is not None


def questions(subject: Subject) -> Iterator[Wording]:
    """Yield what people are asked: each fact's `ask`, and each indicator's with the wordings in its `ask_as`."""
    facts = subject.framework_data.get("facts")
    for position, fact in enumerate(facts if isinstance(facts, list) else []):
        if isinstance(fact, dict):
            yield from _text(fact.get("ask"), ("facts", position, "ask"))
    for path, indicator in subject.indicator_data():
        yield from _text(indicator.get("ask"), (*path, "ask"))
        yield from _inside(indicator.get("ask_as"), (*path, "ask_as"))


def texts_of(indicator: dict[str, Any]) -> list[str]:
    """Return what a person may read about an indicator in one sitting; the wordings for other roles say the same again."""
    return [text for key in ("ask", "why", "signposts", "look_for", "next_steps") for _, text in _inside(indicator.get(key), ())]


def prose(subject: Subject) -> Iterator[Wording]:
    """Yield every text people read, apart from ids and the like and from `source`, which names things as others have named them."""
    return _inside(subject.framework_data, ())


def own_words(subject: Subject) -> Iterator[Wording]:
    """Yield the texts in which the authors speak for themselves: `prose` without the titles, which the document gave, and the glossary."""
    return (wording for wording in prose(subject) if wording.path[0] != "glossary" and wording.path[-1] not in _TITLES)


def explained_words(subject: Subject) -> frozenset[str]:
    """Return the words, in small letters, that need no plainer one: those the glossary explains, by themselves, and te reo Māori names."""
    texts = list(prose(subject))
    explained = {word.lower() for phrase in glossary(subject) for word in words(phrase)}
    names = {word.lower() for path, text in texts if path[-1] == "native_title" for word in words(text)}
    with_macrons = {word.lower() for _, text in texts if _MACRON.search(text) for word in words(text) if _MACRON.search(word)}
    return frozenset(explained | {f"{word}s" for word in explained} | names | with_macrons)


def glossary(subject: Subject) -> list[str]:
    """Return the words and phrases that the glossary explains."""
    entries = subject.framework_data.get("glossary")
    found = [entry.get("word") for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    return [word for word in found if isinstance(word, str)]


def problem_at(subject: Subject, wording: Wording, start: int, end: int, message: str, hint: str) -> Problem:
    """Return a problem with the stretch from `start` to `end` of a text; it is placed at the whole value where that is not written out."""
    span = subject.reading.document.span(wording.path)
    written = subject.reading.document.line(span.line)[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
    for quote in (0, 1):
        if wording.text and written[quote : len(written) - quote] == wording.text:
            column = span.column + quote + start
            span = Span(span.line, column, span.line, column + end - start)
            break
    return Problem(message=message, hint=hint, path=wording.path, span=span)


def _inside(value: object, path: Path) -> Iterator[Wording]:
    """Yield every text in a value, in the order of the file."""
    if isinstance(value, str):
        yield Wording(path, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_PROSE:
                yield from _inside(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _inside(inner, (*path, position))


def _text(value: object, path: Path) -> Iterator[Wording]:
    if isinstance(value, str):
        yield Wording(path, value)
