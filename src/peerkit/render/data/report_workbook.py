"""The gap report as an Excel file: a page to read, tables of scores, answers and actions, and charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.page import Page
from peerkit.model.report import Report
from peerkit.model.result import FrameworkResult
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.workbook import Chart, Fill, Table, TextLine, Workbook, WorkbookSheet
from peerkit.render.context import RenderContext
from peerkit.render.data import report_tables
from peerkit.render.media import excel
from peerkit.render.media.excel.cell_texts import text_lines
from peerkit.render.pages import report as report_page
from peerkit.render.pages.report_head import head
from peerkit.render.pages.summary import in_short

_LEVELS: Final[tuple[Fill, ...]] = ("level-0", "level-1", "level-2", "level-3", "level-4")
_OTHERS: Final[tuple[Fill, ...]] = ("dont-know", "skipped", "unanswered", "not-applicable")
_ADVICE: Final = "Choose at most three rows of the sheet Plan to begin with, and fill them in together."


def xlsx(report: Report, context: RenderContext) -> bytes:
    """Return the report as a workbook.

    Raises:
        OutputError: when XlsxWriter is not installed.

    """
    page = report_page.page(report)
    return excel.render(Workbook(page.title, tuple(_sheets(report, page))), context)


def _sheets(report: Report, page: Page) -> Iterator[WorkbookSheet]:
    sections = report_tables.sections(report)
    advice = (TextLine("text", _ADVICE),) if report.shows_answers and report.priorities else ()
    yield WorkbookSheet("Summary", (*text_lines(head(report)), *advice, report_tables.frameworks(report), *text_lines(in_short(report))))
    yield WorkbookSheet("Sections", (sections,))
    charts = tuple(_charts(report, sections))
    if charts:
        yield WorkbookSheet("Charts", charts)
    if report.shows_answers:
        yield WorkbookSheet("Indicators", (report_tables.indicators(report),), wide=True)
        yield WorkbookSheet("Plan", (report_tables.plan(report),), wide=True)
    yield WorkbookSheet("Report", tuple(text_lines(page.blocks_for("screen"))))


def _charts(report: Report, sections: Table) -> Iterator[Chart]:
    """Yield the charts of each framework: each stands alone, as its scores do."""
    first = 0
    for framework in report.frameworks:
        last = first + len(framework.sections) - 1
        if framework.sections:
            yield _score_chart(framework, sections, first, last)
            if report.shows_answers:
                yield _count_chart(framework, sections, first, last)
        first = last + 1


def _score_chart(framework: FrameworkResult, sections: Table, first: int, last: int) -> Chart:
    return Chart(
        title=f"{framework.framework.name}: the score of each section and its range",
        says="A bar for each section from 0 to its score, and a line from the lowest to the highest it could be. See the sheet Sections.",
        table=sections,
        first=first,
        last=last,
        names="Section",
        bars=(("Score", "score"),),
        reach=report_tables.REACH,
        new_page=first > 0,
    )


def _count_chart(framework: FrameworkResult, sections: Table, first: int, last: int) -> Chart:
    return Chart(
        title=f"{framework.framework.name}: how often each answer was given",
        says="A bar for each section, made of how often each answer was given. See the sheet Sections.",
        table=sections,
        first=first,
        last=last,
        names="Section",
        bars=(*zip(LEVEL_LABELS, _LEVELS, strict=True), *_given(sections, first, last)),
    )


def _given(sections: Table, first: int, last: int) -> Iterator[tuple[str, Fill]]:
    """Yield the other answers that were given at all, so that the chart explains no colour that is not in it."""
    for name, fill in zip(report_tables.OTHERS, _OTHERS, strict=True):
        if any(row[sections.place(name)] for row in sections.rows[first : last + 1]):
            yield name, fill
