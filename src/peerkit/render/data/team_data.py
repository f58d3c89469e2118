"""The team report as data: for each question a row for everyone and one for each group that is shown, and `peerkit/team-report/1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit import __version__
from peerkit.model import report_file as nouns
from peerkit.model.report import TeamReport
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.team import Cell
from peerkit.model.workbook import Content
from peerkit.render.data.json_text import ends, entry
from peerkit.render.data.report_data import respondents
from peerkit.render.data.tables import Rows
from peerkit.render.pages.team_words import AGREEMENT, ALIKE, HIDDEN, roles, whose

HEADS: Final = (
    "framework", "section", "indicator", "question", "group", "rated", *LEVEL_LABELS, "in words", "don't know", "median", "median from",
    "median to", "agreement", "not everyone sees it so", "goal", "gap", "gap from", "gap to", "importance", "priority", "lane", "hidden",
)  # fmt: skip


def rows(report: TeamReport) -> Rows:
    """Return for each question a row for everyone, and one for each group that is shown."""
    return Rows("For each question a row for everyone, and one for each group that is shown.", HEADS, _rows(report))


def _rows(report: TeamReport) -> Iterator[tuple[Content, ...]]:
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                question = (framework.framework.id, section.section.id, result.indicator.id, result.indicator.ask)
                middle = (result.standing, result.low, result.high)
                yield (*question, whose(result), *_counted(result.everyone), *middle, *_followed(result))
                for group in result.groups:
                    yield (*question, roles(group.roles), *_counted(group), group.median, group.low, group.high, *_alone(group))


def _counted(cell: Cell | None) -> tuple[Content, ...]:
    """Return how many rated and how, in words where it is said so, and the median; empty where nothing is shown."""
    if cell is None:
        return (None,) * (len(LEVEL_LABELS) + 3)
    counts = cell.counts or (None,) * len(LEVEL_LABELS)
    return cell.ratings, *counts, ALIKE[cell.alike] if cell.alike else "", cell.dont_know


def _followed(result: Result) -> tuple[Content, ...]:
    return (
        AGREEMENT[result.agreement] if result.agreement else "",
        "yes" if result.outlier else "",
        result.goal,
        result.gap,
        result.gap_low,
        result.gap_high,
        result.importance,
        result.priority,
        result.lane or "",
        HIDDEN[result.hidden] if result.hidden else "",
    )


def _alone(group: Cell) -> tuple[str, ...]:
    """Return what follows from a group's answers alone: how far its people agree."""
    return AGREEMENT[group.agreement] if group.agreement else "", "yes" if group.outlier else "", *("",) * 8


def file(report: TeamReport) -> nouns.TeamReportFile:
    """Return the report as a file; null stands where nothing is shown."""
    goals = {result.framework.id: result.goal for result in report.frameworks}
    return nouns.TeamReportFile(
        format="peerkit/team-report/1",
        peerkit=__version__,
        program=report.view.program,
        date=report.date,
        respondents=respondents(report.view.respondents),
        settings=nouns.SettingsEntry(goal=goals, minimum_group=report.view.minimum),
        frameworks=tuple(_framework(result) for result in report.frameworks),
    )


def _framework(result: FrameworkResult) -> nouns.TeamFrameworkEntry:
    sections = tuple(map(_section, result.sections))
    return entry(nouns.TeamFrameworkEntry, result.framework, respondents=respondents(result.respondents), sections=sections)


def _section(result: SectionResult) -> nouns.TeamSectionEntry:
    groups = result.groups if len(result.groups) > 1 else ()
    return entry(
        nouns.TeamSectionEntry,
        result,
        result.section,
        score=result.score.value,
        **ends(result.score),
        groups=tuple(entry(nouns.GroupScoreEntry, group, n=group.people, score=group.score.value, **ends(group.score)) for group in groups),
        voices=tuple(entry(nouns.VoiceEntry, voice) for voice in result.voices),
        hidden=HIDDEN[result.hidden] if result.hidden else None,
        indicators=tuple(_indicator(indicator) for indicator in result.indicators),
    )


def _indicator(result: Result) -> nouns.TeamIndicatorEntry:
    return entry(
        nouns.TeamIndicatorEntry,
        result,
        id=result.indicator.id,
        asked=result.row.asked if result.row else (),
        **_shown(result.everyone),
        median=result.standing,
        median_low=result.low,
        median_high=result.high,
        outlier=None if result.hidden else result.outlier,
        groups=tuple(
            entry(nouns.GroupEntry, group, n=group.ratings, words=_in_words(group), median_low=group.low, median_high=group.high)
            for group in result.groups
        ),
        hidden=HIDDEN[result.hidden] if result.hidden else None,
    )


def _shown(cell: Cell | None) -> dict[str, object]:
    """Return what people answered: how many, and the counts, or words in place of these."""
    if cell is None:
        return dict.fromkeys(("n", "dont_know", "counts", "words", "ad"))
    return {"n": cell.ratings, "dont_know": cell.dont_know, "counts": cell.counts, "words": _in_words(cell), "ad": cell.ad}


def _in_words(cell: Cell) -> str | None:
    return ALIKE[cell.alike] if cell.alike else None
