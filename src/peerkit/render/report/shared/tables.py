"""The gap report as tables: a row for each framework, each section, each question, and each action."""

from __future__ import annotations

from typing import Final

from peerkit.model.answers import Written
from peerkit.model.outcome import Action
from peerkit.model.report import LANE_TITLES, FrameworkResult, IndicatorResult, Report, Score, SectionResult
from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.model.workbook import Column, Content, Table
from peerkit.render import wording as words
from peerkit.render.report.shared.entries import evidence
from peerkit.render.report.shared.scores import notes, title, weakest

REACH: Final = ("To lowest", "To highest")
_SCORED: Final = tuple(Column(head, 11, number=True) for head in ("Score", "Lowest", "Highest", "Answered", "Apply"))
OTHERS: Final = ("Don't know", "Skipped", "Unanswered", "Does not apply")
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


def frameworks(report: Report) -> Table:
    """Return a row for each framework, with its score and its weakest section; nothing is added up across them."""
    columns = (Column("Framework", 90), *_SCORED, Column("Weakest section", 30))
    says = "Each framework's score from 0 to 100, with its range and how many of the questions that apply were answered."
    return Table("Frameworks", says, columns, tuple(_framework(one) for one in report.frameworks))


def _framework(one: FrameworkResult) -> tuple[Content, ...]:
    weak = weakest(one)
    return one.framework.name, *_scored(one.score), weak.section.title if weak else ""


def _scored(score: Score) -> tuple[Content, ...]:
    return score.value, score.low, score.high, score.counts.rated, score.counts.applicable


def sections(report: Report) -> Table:
    """Return a row for each section: its score with its range, and how often each answer was given, as far as that is shown."""
    counted = (*(LEVEL_LABELS if report.shows_answers else ()), *OTHERS)
    numbers = tuple(Column(head, 12, number=True) for head in counted)
    reach = tuple(Column(head, 12, number=True) for head in REACH)
    columns = (Column("Section", 44), Column("Framework", 30), *_SCORED, *numbers, Column("Note", 40), *reach)
    says = "Each section's score from 0 to 100, with its range, and how its questions were answered."
    rows = tuple(_section(framework, one, report) for framework in report.frameworks for one in framework.sections)
    return Table("Sections", says, columns, rows)


def _section(framework: FrameworkResult, one: SectionResult, report: Report) -> tuple[Content, ...]:
    counts = one.score.counts
    levels = [sum(result.level == level for result in one.indicators) for level in LEVELS] if report.shows_answers else []
    others = (counts.dont_know, counts.skipped, counts.unanswered, counts.not_applicable)
    remarks = ", ".join(notes(one))
    return title(one), framework.framework.name, *_scored(one.score), *levels, *others, remarks, *_reach(one.score)


def _reach(score: Score) -> tuple[Content, Content]:
    """Return how far the range goes down and up from the score, for its line in a chart; nothing where nothing is open."""
    if score.value is None or score.low is None or score.high is None or score.low == score.high:
        return None, None
    return score.value - score.low, score.high - score.value


def indicators(report: Report) -> Table:
    """Return a row for each question in scope, with all that was said about it."""
    columns = (
        Column("Question", 50),
        Column("Framework", 22),
        Column("Section", 26),
        Column("Id", 22),
        Column("Answer", 16),
        Column("Level", 8, number=True),
        Column("Goal", 8, number=True),
        Column("Gap", 8, number=True),
        Column("Importance", 13),
        Column("Priority", 11, number=True),
        Column("Lane", 14),
        Column("Note", 50),
        Column("Evidence", 40),
        Column("Seen differently", 40),
        Column("Next step", 50),
    )
    rows = tuple(
        (one.asked, framework.framework.name, title(section), one.address, *_indicator(one))
        for framework in report.frameworks
        for section in framework.sections
        for one in section.indicators
    )
    return Table("Indicators", "Every question in scope: its answer, its goal, and what was said about it.", columns, rows)


def _indicator(one: IndicatorResult) -> tuple[Content, ...]:
    beside = one.beside or Written()
    return (
        words.sentence(words.STATE_LABELS[one.state]) if one.level is None else LEVEL_LABELS[one.level],
        one.level,
        one.goal,
        one.gap,
        one.importance,
        one.priority,
        LANE_TITLES[one.lane] if one.lane else "",
        beside.note,
        "\n".join(detail.text for detail in evidence(beside)),
        "\n".join(words.dissent(view) for view in beside.dissent),
        one.next_step or "",
    )


def plan(report: Report) -> Table:
    """Return a row for each action that was agreed on, then one for each other question below its goal, to be filled in."""
    agreed = report.outcome.actions if report.outcome else ()
    asked = {name: one for one in report.indicators() for name in (one.address, one.indicator.id)}
    taken = {asked[action.id].address for action in agreed if action.id in asked}
    rows = [_agreed(action, asked.get(action.id)) for action in agreed]
    rows += [_proposed(one) for one in report.priorities if one.address not in taken]
    says = "What could be done, in the order of the report, with room for who, by when and how you will know."
    return Table("Plan", says, _PLAN, tuple(rows), lines=4)


def _agreed(action: Action, one: IndicatorResult | None) -> tuple[Content, ...]:
    about = (one.asked, words.standing(one)) if one else (action.id, "")
    return *about, action.what, action.who, action.by, action.first_step, action.sign, action.help, action.ask_also


def _proposed(one: IndicatorResult) -> tuple[Content, ...]:
    return one.asked, words.standing(one), one.next_step or "", *[""] * (len(_PLAN) - 3)
