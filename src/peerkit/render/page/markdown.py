"""A page as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from peerkit.model.answers import Answer, Assessment, SetAside, Written
from peerkit.model.framework import Framework, Indicator, Section
from peerkit.model.scale import LEVEL_LABELS, ROLE_LABELS, answer_label
from peerkit.model.shown import AssessmentPage, FrameworkPage, IndicatorPage, Page
from peerkit.render.context import RenderContext
from peerkit.render.escape import markdown


def render(page: Page, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a page as CommonMark."""
    match page:
        case FrameworkPage():
            lines = _framework(page.framework)
        case IndicatorPage():
            lines = _indicator(page.framework, page.section, page.indicator)
        case AssessmentPage():
            lines = _assessment(page.assessment)
        case _:
            assert_never(page)
    return "\n".join(lines)


def _framework(framework: Framework) -> Iterator[str]:
    yield from (f"# {markdown(framework.title)}", "", f"{markdown(framework.id)}, version {markdown(framework.version)}")
    if framework.summary:
        yield from ("", markdown(framework.summary))
    for section in framework.sections:
        number = f"{markdown(section.number)} " if section.number else ""
        native = f" ({markdown(section.native_title)})" if section.native_title else ""
        yield from ("", f"## {number}{markdown(section.title)}{native}", "")
        if section.summary:
            yield from (markdown(section.summary), "")
        for indicator in section.indicators:
            yield f"- {markdown(indicator.ask)} ({markdown(framework.id)}/{markdown(indicator.id)})"
    yield from _list("Words the document makes its own", [f"{entry.word}: {entry.means}" for entry in framework.glossary])
    yield from _list("Not asked", [f"{', '.join(one.covers)}: {one.why or 'no reason given'}" for one in framework.not_assessed])
    yield from _list("Limits", framework.limits)
    source = framework.source
    yield from _list("Source", [text for text in (source.publisher, source.document, source.rights) if text])


def _indicator(framework: Framework, section: Section, indicator: Indicator) -> Iterator[str]:
    yield f"# {markdown(indicator.ask)}"
    yield from ("", f"{markdown(framework.id)}/{markdown(indicator.id)} in {markdown(framework.name)}: {markdown(section.title)}")
    yield from ("", markdown(indicator.why))
    yield from _list("Asked in other words", [f"{ROLE_LABELS[role]}: {words}" for role, words in indicator.ask_as.items()])
    levels = [f"{LEVEL_LABELS[int(level)]}: {indicator.signposts[level]}" for level in sorted(indicator.signposts)]
    yield from _list("What it looks like", levels)
    yield from _list("What you could point at", indicator.look_for)
    yield from _list("Next steps", [f"From {LEVEL_LABELS[step.from_]}: {step.do}" for step in indicator.next_steps])
    yield from _list("Points of the document", indicator.covers)
    yield from _list("Themes", indicator.themes)


def _assessment(assessment: Assessment) -> Iterator[str]:
    yield f"# {markdown(assessment.program)}"
    who = "a group together" if assessment.mode == "consensus" else ROLE_LABELS[assessment.role or "not-said"]
    frameworks = ", ".join(f"{one.id} {one.version}" for one in assessment.frameworks)
    yield from ("", f"{markdown(frameworks)}, {assessment.set} set, answered by: {who}")
    for address, answer in assessment.answers.items():
        yield from _answer(address, answer)
    for address, written in assessment.written.items():
        yield from ("", f"## {markdown(address)}", "", "No answer yet", *_beside(written))
    for aside in assessment.set_aside:
        yield from (*_answer(aside.id, aside), "", f"Set aside: {markdown(aside.why)}")


def _answer(address: str, answer: Answer | SetAside) -> Iterator[str]:
    yield from ("", f"## {markdown(answer.ask)}", "", f"**{answer_label(answer.answer)}** ({markdown(address)})")
    yield from _beside(answer)


def _beside(answer: Answer | SetAside | Written) -> Iterator[str]:
    if answer.note:
        yield from ("", f"Note: {markdown(answer.note)}")
    points = [f"{one.kind.capitalize()}: {one.text}{f' ({one.date})' if one.date else ''}" for one in answer.evidence]
    views = [f"{one.people} said {answer_label(one.answer)}: {one.why}" for one in answer.dissent]
    if points or views:
        yield ""
        yield from (f"- {markdown(text)}" for text in (*points, *views))


def _list(title: str, entries: Iterable[str]) -> Iterator[str]:
    items = [f"- {markdown(entry)}" for entry in entries]
    if items:
        yield from ("", f"## {title}", "", *items)
