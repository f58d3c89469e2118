"""The gap report as data: a row for each question, and `peerkit/report/1`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from peerkit import __version__
from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.report import Report
from peerkit.model.report_file import (
    CountsEntry,
    FrameworkEntry,
    IndicatorEntry,
    ReportFile,
    RespondentsEntry,
    SectionEntry,
    SettingsEntry,
)
from peerkit.model.result import FrameworkResult, Result, Score, SectionResult
from peerkit.model.scale import LEVEL_LABELS, SMALLEST_GROUP, Role
from peerkit.render import wording as words
from peerkit.render.data.json_text import entry
from peerkit.render.data.tables import Rows, number
from peerkit.render.pages.report_head import left_out
from peerkit.render.pages.report_questions import evidence

HEADS: Final = (
    "framework", "section", "indicator", "question", "state", "level", "label", "goal", "gap", "importance", "priority", "lane",
    "note", "evidence", "next step", "seen differently",
)  # fmt: skip


def rows(report: Report) -> Rows:
    """Return a row for each question in scope, then one for each answer that is kept and not counted.

    An audience that is not shown single answers gets a row for each strength and for each question below its goal, without its answer.
    """
    return Rows("A row for each question.", HEADS, (tuple(row.get(head, "") for head in HEADS) for row in _rows(report)))


def _rows(report: Report) -> Iterator[dict[str, str]]:
    places = {
        f"{result.framework.id}/{indicator.id}": (result.framework.id, section.id)
        for result in report.frameworks
        for section, indicator in result.framework.indicators()
    }
    if report.shows_answers:
        yield from (_row(places[result.address], result) for result in report.indicators())
        yield from _not_counted(report)
    else:
        yield from (_named(places[result.address], result) for result in (*report.strengths, *report.priorities))


def _row(place: tuple[str, str], result: Result) -> dict[str, str]:
    return {
        **_named(place, result),
        "state": result.state,
        **_level(result.level),
        "goal": str(result.goal),
        "gap": number(result.gap),
        "importance": result.importance,
        "priority": number(result.priority),
        **_said(result.beside),
        "next step": result.next_step or "",
    }


def _named(place: tuple[str, str], result: Result) -> dict[str, str]:
    framework, section = place
    named = {"framework": framework, "section": section, "indicator": result.indicator.id}
    return {**named, "question": result.asked, "lane": result.lane or ""}


def _not_counted(report: Report) -> Iterator[dict[str, str]]:
    """Yield what was answered or written and is in no section: its question is gone, or see `Report.hidden_answers`."""
    aside = [(answer.id, answer) for answer in report.assessment.set_aside]
    kept: list[tuple[str, Answer | SetAside]] = [*aside, *report.hidden_answers().items()]
    for address, answer in kept:
        framework, _, indicator = address.partition("/")
        level = answer.answer if isinstance(answer.answer, int) else None
        state = "not-applicable" if answer.answer == "not-applicable" else "not-counted"
        named = {"framework": framework, "indicator": indicator, "question": answer.ask, "state": state}
        yield {**named, **_level(level), **_said(answer)}
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
        "evidence": "\n".join(detail.text for detail in evidence(answer)),
        "seen differently": "\n".join(words.dissent(view) for view in answer.dissent),
    }


def file(report: Report) -> ReportFile:
    """Return the report as a file; null stands where nothing may be said."""
    without = left_out(report)
    return ReportFile(
        format="peerkit/report/1",
        peerkit=__version__,
        program=report.assessment.program,
        date=report.date,
        respondents=respondents(report.respondents),
        settings=SettingsEntry(goal={result.framework.id: result.goal for result in report.frameworks}, minimum_group=SMALLEST_GROUP),
        frameworks=tuple(_framework(result) for result in report.frameworks),
        strengths=tuple(result.address for result in report.strengths),
        priorities=tuple(result.address for result in report.priorities),
        not_answered=tuple(result.address for result in report.not_answered),
        limits=(*report.limits, *([without] if without else [])),
    )


def respondents(by_role: Mapping[str, int] | Mapping[Role, int]) -> RespondentsEntry:
    """Return how many people answered, in all and by role."""
    return entry(RespondentsEntry, total=sum(by_role.values()), by_role=dict(by_role))


def _framework(result: FrameworkResult) -> FrameworkEntry:
    sections = tuple(_section(section) for section in result.sections)
    return entry(FrameworkEntry, result.framework, **_scored(result.score), weakest=result.weakest, sections=sections)


def _section(result: SectionResult) -> SectionEntry:
    indicators = tuple(_indicator(indicator) for indicator in result.indicators)
    return entry(SectionEntry, result.section, result.score, **_scored(result.score), indicators=indicators)


def _scored(score: Score) -> dict[str, object]:
    return {"score": score.value, "low": score.least, "high": score.most, "counts": entry(CountsEntry, score.counts)}


def _indicator(result: Result) -> IndicatorEntry:
    gap = None if result.gap is None else int(result.gap)
    return entry(IndicatorEntry, result, id=result.indicator.id, gap=gap, note=result.beside.note if result.beside else "")
