"""The gap report as a table for a spreadsheet: a row for each question in scope, then one for each answer that is kept and not counted.

An audience that is not shown single answers gets a row for each strength and for each question below its goal, without its answer.

RFC 4180 with CRLF. It begins with a byte order mark, without which Excel would not read it as UTF-8. A cell that a spreadsheet would
take for a formula, or a build server for a command, begins with an apostrophe; other characters that cannot be seen are written out,
line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.report import IndicatorResult, Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.escape import visible_lines
from peerkit.render.interface import RenderContext

HEADS: Final = (
    "framework", "section", "indicator", "question", "state", "level", "label", "goal", "gap", "importance", "priority", "lane",
    "note", "evidence", "next step", "seen differently",
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
    places = {
        f"{one.framework.id}/{indicator.id}": (one.framework.id, section.id)
        for one in report.frameworks
        for section, indicator in one.framework.indicators()
    }
    if report.shows_answers:
        rows = [*(_row(places[one.address], one) for one in report.indicators()), *_not_counted(report)]
    else:
        rows = [_named(places[one.address], one) for one in (*report.strengths, *report.priorities)]
    yield from ([cell(row.get(head, "")) for head in HEADS] for row in rows)


def _row(place: tuple[str, str], one: IndicatorResult) -> dict[str, str]:
    return {
        **_named(place, one),
        "state": one.state,
        **_level(one.level),
        "goal": str(one.goal),
        "gap": _number(one.gap),
        "importance": one.importance,
        "priority": _number(one.priority),
        **_said(one.beside),
        "next step": one.next_step or "",
    }


def _named(place: tuple[str, str], one: IndicatorResult) -> dict[str, str]:
    framework, section = place
    return {"framework": framework, "section": section, "indicator": one.indicator.id, "question": one.asked, "lane": one.lane or ""}


def _not_counted(report: Report) -> Iterator[dict[str, str]]:
    """Yield what was answered or written and is in no section: its question is gone, or see `Report.hidden_answers`."""
    aside = [(one.id, one) for one in report.assessment.set_aside]
    kept: list[tuple[str, Answer | SetAside]] = [*aside, *report.hidden_answers().items()]
    for address, one in kept:
        framework, _, indicator = address.partition("/")
        level = one.answer if isinstance(one.answer, int) else None
        state = "not-applicable" if one.answer == "not-applicable" else "not-counted"
        named = {"framework": framework, "indicator": indicator, "question": one.ask, "state": state}
        yield {**named, **_level(level), **_said(one)}
    for address, asked, written in report.hidden_words():
        framework, _, indicator = address.partition("/")
        named = {"framework": framework, "indicator": indicator, "question": asked, "state": "not-counted"}
        yield {**named, **_said(written)}


def _level(level: int | None) -> dict[str, str]:
    return {} if level is None else {"level": str(level), "label": LEVEL_LABELS[level]}


def _said(answer: Answer | SetAside | Written | None) -> dict[str, str]:
    """Return what was written beside an answer; evidence and views that differ each on a line of their own."""
    if answer is None:
        return {}
    return {
        "note": answer.note,
        "evidence": "\n".join(f"{item.text} ({item.kind}{f', {item.date}' if item.date else ''})" for item in answer.evidence),
        "seen differently": "\n".join(words.dissent(view) for view in answer.dissent),
    }


def _number(value: int | Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
