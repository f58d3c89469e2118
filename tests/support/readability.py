"""How hard a text is to read, by two formulas that count different things."""

from __future__ import annotations

import re
from collections.abc import Iterable

import textstat  # type: ignore[import-untyped]

from peerkit.model.framework import Framework, Indicator

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters; a hyphen or an apostrophe joins."""
    return _WORD.findall(text.lower())


def glossary_words(framework: Framework) -> list[str]:
    """Return the words a framework explains, longest first, each word of a phrase by itself too."""
    phrases = {part.lower() for entry in framework.glossary for part in re.findall(r"[\w-]+", entry.word)}
    return sorted(phrases, key=lambda phrase: (-len(phrase), phrase))


def without(text: str, explained: Iterable[str]) -> str:
    """Return a text with each explained word replaced by a short one."""
    for word in explained:
        text = re.sub(rf"\b{re.escape(word)}\b", "it", text, flags=re.IGNORECASE)
    return text


def texts(indicator: Indicator) -> list[str]:
    """Return what a person may read about an indicator, roles' own wordings aside."""
    steps = [step.do for step in indicator.next_steps]
    return [indicator.ask, indicator.why, *indicator.signposts.values(), *indicator.look_for, *steps]


def plain_text(indicator: Indicator, framework: Framework) -> str:
    """Return an indicator's texts together, each ending in a full stop, without the words the glossary explains."""
    explained = glossary_words(framework)
    return " ".join(f"{without(text.rstrip('.'), explained)}." for text in texts(indicator))


def grade(text: str) -> float:
    """Return the school grade a text asks for: the higher of Flesch-Kincaid and the automated readability index."""
    return max(float(textstat.flesch_kincaid_grade(text)), float(textstat.automated_readability_index(text)))
