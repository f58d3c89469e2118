"""What ties frameworks together: themes, links between indicators, tensions, and the outline of each source document.

At the end are lists of frameworks, themes and points as files of JSON.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerkit.model.constraints import Address, Id, StatementId, Text, written
from peerkit.model.framework import Framework, Indicator, Overview

Force = Literal["implied", "outcome", "quoted"]


@written
class Theme:
    """An idea that occurs in more than one document."""

    id: Id
    title: Text
    definition: Text


@written
class Themes:
    """Every theme, for finding one's way between frameworks; never for adding scores."""

    format: Literal["peerkit/themes/1"]
    themes: tuple[Theme, ...]


@written
class Link:
    """How an indicator of one framework relates to one of another."""

    from_: Address
    to: Address
    relation: Literal["equal", "subset", "superset", "intersects"]
    why: Text


@written
class Tension:
    """A place where documents differ, with questions for a group."""

    id: Id
    title: Text
    positions: dict[Id, Text]
    indicators: tuple[Address, ...] = ()
    questions: tuple[Text, ...]


@written
class Crosswalk:
    """Links and tensions between frameworks."""

    format: Literal["peerkit/crosswalk/1"]
    links: tuple[Link, ...] = ()
    tensions: tuple[Tension, ...] = ()


@written
class Statement:
    """One assessable point of a source document, in our own words.

    `force` is absent where the document states the point itself; `implied` where it was turned from a risk or finding, `outcome`
    where it is an effect, `quoted` where it stands only in a quotation. A `negative` point is a sign of trouble.
    """

    id: StatementId
    gist: Text
    force: Force | None = None
    polarity: Literal["negative"] | None = None


@written
class OutlineSection:
    """A part of a source document."""

    id: StatementId
    title: Text
    statements: tuple[Statement, ...]


@written
class SourceOutline:
    """A source document as the list of its assessable points."""

    format: Literal["peerkit/source/1"]
    sections: tuple[OutlineSection, ...]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme with the indicators of each framework that carry it, by framework id."""

    theme: Theme
    indicators: dict[str, tuple[Indicator, ...]]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every theme against every framework. `unmapped` holds the addresses of indicators that carry no theme."""

    frameworks: tuple[Framework, ...]
    rows: tuple[ThemeRow, ...]
    unmapped: tuple[str, ...]

    @property
    def lonely(self) -> tuple[Theme, ...]:
        """The themes that no indicator carries."""
        return tuple(row.theme for row in self.rows if not any(row.indicators.values()))


@dataclass(frozen=True, slots=True)
class ThemePage:
    """One theme: its indicators side by side, and the links between them."""

    frameworks: tuple[Framework, ...]
    row: ThemeRow
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TensionPage:
    """Where the documents differ, as cards for a group; `asks` holds the words of each indicator a card names, by address."""

    tensions: tuple[Tension, ...]
    asks: dict[str, str]


Mapping = Matrix | ThemePage | TensionPage


@dataclass(frozen=True, slots=True)
class TracedPoint:
    """A point of the document: how binding it is, the ids of the indicators that cover it, and why it is left out where none does."""

    id: str
    gist: str
    force: Force | None
    indicators: tuple[str, ...]
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


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworksFile:
    """A list of frameworks as a file of JSON."""

    format: Literal["peerkit/frameworks/1"]
    frameworks: tuple[Overview, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceFile:
    """A document point by point; `unknown` are points that an indicator names and the document does not have."""

    format: Literal["peerkit/trace/1"]
    framework: str
    version: str
    sections: tuple[TracedSection, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEntry:
    """A theme with the addresses of the indicators that carry it, by framework."""

    id: str
    title: str
    indicators: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMatrixFile:
    """Every theme."""

    format: Literal["peerkit/theme-matrix/1"]
    frameworks: tuple[str, ...]
    themes: tuple[ThemeEntry, ...]
    indicators_without_theme: tuple[str, ...]
    themes_without_indicator: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """One theme, with the links between its indicators."""

    format: Literal["peerkit/theme/1"]
    id: str
    title: str
    indicators: dict[str, tuple[str, ...]]
    definition: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionsFile:
    """Where the documents differ."""

    format: Literal["peerkit/tensions/1"]
    tensions: tuple[Tension, ...]
