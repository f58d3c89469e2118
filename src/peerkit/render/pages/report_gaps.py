"""Where to look: the gaps of a report lane by lane, what nobody could see, and what is worth another look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from peerkit.model.framework import Framework
from peerkit.model.page import Block, Bullets, Entries, Heading, Paragraph, Tone
from peerkit.model.report import ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from peerkit.model.result import LANE_NOTES, LANE_TITLES, Lane, Result
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.pages.report_entries import ReportEntries
from peerkit.render.pages.report_head import STRENGTHS_SHOWN

_LANES: Final[tuple[tuple[Lane, Tone], ...]] = (("safety", "safety"), ("act", "act"), ("plan", "plan"), ("find-out", "find-out"))
_SHOWN_IN_FULL: Final = 3
NOTHING_AGREED: Final = "No action is agreed yet that could be named here."
NOTHING_BELOW: Final = "Nothing is below its goal, as far as it was answered."


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
