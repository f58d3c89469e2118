"""Frameworks side by side, and each held against its document. Nothing is added up across them: themes stand next to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from peerkit.model.crosswalk import (
    Crosswalk,
    Matrix,
    SourceOutline,
    Statement,
    TensionPage,
    Theme,
    ThemePage,
    ThemeRow,
    Trace,
    TracedPoint,
    TracedSection,
)
from peerkit.model.framework import Framework


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


def safety_addresses(frameworks: Iterable[Framework], equal: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the addresses of questions marked `safety`, and of all that ask the same, directly or over others; see `equal_to`."""
    found = {f"{framework.id}/{indicator.id}" for framework in frameworks for _, indicator in framework.indicators() if indicator.safety}
    return _with_tied(found, equal)


def tied_frameworks(names: Collection[str], equal: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return the ids of other frameworks that hold a question which asks the same as one of these, directly or over others."""
    own = {address for address in equal if address.partition("/")[0] in names}
    return frozenset(address.partition("/")[0] for address in _with_tied(own, equal)).difference(names)


def _with_tied(addresses: Iterable[str], equal: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found = set(addresses)
    waiting = list(found)
    while waiting:
        new = {*equal.get(waiting.pop(), ())} - found
        found |= new
        waiting += new
    return frozenset(found)


def trace(framework: Framework, outline: SourceOutline) -> Trace:
    """Return each point of the document with the indicators that cover it, or the reason why none does."""
    covering: dict[str, list[str]] = {}
    for _, indicator in framework.indicators():
        for statement in indicator.covers:
            covering.setdefault(statement, []).append(indicator.id)
    excuses = {statement: left_out.why for left_out in framework.not_assessed for statement in left_out.covers if left_out.why}

    def point(statement: Statement) -> TracedPoint:
        indicators = tuple(covering.get(statement.id, ()))
        return TracedPoint(statement.id, statement.gist, statement.force, indicators, excuses.get(statement.id))

    sections = tuple(
        TracedSection(section.title, tuple(point(statement) for statement in section.statements))
        for section in outline.sections
        if section.statements
    )
    known = {statement.id for section in outline.sections for statement in section.statements}
    named = dict.fromkeys((*covering, *(statement for left_out in framework.not_assessed for statement in left_out.covers)))
    return Trace(framework, sections, tuple(statement for statement in named if statement not in known))
