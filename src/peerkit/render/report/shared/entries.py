"""A question as an entry of the page: the words asked, where it stands, what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerkit.model.report import IndicatorResult, Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.blocks import Detail, Entry


class Questions:
    """Makes entries of a report's results."""

    def __init__(self, report: Report) -> None:
        self._assessment = report.assessment
        several = len(report.frameworks) > 1
        self._places = {
            result.address: f"{framework.framework.name}: {section.section.title}" if several else section.section.title
            for framework in report.frameworks
            for section in framework.sections
            for result in section.indicators
        }

    def strength(self, one: IndicatorResult) -> Entry:
        """Return an entry for what stands at its goal."""
        assert one.level is not None
        matters = ", matters most" if one.lane == "protect" else ""
        return self._entry(one, f"{LEVEL_LABELS[one.level]}{matters}", self._views(one))

    def short(self, one: IndicatorResult) -> Entry:
        """Return an entry with where it stands, and views that differ."""
        return self._entry(one, words.standing(one), self._views(one))

    def full(self, one: IndicatorResult) -> Entry:
        """Return an entry with all that was said, and the next step."""
        return self._entry(one, words.standing(one), (*self._said(one), *self._views(one), *_next_step(one)))

    def _entry(self, one: IndicatorResult, standing: str, details: Iterable[Detail]) -> Entry:
        return Entry(
            text=one.asked,
            standing=standing,
            place=self._places[one.address],
            details=tuple(details),
            level=one.level,
            goal=one.goal,
        )

    def _said(self, one: IndicatorResult) -> Iterator[Detail]:
        whose = "The group's note" if self._assessment.mode == "consensus" else "Your note"
        if one.answer and one.answer.note.strip():
            yield Detail(whose, one.answer.note)
        for evidence in one.answer.evidence if one.answer else ():
            when = f", {evidence.date}" if evidence.date else ""
            yield Detail("To point at", f"{evidence.text} ({evidence.kind}{when})")

    def _views(self, one: IndicatorResult) -> Iterator[Detail]:
        for view in one.answer.dissent if one.answer else ():
            yield Detail("Seen differently", words.dissent(view))
        if one.answer and one.answer.via:
            yield Detail("Answered through", one.answer.via)


def _next_step(one: IndicatorResult) -> Iterator[Detail]:
    if one.next_step is not None:
        yield Detail("Next step", one.next_step, to_do=True)
