"""Two indicators are linked more than once, or one with itself.

Why:
    A pair of indicators has one relation. If a second link says something else, one of the two is wrong; if it says the same, the
    next person who changes one will forget the other. It counts as the same pair the other way round: if one is a subset of the
    other, the other is a superset of it.

Bad:
    format: peerkit/crosswalk/1
    links:
      - {from: carers/first-visit, to: youth/welcome, relation: subset, why: A welcome is more than the first visit.}
      - {from: youth/welcome, to: carers/first-visit, relation: equal, why: Both ask about the first hour.}

Good:
    format: peerkit/crosswalk/1
    links:
      - {from: carers/first-visit, to: youth/welcome, relation: subset, why: A welcome is more than the first visit.}
"""

from typing import Final

from peerkit.lint.contents import Pair, Relation, pairs
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("links",))
_WORDS: Final[dict[Relation, str]] = {
    "equal": "equal to",
    "subset": "a subset of",
    "superset": "a superset of",
    "intersects": "overlapping with",
}


def check(subject: Subject) -> Problems:
    """Yield the links of a pair behind its first one, and those that lead back to where they start."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs(subject.crosswalk):
        earlier = first.setdefault(pair.ends, pair)
        if earlier is not pair:
            yield _repeated(pair, earlier) if pair.relation == earlier.relation else _contradicted(pair, earlier)
    for position, link in enumerate(subject.crosswalk.links if subject.crosswalk else ()):
        if link.from_ == link.to:
            message, hint = f"this links {link.to} with itself", "Name another indicator, or delete the link."
            yield Problem(message=message, hint=hint, path=("links", position, "to"))


def _repeated(pair: Pair, earlier: Pair) -> Problem:
    message = f"{pair.ends[0]} and {pair.ends[1]} are linked twice"
    hint = f"Delete one; the first is link number {earlier.position + 1}."
    return Problem(message=message, hint=hint, path=("links", pair.position, "to"))


def _contradicted(pair: Pair, earlier: Pair) -> Problem:
    first, second = pair.ends
    here, there = _WORDS[pair.relation], _WORDS[earlier.relation]
    message = f"{first} is {here} {second} here, and {there} it in link number {earlier.position + 1}"
    return Problem(message=message, hint="Keep the one that is right.", path=("links", pair.position, "relation"))
