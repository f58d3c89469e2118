"""Subsets lead round in a circle.

Why:
    If one indicator asks for part of what another asks, and that for part of what a third asks, the third cannot be part of the
    first. At least one of these links is wrong, or all of them are equal. Indicators that are linked as equal count as one here.

Bad:
    format: peerkit/crosswalk/1
    links:
      - {from: carers/first-visit, to: youth/welcome, relation: subset, why: A welcome is more than the first visit.}
      - {from: youth/welcome, to: elders/arrival, relation: subset, why: Arriving is more than being welcomed.}
      - {from: elders/arrival, to: carers/first-visit, relation: subset, why: People arrive on their first visit.}

Good:
    format: peerkit/crosswalk/1
    links:
      - {from: carers/first-visit, to: youth/welcome, relation: subset, why: A welcome is more than the first visit.}
      - {from: youth/welcome, to: elders/arrival, relation: subset, why: Arriving is more than being welcomed.}
      - {from: elders/arrival, to: carers/first-visit, relation: superset, why: The first visit is part of arriving.}
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import count, pairwise

from peerkit.lint.contents import Pair, pairs
from peerkit.lint.rule import Problems, Rule, Subject
from peerkit.model.finding import Problem

RULE = Rule(__name__, __doc__, "error", rests_on=("links",))
_MOST_CIRCLES = 20


@dataclass(frozen=True, slots=True)
class _Step:
    """A link as a step from the smaller indicator to the larger one, each with the name it goes by among its equals."""

    position: int
    smaller: str
    larger: str
    start: str
    end: str


def check(subject: Subject) -> Problems:
    """Yield one problem per circle, at its last link; what else a pair's links say is left to the rule for that."""
    first = {pair.ends: pair for pair in reversed(list(pairs(subject.crosswalk)))}
    steps = sorted(_steps(first.values()), key=lambda step: step.position)
    # NOTE: each circle is looked for anew, without the last link of the one before; a file may hold thousands.
    for number in count():
        circle = _circle(steps)
        if not circle:
            return
        closing = max(circle, key=lambda step: step.position)
        turn = circle.index(closing) + 1
        said = ", ".join(f"{step.smaller} in {step.larger}" for step in circle[turn:] + circle[:turn])
        hint = "One of these links is wrong, or they are all equal."
        if number == _MOST_CIRCLES:
            said, hint = f"the {number} that are told are not all", "Mend those first."
        yield Problem(message=f"subsets lead round in a circle: {said}", hint=hint, path=("links", closing.position, "relation"))
        if number == _MOST_CIRCLES:
            return
        steps.remove(closing)


def _steps(links: Iterable[Pair]) -> Iterator[_Step]:
    links = list(links)
    names = _names_of_equals(links)
    for pair in links:
        smaller, larger = pair.ends if pair.relation == "subset" else pair.ends[::-1]
        if pair.relation in ("subset", "superset"):
            yield _Step(pair.position, smaller, larger, names.get(smaller, smaller), names.get(larger, larger))


def _names_of_equals(links: Iterable[Pair]) -> dict[str, str]:
    """Return one name for all indicators that are equal to each other, by indicator."""
    groups: dict[str, list[str]] = {}
    for ends in (pair.ends for pair in links if pair.relation == "equal"):
        larger, smaller = sorted((groups.setdefault(end, [end]) for end in ends), key=len, reverse=True)
        if larger is not smaller:
            larger += smaller
            groups.update(dict.fromkeys(smaller, larger))
    return {name: group[0] for name, group in groups.items()}


def _circle(steps: list[_Step]) -> list[_Step]:
    """Return the steps of a circle, in order; empty where there is none."""
    graph: dict[str, dict[str, _Step]] = {}
    for step in steps:
        graph.setdefault(step.end, {}).setdefault(step.start, step)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        nodes = error.args[1]
        return [graph[end][start] for start, end in pairwise(nodes)]
    return []
