"""What lists of frameworks, themes and points of a document are as files of JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerkit.model.crosswalk import Link, Tension


@dataclass(frozen=True, kw_only=True)
class OverviewEntry:
    """A framework: how much it asks, in minutes too, who published its document, and where its file comes from."""

    id: str
    version: str
    title: str
    sections: int
    indicators: int
    quick: int
    minutes: int
    quick_minutes: int
    publisher: str | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class FrameworksFile:
    """The frameworks."""

    format: Literal["peerkit/frameworks/1"]
    frameworks: tuple[OverviewEntry, ...]


@dataclass(frozen=True, kw_only=True)
class PointEntry:
    """A point of a document: how binding it is, the ids of the indicators that cover it, and why it is left out where none does."""

    id: str
    gist: str
    force: Literal["implied", "outcome", "quoted"] | None
    indicators: tuple[str, ...]
    excuse: str | None


@dataclass(frozen=True, kw_only=True)
class PointsEntry:
    """A part of a document with its points."""

    title: str
    points: tuple[PointEntry, ...]


@dataclass(frozen=True, kw_only=True)
class TraceFile:
    """A document point by point; `unknown` are points that an indicator names and the document does not have."""

    format: Literal["peerkit/trace/1"]
    framework: str
    version: str
    sections: tuple[PointsEntry, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ThemeEntry:
    """A theme with the addresses of the indicators that carry it, by framework."""

    id: str
    title: str
    indicators: dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class ThemeMatrixFile:
    """Every theme."""

    format: Literal["peerkit/theme-matrix/1"]
    frameworks: tuple[str, ...]
    themes: tuple[ThemeEntry, ...]
    indicators_without_theme: tuple[str, ...]
    themes_without_indicator: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ThemeFile:
    """One theme, with the links between its indicators."""

    format: Literal["peerkit/theme/1"]
    id: str
    title: str
    indicators: dict[str, tuple[str, ...]]
    definition: str
    links: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class TensionsFile:
    """Where the documents differ."""

    format: Literal["peerkit/tensions/1"]
    tensions: tuple[Tension, ...]
