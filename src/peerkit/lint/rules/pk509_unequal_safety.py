"""Two indicators are linked as equal, and only one of them is marked as a matter of safety.

Why:
    Equal questions share an answer. What a report says in words about a team hangs on whether a question is about safety, and of one
    that is shown in both ways a single answer could be worked out. So the team's report takes both for a matter of safety, and whoever
    reads only one of the frameworks wonders why. Ends are looked up in the frameworks of the same folder.

Bad:
    # crosswalk.yaml
    format: peerkit/crosswalk/1
    links:
      - {from: example/first-visit, to: carers/first-visit, relation: equal, why: Both ask about the first hour.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit, safety: true}]}]
    # carers.yaml
    id: carers
    sections: [{id: welcome, indicators: [{id: first-visit}]}]

Good:
    # crosswalk.yaml
    format: peerkit/crosswalk/1
    links:
      - {from: example/first-visit, to: carers/first-visit, relation: equal, why: Both ask about the first hour.}
    # example.yaml
    sections: [{id: welcome, indicators: [{id: first-visit, safety: true}]}]
    # carers.yaml
    id: carers
    sections: [{id: welcome, indicators: [{id: first-visit, safety: true}]}]
"""

from collections.abc import Iterator, Mapping, Sequence

from peerkit.lint.rule import Member, Problems, Rule
from peerkit.model.crosswalk import Crosswalk
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error")


def check_folder(members: Sequence[Member]) -> Iterator[tuple[str, Problem]]:
    """Yield the links between equal indicators of which one is marked `safety`; both must stand in the folder."""
    safety = {address: marked for member in members for address, marked in _marks(member)}
    for member in members:
        if member.crosswalk is not None:
            yield from ((member.file, problem) for problem in _unequal(member.crosswalk, safety))


def _marks(member: Member) -> Iterator[tuple[str, bool]]:
    if member.id is not None and member.indicators is not None and member.safety is not None:
        yield from ((f"{member.id}/{name}", name in member.safety) for name in member.indicators)


def _unequal(crosswalk: Crosswalk, safety: Mapping[str, bool]) -> Problems:
    for position, link in enumerate(crosswalk.links):
        marked = {address: safety.get(address) for address in (link.from_, link.to)}
        if link.relation == "equal" and set(marked.values()) == {True, False}:
            safe, unmarked = sorted(marked, key=lambda address: not marked[address])
            yield Problem(
                message=f"{safe} is a matter of safety, and {unmarked}, which is equal to it, is not marked so",
                hint="Set `safety` alike in both, or choose another relation.",
                path=("links", position, "relation"),
            )
