"""Frameworks side by side: every theme, one theme with its questions, or where the documents differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from peerkit.model.crosswalk import Mapping, Matrix, Tension, TensionPage, ThemePage, ThemeRow
from peerkit.model.framework import Framework
from peerkit.model.page import (
    Block,
    Bullets,
    Commands,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Page,
    Paragraph,
    Part,
    SideBySide,
    ThemeCell,
    Title,
)


def page(mapping: Mapping) -> Page:
    """Return frameworks side by side as a page."""
    match mapping:
        case Matrix():
            return Page((Title("Themes across frameworks", "Crosswalk"),), tuple(_matrix(mapping)))
        case ThemePage():
            theme = mapping.row.theme
            return Page((Title(theme.title, "Theme"), Paragraph(theme.definition)), tuple(_theme(mapping)))
        case TensionPage():
            return Page((Title("Where the documents differ", "Crosswalk"),), tuple(_tensions(mapping)))
        case _:
            assert_never(mapping)


def _matrix(matrix: Matrix) -> Iterator[Part]:
    heading = Heading("Questions that carry a theme", note="A question may carry several.")
    yield Part("themes", (heading, Entries(entries=tuple(_counts(row) for row in matrix.rows))), "screen")
    rows = tuple((_named(row), tuple(_cell(row, framework) for framework in matrix.frameworks)) for row in matrix.rows)
    yield Part("themes", (heading, SideBySide(tuple(framework.id for framework in matrix.frameworks), rows)), "room")
    names = tuple((framework.id, framework.title) for framework in matrix.frameworks)
    yield Part("frameworks", (Heading("Frameworks"), Facts(names)) if names else ())
    yield Part("unmapped", (Heading("Questions without a theme"), Bullets(matrix.unmapped)) if matrix.unmapped else ())
    lonely = tuple(theme.id for theme in matrix.lonely)
    yield Part("lonely", (Heading("Themes without a question"), Bullets(lonely)) if lonely else ())
    some = next((row.theme.id for row in matrix.rows), "ID")
    yield Part("next", (Heading("Where to go next"), Commands(((f"peerkit crosswalk --theme {some}", "one theme side by side"),))))


def _named(row: ThemeRow) -> str:
    return f"{row.theme.title} ({row.theme.id})"


def _counts(row: ThemeRow) -> Entry:
    carried = [f"{framework} {len(indicators)}" for framework, indicators in row.indicators.items() if indicators]
    return Entry(text=_named(row), standing=", ".join(carried) or "No question")


def _cell(row: ThemeRow, framework: Framework) -> ThemeCell:
    number = len(row.indicators[framework.id])
    return ThemeCell(text=str(number) if number else "")


def _theme(theme: ThemePage) -> Iterator[Part]:
    for framework in theme.frameworks:
        yield Part(f"framework-{framework.id}", tuple(_carried(theme, framework)))
    links = tuple(f"{link.from_} {link.relation} {link.to}: {link.why}" for link in theme.links)
    yield Part("links", (Heading("How they relate"), Bullets(links)) if links else ())


def _carried(theme: ThemePage, framework: Framework) -> Iterator[Block]:
    yield Heading(framework.title)
    indicators = theme.row.indicators[framework.id]
    if indicators:
        yield Entries(entries=tuple(_question(asked.ask, f"{framework.id}/{asked.id}") for asked in indicators))
    else:
        yield Paragraph("No question.")


def _question(ask: str, address: str) -> Entry:
    return Entry(text=ask, details=(Detail("Id", address),))


def _tensions(page: TensionPage) -> Iterator[Part]:
    for number, tension in enumerate(page.tensions, 1):
        yield Part(f"tension-{number}", tuple(_tension(tension, page.asks)))


def _tension(tension: Tension, asks: dict[str, str]) -> Iterator[Block]:
    yield Heading(tension.title)
    yield Facts(tuple(tension.positions.items()))
    yield Heading("To talk about", level=2)
    yield Bullets(tension.questions)
    yield Heading("Questions it touches", level=2)
    yield Entries(
        entries=tuple(_question(asks[address], address) if address in asks else Entry(text=address) for address in tension.indicators)
    )
