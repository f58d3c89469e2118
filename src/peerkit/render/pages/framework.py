"""A framework: its sections with their questions, what it does not ask, its limits, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.framework import Framework, Indicator, Section
from peerkit.model.page import Block, Bullets, Detail, Entries, Entry, Facts, Heading, Page, Paragraph, Part, Title
from peerkit.render.pages.page_parts import source_rows
from peerkit.render.wording import section_title, sentence


def page(framework: Framework) -> Page:
    """Return a framework as a page."""
    return Page(tuple(_cover(framework)), tuple(_parts(framework)))


def _cover(framework: Framework) -> Iterator[Block]:
    yield Title(framework.title, "Framework")
    yield Facts((("Id", framework.id), ("Version", framework.version)))
    if framework.summary:
        yield Paragraph(framework.summary)


def _parts(framework: Framework) -> Iterator[Part]:
    for section in framework.sections:
        yield Part(f"section-{section.id}", tuple(_section(framework, section)))
    for name, title, texts in (
        ("glossary", "Words the document makes its own", [f"{entry.word}: {entry.means}" for entry in framework.glossary]),
        ("not-asked", "Not asked", [f"{', '.join(point.covers)}: {point.why or 'no reason given'}" for point in framework.not_assessed]),
        ("limits", "Limits", framework.limits),
    ):
        yield Part(name, (Heading(title), Bullets(tuple(texts))) if texts else ())
    rows = tuple(source_rows(framework))
    yield Part("source", (Heading("Source"), Facts(rows)) if rows else ())


def _section(framework: Framework, section: Section) -> Iterator[Block]:
    yield Heading(f"{f'{section.number}. ' if section.number else ''}{section_title(section)}")
    if section.summary:
        yield Paragraph(section.summary)
    yield Entries(entries=tuple(_question(framework, indicator) for indicator in section.indicators))


def _question(framework: Framework, indicator: Indicator) -> Entry:
    marks = [text for text, is_so in (("quick set", indicator.core), ("safety", indicator.safety)) if is_so]
    return Entry(text=indicator.ask, standing=sentence(", ".join(marks)), details=(Detail("Id", f"{framework.id}/{indicator.id}"),))
