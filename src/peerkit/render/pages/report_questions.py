"""The questions of a report: each as an entry, then in lists: strengths, gaps lane by lane, and what to look at again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final, assert_never

from peerkit.model.answers import Answer, Outcome, SetAside, Written
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Heading, Paragraph, Tone
from peerkit.model.report import ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from peerkit.model.result import LANE_NOTES, LANE_TITLES, Lane, Result
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.pages.page_parts import part_of, question, workshop_blocks


class ReportEntries:
    """Makes entries of a report's results."""

    def __init__(self, report: Report) -> None:
        self._several = len(report.frameworks) > 1
        self._whose_note = "The group's note" if report.assessment.mode == "consensus" else "Your note"
        self._agreed = report.outcome.agreed if report.outcome else {}

    def strength(self, result: Result) -> Entry:
        """Return an entry for what stands at its goal; only its words where its level is not shown."""
        if result.level is None:
            return self.named(result)
        matters = ", matters most" if result.lane == "protect" else ""
        return replace(self.entry(result, *views(result.beside)), standing=f"{LEVEL_LABELS[result.level]}{matters}")

    def named(self, result: Result) -> Entry:
        """Return an entry with the words of a question and where it belongs, and nothing that was answered."""
        return Entry(text=result.asked, place=part_of(result, several=self._several))

    def entry(self, result: Result, *details: Detail) -> Entry:
        """Return an entry with where a question stands, and what is given."""
        return replace(
            self.named(result),
            standing=words.standing(result),
            details=details,
            level=result.level,
            goal=result.goal,
            address=result.address,
        )

    def short(self, result: Result) -> Entry:
        """Return an entry with where it stands, and views that differ."""
        return self.entry(result, *views(result.beside))

    def full(self, result: Result) -> Entry:
        """Return an entry with all that was said, and the next step."""
        return self.entry(result, *self.said(result.beside), *views(result.beside), *next_step(result))

    def complete(self, result: Result) -> Entry:
        """Return an entry with all that was said and its lane; with the next step where it is below its goal."""
        agreed = self._agreed.get(result.address)
        since = (Detail("Agreed since", words.agreed_on(agreed)),) if agreed else ()
        details = (*self.said(result.beside), *views(result.beside), *since, *(next_step(result) if result.gap else ()))
        return replace(self.entry(result, *details), place="", lane=LANE_TITLES[result.lane] if result.lane else "")

    def said(self, answer: Answer | SetAside | Written | None) -> Iterator[Detail]:
        """Yield the note and the evidence of an answer, or of a question that has none."""
        if answer and answer.note.strip():
            yield Detail(self._whose_note, answer.note)
        yield from evidence(answer)


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


def next_step(result: Result) -> Iterator[Detail]:
    """Yield what to do next, as far as that is known."""
    if result.next_step is not None:
        yield Detail("Next step", result.next_step, to_do=True)


_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (
    ("safety", "safety"),
    ("talk", "find-out"),
    ("act", "act"),
    ("plan", "plan"),
    ("find-out", "find-out"),
)
_SHOWN_IN_FULL: Final = 3
STRENGTHS_SHOWN: Final = 5
NOTHING_AGREED: Final = "No action is agreed yet that could be named here."
NOTHING_BELOW: Final = "Nothing is below its goal, as far as it was answered."


def strengths(report: Report) -> Iterator[Block]:
    """Yield up to five strengths."""
    whose = "your" if report.audience == "team" else "the"
    yield Heading("Strengths", note=f"At {whose} goal, and Mostly or Built in.", tone="strength")
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
    """Yield each lane with the first three of its questions in full and the rest in short; by name alone for those who see no answers."""
    if not report.shows_answers:
        yield from _named(report)
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


def _named(report: Report) -> Iterator[Block]:
    """Yield without levels what is below its goal, or for the public what is worked on."""
    public = report.audience == "public"
    note = "In the order of the documents." if report.priorities else ""
    yield Heading("What we are working on" if public else "Below the goal", note=note, tone="plan")
    if report.priorities:
        yield Entries(entries=tuple(ReportEntries(report).named(result) for result in report.priorities), tone="plan")
    else:
        yield Paragraph(NOTHING_AGREED if public else NOTHING_BELOW)


