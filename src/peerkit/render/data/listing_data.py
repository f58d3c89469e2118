"""Lists of frameworks, of themes and of the points of a document as data."""

from __future__ import annotations

from collections.abc import Sequence

from peerkit.model.crosswalk import (
    FrameworksFile,
    Matrix,
    TensionPage,
    TensionsFile,
    ThemeEntry,
    ThemeFile,
    ThemeMatrixFile,
    ThemePage,
    ThemeRow,
    Trace,
    TraceFile,
)
from peerkit.model.framework import Overview
from peerkit.render.context import RenderContext
from peerkit.render.data.json_text import as_json

Listing = Sequence[Overview] | Trace | Matrix | ThemePage | TensionPage


def json(listing: Listing, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a list as the file of its kind."""
    match listing:
        case Trace():
            return as_json(_trace(listing))
        case Matrix():
            return as_json(_matrix(listing))
        case ThemePage():
            return as_json(_theme(listing))
        case TensionPage():
            return as_json(TensionsFile(format="peerkit/tensions/1", tensions=listing.tensions))
        case _:
            return as_json(FrameworksFile(format="peerkit/frameworks/1", frameworks=tuple(listing)))


def _trace(trace: Trace) -> TraceFile:
    return TraceFile(
        format="peerkit/trace/1",
        framework=trace.framework.id,
        version=trace.framework.version,
        sections=trace.sections,
        unknown=trace.unknown,
    )


def _matrix(matrix: Matrix) -> ThemeMatrixFile:
    return ThemeMatrixFile(
        format="peerkit/theme-matrix/1",
        frameworks=tuple(framework.id for framework in matrix.frameworks),
        themes=tuple(ThemeEntry(id=row.theme.id, title=row.theme.title, indicators=_carried(row)) for row in matrix.rows),
        indicators_without_theme=matrix.unmapped,
        themes_without_indicator=tuple(theme.id for theme in matrix.lonely),
    )


def _theme(page: ThemePage) -> ThemeFile:
    theme = page.row.theme
    return ThemeFile(
        format="peerkit/theme/1",
        id=theme.id,
        title=theme.title,
        indicators=_carried(page.row),
        definition=theme.definition,
        links=page.links,
    )


def _carried(row: ThemeRow) -> dict[str, tuple[str, ...]]:
    """Return the addresses of the indicators that carry a theme, by framework."""
    return {framework: tuple(f"{framework}/{asked.id}" for asked in carried) for framework, carried in row.indicators.items()}
