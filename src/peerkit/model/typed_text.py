"""What somebody typed, or what stands in a sheet, an export or the environment: an answer in words, and a whole number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, PersonWord

if TYPE_CHECKING:
    from peerkit.model.answers import Given

_ALIKE: Final = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\xb4": "'", "`": "'", **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")}
)
_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u2060\ufeff\ufe0f]")
_BETWEEN: Final = re.compile(r"[\s-]+")
_LEVEL: Final = re.compile(r"([0-4])(?:[.,]0+)?")
_LEVEL_AND_LABEL: Final = re.compile(rf"{_LEVEL.pattern}(?:[\s)]*[-:=.(]\s*|[\s)]+)(?P<label>[^()]+)\)?")
_LABEL_AND_LEVEL: Final = re.compile(rf"(?P<label>[^()]+?)\s*[(:=-]\s*{_LEVEL.pattern}\)?")
_LONGEST: Final = 80
_MOST_WORDS: Final = 11


def _plain(text: str) -> str:
    """Return a text without what cannot be seen, and with one sign for those that look alike."""
    return _UNSEEN.sub("", text).translate(_ALIKE).strip()


def _key(text: str) -> str:
    """Return a text as it stands in the table: in small letters, with one space where there is a space or a hyphen."""
    return " ".join(_BETWEEN.split(_plain(text).casefold())).strip()


_LABELS: Final = {_key(label): level for level, label in enumerate(LEVEL_LABELS)}
_WORDS: Final[dict[str, int | PersonWord]] = {
    **_LABELS,
    **{_key(label): word for word, label in ANSWER_LABELS.items() if word != "no-agreement"},
    **dict.fromkeys(("na", "n/a", "n.a.", "n.a", "not applicable", "does not apply", "doesn't apply"), "not-applicable"),
    **dict.fromkeys(("dk", "d/k", "dont know", "don't know", "do not know", "i dont know", "i don't know", "not sure"), "dont-know"),
    **dict.fromkeys(("skip", "skipped"), "skipped"),
}
_WORDS_OF_A_GROUP: Final = frozenset(map(_key, ("no agreement", "we don't agree", ANSWER_LABELS["no-agreement"])))
SIGNS_IN_CSV: Final[dict[str, PersonWord]] = {"?": "dont-know", "-": "skipped"}
"""What stands for an answer in a spreadsheet alone: where a line is typed, these mean something else."""


def answer_of_a_group(text: str) -> Given | None:
    """Return the answer that a text stands for where a group answers together, which may not agree. See `answer_of`."""
    return "no-agreement" if _key(text) in _WORDS_OF_A_GROUP else answer_of(text)


def answer_of(text: str) -> int | PersonWord | None:
    """Return the answer that a text stands for, in any case; None where it stands for none, and for an empty one."""
    plain = _plain(text)
    if len(plain) > _LONGEST:
        return None
    if (level := _LEVEL.fullmatch(plain)) is not None:
        return int(level[1])
    if (answer := _WORDS.get(_key(plain))) is not None:
        return answer
    for pattern in (_LEVEL_AND_LABEL, _LABEL_AND_LEVEL):
        found = pattern.fullmatch(plain)
        if found is not None and _LABELS.get(_key(found["label"])) == int(found[1] if pattern is _LEVEL_AND_LABEL else found[2]):
            return _LABELS[_key(found["label"])]
    return None


def sign_in_csv(text: str) -> PersonWord | None:
    """Return the answer that a sign alone stands for in a spreadsheet; None where it is none of them."""
    return SIGNS_IN_CSV.get(_plain(text))


def leading_answer(text: str, keys: Mapping[str, PersonWord]) -> tuple[int | PersonWord, str] | None:
    """Return the answer that a line begins with, and what follows it; `keys` stand for an answer here as well.

    The longest words win. A label right behind its level belongs to what follows: in `3 mostly on Mondays` that is a note.
    """
    for size in range(_MOST_WORDS, 0, -1):
        parts = text.split(None, size)
        if len(parts) < size:
            continue
        head, rest = " ".join(parts[:size]), parts[size] if len(parts) > size else ""
        if size == 1 and head.casefold() in keys:
            return keys[head.casefold()], rest
        answer = answer_of(head)
        if answer is not None and not (rest and size > 1 and _LEVEL.fullmatch(parts[0]) and parts[1][0].isalpha()):
            return answer, rest
    return None


def whole_number(text: str, most: int) -> int | None:
    """Return the number from 0 to `most` that a text says in plain digits; None where it says none.

    Every text that was not read by a strict reader becomes a number here: `int` takes digits of any script, and raises on very many.
    """
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal()) or len(digits.lstrip("0")) > len(str(most)):
        return None
    number = int(digits.lstrip("0") or "0")
    return number if number <= most else None
