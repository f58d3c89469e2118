"""Frameworks side by side. Nothing is added up across them: themes stand next to each other."""

from __future__ import annotations

from collections.abc import Sequence

from peerkit.model.crosswalk import Crosswalk, Theme
from peerkit.model.framework import Framework
from peerkit.model.mapping import Matrix, TensionPage, ThemePage, ThemeRow


def matrix(frameworks: Sequence[Framework], themes: Sequence[Theme]) -> Matrix:
    """Return every theme with the indicators of each framework that carry it, and what carries none."""
    rows = tuple(theme_row(frameworks, theme) for theme in themes)
    known = {theme.id for theme in themes}
    unmapped = tuple(
        f"{framework.id}/{indicator.id}"
        for framework in frameworks
        for _, indicator in framework.indicators()
        if not known.intersection(indicator.themes)
    )
    return Matrix(tuple(frameworks), rows, unmapped)


def theme_row(frameworks: Sequence[Framework], theme: Theme) -> ThemeRow:
    """Return a theme with the indicators that carry it, in file order."""
    return ThemeRow(
        theme,
        {
            framework.id: tuple(indicator for _, indicator in framework.indicators() if theme.id in indicator.themes)
            for framework in frameworks
        },
    )


def theme_page(frameworks: Sequence[Framework], theme: Theme, crosswalk: Crosswalk) -> ThemePage:
    """Return a theme's indicators side by side, with the links whose both ends carry it."""
    row = theme_row(frameworks, theme)
    addresses = {f"{framework}/{indicator.id}" for framework, indicators in row.indicators.items() for indicator in indicators}
    links = tuple(link for link in crosswalk.links if link.from_ in addresses and link.to in addresses)
    return ThemePage(tuple(frameworks), row, links)


def tension_page(frameworks: Sequence[Framework], crosswalk: Crosswalk) -> TensionPage:
    """Return the tensions, with the words of the indicators they name."""
    asks = {f"{framework.id}/{indicator.id}": indicator.ask for framework in frameworks for _, indicator in framework.indicators()}
    named = {address for tension in crosswalk.tensions for address in tension.indicators}
    return TensionPage(crosswalk.tensions, {address: ask for address, ask in asks.items() if address in named})


def equal_to(crosswalk: Crosswalk) -> dict[str, tuple[str, ...]]:
    """Return for each address those whose question one answer serves as well: the `equal` links, read both ways."""
    pairs = [(link.from_, link.to) for link in crosswalk.links if link.relation == "equal"]
    both = [*pairs, *((to, start) for start, to in pairs)]
    return {address: tuple(to for start, to in both if start == address) for address, _ in both}
