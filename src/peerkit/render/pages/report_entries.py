"""A question as an entry of a report: the words asked, where it stands, what was said about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.page import Detail, Entry
from peerkit.model.report import Report
from peerkit.model.result import LANE_TITLES, Result
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words


class ReportEntries:
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

    def strength(self, result: Result) -> Entry:
        """Return an entry for what stands at its goal; only its words where its level is not shown."""
        if result.level is None:
            return self.named(result)
        matters = ", matters most" if result.lane == "protect" else ""
        return self._entry(result, f"{LEVEL_LABELS[result.level]}{matters}", views(result.beside))

    def standing(self, result: Result) -> Entry:
        """Return an entry with where it stands, and nothing more."""
        return self._entry(result, words.standing(result), ())

    def named(self, result: Result) -> Entry:
        """Return an entry with the words of a question and where it belongs, and nothing that was answered."""
        return Entry(text=result.asked, place=self._places[result.address])

    def short(self, result: Result) -> Entry:
        """Return an entry with where it stands, and views that differ."""
        return self._entry(result, words.standing(result), views(result.beside))

    def full(self, result: Result) -> Entry:
        """Return an entry with all that was said, and the next step."""
        return self._entry(result, words.standing(result), (*self.said(result.beside), *views(result.beside), *_next_step(result)))

    def complete(self, result: Result) -> Entry:
        """Return an entry with all that was said and its lane; with the next step where it is below its goal."""
        details = (*self.said(result.beside), *views(result.beside), *self._agreed_on(result), *(_next_step(result) if result.gap else ()))
        return replace(self._entry(result, words.standing(result), details), place="", lane=LANE_TITLES[result.lane] if result.lane else "")

    def written(self, result: Result) -> Entry:
        """Return an entry with the note and the evidence alone."""
        return self._entry(result, words.standing(result), self.said(result.beside))

    def step(self, result: Result) -> Entry:
        """Return an entry with the next step alone."""
        return self._entry(result, words.standing(result), _next_step(result))

    def said(self, answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
        """Yield the note and the evidence of an answer, or of a question that has none."""
        whose = "The group's note" if self._assessment.mode == "consensus" else "Your note"
        if answer and answer.note.strip():
            yield Detail(whose, answer.note)
        yield from evidence(answer)

    def _agreed_on(self, result: Result) -> Iterator[Detail]:
        if result.address in self._agreed:
            yield Detail("Agreed since", LEVEL_LABELS[self._agreed[result.address].level])

    def _entry(self, result: Result, standing: str, details: Iterable[Detail]) -> Entry:
        return Entry(
            text=result.asked,
            standing=standing,
            place=self._places[result.address],
            details=tuple(details),
            level=result.level,
            goal=result.goal,
            address=result.address,
        )


def evidence(answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
    """Yield what a group could point at."""
    for evidence in answer.evidence if answer else ():
        when = f", {evidence.date}" if evidence.date else ""
        yield Detail("To point at", f"{evidence.text} ({evidence.kind}{when})")


def views(answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
    """Yield the views that differ from an answer, and where it was given when that was elsewhere."""
    for view in answer.dissent if answer else ():
        yield Detail("Seen differently", words.dissent(view))
    if isinstance(answer, Answer) and answer.via:
        yield Detail("Answered through", answer.via)


def _next_step(result: Result) -> Iterator[Detail]:
    if result.next_step is not None:
        yield Detail("Next step", result.next_step, to_do=True)
