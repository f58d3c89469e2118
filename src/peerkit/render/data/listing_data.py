"""Frameworks, their questions, answers, themes and the points of a document as data: lists, and what has the form of its own file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from peerkit.model.answers import Assessment
from peerkit.model.constraints import to_data
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
from peerkit.model.framework import Framework, Overview, PlacedIndicator
from peerkit.render.data.json_text import entry
from peerkit.render.data.tables import Rows

_POINT_HEADS: Final = ("part", "point", "gist", "force", "asked by", "left out because")
_OVERVIEW_HEADS: Final = (
    "id", "version", "title", "sections", "questions", "quick questions", "minutes", "quick minutes", "publisher", "file",
)  # fmt: skip
Listing = Sequence[Overview] | Trace | Matrix | ThemePage | TensionPage


def file(noun: Listing | Framework | PlacedIndicator | Assessment) -> object:
    """Return a list as the file of its kind, and what has a file in the form of that; a question with its framework and section first."""
    match noun:
        case Framework() | Assessment():
            return noun
        case PlacedIndicator():
            return {"framework": noun.framework.id, "section": noun.section.id, **to_data(noun.indicator)}
        case Trace():
            return entry(TraceFile, noun, format="peerkit/trace/1", framework=noun.framework.id, version=noun.framework.version)
        case Matrix():
            return _matrix(noun)
        case ThemePage():
            return entry(ThemeFile, noun, noun.row.theme, format="peerkit/theme/1", indicators=_carried(noun.row))
        case TensionPage():
            return TensionsFile(format="peerkit/tensions/1", tensions=noun.tensions)
        case _:
            return FrameworksFile(format="peerkit/frameworks/1", frameworks=tuple(noun))


def _matrix(matrix: Matrix) -> ThemeMatrixFile:
    return ThemeMatrixFile(
        format="peerkit/theme-matrix/1",
        frameworks=tuple(framework.id for framework in matrix.frameworks),
        themes=tuple(entry(ThemeEntry, row.theme, indicators=_carried(row)) for row in matrix.rows),
        indicators_without_theme=matrix.unmapped,
        themes_without_indicator=tuple(theme.id for theme in matrix.lonely),
    )


def _carried(row: ThemeRow) -> dict[str, tuple[str, ...]]:
    """Return the addresses of the indicators that carry a theme, by framework."""
    return {framework: tuple(f"{framework}/{asked.id}" for asked in carried) for framework, carried in row.indicators.items()}


def rows(listing: Listing) -> Rows:
    """Return a row for each framework, point, theme or question, or position that a document takes."""
    match listing:
        case Trace():
            return Rows("A row for each point of the document.", _POINT_HEADS, _points(listing))
        case Matrix():
            heads = ("theme", "title", *(f"questions in {framework.id}" for framework in listing.frameworks))
            return Rows("A row for each theme: how many questions of each framework carry it.", heads, _numbers(listing))
        case ThemePage():
            asked = ((name, asked.id, asked.ask) for name, carried in listing.row.indicators.items() for asked in carried)
            return Rows("A row for each question that carries the theme.", ("framework", "indicator", "question"), asked)
        case TensionPage():
            held = ((tension, name, text) for tension in listing.tensions for name, text in tension.positions.items())
            said = ((tension.id, tension.title, name, text) for tension, name, text in held)
            return Rows("A row for each document, where documents differ.", ("tension", "title", "framework", "says"), said)
        case _:
            return Rows("A row for each framework.", _OVERVIEW_HEADS, (_counted(overview) for overview in listing))


def _numbers(matrix: Matrix) -> Iterator[tuple[str | int, ...]]:
    for row in matrix.rows:
        yield row.theme.id, row.theme.title, *(len(carried) for carried in row.indicators.values())


def _points(trace: Trace) -> Iterator[tuple[str, ...]]:
    for section in trace.sections:
        for point in section.points:
            asked = "\n".join(f"{trace.framework.id}/{indicator}" for indicator in point.indicators)
            yield section.title, point.id, point.gist, point.force or "", asked, point.excuse or ""


def _counted(overview: Overview) -> tuple[str | int, ...]:
    asked = (overview.sections, overview.indicators, overview.quick, overview.minutes, overview.quick_minutes)
    return overview.id, overview.version, overview.title, *asked, overview.publisher or "", overview.origin
