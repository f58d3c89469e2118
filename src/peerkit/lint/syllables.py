"""Counts the syllables of English words by their spelling: groups of vowels, less the silent ones, plus those that part two vowels."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

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


@lru_cache(maxsize=20_000)
def count(word: str) -> int:
    """Return how many syllables a word has, at least 1; the parts of a word with a hyphen or an apostrophe are counted by themselves."""
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
