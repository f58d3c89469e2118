"""What holds for the texts of the levels: practice decides, and a paper is one proof of it."""

from __future__ import annotations

import re

import pytest

from peerkit.model.framework import Indicator
from support.readability import words
from support.shipped import framework_ids, shipped

FRAMEWORKS = framework_ids()
MOST_WORDS = {"0": 30, "2": 30, "4": 45}
A_QUARTER = 4
PAPER = re.compile(
    r"\b(?:agenda|agreement|calendar|cards?|chart|code|diary|documents?|files?|forms?|leaflets?|letters?|lists?|minutes|notes?|pages?|papers?"
    r"|plan on|policy|poster|records?|reports?|rota|roster|rules?|sheets?|texts?|write|writes|writing|written)\b",
    re.IGNORECASE,
)
"""Words for something on paper. Whoever finds one more that a level could ask for adds it."""
NAMED_ONLY = {
    "mind/human-words": "words on paper as well as spoken ones",
    "mind/knowledge-goes-out": "one of three ways to be heard",
    "mind/power-named": "an example of uneven power",
    "mind/press-for-change": "the rule of others that is unfair",
    "mind/same-pay": "what has to be the same",
    "mind/senior-peer-voice": "what is decided, and what people get to read",
    "ppsa/act-on-unfairness": "the rule of others that is unfair",
    "ppsa/power-between-us": "an example of uneven power",
    "ppsa/talk-within-tasks": "a long list of people",
    "tacsi/everyday-language": "words on paper as well as spoken ones",
    "tacsi/fair-terms": "some of what is settled",
    "tacsi/organisation-backs-it": "what was changed",
    "tacsi/reason-for-each-part": "what has to be of use",
    "tacsi/shared-power": "what is decided, and what people get to read",
    "w3/open-door": "what is in nobody's way",
    "w3/patterns-and-reasons": "the report of others that came later",
    "working-together/lived-recovery": "what nobody needs",
    "working-together/role-challenges": "what peer workers learn to deal with",
    "working-together/two-organisations": "what clashes",
    "working-together/union-rules": "what peer workers know",
}
"""Indicators (framework/indicator) whose level 4 names a paper and asks for none, each with what the word does there."""

pytestmark = pytest.mark.parametrize("name", FRAMEWORKS)


def indicators(name: str) -> list[Indicator]:
    return [indicator for _, indicator in shipped(name).indicators()]


def names_paper(name: str) -> dict[str, list[str]]:
    """Return the indicators whose level 4 names a paper, with the words that do."""
    found = {f"{name}/{one.id}": PAPER.findall(one.signposts["4"]) for one in indicators(name)}
    return {address: named for address, named in found.items() if named}


def test_a_level_is_short(name: str) -> None:
    long = {
        f"{one.id} {level}": len(words(text))
        for one in indicators(name)
        for level, text in one.signposts.items()
        if len(words(text)) > MOST_WORDS.get(level, 30)
    }
    assert long == {}


def test_at_most_a_quarter_of_the_fourth_levels_ask_for_a_paper(name: str) -> None:
    asked_for = [address for address in names_paper(name) if address not in NAMED_ONLY]
    assert len(asked_for) * A_QUARTER <= len(indicators(name)), asked_for


def test_no_mark_is_left_over(name: str) -> None:
    marked = {address for address in NAMED_ONLY if address.startswith(f"{name}/")}
    assert marked <= names_paper(name).keys()