def in_full(report: Report) -> Iterator[Result]:
    """Yield the questions that stand in their lanes with all that was said about them."""
    for lane, _ in _LANES:
        yield from _in_lane(lane, report)[:_SHOWN_IN_FULL]


def _in_lane(lane: Lane, report: Report) -> list[Result]:
    apart = (result for result in report.indicators() if result.state == "no-agreement")
    return [result for result in (*report.priorities, *apart, *report.not_answered) if result.lane == lane]


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
        if result.address not in listed and result.lane not in ("find-out", "talk") and result.state != "not-applicable"
    ]
    unheard = tuple(ReportEntries(report).short(result) for result in here if result.dissent)
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
    for title, note, kind in _OTHER_LOOKS:
        texts = tuple(_look(look, report) for look in looks if isinstance(look, kind))
        if texts:
            yield Heading(title, level=2, note=note)
            yield Bullets(texts)


def _claims(question: str, note: str, results: Sequence[Result], report: Report) -> Iterator[Block]:
    if not results:
        return
    yield Heading(question, level=2, note=note)
    questions = ReportEntries(report)
    yield Entries(entries=tuple(questions.entry(result) for result in results[:_LOOKS_SHOWN]))
    if len(results) > _LOOKS_SHOWN:
        yield Paragraph(f"And {words.in_words(len(results) - _LOOKS_SHOWN)} more.")


_OTHER_LOOKS: Final = (
    ("Why does it stand so far apart?", "The same theme, high in one framework and low in another.", ThemeApart),
    ("Does so much really not apply?", "It leaves every score.", ManyNotApplicable),
    ("Is each of them the same?", "One level throughout a section.", OneLevel),
)


def _look(look: ThemeApart | ManyNotApplicable | OneLevel, report: Report) -> str:
    match look:
        case ThemeApart():
            high, low = (words.listed([framework.name for framework in named]) for named in (look.high, look.low))
            return f"{words.theme(look.theme, report.theme_titles)}: high in {high}, low in {low}."
        case ManyNotApplicable():
            return f"{look.framework.name}: {look.number} of {look.asked} questions."
        case OneLevel():
            where = f"{look.framework.name}: {look.section.title}" if len(report.frameworks) > 1 else look.section.title
            return f"{where}, {LEVEL_LABELS[look.level]} throughout."
        case _:
            assert_never(look)


def agreed(report: Report) -> Iterator[Block]:
    """Yield what a workshop agreed on: levels and what matters, actions, and what else it wrote down; nothing for the public."""
    if report.outcome is None or report.audience == "public":
        return
    frameworks = [framework.framework for framework in report.frameworks]
    entries = tuple(_agreed_on(report.outcome, report))
    if entries:
        yield Heading("Levels, and what matters", level=2)
        yield Entries(entries=entries)
    yield from workshop_blocks(report.outcome, frameworks)


def _agreed_on(outcome: Outcome, report: Report) -> Iterator[Entry]:
    """Yield an entry for each question of which a level or an importance was agreed, with the views that still differ."""
    frameworks = [framework.framework for framework in report.frameworks]
    for address in dict.fromkeys((*outcome.agreed, *outcome.importance)):
        found, importance = outcome.agreed.get(address), outcome.importance.get(address)
        parts = (
            ("no agreement" if found.level is None else f"agreed on {LEVEL_LABELS[found.level]}") if found else "",
            f"importance {importance}" if importance else "",
            _answered(address, report) if found else "",
        )
        entry = question(address, frameworks)
        views_left = tuple(views(Written(dissent=found.dissent))) if found else ()
        yield replace(entry, standing=words.sentence(", ".join(part for part in parts if part)), details=views_left)


def _answered(address: str, report: Report) -> str:
    level = next((result.level for result in report.indicators() if result.address == address), None)
    return "" if level is None else f"answered with {LEVEL_LABELS[level]}"
