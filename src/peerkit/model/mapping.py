"""Frameworks side by side: by theme, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from peerkit.model.crosswalk import Link, Tension, Theme
from peerkit.model.framework import Framework, Indicator


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
