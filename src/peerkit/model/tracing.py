"""A source document point by point: which indicator asks about each, and what is left out and why."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.crosswalk import Statement
from peerkit.model.framework import Framework, Indicator


@dataclass(frozen=True, slots=True)
class TracedPoint:
    """A point of the document with the indicators that cover it and, where none does, the reason it is left out; None if none is given."""

    statement: Statement
    indicators: tuple[Indicator, ...]
    excuse: str | None


@dataclass(frozen=True, slots=True)
class TracedSection:
    """A part of the document with its points."""

    title: str
    points: tuple[TracedPoint, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A whole document. `unknown` holds statement ids that the framework names and the document's outline does not have."""

    framework: Framework
    sections: tuple[TracedSection, ...]
    unknown: tuple[str, ...]

    @property
    def points(self) -> tuple[TracedPoint, ...]:
        """Every point, in the order of the document."""
        return tuple(point for section in self.sections for point in section.points)
