"""A link or tension points to a framework or an indicator that is not there.

Why:
    A crosswalk leads from one framework to another. An end that is misspelt, or whose indicator has been renamed, leads nowhere, and
    what the crosswalk says about it is not shown. Ends are looked up in the frameworks of the same folder; where there are none,
    nothing is said.

Bad:
    # crosswalk.yaml
    format: peerkit/crosswalk/1
    links:
      - {from: example/first-visit, to: carers/first-vist, relation: equal, why: Both ask about the first hour.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit}]}]
    # carers.yaml
    id: carers
    sections: [{id: welcome, indicators: [{id: first-visit}]}]

Good:
    # crosswalk.yaml
    format: peerkit/crosswalk/1
    links:
      - {from: example/first-visit, to: carers/first-visit, relation: equal, why: Both ask about the first hour.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit}]}]
    # carers.yaml
    id: carers
    sections: [{id: welcome, indicators: [{id: first-visit}]}]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from peerkit.errors import did_you_mean
from peerkit.lint.rule import Folder, Rule, Subject
from peerkit.model.crosswalk import Crosswalk
from peerkit.model.finding import Path, Problem
from peerkit.model.framework import Framework

RULE = Rule(
    code="PK506",
    name="unknown-end",
    severity="error",
    summary="A link or tension points to a framework or an indicator that is not there.",
)
Known = Mapping[str, frozenset[str] | None]
"""The ids of each framework's indicators; None where its file cannot be read."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the ends of links and tensions that the folder does not have; of a framework that cannot be read, any indicator may be."""
    known = _known(subject.folder)
    if subject.crosswalk is None or not any(names is not None for names in known.values()):
        return
    for path, address in _addresses(subject.crosswalk):
        yield from _unknown(address, path, known)
    for position, tension in enumerate(subject.crosswalk.tensions):
        for framework in tension.positions:
            if framework not in known:
                yield _no_framework(framework, ("tensions", position, "positions", framework), known, at_key=True)


def _known(folder: Folder) -> Known:
    known: dict[str, frozenset[str] | None] = {}
    for reading in folder.readings:
        if isinstance(reading.noun, Framework):
            known[reading.noun.id] = frozenset(reading.noun.by_id)
        elif reading.noun is None:
            known.setdefault(PurePath(reading.file).stem, None)
    return known


def _addresses(crosswalk: Crosswalk) -> Iterator[tuple[Path, str]]:
    for position, link in enumerate(crosswalk.links):
        yield ("links", position, "from"), link.from_
        yield ("links", position, "to"), link.to
    for position, tension in enumerate(crosswalk.tensions):
        for place, address in enumerate(tension.indicators):
            yield ("tensions", position, "indicators", place), address


def _unknown(address: str, path: Path, known: Known) -> Iterator[Problem]:
    framework, _, indicator = address.partition("/")
    if framework not in known:
        yield _no_framework(framework, path, known)
        return
    names = known[framework]
    if names is not None and indicator not in names:
        hint = did_you_mean(indicator, sorted(names), f"`peerkit show {framework}` lists its indicators.")
        yield Problem(message=f"{framework} has no indicator {indicator}", hint=hint, path=path)


def _no_framework(name: str, path: Path, known: Known, *, at_key: bool = False) -> Problem:
    hint = did_you_mean(name, sorted(known), "Use the id of a framework that lies in the same folder.")
    return Problem(message=f"there is no framework {name} in this folder", hint=hint, path=path, at_key=at_key)
