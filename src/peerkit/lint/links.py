"""The links of a crosswalk, read the same way round, for the rules that compare them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from peerkit.model.crosswalk import Crosswalk, Link

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


def _pair(position: int, link: Link) -> Pair:
    if link.from_ < link.to:
        return Pair(position, (link.from_, link.to), link.relation)
    return Pair(position, (link.to, link.from_), _REVERSED.get(link.relation, link.relation))
