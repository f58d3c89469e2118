"""A link or tension points to a framework or an indicator that is not there.

Why:
    A crosswalk leads from one framework to another. An end that is misspelt, or whose indicator has been renamed, leads nowhere, and
    what the crosswalk says about it is not shown. Ends are looked up in the frameworks of the same folder, then in those that come with
    peerkit; where neither has any of them, nothing is said.

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

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from peerkit.lint.contents import NearNames, ends
from peerkit.lint.rule import Member, Problems, Rule
from peerkit.model.crosswalk import Crosswalk
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error")
Known = dict[str, frozenset[str] | None]


def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
    """Yield the ends of links and tensions that the folder does not have; of a framework that cannot be read, any indicator may be."""
    known = _known(members)
    for member in members:
        if member.crosswalk is not None and any(names is not None for names in known.values()):
            yield from ((member.file, problem) for problem in _unknown(member.crosswalk, known))


def _unknown(crosswalk: Crosswalk, known: Known) -> Problems:
    near = NearNames()
    for path, framework, indicator in ends(crosswalk):
        names = known.get(framework)
        if framework not in known:
            hint = near.hint(framework, known, "Use the id of a framework in the same folder, or of one that `peerkit frameworks` lists.")
            message = f"there is no framework {framework} in this folder"
            yield Problem(message=message, hint=hint, path=path, at_key="positions" in path)
        elif indicator and names is not None and indicator not in names:
            hint = near.hint(indicator, names, f"`peerkit show {framework}` lists its indicators.")
            yield Problem(message=f"{framework} has no indicator {indicator}", hint=hint, path=path)


def _known(members: Sequence[Member]) -> Known:
    """Return the ids of each framework's indicators; None where nobody knows them, also of a file that may be a framework."""
    known: Known = {}
    for member in members:
        if member.id is not None and member.indicators is not None:
            known[member.id] = member.indicators
        elif member.crosswalk is None and not member.is_outline:
            known.setdefault(PurePath(member.file).stem, None)
    return known
