"""How hard an English text is to read, as a school grade, by two formulas that count different things.

NOTE: textstat, which has both formulas, is no dependency. It brings 17 MB (a pronouncing dictionary, hyphenation tables, setuptools)
and 70 ms of imports, and its later versions fetch a word list from the network at first use. A test holds the grades found here
close to its own over the shipped frameworks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from peerkit.lint.framework_texts import words

_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])[\"'\u201d\u2019)]*\s+")
_LONGEST_FRAGMENT: Final = 2
"""Words. What is no longer, such as "Not yet.", is no sentence of its own: fragments make no text easy."""
_STAND_IN: Final = "it"
_LONG: Final = 3
"""Syllables."""
_NAMED: Final = 3
_IRREGULAR: Final = {
    **dict.fromkeys(("eye", "eyes"), 1),
    **dict.fromkeys(("argue", "argues", "being", "bias", "business", "evening", "evenings", "flyer", "flyers", "hour", "hours", "lion"), 2),
    **dict.fromkeys(("our", "ours", "poem", "poet", "prior", "quiet", "safety", "science"), 2),
    **dict.fromkeys(("anyone", "area", "areas", "diary", "diaries", "idea", "ideas", "median", "recipe", "recipes", "whoever"), 3),
}
_ACCENTED = str.maketrans("āēīōūàáâäèéêëìíîïòóôöùúûü", "aeiouaaaaeeeeiiiioooouuuu")
_VOWELS = re.compile(r"[aeiou]+(?:y(?![aeiou]))?|y(?![aeiou])")
_COMPOUND = re.compile(r"(some|fore|life|time|case|frame|home|one|else|every|any|before)(?=[bdhlopstw]..)")
"""First parts of words whose last e stays silent."""
_SILENT: Final = (
    re.compile(r"(?<=[^aeiouy])e$(?<![^aeiouylr]le)(?<![tbd]re)"),  # make, but table, centre
    re.compile(r"(?<=[^aeiouycgszx])es$(?<![^aeiouylr]les)(?<![tbd]res)(?<![cs]hes)"),  # makes, but places, tables, reaches
    re.compile(r"(?<=[^aeioutd])ed$(?<![^aeiouylr]led)"),  # asked, but wanted, settled
    re.compile(r"(?<=[^aeiouy])e(?=(?:ments?|ful|fully|less|ness|ly)$)(?<![^aeiouylr]le)(?<!le(?=m))"),  # statement, but element
    re.compile(r"(?<=[aeiou][gq])ues?$"),  # colleague, technique
)
_PARTED: Final = (
    re.compile(r"i(?:a(?![lnrb])|o(?![nur])|ori)"),  # appreciate, period
    re.compile(r"(?<=[^ctgx])iou|i(?=alit|ety)|(?<=[^l][lf])i(?=ab|an[ct])"),  # serious, confidentiality, society, reliant
    re.compile(r"(?<![ct])(?<!fr)i(?=en[tc])"),  # client, but patient, friend
    re.compile(r"^(?:b|d|tr|g)i(?=a(?!s))|(?<=[^aeiou])i(?=ers?$)|di(?=et)"),  # trial, carrier, diet
    re.compile(r"(?<![qg])u(?=a(?!r[dy])|ous|el|ent|enc|it[yi])"),  # actual, fluent, continuity
    re.compile(r"(?<=cr)e(?=at)|(?<=r)e(?=ali|act)|e(?=ol|og)|[aeiou](?=ings?$)"),  # create, react, going
    re.compile(r"(?<=[^aeiou])sms?$|thms?$"),  # criticism, rhythm
)


@dataclass(frozen=True, slots=True)
class Grade:
    """The school grade a text asks for by each formula, and the words it rests on. One sentence alone is too short for a grade."""

    flesch_kincaid: float
    automated_readability: float
    words: int

    @property
    def lowest(self) -> float:
        """The lower of the two grades."""
        return min(self.flesch_kincaid, self.automated_readability)

    @property
    def highest(self) -> float:
        """The higher of the two grades."""
        return max(self.flesch_kincaid, self.automated_readability)


def sentences(texts: Sequence[str]) -> list[str]:
    """Return the sentences of `texts` in order; each text ends one."""
    return [sentence for text in texts for sentence in _BETWEEN_SENTENCES.split(text.strip()) if words(sentence)]


def grade(texts: Sequence[str], explained: Collection[str] = ()) -> Grade:
    """Return how hard `texts` are together; words in `explained` (in small letters) count as short ones. All 0 without words."""
    lengths = [len(words(sentence)) for sentence in sentences(texts)]
    whole = max(1, sum(length > _LONGEST_FRAGMENT for length in lengths))
    count = sum(lengths)
    if not count:
        return Grade(0.0, 0.0, 0)
    characters = sum(len("".join(text.split())) for text in texts)
    spoken = 0
    for word in (word for text in texts for word in words(text)):
        is_explained = word.lower() in explained
        characters -= (len(word) - len(_STAND_IN)) * is_explained
        spoken += syllables(_STAND_IN if is_explained else word)
    return Grade(
        flesch_kincaid=0.39 * count / whole + 11.8 * spoken / count - 15.59,
        automated_readability=4.71 * characters / count + 0.5 * count / whole - 21.43,
        words=count,
    )


def longest_sentence(texts: Sequence[str]) -> tuple[str, int]:
    """Return the sentence with the most words, and how many they are; the first of several, an empty one where there is none."""
    return max(((sentence, len(words(sentence))) for sentence in sentences(texts)), key=lambda counted: counted[1], default=("", 0))


def hardest_words(texts: Sequence[str], explained: Collection[str] = ()) -> list[str]:
    """Return the three words, in small letters, that add most syllables to `texts`; none of fewer than three, none in `explained`."""
    told = Counter(word.lower() for text in texts for word in words(text))
    extra = {word: (syllables(word) - _LONG + 1) * times for word, times in told.items() if word not in explained}
    return sorted((word for word in extra if extra[word] > 0), key=lambda word: (-extra[word], word))[:_NAMED]


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return how many syllables an English word has by its spelling, at least 1: groups of vowels, less the silent ones, plus the parted.

    The parts of a word with a hyphen or an apostrophe are counted by themselves.
    """
    return sum(_of_part(part) for part in re.split(r"[-'\u2019]", word.lower().translate(_ACCENTED)) if len(part) > 1) or 1


def _of_part(part: str) -> int:
    if part in _IRREGULAR:
        return _IRREGULAR[part]
    compound = _COMPOUND.match(part)
    if compound:
        first = compound.group()
        return (2 if first in ("every", "any", "before") else 1) + _of_part(part.removeprefix(first))
    spelt = len(_VOWELS.findall(part))
    silent = sum(1 for pattern in _SILENT if pattern.search(part))
    parted = sum(len(pattern.findall(part)) for pattern in _PARTED)
    return max(1, spelt - silent + parted)
