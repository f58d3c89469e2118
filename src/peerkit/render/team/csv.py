"""The team report as a table for a spreadsheet: for each question a row for everyone, and one for each group that is shown.

See `peerkit.render.report.csv` for how a cell is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.team_report import CellResult, TeamFrameworkResult, TeamIndicatorResult, TeamReport, TeamSectionResult
from peerkit.render.interface import RenderContext
from peerkit.render.report.csv import cell
from peerkit.render.team.shared.wording import AGREEMENT, ALIKE, EVERYONE, HIDDEN, roles

HEADS: Final = (
    "framework", "section", "indicator", "question", "group", "rated", *LEVEL_LABELS, "in words", "don't know", "median", "agreement",
    "seen very differently", "goal", "gap", "importance", "priority", "lane", "hidden",
)  # fmt: skip
_BYTE_ORDER_MARK: Final = "\ufeff"


def render(report: TeamReport, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.team.interface.TeamRenderer`."""
    import csv
    import io

    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    rows.writerows(_rows(report))
    return _BYTE_ORDER_MARK + out.getvalue()


def _rows(report: TeamReport) -> Iterator[list[str]]:
    for framework in report.frameworks:
        for section in framework.sections:
            for one in section.indicators:
                question = _question(framework, section, one)
                yield [cell(text) for text in (*question, EVERYONE, *_counted(one.everyone), *_followed(one))]
                for group in one.groups:
                    yield [cell(text) for text in (*question, roles(group.cell.roles), *_counted(group), *_alone(group))]


def _question(framework: TeamFrameworkResult, section: TeamSectionResult, one: TeamIndicatorResult) -> tuple[str, ...]:
    return framework.framework.id, section.section.id, one.row.indicator.id, one.row.indicator.ask


def _counted(result: CellResult | None) -> tuple[str, ...]:
    """Return how many rated and how, in words where it is said so, and the median; empty where nothing is shown."""
    if result is None:
        return ("",) * (len(LEVEL_LABELS) + 4)
    one = result.cell
    counts = ("",) * len(LEVEL_LABELS) if one.counts is None else tuple(str(count) for count in one.counts)
    return str(one.ratings), *counts, ALIKE[one.alike] if one.alike else "", str(one.dont_know), _number(result.median)


def _followed(one: TeamIndicatorResult) -> tuple[str, ...]:
    return (
        AGREEMENT[one.agreement] if one.agreement else "",
        "yes" if one.outlier else "",
        str(one.goal),
        _number(one.gap),
        one.importance,
        _number(one.priority),
        one.lane or "",
        HIDDEN[one.row.hidden] if one.row.hidden else "",
    )


def _alone(group: CellResult) -> tuple[str, ...]:
    """Return what follows from a group's answers alone: how far its people agree."""
    return AGREEMENT[group.agreement] if group.agreement else "", "yes" if group.outlier else "", *("",) * 6


def _number(value: Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
