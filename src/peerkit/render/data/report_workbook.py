"""The gap report as an Excel file: a page to read, tables of scores, answers and actions, and charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from peerkit.model.page import Page
from peerkit.model.report import Report
from peerkit.model.result import LANE_TITLES, FrameworkResult, Result, Score, SectionResult
from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.model.workbook import Chart, Column, Content, Fill, Table, TextLine, Workbook, WorkbookSheet
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.data.plan_data import action_said
from peerkit.render.media import excel
from peerkit.render.pages import report as report_page
from peerkit.render.pages.first_parts import in_short
from peerkit.render.pages.report_head import head, notes
from peerkit.render.pages.report_questions import evidence

_LEVELS: Final[tuple[Fill, ...]] = ("level-0", "level-1", "level-2", "level-3", "level-4")
_OTHERS: Final[tuple[Fill, ...]] = ("dont-know", "no-agreement", "skipped", "unanswered", "not-applicable")
_ADVICE: Final = "Choose at most three rows of the sheet Plan to begin with, and fill them in together."


def xlsx(report: Report, context: RenderContext) -> bytes:
    """Return the report as a workbook.

    Raises:
        OutputError: when XlsxWriter is not installed.

    """
    page = report_page.page(report)
    return excel.render(Workbook(page.title, tuple(_sheets(report, page))), context)


def _sheets(report: Report, page: Page) -> Iterator[WorkbookSheet]:
    sections = section_table(report)
    advice = (TextLine("text", _ADVICE),) if report.shows_answers and report.priorities else ()
    yield WorkbookSheet(
        "Summary",
        (
            *excel.text_lines(head(report)),
            *advice,
            framework_table(report),
            *excel.text_lines(in_short(report)),
        ),
    )
    yield WorkbookSheet("Sections", (sections,))
    charts = tuple(_charts(report, sections))
    if charts:
        yield WorkbookSheet("Charts", charts)
    if report.shows_answers:
        yield WorkbookSheet("Indicators", (indicator_table(report),), wide=True)
        yield WorkbookSheet("Plan", (plan_table(report),), wide=True)
    yield WorkbookSheet("Report", tuple(excel.text_lines(page.blocks_for("screen"))))


def _charts(report: Report, sections: Table) -> Iterator[Chart]:
    """Yield the charts of each framework: each stands alone, as its scores do."""
    first = 0
    for framework in report.frameworks:
        last = first + len(framework.sections) - 1
        name = framework.framework.name
        if framework.sections:
            yield Chart(
                title=f"{name}: the score of each section and its range",
                says="A bar for each section from 0 to its score, and a line from the lowest to the highest it could be. "
                "See the sheet Sections.",
                table=sections,
                first=first,
                last=last,
                names="Section",
                bars=(("Score", "score"),),
                reach=REACH,
                new_page=first > 0,
            )
        if framework.sections and report.shows_answers:
            # NOTE: of the other answers only those that were given, so that the chart explains no colour that is not in it.
            rows = sections.rows[first : last + 1]
            others = [(head, fill) for head, fill in zip(OTHERS, _OTHERS, strict=True) if any(row[sections.place(head)] for row in rows)]
            yield Chart(
                title=f"{name}: how often each answer was given",
                says="A bar for each section, made of how often each answer was given. See the sheet Sections.",
                table=sections,
                first=first,
                last=last,
                names="Section",
                bars=(*zip(LEVEL_LABELS, _LEVELS, strict=True), *others),
            )
        first = last + 1


REACH: Final = ("To lowest", "To highest")
_SCORED: Final = tuple(Column(head, 11, number=True) for head in ("Score", "Lowest", "Highest", "Answered", "Apply"))
OTHERS: Final = ("Don't know", "No agreement", "Skipped", "Unanswered", "Does not apply")
_PLAN: Final = (
    Column("Question", 50),
    Column("Where it stands", 22),
    Column("What we will do", 50),
    Column("Who", 20),
    Column("By when", 14),
    Column("First step", 36),
    Column("How we will know", 36),
    Column("Help needed", 28),
    Column("Ask also", 24),
)


def framework_table(report: Report) -> Table:
    """Return a row for each framework, with its score and its weakest section; nothing is added up across them."""
    columns = (Column("Framework", 90), *_SCORED, Column("Weakest section", 30))
    says = "Each framework's score from 0 to 100, with its range and how many of the questions that apply were answered."
    weak = {framework.framework.id: framework.section(framework.weakest) for framework in report.frameworks}
    rows = (
        (framework.framework.name, *_scored(framework.score), found.section.title if (found := weak[framework.framework.id]) else "")
        for framework in report.frameworks
    )
    return Table("Frameworks", says, columns, tuple(rows))


def _scored(score: Score) -> tuple[Content, ...]:
    return score.value, score.least, score.most, score.counts.rated, score.counts.applicable


def section_table(report: Report) -> Table:
    """Return a row for each section: its score with its range, and how often each answer was given, as far as that is shown."""
    counted = (*(LEVEL_LABELS if report.shows_answers else ()), *OTHERS)
    numbers = tuple(Column(head, 12, number=True) for head in counted)
    reach = tuple(Column(head, 12, number=True) for head in REACH)
    columns = (Column("Section", 44), Column("Framework", 30), *_SCORED, *numbers, Column("Note", 40), *reach)
    says = "Each section's score from 0 to 100, with its range, and how its questions were answered."
    rows = tuple(_section(framework, section, report) for framework in report.frameworks for section in framework.sections)
    return Table("Sections", says, columns, rows)


def _section(framework: FrameworkResult, section: SectionResult, report: Report) -> tuple[Content, ...]:
    score = section.score
    levels = [sum(result.level == level for result in section.indicators) for level in LEVELS] if report.shows_answers else []
    others = (number for _, number in words.other_answers(score.counts))
    named = words.section_title(section.section), framework.framework.name
    # NOTE: how far the range goes down and up from the score is for its line in a chart.
    reach: tuple[Content, Content] = (None, None)
    if score.value is not None and score.least is not None and score.most is not None and score.least != score.most:
        reach = score.value - score.least, score.most - score.value
    return *named, *_scored(score), *levels, *others, ", ".join(notes(section)), *reach


_INDICATOR: Final[tuple[tuple[Column, Callable[[Result], Content]], ...]] = (
    (Column("Question", 50), lambda result: result.asked),
    (Column("Framework", 22), lambda result: result.framework.name),
    (Column("Section", 26), lambda result: words.section_title(result.section)),
    (Column("Id", 22), lambda result: result.address),
    (Column("Answer", 16), words.given),
    (Column("Level", 8, number=True), lambda result: result.level),
    (Column("Goal", 8, number=True), lambda result: result.goal),
    (Column("Gap", 8, number=True), lambda result: None if result.gap is None else int(result.gap)),
    (Column("Importance", 13), lambda result: result.importance),
    (Column("Priority", 11, number=True), lambda result: result.priority),
    (Column("Lane", 14), lambda result: LANE_TITLES[result.lane] if result.lane else ""),
    (Column("Note", 50), lambda result: result.beside.note if result.beside else ""),
    (Column("Evidence", 40), lambda result: "\n".join(detail.text for detail in evidence(result.beside))),
    (Column("Seen differently", 40), lambda result: "\n".join(map(words.dissent, result.beside.dissent)) if result.beside else ""),
    (Column("Next step", 50), lambda result: result.next_step or ""),
)


def indicator_table(report: Report) -> Table:
    """Return a row for each question in scope, with all that was said about it."""
    columns = tuple(column for column, _ in _INDICATOR)
    rows = tuple(tuple(content(result) for _, content in _INDICATOR) for result in report.indicators())
    return Table("Indicators", "Every question in scope: its answer, its goal, and what was said about it.", columns, rows)


def plan_table(report: Report) -> Table:
    """Return a row for each action that was agreed on, then one for each other question below its goal, to be filled in."""
    agreed = report.outcome.actions if report.outcome else ()
    asked = {name: result for result in report.indicators() for name in (result.address, result.indicator.id)}
    taken = {asked[action.id].address for action in agreed if action.id in asked}
    about = [(found.asked, words.standing(found)) if (found := asked.get(action.id)) else (action.id, "") for action in agreed]
    rows = [(*known, *action_said(action)) for known, action in zip(about, agreed, strict=True)]
    blank = [""] * (len(_PLAN) - 3)
    left = (result for result in report.priorities if result.address not in taken)
    rows += [(result.asked, words.standing(result), result.next_step or "", *blank) for result in left]
    says = "What could be done, in the order of the report, with room for who, by when and how you will know."
    return Table("Plan", says, _PLAN, tuple(rows), lines=4)
