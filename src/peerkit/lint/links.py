"""The ends of a crosswalk, and its links read the same way round, for the rules that compare them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from peerkit.model.crosswalk import Crosswalk, Link
from peerkit.model.finding import Path

Relation = Literal["equal", "subset", "superset", "intersects"]
_REVERSED: Final[dict[Relation, Relation]] = {"subset": "superset", "superset": "subset"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two indicators in alphabetical order, and how the first relates to the second. `position` is that of their link, from 0."""

    position: int
    ends: tuple[str, str]
    relation: Relation


def pairs(crosswalk: Crosswalk | None) -> Iterator[Pair]:
    """Yield every link of one indicator with another; none where there is no crosswalk."""
    for position, link in enumerate(crosswalk.links if crosswalk else ()):
        if link.from_ != link.to:
            yield _pair(position, link)


def ends(crosswalk: Crosswalk) -> Iterator[tuple[Path, str, str]]:
    """Yield the path, framework and indicator of every end; where only a framework is named, the indicator is empty."""
    for position, link in enumerate(crosswalk.links):
        for key, address in (("from", link.from_), ("to", link.to)):
            yield ("links", position, key), *_parts(address)
    for position, tension in enumerate(crosswalk.tensions):
        for framework in tension.positions:
            yield ("tensions", position, "positions", framework), framework, ""
        for place, address in enumerate(tension.indicators):
            yield ("tensions", position, "indicators", place), *_parts(address)


def frameworks_named(crosswalk: Crosswalk) -> frozenset[str]:
    """Return the ids of the frameworks that links and tensions point to."""
    return frozenset(framework for _, framework, _ in ends(crosswalk))


def _parts(address: str) -> tuple[str, str]:
    framework, _, indicator = address.partition("/")
    return framework, indicator


def _pair(position: int, link: Link) -> Pair:
    if link.from_ < link.to:
        return Pair(position, (link.from_, link.to), link.relation)
    return Pair(position, (link.to, link.from_), _REVERSED.get(link.relation, link.relation))
