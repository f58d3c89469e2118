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

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from peerkit.lint.rule import Rule, Subject
from peerkit.model.finding import Problem
from peerkit.model.framework import Fact, Framework

RULE = Rule(
    code="PK504",
    name="fact-of-two-meanings",
    severity="error",
    summary="A fact means something else in another framework of the folder.",
)
Meaning = tuple[str, str, frozenset[bool | str]]
_DIFFERS = {"kind": "has another kind", "ask": "asks something else", "options": "has other options"}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the facts whose kind, question or options are not what most frameworks of the folder say; defaults may differ."""
    frameworks = _frameworks(subject)
    for position, fact in enumerate(subject.framework.facts if subject.framework else ()):
        uses = [(other.id, _meaning(one)) for other in frameworks for one in other.facts if one.id == fact.id]
        [(usual, _)] = Counter(meaning for _, meaning in uses).most_common(1)
        if _meaning(fact) != usual:
            part = next(part for part, ours, theirs in zip(_DIFFERS, _meaning(fact), usual, strict=True) if ours != theirs)
            where = next(name for name, meaning in uses if meaning == usual)
            message = f"the fact {fact.id} {_DIFFERS[part]} in {where}"
            hint = f"Write it as in {where}, or give it another id: one answer counts for both."
            yield Problem(message=message, hint=hint, path=("facts", position, part))


def _frameworks(subject: Subject) -> list[Framework]:
    readings = sorted(subject.folder.readings, key=lambda reading: reading.file)
    return [reading.noun for reading in readings if isinstance(reading.noun, Framework)]


def _meaning(fact: Fact) -> Meaning:
    return fact.kind, " ".join(fact.ask.split()), frozenset(fact.values)
