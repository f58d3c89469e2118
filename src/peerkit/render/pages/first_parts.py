"""What a report says first, in every length: the result in a sentence and as a picture, what to look at first, strengths, first steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Final

from peerkit.model.page import Bar, Bars, Block, Entries, Entry, Facts, Heading, Paragraph, Sign
from peerkit.model.report import Report
from peerkit.model.result import Counts, FrameworkResult, Result, Score, SectionResult
from peerkit.model.scale import HIGHEST
from peerkit.render import wording as words
from peerkit.render.pages.report_head import NOTHING_APPLIES
from peerkit.render.pages.report_questions import NOTHING_AGREED, NOTHING_BELOW, ReportEntries, next_step

_SHOWN: Final = 3
"""Strengths, and safety matters with their next step; the others are counted."""
STRONG: Final = 2
"""Sections that a sentence names."""


def result_in_words(report: Report) -> str:
    """Return the result in a sentence: where the program is strong, where to look first, and how much cannot be said yet."""
    sections = [section for framework in report.frameworks for section in framework.sections]
    scored = [section for section in sections if section.score.value is not None]
    if not scored:
        counts = sum((section.score.counts for section in sections), Counts())
        so_far = f"No score can be shown yet: {words.share(counts)} questions are answered on the scale."
        return so_far if counts.applicable else NOTHING_APPLIES
    strong, few = [section for section in scored if _is_at_goal(section)], len(sections) - len(scored)
    said = [f"no section {'with a score ' if few else ''}is at its goal yet"]
    if strong:
        said = [f"Strong in {_strong(strong, sections, several=len(report.frameworks) > 1)}"]
    matters = sum(result.lane == "safety" for result in report.priorities)
    first = _look_first(report, scored)
    if matters:
        number = "one safety matter" if matters == 1 else f"{words.in_words(matters)} safety matters"
        said.append(f"{number} to look at first{f', then {first}' if first else ''}")
    elif first:
        said.append(f"{first} is where to look first")
    elif len(strong) == len(sections):
        said.append("no section is below its goal")
    if few:
        said.append(f"of {words.in_words(few)} {'section' if few == 1 else 'sections'} no score can be shown")
    return f"{words.sentence('; '.join(said))}."


def _is_at_goal(section: SectionResult) -> bool:
    return section.score.value is not None and section.score.value * HIGHEST >= 100 * section.goal


def _strong(strong: Sequence[SectionResult], sections: Sequence[SectionResult], *, several: bool) -> str:
    if several:
        return f"{len(strong)} of {len(sections)} sections"
    best = sorted(strong, key=lambda section: -(section.score.value or 0))[:STRONG]
    return ", and in ".join(section.section.title for section in best)


def _look_first(report: Report, scored: Sequence[SectionResult]) -> str:
    """Return the section to look at first: the weakest of one framework, where it is below its goal, else that of the first step."""
    if len(report.frameworks) == 1:
        weakest = report.frameworks[0].section(report.frameworks[0].weakest)
        return weakest.section.title if weakest in scored and weakest and not _is_at_goal(weakest) else ""
    step = next((result for result in report.first_steps if result.lane != "safety"), None)
    return f"{step.section.title} ({step.framework.name})" if step else ""


def overview(report: Report, *, sections: bool = True) -> Iterator[Block]:
    """Yield the picture of each framework, a bar for each section; without `sections` one picture of several frameworks, a bar for each."""
    if len(report.frameworks) > 1 and not sections:
        rows = tuple(Bar(found.framework.name, found.score, found.goal) for found in report.frameworks)
        yield Bars("Each framework by itself", None, rows, legend=_signs(found.score for found in report.frameworks))
        return
    legend = _signs(section.score for framework in report.frameworks for section in framework.sections)
    for number, framework in enumerate(report.frameworks):
        yield from _picture(framework, legend if number == 0 else ())


def _signs(scores: Iterable[Score]) -> tuple[Sign, ...]:
    """Return what a legend explains: something open only where there is anything."""
    return ("full", "open", "goal") if any(words.spread(score) for score in scores) else ("full", "goal")


def _picture(framework: FrameworkResult, legend: tuple[Sign, ...]) -> Iterator[Block]:
    rows = tuple(Bar(words.section_title(found.section), found.score, found.goal) for found in framework.sections)
    if rows:
        yield Bars(framework.framework.name, framework.score, rows, legend=legend)
    else:
        yield Facts(((framework.framework.name, NOTHING_APPLIES),))


def in_short(report: Report) -> Iterator[Block]:
    """Yield the beginning of a report that has its scores elsewhere."""
    yield Heading("In short")
    yield from look_first(report)
    yield from strong(report)
    yield from steps(report)


def look_first(report: Report, *, large: bool = True) -> Iterator[Block]:
    """Yield the safety matters, the first ones with their next step; nothing where there is none."""
    matters = _safety(report)
    if not matters:
        return
    note = "Safety comes first."
    if len(matters) > _SHOWN:
        note = f"{note} {words.sentence(words.in_words(len(matters) - _SHOWN))} more: {counted(matters[_SHOWN:], report)}."
    yield Heading("Look at this first", level=2, note=note, tone="safety")
    questions = ReportEntries(report)
    yield Entries(entries=tuple(_step(result, questions, large=large) for result in matters[:_SHOWN]), tone="safety", large=large)


def _safety(report: Report) -> list[Result]:
    """Return the safety matters, those with which a plan would begin before the others."""
    matters = [result for result in report.priorities if result.lane == "safety"]
    return sorted(matters, key=lambda result: result not in report.first_steps)


def strong(report: Report) -> Iterator[Block]:
    """Yield three strengths, of several frameworks one of each in turn, and how many there are."""
    number = len(report.strengths)
    first = f"{words.sentence(words.in_words(_SHOWN))} of {number}" if number > _SHOWN else ""
    note = f"{first}{', each a' if first else 'A'}t the goal, and Mostly or Built in."
    yield Heading("Strengths", level=2, note=note, tone="strength")
    if not report.strengths:
        yield Paragraph("Nothing stands there yet, as far as it was answered.")
        return
    by_framework = [[result for result in report.strengths if result.framework.id == found.framework.id] for found in report.frameworks]
    in_turn = [result for result in chain.from_iterable(zip_longest(*by_framework)) if result]
    questions = ReportEntries(report)
    yield Entries(entries=tuple(replace(questions.strength(result), standing="") for result in in_turn[:_SHOWN]), tone="strength")


def steps(report: Report, *, large: bool = True) -> Iterator[Block]:
    """Yield the first steps that a plan proposes, without those that stand above; for who sees no answers see `ReportEntries.named`."""
    if not report.shows_answers:
        yield from _named(report)
        return
    first = [result for result in report.first_steps if result not in _safety(report)[:_SHOWN]]
    taken = len(report.first_steps) - len(first)
    if report.first_steps and not first:
        return
    note = f"{'It comes' if len(first) == 1 else 'They come'} after what stands above." if taken else ""
    yield Heading(_first(len(first), then=bool(taken)), level=2, note=note, tone="act")
    questions = ReportEntries(report)
    entries = tuple(_step(result, questions, large=large) for result in first)
    yield Entries(entries=entries, tone="act", large=large, first=taken + 1) if entries else Paragraph(NOTHING_BELOW)


def _step(result: Result, questions: ReportEntries, *, large: bool) -> Entry:
    """Return a question with its next step; where there is little room, without where it stands in words."""
    entry = questions.entry(result, *next_step(result))
    return entry if large else replace(entry, standing="")


def _first(number: int, *, then: bool) -> str:
    """Return how the first steps are called."""
    if number == 0:
        return "First steps"
    if then:
        return f"Then {'this step' if number == 1 else f'these {words.in_words(number)} steps'}"
    return "First step" if number == 1 else f"First {words.in_words(number)} steps"


def _named(report: Report) -> Iterator[Block]:
    public = report.audience == "public"
    yield Heading("What we are working on" if public else "Below the goal", level=2, tone="plan")
    if not report.priorities:
        yield Paragraph(NOTHING_AGREED if public else NOTHING_BELOW)
    elif public:
        questions = ReportEntries(report)
        yield Entries(entries=tuple(questions.named(result) for result in report.priorities[:_SHOWN]), tone="plan")
    else:
        yield Paragraph(f"{words.sentence(counted(report.priorities, report))}.")


def counted(results: Sequence[Result], report: Report) -> str:
    """Return how many of some questions there are in each section, or in each framework where the report has several."""
    if len(report.frameworks) > 1:
        numbers = {part.framework.name: sum(result.framework.id == part.framework.id for result in results) for part in report.frameworks}
    else:
        sections = report.frameworks[0].framework.sections
        numbers = {section.title: sum(result.section.id == section.id for result in results) for section in sections}
    return "; ".join(f"{title} {number}" for title, number in numbers.items() if number)
