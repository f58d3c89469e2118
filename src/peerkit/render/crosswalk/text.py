"""Frameworks side by side as text, for any terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from peerkit.model.crosswalk import Mapping, Matrix, Tension, TensionPage, ThemePage
from peerkit.render.context import RenderContext
from peerkit.render.layout import cell_width, pad
from peerkit.render.wrap import wrapped

_COLUMN = 4


def render(mapping: Mapping, context: RenderContext) -> str:
    """Return a mapping in at most `context.width` columns."""
    match mapping:
        case Matrix():
            lines = _plain_matrix(mapping, context.width) if context.plain else _matrix(mapping, context.width)
        case ThemePage():
            lines = _theme(mapping, context.width)
        case TensionPage():
            lines = _tensions(mapping, context.width)
        case _:
            assert_never(mapping)
    return "\n".join(lines)


def _matrix(matrix: Matrix, width: int) -> Iterator[str]:
    """Yield a table: how many indicators of each framework carry a theme."""
    room = max(12, width - _COLUMN * len(matrix.frameworks) - 1)
    for number, framework in enumerate(matrix.frameworks, start=1):
        yield from wrapped(f"{framework.id}: {framework.title}", width, first=f"{number}  ")
    yield ""
    yield pad("theme", room) + "".join(f"{number:>{_COLUMN}}" for number in range(1, len(matrix.frameworks) + 1))
    for row in matrix.rows:
        counts = [len(row.indicators[framework.id]) for framework in matrix.frameworks]
        first, *rest = wrapped(row.theme.title, room)
        yield pad(first, max(room, cell_width(first))) + "".join(f"{count or '·':>{_COLUMN}}" for count in counts)
        yield from (f"  {line}" for line in rest)
    yield from _unmapped(matrix, width)
    yield from ("", *wrapped("The numbers count questions. Look at one theme with `peerkit crosswalk --theme ID`.", width))


def _plain_matrix(matrix: Matrix, width: int) -> Iterator[str]:
    for row in matrix.rows:
        counts = ", ".join(f"{framework} {len(indicators)}" for framework, indicators in row.indicators.items() if indicators)
        yield from wrapped(f"{row.theme.title} ({row.theme.id}): {counts or 'no question'}", width)
    yield from _unmapped(matrix, width)


def _unmapped(matrix: Matrix, width: int) -> Iterator[str]:
    if matrix.unmapped:
        yield from ("", *wrapped(f"Questions without a theme: {', '.join(matrix.unmapped)}", width))
    if matrix.lonely:
        yield from ("", *wrapped(f"Themes without a question: {', '.join(theme.id for theme in matrix.lonely)}", width))


def _theme(page: ThemePage, width: int) -> Iterator[str]:
    yield from wrapped(page.row.theme.title, width)
    yield from wrapped(page.row.theme.definition, width)
    for framework in page.frameworks:
        yield from ("", *wrapped(framework.title, width))
        indicators = page.row.indicators[framework.id]
        if not indicators:
            yield "   no question"
        for indicator in indicators:
            yield from wrapped(indicator.ask, width, first="   - ")
            yield from wrapped(f"{framework.id}/{indicator.id}", width, first="     ")
    if page.links:
        yield from ("", "How they relate")
        for link in page.links:
            yield from wrapped(f"{link.from_} {link.relation} {link.to}: {link.why}", width, first="   - ")


def _tensions(page: TensionPage, width: int) -> Iterator[str]:
    for number, tension in enumerate(page.tensions, start=1):
        if number > 1:
            yield ""
        yield from _tension(number, tension, page.asks, width)


def _tension(number: int, tension: Tension, asks: dict[str, str], width: int) -> Iterator[str]:
    yield from wrapped(tension.title, width, first=f"{number}. ")
    for framework, position in tension.positions.items():
        yield from wrapped(position, width, first=f"   {framework}: ", rest="      ")
    for question in tension.questions:
        yield from wrapped(question, width, first="   ? ")
    for address in tension.indicators:
        yield from wrapped(f"{address}: {asks[address]}" if address in asks else address, width, first="   - ")
