"""What the wording rules look at: a framework's texts, the words in them, and the exact place of a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, Final, NamedTuple

from peerkit.lint.rule import Subject
from peerkit.model.finding import Path, Problem

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_MACRON = re.compile("[āēīōū]", re.IGNORECASE)
_NOT_PROSE: Final = frozenset(
    {"format", "id", "version", "language", "source", "themes", "covers", "only_if", "small_team", "voices", "lint"}
)
_TITLES: Final = frozenset({"title", "short_title", "native_title"})
_BETWEEN: Final = "\0"
_SMALL_WORDS = frozenset(
    _WORD.findall(
        "a about all also an and any are as at be been before both but by can do each every for from had has have he her here "
        "his how i if in into is it its me more my of on one or other our out over she so some such than that the their them "
        "then there these they this those to up us was we were what when where which who whom whose will with you your"
    )
)
_ENDINGS = ("ing", "ed", "es", "s", "er", "e")


class Wording(NamedTuple):
    """A text of a framework, and the path that leads to it."""

    path: Path
    text: str


class Texts:
    """Texts that are searched together: to look through one long text takes a fraction of the time that many short ones take.

    `among` is a wider choice of the same file, which has been looked through already.
    """

    def __init__(self, wordings: Iterable[Wording], among: Texts | None = None) -> None:
        self.wordings = tuple(wordings)
        self._among = among

    @cached_property
    def joined(self) -> str:
        """All texts in a row, with a character between them that stands in no word."""
        return _BETWEEN.join(wording.text for wording in self.wordings)

    @cached_property
    def plain(self) -> str:
        """All texts in small letters with straight apostrophes; what stands somewhere in `joined` stands in the same place here."""
        return plain(self.joined)

    def may_hold(self, phrase: str, parts: frozenset[str]) -> bool:
        """Whether a phrase in small letters, or the words that are its parts, may be in the texts; False is certain, and found fast."""
        if self._among:
            return self._among.may_hold(phrase, parts)
        return parts <= self._vocabulary and phrase in self._squeezed

    def at(self, place: int) -> tuple[Wording, int]:
        """Return the text that stands at a place in `joined`, and where in it that place is."""
        number = bisect_right(self._ends, place)
        return self.wordings[number], place - (self._ends[number - 1] if number else 0)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The words of all texts in small letters, each with and without its possessive."""
        told = words(" ".join(set(self.plain.split())))
        return frozenset(told + [word.removesuffix("'s") for word in told])

    @cached_property
    def _squeezed(self) -> str:
        """All texts in small letters with one space wherever there is white space or a slash."""
        return " ".join(self.plain.replace("/", " ").split())

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(wording.text) + len(_BETWEEN) for wording in self.wordings))


def plain(text: str) -> str:
    """Return a text in small letters with straight apostrophes, of the same length."""
    # NOTE: lower() makes two characters of İ, which would move every place behind it.
    return text.replace("\u2019", "'").replace("İ", "I").lower()


def words(text: str) -> list[str]:
    """Return the words of a text; an apostrophe or a hyphen joins."""
    return _WORD.findall(text)


def meaning(text: str) -> frozenset[str]:
    """Return the words of a text without small words and endings."""
    return frozenset(_stem(word) for word in words(text.lower()) if word not in _SMALL_WORDS)


def essence(text: str) -> str:
    """Return a text without what makes no difference to its reader: case, spaces, the full stop."""
    return " ".join(text.casefold().split()).rstrip(" .") or text


def is_english(subject: Subject) -> bool:
    """Whether a framework says it is in English, as one does that says nothing."""
    language = subject.framework_data.get("language", "en")
    return isinstance(language, str) and re.match(r"en\b", language) is not None


# NOTE: one rule after the other asks for the texts of the same file.
@lru_cache(maxsize=1)
def questions(subject: Subject) -> Texts:
    """Return what people are asked: each fact's `ask`, and each indicator's with the wordings in its `ask_as`."""
    return _among_prose(subject, _is_question)


def texts_of(indicator: dict[str, Any]) -> list[str]:
    """Return what a person may read about an indicator in one sitting; the wordings for other roles say the same again."""
    return [text for key in ("ask", "why", "signposts", "look_for", "next_steps") for _, text in _inside(indicator.get(key), ())]


@lru_cache(maxsize=1)
def prose(subject: Subject) -> Texts:
    """Return every text people read, apart from ids and the like and from `source`, which names things as others have named them."""
    return Texts(_inside(subject.framework_data, ()))


@lru_cache(maxsize=1)
def own_words(subject: Subject) -> Texts:
    """Return the texts in which the authors speak for themselves: `prose` without the titles, which the document gave, and the glossary."""
    return _among_prose(subject, lambda path: path[0] != "glossary" and path[-1] not in _TITLES)


@lru_cache(maxsize=1)
def words_about_people(subject: Subject) -> Texts:
    """Return the texts in which people read of themselves: `prose` without the glossary, and titles in another language."""
    return _among_prose(subject, lambda path: path[0] != "glossary" and path[-1] != "native_title")


def explained_words(subject: Subject) -> frozenset[str]:
    """Return the words, in small letters, that need no plainer one: those the glossary explains, by themselves, and te reo Māori names."""
    texts = prose(subject).wordings
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
    """Return a problem with the stretch from `start` to `end` of a text."""
    return Problem(message=message, hint=hint, path=wording.path, span=subject.reading.document.stretch(wording.path, start, end))


def _among_prose(subject: Subject, is_wanted: Callable[[Path], bool]) -> Texts:
    every = prose(subject)
    return Texts([wording for wording in every.wordings if is_wanted(wording.path)], among=every)


def _is_question(path: Path) -> bool:
    """Whether a path leads to a fact's question, an indicator's, or another wording of it."""
    match path:
        case ("facts", _, "ask") | ("sections", _, "indicators", _, "ask"):
            return True
        case ("sections", _, "indicators", _, "ask_as", *_):
            return True
    return False


def _inside(value: object, path: Path) -> list[Wording]:
    """Return every text in a value, in the order of the file."""
    if isinstance(value, str):
        return [Wording(path, value)]
    if isinstance(value, dict):
        return [wording for key, inner in value.items() if key not in _NOT_PROSE for wording in _inside(inner, (*path, key))]
    if isinstance(value, list):
        return [wording for position, inner in enumerate(value) for wording in _inside(inner, (*path, position))]
    return []


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word
