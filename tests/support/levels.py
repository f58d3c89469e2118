"""Which levels ask for something on paper."""

from __future__ import annotations

import re

from support.shipped import shipped

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
    "mind/senior-peer-voice": "what is decided",
    "ppsa/act-on-unfairness": "the rule of others that is unfair",
    "ppsa/power-between-us": "an example of uneven power",
    "ppsa/talk-within-tasks": "a long list of people",
    "tacsi/everyday-language": "words on paper as well as spoken ones",
    "tacsi/fair-terms": "some of what is settled",
    "tacsi/organisation-backs-it": "what was changed",
    "tacsi/reason-for-each-part": "what has to be of use",
    "tacsi/shared-power": "what is decided",
    "w3/open-door": "what is in nobody's way",
    "w3/patterns-and-reasons": "the report of others that came later",
    "working-together/lived-recovery": "what nobody needs",
    "working-together/role-challenges": "what peer workers learn to deal with",
    "working-together/two-organisations": "what clashes",
    "working-together/union-rules": "what peer workers know",
}
"""Indicators (framework/indicator) whose level 4 names a paper and asks for none, each with what the word does there."""


def names_paper(name: str) -> dict[str, list[str]]:
    """Return the indicators whose level 4 names a paper, with the words that do."""
    found = {f"{name}/{one.id}": PAPER.findall(one.signposts["4"]) for _, one in shipped(name).indicators()}
    return {address: named for address, named in found.items() if named}


def asks_for_paper(name: str) -> list[str]:
    """Return the indicators whose level 4 cannot be reached without something on paper."""
    return [address for address in names_paper(name) if address not in NAMED_ONLY]
