"""A fact means something else in another framework of the folder.

Why:
    Frameworks can be answered together, and each fact is then asked once. If the same id asks for something else, or has other
    options, in another framework, one answer would decide about questions it says nothing of. What most frameworks say counts as
    the meaning; where two disagree, that of the first file.

Bad:
    # example.yaml
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: [few, many], default: few}
    small_team: {team-size: few}
    # a-neighbour.yaml
    id: a-neighbour
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}

Good:
    # example.yaml
    facts:
      - {id: team, ask: How many people work in it?, kind: choice, options: [few, many], default: few}
    small_team: {team: few}
    # a-neighbour.yaml
    id: a-neighbour
    facts:
      - {id: team-size, ask: How many people work in it?, kind: choice, options: ["1-2", "3-9", "10+"], default: "3-9"}
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from peerkit.lint.rule import Member, Rule
from peerkit.model.finding import Problem
from peerkit.model.framework import Fact

RULE = Rule(__name__, __doc__, "error")
Meaning = tuple[str, str, frozenset[bool | str]]
_DIFFERS = {"kind": "has another kind", "ask": "asks something else", "options": "has other options"}


def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
    """Yield the facts whose kind, question or options are not what most frameworks of the folder say; defaults may differ."""
    uses: dict[str, list[tuple[str, Meaning]]] = {}
    for member in members:
        for fact in member.facts:
            uses.setdefault(fact.id, []).append((member.id or "", _meaning(fact)))
    usual = {name: Counter(meaning for _, meaning in found).most_common(1)[0][0] for name, found in uses.items()}
    for member in members:
        for position, fact in enumerate(member.facts):
            if _meaning(fact) != usual[fact.id]:
                where = next(name for name, meaning in uses[fact.id] if meaning == usual[fact.id])
                yield member.file, _problem(fact, position, usual[fact.id], where)


def _problem(fact: Fact, position: int, usual: Meaning, where: str) -> Problem:
    part = next(part for part, ours, theirs in zip(_DIFFERS, _meaning(fact), usual, strict=True) if ours != theirs)
    message = f"the fact {fact.id} {_DIFFERS[part]} in {where}"
    hint = f"Write it as in {where}, or give it another id: one answer counts for both."
    return Problem(message=message, hint=hint, path=("facts", position, part))


def _meaning(fact: Fact) -> Meaning:
    return fact.kind, " ".join(fact.ask.split()), frozenset(fact.values)
