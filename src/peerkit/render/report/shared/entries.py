"""A question as an entry of the page: the words asked, where it stands, what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.page import Detail, Entry
from peerkit.model.report import LANE_TITLES, IndicatorResult, Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words


class Questions:
    """Makes entries of a report's results."""

    def __init__(self, report: Report) -> None:
        self._assessment = report.assessment
        several = len(report.frameworks) > 1
        self._places = {
            f"{framework.framework.id}/{indicator.id}": f"{framework.framework.name}: {section.title}" if several else section.title
            for framework in report.frameworks
            for section, indicator in framework.framework.indicators()
        }
        self._agreed = report.outcome.agreed if report.outcome else {}

    def strength(self, one: IndicatorResult) -> Entry:
        """Return an entry for what stands at its goal; only its words where its level is not shown."""
        if one.level is None:
            return self.named(one)
        matters = ", matters most" if one.lane == "protect" else ""
        return self._entry(one, f"{LEVEL_LABELS[one.level]}{matters}", views(one.answer))

    def standing(self, one: IndicatorResult) -> Entry:
        """Return an entry with where it stands, and nothing more."""
        return self._entry(one, words.standing(one), ())

    def named(self, one: IndicatorResult) -> Entry:
        """Return an entry with the words of a question and where it belongs, and nothing that was answered."""
        return Entry(text=one.asked, place=self._places[one.address])

    def short(self, one: IndicatorResult) -> Entry:
        """Return an entry with where it stands, and views that differ."""
        return self._entry(one, words.standing(one), views(one.beside))

    def full(self, one: IndicatorResult) -> Entry:
        """Return an entry with all that was said, and the next step."""
        return self._entry(one, words.standing(one), (*self.said(one.beside), *views(one.beside), *_next_step(one)))

    def complete(self, one: IndicatorResult) -> Entry:
        """Return an entry with all that was said and its lane; with the next step where it is below its goal."""
        details = (*self.said(one.beside), *views(one.beside), *self._agreed_on(one), *(_next_step(one) if one.gap else ()))
        return replace(self._entry(one, words.standing(one), details), place="", lane=LANE_TITLES[one.lane] if one.lane else "")

    def written(self, one: IndicatorResult) -> Entry:
        """Return an entry with the note and the evidence alone."""
        return self._entry(one, words.standing(one), self.said(one.beside))

    def step(self, one: IndicatorResult) -> Entry:
        """Return an entry with the next step alone."""
        return self._entry(one, words.standing(one), _next_step(one))

    def said(self, answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
        """Yield the note and the evidence of an answer, or of a question that has none."""
        whose = "The group's note" if self._assessment.mode == "consensus" else "Your note"
        if answer and answer.note.strip():
            yield Detail(whose, answer.note)
        yield from evidence(answer)

    def _agreed_on(self, one: IndicatorResult) -> Iterator[Detail]:
        if one.address in self._agreed:
            yield Detail("Agreed since", LEVEL_LABELS[self._agreed[one.address].level])

    def _entry(self, one: IndicatorResult, standing: str, details: Iterable[Detail]) -> Entry:
        return Entry(
            text=one.asked,
            standing=standing,
            place=self._places[one.address],
            details=tuple(details),
            level=one.level,
            goal=one.goal,
            address=one.address,
        )


def evidence(answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
    """Yield what a group could point at."""
    for one in answer.evidence if answer else ():
        when = f", {one.date}" if one.date else ""
        yield Detail("To point at", f"{one.text} ({one.kind}{when})")


def views(answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
    """Yield the views that differ from an answer, and where it was given when that was elsewhere."""
    for view in answer.dissent if answer else ():
        yield Detail("Seen differently", words.dissent(view))
    if isinstance(answer, Answer) and answer.via:
        yield Detail("Answered through", answer.via)


def _next_step(one: IndicatorResult) -> Iterator[Detail]:
    if one.next_step is not None:
        yield Detail("Next step", one.next_step, to_do=True)
