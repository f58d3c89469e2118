"""A page as text, for any terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from peerkit.model.answers import Answer, Assessment, SetAside, Written
from peerkit.model.framework import FactValue, Framework, Indicator, Section
from peerkit.model.scale import LEVEL_LABELS, ROLE_LABELS, answer_label
from peerkit.model.shown import AssessmentPage, FrameworkPage, IndicatorPage, Page
from peerkit.render.context import RenderContext
from peerkit.render.wrap import wrapped


def render(page: Page, context: RenderContext) -> str:
    """Return a page in at most `width` columns."""
    match page:
        case FrameworkPage():
            lines = _framework(page.framework, context.width)
        case IndicatorPage():
            lines = _indicator(page.framework, page.section, page.indicator, context.width)
        case AssessmentPage():
            lines = _assessment(page.assessment, context.width)
        case _:
            assert_never(page)
    return "\n".join(lines)


def _framework(framework: Framework, width: int) -> Iterator[str]:
    yield from wrapped(framework.title, width)
    yield from wrapped(f"{framework.id}, version {framework.version}", width)
    yield from _paragraph(framework.summary, width)
    for section in framework.sections:
        yield ""
        native = f" ({section.native_title})" if section.native_title else ""
        yield from wrapped(f"{section.title}{native}", width, first=f"{section.number}. " if section.number else "")
        yield from wrapped(section.summary, width, first="   ")
        yield ""
        for indicator in section.indicators:
            marks = "".join(f" [{mark}]" for mark in _marks(indicator))
            yield from wrapped(f"{indicator.ask}{marks}", width, first="   - ")
            yield from wrapped(f"{framework.id}/{indicator.id}", width, first="     ")
    yield from _list("Words the document makes its own", [f"{entry.word}: {entry.means}" for entry in framework.glossary], width)
    yield from _list("Not asked", [f"{', '.join(one.covers)}: {one.why or 'no reason given'}" for one in framework.not_assessed], width)
    yield from _list("Limits", framework.limits, width)
    source = framework.source
    yield from _list("Source", [text for text in (source.publisher, source.document, source.rights) if text], width)


def _marks(indicator: Indicator) -> Iterator[str]:
    if indicator.core:
        yield "quick set"
    if indicator.safety:
        yield "safety"


def _indicator(framework: Framework, section: Section, indicator: Indicator, width: int) -> Iterator[str]:
    yield from wrapped(indicator.ask, width)
    yield from wrapped(f"{framework.id}/{indicator.id} in {framework.name}: {section.title}", width)
    yield from _list("Asked in other words", [f"{ROLE_LABELS[role]}: {words}" for role, words in indicator.ask_as.items()], width)
    yield from _paragraph(indicator.why, width, title="Why it is asked")
    levels = [f"{LEVEL_LABELS[int(level)]}: {indicator.signposts[level]}" for level in sorted(indicator.signposts)]
    yield from _list("What it looks like", levels, width)
    yield from _list("What you could point at", indicator.look_for, width)
    steps = [f"From {LEVEL_LABELS[step.from_]}: {step.do}" for step in indicator.next_steps]
    yield from _list("Next steps", steps, width)
    yield from _list("Good to know", list(_facts(framework, section, indicator)), width)


def _facts(framework: Framework, section: Section, indicator: Indicator) -> Iterator[str]:
    yield f"Goal: {LEVEL_LABELS[framework.goal_of(section, indicator)]}. Weight: {indicator.weight}."
    if indicator.core:
        yield "It belongs to the quick set."
    if indicator.safety:
        yield "It is about safety: a low answer comes first in the report."
    if indicator.voices is not None:
        yield f"Asked of: {', '.join(ROLE_LABELS[voice] for voice in indicator.voices)}."
    for fact, wanted in indicator.only_if.items():
        values = wanted if isinstance(wanted, tuple) else (wanted,)
        yield f"Asked only if {fact} is {' or '.join(_fact_word(value) for value in values)}."
    if indicator.themes:
        yield f"Themes: {', '.join(indicator.themes)}."
    if indicator.covers:
        yield f"Points of the document: {', '.join(indicator.covers)}."
    for change in indicator.change:
        yield f"Changed in {change.version}: {change.note}"


def _fact_word(value: FactValue) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"


def _assessment(assessment: Assessment, width: int) -> Iterator[str]:
    yield from wrapped(assessment.program, width)
    who = "a group together" if assessment.mode == "consensus" else ROLE_LABELS[assessment.role or "not-said"]
    frameworks = ", ".join(f"{one.id} {one.version}" for one in assessment.frameworks)
    yield from wrapped(f"{frameworks}, {assessment.set} set, answered by: {who}", width)
    yield from wrapped(f"Started {assessment.started}, last changed {assessment.updated}", width)
    for address, answer in assessment.answers.items():
        yield ""
        yield from _answer(address, answer, width)
    for address, written in assessment.written.items():
        yield ""
        yield from wrapped(f"{address}: no answer yet", width)
        yield from _beside(written, width)
    for aside in assessment.set_aside:
        yield ""
        yield from _answer(aside.id, aside, width)
        yield from wrapped(f"Set aside: {aside.why}", width, first="   ")


def _answer(address: str, answer: Answer | SetAside, width: int) -> Iterator[str]:
    yield from wrapped(answer.ask, width)
    yield from wrapped(f"{answer_label(answer.answer)} ({address})", width, first="   ")
    if isinstance(answer, Answer) and answer.via:
        yield from wrapped(f"Answered through {answer.via}", width, first="   ")
    yield from _beside(answer, width)


def _beside(answer: Answer | SetAside | Written, width: int) -> Iterator[str]:
    if answer.note:
        yield from wrapped(answer.note, width, first="   Note: ")
    for evidence in answer.evidence:
        date = f" ({evidence.date})" if evidence.date else ""
        yield from wrapped(f"{evidence.text}{date}", width, first=f"   {evidence.kind.capitalize()}: ")
    for dissent in answer.dissent:
        people = "1 person" if dissent.people == 1 else f"{dissent.people} people"
        why = f": {dissent.why}" if dissent.why else ""
        yield from wrapped(f"{people} said {answer_label(dissent.answer)}{why}", width, first="   ")


def _paragraph(text: str, width: int, title: str = "") -> Iterator[str]:
    if text:
        yield ""
        if title:
            yield title
        yield from wrapped(text, width, first="   " if title else "")


def _list(title: str, entries: tuple[str, ...] | list[str], width: int) -> Iterator[str]:
    if entries:
        yield ""
        yield from wrapped(title, width)
        for entry in entries:
            yield from wrapped(entry, width, first="   - ")
