"""The gap report as an Excel file: a page to read, tables of scores, answers and actions, and charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.report import FrameworkResult, Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.workbook import Chart, Fill, Sheet, Table, TextLine
from peerkit.render.media.excel.file import write
from peerkit.render.media.excel.lines import lines
from peerkit.render.report.shared import make_blocks, opening, summary, tables

_LEVELS: Final[tuple[Fill, ...]] = ("level-0", "level-1", "level-2", "level-3", "level-4")
_OTHERS: Final[tuple[Fill, ...]] = ("dont-know", "skipped", "unanswered", "not-applicable")
_ADVICE: Final = "Choose at most three rows of the sheet Plan to begin with, and fill them in together."


def render_file(report: Report) -> bytes:
    """See `peerkit.render.interface.ReportFileRenderer`."""
    return write(tuple(_sheets(report)), f"Gap report: {report.assessment.program}", report.date)


def _sheets(report: Report) -> Iterator[Sheet]:
    sections = tables.sections(report)
    head, rest = tuple(lines(opening.head(report))), tuple(lines(summary.blocks(report)))
    advice = (TextLine("text", _ADVICE),) if report.shows_answers and report.priorities else ()
    yield Sheet("Summary", (*head, *advice, tables.frameworks(report), *rest))
    yield Sheet("Sections", (sections,))
    charts = tuple(_charts(report, sections))
    if charts:
        yield Sheet("Charts", charts)
    if report.shows_answers:
        yield Sheet("Indicators", (tables.indicators(report),), wide=True)
        yield Sheet("Plan", (tables.plan(report),), wide=True)
    yield Sheet("Report", tuple(lines(make_blocks(report))))


def _charts(report: Report, sections: Table) -> Iterator[Chart]:
    """Yield the charts of each framework: each stands alone, as its scores do."""
    first = 0
    for one in report.frameworks:
        last = first + len(one.sections) - 1
        if one.sections:
            yield _scores(one, sections, first, last)
            if report.shows_answers:
                yield _counts(one, sections, first, last)
        first = last + 1


def _scores(one: FrameworkResult, sections: Table, first: int, last: int) -> Chart:
    return Chart(
        title=f"{one.framework.name}: the score of each section and its range",
        says="A bar for each section from 0 to its score, and a line from the lowest to the highest it could be. See the sheet Sections.",
        table=sections,
        first=first,
        last=last,
        names="Section",
        bars=(("Score", "score"),),
        reach=tables.REACH,
        new_page=first > 0,
    )


def _counts(one: FrameworkResult, sections: Table, first: int, last: int) -> Chart:
    return Chart(
        title=f"{one.framework.name}: how often each answer was given",
        says="A bar for each section, made of how often each answer was given. See the sheet Sections.",
        table=sections,
        first=first,
        last=last,
        names="Section",
        bars=(*zip(LEVEL_LABELS, _LEVELS, strict=True), *_given(sections, first, last)),
    )


def _given(sections: Table, first: int, last: int) -> Iterator[tuple[str, Fill]]:
    """Yield the other answers that were given at all, so that the chart explains no colour that is not in it."""
    for head, fill in zip(tables.OTHERS, _OTHERS, strict=True):
        if any(row[sections.place(head)] for row in sections.rows[first : last + 1]):
            yield head, fill
