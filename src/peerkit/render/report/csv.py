"""The gap report as a table for a spreadsheet: a row for each question in scope.

RFC 4180 with CRLF. It begins with a byte order mark, without which Excel would not read it as UTF-8. A cell that a spreadsheet would
take for a formula, or a build server for a command, begins with an apostrophe; other characters that cannot be seen are written out,
line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.report import FrameworkResult, IndicatorResult, Report, SectionResult
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render.escape import visible_lines
from peerkit.render.interface import RenderContext

HEADS: Final = (
    "framework", "section", "indicator", "question", "state", "level", "label", "goal", "gap", "importance", "priority", "lane",
    "note", "evidence", "next step",
)  # fmt: skip
_BYTE_ORDER_MARK: Final = "\ufeff"
_COMMAND: Final = re.compile(r"\s*(::|##\[)")
_FORMULA: Final = re.compile(r"[\t\r]|\s*[=+\-@]")


def render(report: Report, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """See `peerkit.render.interface.ReportRenderer`."""
    import csv
    import io

    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    rows.writerows(_rows(report))
    return _BYTE_ORDER_MARK + out.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    first, *rest = visible_lines(text)
    shown = "\n".join([first, *(f"'{line}" if _COMMAND.match(line) else line for line in rest)])
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def _rows(report: Report) -> Iterator[list[str]]:
    for framework in report.frameworks:
        for section in framework.sections:
            for one in section.indicators:
                yield [cell(text) for text in _row(framework, section, one)]


def _row(framework: FrameworkResult, section: SectionResult, one: IndicatorResult) -> tuple[str, ...]:
    answer = one.answer
    return (
        framework.framework.id,
        section.section.id,
        one.indicator.id,
        one.asked,
        one.state,
        _number(one.level),
        "" if one.level is None else LEVEL_LABELS[one.level],
        str(one.goal),
        _number(one.gap),
        one.importance,
        _number(one.priority),
        one.lane or "",
        answer.note if answer else "",
        "\n".join(f"{item.text} ({item.kind}{f', {item.date}' if item.date else ''})" for item in answer.evidence) if answer else "",
        one.next_step or "",
    )


def _number(value: int | Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
