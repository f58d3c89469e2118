"""The word lists in `words`: each entry says which words it means, what to write instead, why, and which guidance says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from peerkit.lint.rule import Subject
from peerkit.lint.wording import Wording, glossary, words
from peerkit.source.document import parse

FOLDER: Final = Path(__file__).parent / "words"
_QUOTES = ("'", '"', "\u2018", "\u2019", "\u201c", "\u201d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words or phrases that share a fault. `reason` completes "this word …"; `instead` is empty where no word is better."""

    words: tuple[str, ...]
    reason: str
    source: str
    instead: str = ""


class Hit(NamedTuple):
    """A word of the list that stands in a text, from `start` to `end`."""

    wording: Wording
    start: int
    end: int
    entry: Entry

    @property
    def found(self) -> str:
        """The word as it is written there."""
        return self.wording.text[self.start : self.end]

    @property
    def is_quoted(self) -> bool:
        """Whether the word stands in quotes, as one does that is spoken of and not used."""
        return self.wording.text.endswith(_QUOTES, 0, self.start) and self.wording.text.startswith(_QUOTES, self.end)


@dataclass(frozen=True)
class Lexicon:
    """A word list."""

    entries: tuple[Entry, ...]

    @cached_property
    def by_phrase(self) -> dict[str, Entry]:
        """The entries by their words and phrases, in small letters."""
        return {_spaced(_plain(phrase)): entry for entry in self.entries for phrase in entry.words}

    @cached_property
    def _parts(self) -> list[tuple[str, frozenset[str]]]:
        return [(phrase, frozenset(words(phrase))) for phrase in sorted(self.by_phrase, key=len, reverse=True)]

    def hits(self, wordings: Iterable[Wording]) -> Iterator[Hit]:
        """Yield what of the list stands in `wordings`, in small or capital letters, once for each text; the longest phrase counts."""
        there = [(wording, _plain(wording.text)) for wording in wordings]
        # NOTE: a file holds the words of few phrases, and to look for these alone is twenty times as fast as to look for all.
        vocabulary = _vocabulary("\n".join(plain for _, plain in there))
        phrases = [phrase for phrase, parts in self._parts if parts <= vocabulary]
        if not phrases:
            return
        pattern = _pattern(phrases)
        for wording, plain in there:
            first = {_spaced(match.group()): match for match in reversed(list(pattern.finditer(plain)))}
            for phrase, match in sorted(first.items(), key=lambda one: one[1].start()):
                yield Hit(wording, *match.span(), self.by_phrase[phrase])


class Explained:
    """The words that a framework's glossary explains, those inside its phrases too, in small or capital letters."""

    def __init__(self, subject: Subject) -> None:
        self._phrases = "\n".join(map(_between_spaces, glossary(subject)))

    def __contains__(self, word: str) -> bool:
        return _between_spaces(word) in self._phrases


@cache
def load(name: str) -> Lexicon:
    """Return the word list in `words/<name>.yaml`; it is read when first asked for."""
    document = parse((FOLDER / f"{name}.yaml").read_bytes())
    return Lexicon(tuple(Entry(**{**entry, "words": tuple(entry["words"])}) for entry in document.data))


@lru_cache(maxsize=2)
def _vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text, each with and without its possessive; the rules that read a file one after the other share it."""
    told = set(words(text))
    return frozenset(told | {word.removesuffix("'s") for word in told})


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole phrases; between their words stands white space or a slash."""
    either = "|".join(r"[\s/]+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?<!\w['-])(?:{either})(?!\w|-\w)")


def _between_spaces(phrase: str) -> str:
    return f" {' '.join(words(_plain(phrase)))} "


def _spaced(phrase: str) -> str:
    return " ".join(phrase.replace("/", " ").split())


def _plain(text: str) -> str:
    """Return a text in small letters with straight apostrophes, of the same length."""
    # NOTE: lower() makes two characters of İ, which would move every place behind it.
    return text.replace("\u2019", "'").replace("İ", "I").lower()
