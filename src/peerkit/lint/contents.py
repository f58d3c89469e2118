"""What rules look through: the parts of a framework, of the outline of its document and of a crosswalk, each with its path.

Also how they say what they find there: lists of words, and near names for misspelt ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from peerkit.errors import did_you_mean, near_names
from peerkit.lint.rule import Subject
from peerkit.model.crosswalk import Crosswalk, Link, SourceOutline, Statement
from peerkit.model.finding import Path
from peerkit.model.framework import Condition, Framework, Indicator, Section

Relation = Literal["equal", "subset", "superset", "intersects"]
_REVERSED: Final[dict[Relation, Relation]] = {"subset": "superset", "superset": "subset"}
_MOST_COMPARISONS: Final = 200_000
"""About a second's worth. A file may hold tens of thousands of misspelt names, and as many that they could stand for."""


def sections(framework: Framework | None) -> Iterator[tuple[Path, Section]]:
    """Yield every section with its path; none where there is no framework."""
    for position, section in enumerate(framework.sections if framework else ()):
        yield ("sections", position), section


def indicators(framework: Framework | None) -> Iterator[tuple[Path, Section, Indicator]]:
    """Yield every indicator with its path and its section; none where there is no framework."""
    for path, section in sections(framework):
        for position, indicator in enumerate(section.indicators):
            yield (*path, "indicators", position), section, indicator


def conditions(framework: Framework | None) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition with its path, that for small teams first; none where there is no framework."""
    if framework:
        yield ("small_team",), framework.small_team
    for path, _, indicator in indicators(framework):
        yield (*path, "only_if"), indicator.only_if


def outline_of(subject: Subject) -> SourceOutline | None:
    """Return the outline of a framework's document: `sources/<id>.yaml`; None where there is none that can be read."""
    return subject.folder.outlines.get(subject.framework.id) if subject.framework else None


def statements(outline: SourceOutline) -> Iterator[Statement]:
    """Yield every statement, in the order of the document."""
    for section in outline.sections:
        yield from section.statements


def cited(framework: Framework) -> Iterator[tuple[Path, str]]:
    """Yield every statement id that indicators cover or that is not assessed, with its path."""
    for position, excuse in enumerate(framework.not_assessed):
        for place, name in enumerate(excuse.covers):
            yield ("not_assessed", position, "covers", place), name
    for path, _, indicator in indicators(framework):
        for place, name in enumerate(indicator.covers):
            yield (*path, "covers", place), name


@dataclass(frozen=True, slots=True)
class Pair:
    """Two indicators in alphabetical order, and how the first relates to the second. `position` is that of their link, from 0."""

    position: int
    ends: tuple[str, str]
    relation: Relation


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


def _parts(address: str) -> tuple[str, str]:
    framework, _, indicator = address.partition("/")
    return framework, indicator


def pairs(crosswalk: Crosswalk | None) -> Iterator[Pair]:
    """Yield every link of one indicator with another; none where there is no crosswalk."""
    for position, link in enumerate(crosswalk.links if crosswalk else ()):
        if link.from_ != link.to:
            yield _pair(position, link)


def _pair(position: int, link: Link) -> Pair:
    if link.from_ < link.to:
        return Pair(position, (link.from_, link.to), link.relation)
    return Pair(position, (link.to, link.from_), _REVERSED.get(link.relation, link.relation))


def listed(words: Sequence[str]) -> str:
    """Return words as a person lists them: one, two and three."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


class NearNames:
    """Looks for what the misspelt names of one file stand for; when it has compared very many, it finds none any more."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARISONS

    def best(self, word: str, known: Collection[str]) -> str | None:
        """Return the name that `word` most likely stands for; None where no name is near."""
        self._left -= len(known)
        return next(iter(near_names(word, known)), None) if self._left >= 0 else None

    def hint(self, word: str, known: Collection[str], otherwise: str) -> str:
        """Return a hint that names near names of `word`, or `otherwise` where there is none. See `did_you_mean`."""
        self._left -= len(known)
        return did_you_mean(word, known, otherwise) if self._left >= 0 else otherwise
