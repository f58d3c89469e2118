"""Lists of frameworks, of themes and of the points of a document as data."""

from __future__ import annotations

from collections.abc import Sequence

from peerkit.model.crosswalk import Matrix, TensionPage, ThemePage, ThemeRow, Trace, TracedPoint
from peerkit.model.framework import Overview
from peerkit.model.listing_file import (
    FrameworksFile,
    OverviewEntry,
    PointEntry,
    PointsEntry,
    TensionsFile,
    ThemeEntry,
    ThemeFile,
    ThemeMatrixFile,
    TraceFile,
)
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
            return as_json(FrameworksFile(format="peerkit/frameworks/1", frameworks=tuple(_overview(overview) for overview in listing)))


def _overview(overview: Overview) -> OverviewEntry:
    framework = overview.framework
    return OverviewEntry(
        id=framework.id,
        version=framework.version,
        title=framework.title,
        sections=overview.sections,
        indicators=overview.indicators,
        quick=overview.quick,
        minutes=overview.minutes,
        quick_minutes=overview.quick_minutes,
        publisher=framework.source.publisher,
        origin=overview.origin,
    )


def _trace(trace: Trace) -> TraceFile:
    return TraceFile(
        format="peerkit/trace/1",
        framework=trace.framework.id,
        version=trace.framework.version,
        sections=tuple(
            PointsEntry(title=section.title, points=tuple(_point(point) for point in section.points)) for section in trace.sections
        ),
        unknown=trace.unknown,
    )


def _point(point: TracedPoint) -> PointEntry:
    return PointEntry(
        id=point.statement.id,
        gist=point.statement.gist,
        force=point.statement.force,
        indicators=tuple(indicator.id for indicator in point.indicators),
        excuse=point.excuse,
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
