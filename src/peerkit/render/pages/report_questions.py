"""The questions of a report: each as an entry, then in lists: strengths, gaps lane by lane, and what to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, Literal

from peerkit.model.answers import Answer, SetAside, Written
from peerkit.model.framework import Framework
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Heading, Paragraph, Tone
from peerkit.model.report import ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from peerkit.model.result import LANE_NOTES, LANE_TITLES, Lane, Result
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


_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (("safety", "safety"), ("act", "act"), ("plan", "plan"), ("find-out", "find-out"))
_SHOWN_IN_FULL: Final = 3
STRENGTHS_SHOWN: Final = 5
NOTHING_AGREED: Final = "No action is agreed yet that could be named here."
NOTHING_BELOW: Final = "Nothing is below its goal, as far as it was answered."


def strengths(report: Report, level: Literal[1, 2] = 1) -> Iterator[Block]:
    """Yield up to five strengths under a heading of `level`."""
    yield Heading(
        "Strengths", level, note=f"At {'your' if report.audience == 'team' else 'the'} goal, and Mostly or Built in.", tone="strength"
    )
    if not report.strengths:
        yield Paragraph("Nothing stands there yet, as far as it was answered.")
        return
    questions = ReportEntries(report)
    shown = tuple(questions.strength(result) for result in islice(report.strengths, STRENGTHS_SHOWN))
    yield Entries(entries=shown, tone="strength")
    more = len(report.strengths) - len(shown)
    if more:
        yield Paragraph(f"And {words.in_words(more)} more.")
    if any(result.lane == "protect" for result in report.strengths):
        yield Paragraph("Where it matters most, ask: what would make us lose it?")


def where_to_look(report: Report) -> Iterator[Block]:
    """Yield each lane with the first three of its questions in full and the rest in short; see `named` for those who see no answers."""
    if not report.shows_answers:
        yield from named(report)
        return
    yield Heading("Where to look")
    if not report.priorities:
        yield Paragraph(NOTHING_BELOW)
    for lane, tone in _LANES:
        here = _in_lane(lane, report)
        if here:
            yield Heading(LANE_TITLES[lane], level=2, note=LANE_NOTES[lane], tone=tone)
            yield from _lane(ReportEntries(report), here, tone)
    yield from _seen_differently(report)


def named(report: Report, level: Literal[1, 2] = 1) -> Iterator[Block]:
    """Yield, under a heading of `level` and without levels, what is below its goal, or for the public what is worked on."""
    public = report.audience == "public"
    note = "In the order of the documents." if report.priorities else ""
    yield Heading("What we are working on" if public else "Below the goal", level, note, tone="plan")
    if report.priorities:
        yield Entries(entries=tuple(ReportEntries(report).named(result) for result in report.priorities), tone="plan")
    else:
        yield Paragraph(NOTHING_AGREED if public else NOTHING_BELOW)


def in_full(report: Report) -> Iterator[Result]:
    """Yield the questions that stand in their lanes with all that was said about them."""
    for lane, _ in _LANES:
        yield from _in_lane(lane, report)[:_SHOWN_IN_FULL]


def _in_lane(lane: Lane, report: Report) -> list[Result]:
    return [result for result in (*report.priorities, *report.not_answered) if result.lane == lane]


def _lane(questions: ReportEntries, results: Sequence[Result], tone: Tone) -> Iterator[Block]:
    first, rest = results[:_SHOWN_IN_FULL], results[_SHOWN_IN_FULL:]
    yield Entries(entries=tuple(questions.full(result) for result in first), tone=tone, large=True)
    if rest:
        yield Entries(entries=tuple(questions.short(result) for result in rest), tone=tone, first=len(first) + 1)


def _seen_differently(report: Report) -> Iterator[Block]:
    """Yield the questions that stand in no list above, nor among what does not apply, although somebody saw them differently."""
    listed = {result.address for result in (*report.strengths[:STRENGTHS_SHOWN], *report.priorities)}
    here = [
        result
        for result in report.indicators()
        if result.address not in listed and result.lane != "find-out" and result.state != "not-applicable"
    ]
    unheard = tuple(ReportEntries(report).short(result) for result in here if result.beside and result.beside.dissent)
    if unheard:
        yield Heading("Also seen differently", level=2, note="In no list above, and not everyone agreed.")
        yield Entries(entries=unheard)


_LOOKS_SHOWN: Final = 5


def another_look(report: Report) -> Iterator[Block]:
    """Yield each kind of look under its question, claims with the first five they are about; nothing where there is none."""
    looks = report.looks
    if not looks:
        return
    yield Heading("Worth another look", note="Questions to yourselves. They change no number.")
    bare = [result for look in looks if isinstance(look, NoExample) for result in look.results]
    yield from _claims("What could you point at?", "Mostly or Built in, with neither a note nor evidence.", bare, report)
    on_paper = [result for look in looks if isinstance(look, OnlyPolicy) for result in look.results]
    yield from _claims("Is it done as it is written?", "Mostly or Built in, with nothing but a policy to point at.", on_paper, report)
    apart = [_apart(look, report) for look in looks if isinstance(look, ThemeApart)]
    yield from _listed("Why does it stand so far apart?", "The same theme, high in one framework and low in another.", apart)
    not_applicable = [_not_applicable(look) for look in looks if isinstance(look, ManyNotApplicable)]
    yield from _listed("Does so much really not apply?", "It leaves every score.", not_applicable)
    alike = [_alike(look, report) for look in looks if isinstance(look, OneLevel)]
    yield from _listed("Is each of them the same?", "One level throughout a section.", alike)


def _claims(question: str, note: str, results: Sequence[Result], report: Report) -> Iterator[Block]:
    if not results:
        return
    yield Heading(question, level=2, note=note)
    questions = ReportEntries(report)
    yield Entries(entries=tuple(questions.standing(result) for result in results[:_LOOKS_SHOWN]))
    if len(results) > _LOOKS_SHOWN:
        yield Paragraph(f"And {words.in_words(len(results) - _LOOKS_SHOWN)} more.")


def _listed(question: str, note: str, texts: Sequence[str]) -> Iterator[Block]:
    if texts:
        yield Heading(question, level=2, note=note)
        yield Bullets(tuple(texts))


def _apart(look: ThemeApart, report: Report) -> str:
    title = words.theme(look.theme, report.theme_titles)
    return f"{title}: high in {_names(look.high)}, low in {_names(look.low)}."


def _not_applicable(look: ManyNotApplicable) -> str:
    return f"{look.framework.name}: {look.number} of {look.asked} questions."


def _alike(look: OneLevel, report: Report) -> str:
    where = f"{look.framework.name}: {look.section.title}" if len(report.frameworks) > 1 else look.section.title
    return f"{where}, {LEVEL_LABELS[look.level]} throughout."


def _names(frameworks: Sequence[Framework]) -> str:
    return words.listed([framework.name for framework in frameworks])
