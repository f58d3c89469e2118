"""The word lists in `words`: each entry says which words it means, what to write instead, why, and who else says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from peerkit.lint.framework_texts import Texts, Wording, glossary, plain, problem_at, questions, words
from peerkit.lint.rule import Subject
from peerkit.model.finding import Path as Place
from peerkit.model.finding import Problem
from peerkit.model.framework import WordRule
from peerkit.source.yaml.document import parse

FOLDER: Final = Path(__file__).parent / "words"
_PAUSES: Final = (",", ".", ";", ":", "?", "!", "\u2013", "\u2014")
_ANYWHERE: Final = frozenset({"obviously", "undoubtedly", "surely", "needless to say", "it goes without saying"})
"""What leads wherever it stands; the other openings have a plain meaning further in, as in "a matter of course"."""
_QUOTES = ("'", '"', "\u2018", "\u2019", "\u201c", "\u201d")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """Words or phrases that share a fault. `reason` completes "this word …"; `instead` is empty where no word is better.

    `source` names guidance that says the same of such words; it is empty where the reason is our own. Before a word of `not_before` they
    speak of something else, and are let be.
    """

    words: tuple[str, ...]
    reason: str
    source: str = ""
    instead: str = ""
    not_before: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A word of the list that stands in a text, from `start` to `end`."""

    wording: Wording
    start: int
    end: int
    entry: ListEntry

    @property
    def found(self) -> str:
        """The word as it is written there."""
        return self.wording.text[self.start : self.end]

    @property
    def is_quoted(self) -> bool:
        """Whether the word stands in quotes, as one does that is spoken of and not used."""
        return self.wording.text.endswith(_QUOTES, 0, self.start) and self.wording.text.startswith(_QUOTES, self.end)

    def problem(self, subject: Subject, hint: str) -> Problem:
        """Return what is said about the word: the reason that the list gives."""
        return problem_at(subject, self.wording, self.start, self.end, f'"{self.found}" {self.entry.reason}', hint)


@dataclass(frozen=True)
class Lexicon:
    """A word list."""

    entries: tuple[ListEntry, ...]

    @cached_property
    def by_phrase(self) -> dict[str, ListEntry]:
        """The entries by their words and phrases, in small letters."""
        return {_spaced(plain(phrase)): entry for entry in self.entries for phrase in entry.words}

    @cached_property
    def _parts(self) -> list[tuple[str, frozenset[str]]]:
        return [(phrase, frozenset(words(phrase))) for phrase in self.by_phrase]

    def hits(self, texts: Texts) -> Iterator[Hit]:
        """Yield what of the list stands in `texts`, in small or capital letters, once for each text; the longest phrase counts."""
        # NOTE: a file holds few of the phrases; those whose words it has, and then those it holds, are found faster than by a pattern.
        there = [phrase for phrase, parts in self._parts if texts.may_hold(phrase, parts)]
        found = [(match.start(), -match.end(), phrase) for phrase in there for match in _pattern(phrase).finditer(texts.plain)]
        seen: set[tuple[Place, str]] = set()
        behind = 0
        for start, minus_end, phrase in sorted(found):
            if self.by_phrase[phrase].not_before and _word_behind(texts.plain, -minus_end) in self.by_phrase[phrase].not_before:
                continue
            wording, place = texts.at(start)
            if start >= behind and (wording.path, phrase) not in seen:
                yield Hit(wording, place, place - minus_end - start, self.by_phrase[phrase])
            if start >= behind:
                seen.add((wording.path, phrase))
                behind = -minus_end


class Explained:
    """The words that a framework's glossary explains, those inside its phrases too, in small or capital letters."""

    def __init__(self, subject: Subject) -> None:
        self._phrases = "\n".join(map(_between_spaces, glossary(subject)))

    def __contains__(self, word: str) -> bool:
        return _between_spaces(word) in self._phrases


@cache
def load(name: str) -> Lexicon:
    """Return the word list in `words/<name>.yaml`; it is read when first asked for."""
    listed: list[dict[str, Any]] = parse((FOLDER / f"{name}.yaml").read_bytes()).data
    entries: Iterator[dict[str, Any]] = (
        {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()} for entry in listed
    )
    return Lexicon(tuple(ListEntry(**entry) for entry in entries))


def hits(subject: Subject, code: WordRule, name: str, texts: Texts) -> Iterator[Hit]:
    """Yield what stands in `texts` of the words in a list, or of those that the framework adds for a rule, but for those it allows."""
    own = Lexicon(tuple(ListEntry(words=(own.word,), reason=own.why, instead=own.instead) for own in subject.told.add.get(code, ())))
    allowed = set(map(plain, subject.told.allow.get(code, ())))
    for hit in chain(load(name).hits(texts), own.hits(texts)):
        if plain(hit.found) not in allowed:
            yield hit


def openings(subject: Subject) -> Iterator[Hit]:
    """Yield what opens a question, or part of one, or ends it as a tag, of the words in `leading.yaml`; most are harmless elsewhere."""
    for hit in load("leading").hits(questions(subject)):
        before = hit.wording.text[max(0, hit.start - 3) : hit.start].rstrip()
        if hit.found.lower() in _ANYWHERE or not before or before.endswith(_PAUSES) or hit.wording.text.startswith("?", hit.end):
            yield hit


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a pattern for a whole phrase; between its words stands white space or a slash, behind it perhaps a possessive."""
    first, *others = map(re.escape, phrase.split())
    # NOTE: what must not stand before the first word is looked for behind it, since a pattern that starts with a text is found faster.
    start = rf"{first}(?<!\w{first})(?<!\w['-]{first})"
    return re.compile(r"[\s/]+".join([start, *others]) + r"(?!\w|-\w|'(?!s(?!\w|['-]\w))\w)")


def _word_behind(text: str, end: int) -> str:
    """Return the word that follows a place, if only a space stands between; empty where there is none."""
    match = re.compile(r"\s(\w+)").match(text, end)
    return match.group(1) if match else ""


def _between_spaces(phrase: str) -> str:
    return f" {' '.join(words(plain(phrase)))} "


def _spaced(phrase: str) -> str:
    return " ".join(phrase.replace("/", " ").split())
