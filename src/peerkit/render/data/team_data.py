"""The team report as data: for each question a row for everyone and one for each group that is shown, and `peerkit/team-report/1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, cast

from peerkit import __version__
from peerkit.model.report import TeamReport
from peerkit.model.report_file import (
    GroupEntry,
    GroupScoreEntry,
    SettingsEntry,
    TeamFrameworkEntry,
    TeamIndicatorEntry,
    TeamReportFile,
    TeamSectionEntry,
    WhyHidden,
    Words,
)
from peerkit.model.result import FrameworkResult, Result, SectionResult
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.team import Cell
from peerkit.render.context import RenderContext
from peerkit.render.data.csv_table import as_csv, number
from peerkit.render.data.json_text import as_json, decimal_or_none
from peerkit.render.data.report_data import respondents
from peerkit.render.pages.team_words import AGREEMENT, ALIKE, EVERYONE, HIDDEN, roles

HEADS: Final = (
    "framework", "section", "indicator", "question", "group", "rated", *LEVEL_LABELS, "in words", "don't know", "median", "agreement",
    "seen very differently", "goal", "gap", "importance", "priority", "lane", "hidden",
)  # fmt: skip
FORMAT: Final[Literal["peerkit/team-report/1"]] = "peerkit/team-report/1"


def csv(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return for each question a row for everyone, and one for each group that is shown."""
    return as_csv(HEADS, _rows(report))


def _rows(report: TeamReport) -> Iterator[tuple[str, ...]]:
    for framework in report.frameworks:
        for section in framework.sections:
            for result in section.indicators:
                question = _question(framework, section, result)
                yield (*question, EVERYONE, *_counted(result.everyone), *_followed(result))
                for group in result.groups:
                    yield (*question, roles(group.roles), *_counted(group), *_alone(group))


def _question(framework: FrameworkResult, section: SectionResult, result: Result) -> tuple[str, ...]:
    return framework.framework.id, section.section.id, result.indicator.id, result.indicator.ask


def _counted(cell: Cell | None) -> tuple[str, ...]:
    """Return how many rated and how, in words where it is said so, and the median; empty where nothing is shown."""
    if cell is None:
        return ("",) * (len(LEVEL_LABELS) + 4)
    counts = ("",) * len(LEVEL_LABELS) if cell.counts is None else tuple(str(count) for count in cell.counts)
    return str(cell.ratings), *counts, ALIKE[cell.alike] if cell.alike else "", str(cell.dont_know), number(cell.median)


def _followed(result: Result) -> tuple[str, ...]:
    return (
        AGREEMENT[result.agreement] if result.agreement else "",
        "yes" if result.outlier else "",
        str(result.goal),
        number(result.gap),
        result.importance,
        number(result.priority),
        result.lane or "",
        HIDDEN[result.hidden] if result.hidden else "",
    )


def _alone(group: Cell) -> tuple[str, ...]:
    """Return what follows from a group's answers alone: how far its people agree."""
    return AGREEMENT[group.agreement] if group.agreement else "", "yes" if group.outlier else "", *("",) * 6


def json(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the report as `TeamReportFile`; numbers are rounded to four decimals, null stands where nothing is shown."""
    return as_json(
        TeamReportFile(
            format=FORMAT,
            peerkit=__version__,
            program=report.view.program,
            date=report.date,
            respondents=respondents(report.view.respondents),
            settings=SettingsEntry(
                goal={result.framework.id: result.goal for result in report.frameworks}, minimum_group=report.view.minimum
            ),
            frameworks=tuple(_framework(result) for result in report.frameworks),
        )
    )


def _framework(result: FrameworkResult) -> TeamFrameworkEntry:
    return TeamFrameworkEntry(
        id=result.framework.id,
        version=result.framework.version,
        title=result.framework.title,
        respondents=respondents(result.respondents),
        sections=tuple(_section(section) for section in result.sections),
    )


def _section(result: SectionResult) -> TeamSectionEntry:
    groups = result.groups if len(result.groups) > 1 else ()
    return TeamSectionEntry(
        id=result.section.id,
        title=result.section.title,
        score=decimal_or_none(result.score.value),
        about=result.score.about,
        groups=tuple(GroupScoreEntry(roles=group.roles, n=group.people, score=decimal_or_none(group.score.value)) for group in groups),
        perspective_gap=decimal_or_none(result.perspective_gap),
        hidden=cast("WhyHidden", HIDDEN["too-few"]) if result.score.value is None else None,
        indicators=tuple(_indicator(indicator) for indicator in result.indicators),
    )


def _indicator(result: Result) -> TeamIndicatorEntry:
    everyone = result.everyone
    return TeamIndicatorEntry(
        id=result.indicator.id,
        n=everyone.ratings if everyone else None,
        dont_know=everyone.dont_know if everyone else None,
        counts=everyone.counts if everyone else None,
        words=_in_words(everyone) if everyone else None,
        median=decimal_or_none(everyone.median) if everyone else None,
        ad=decimal_or_none(everyone.ad) if everyone else None,
        agreement=result.agreement,
        outlier=None if result.hidden else result.outlier,
        groups=tuple(_group(group) for group in result.groups),
        goal=result.goal,
        gap=decimal_or_none(result.gap),
        lane=result.lane,
        hidden=cast("WhyHidden", HIDDEN[result.hidden]) if result.hidden else None,
    )


def _group(cell: Cell) -> GroupEntry:
    return GroupEntry(roles=cell.roles, n=cell.ratings, counts=cell.counts, words=_in_words(cell), median=decimal_or_none(cell.median))


def _in_words(cell: Cell) -> Words | None:
    """Return what a group answered where words stand in place of counts."""
    return cast("Words", ALIKE[cell.alike]) if cell.alike else None
