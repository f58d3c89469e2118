"""An answer sheet as a page: what the answers mean, then each section with its questions and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.answers import BlankSheet, SheetSection
from peerkit.model.page import (
    TO_FILL_IN,
    Block,
    Commands,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Notice,
    Page,
    Paragraph,
    Part,
    Title,
)
from peerkit.model.scale import LEVELS
from peerkit.render.pages import sheet_words as texts

_ANSWERS: Final = "   ".join(
    [*(f"\N{BALLOT BOX} {level}" for level in LEVELS), *(f"\N{BALLOT BOX} {key} {label}" for key, label in texts.OTHER_ANSWERS)]
)


def page(sheet: BlankSheet) -> Page:
    """Return the sheet as a page."""
    return Page(tuple(_cover(sheet)), tuple(_parts(sheet)))


def _cover(sheet: BlankSheet) -> Iterator[Block]:
    yield Title(sheet.framework.title, texts.KIND)
    yield Facts(((texts.PROGRAM, sheet.assessment.program or TO_FILL_IN), ("Questions from", texts.page_line(sheet))))
    yield Paragraph(texts.for_whom(sheet))
    yield from (Paragraph(text) for text in (texts.ABOUT, texts.HOW_TO, texts.WHO_COLLECTS))
    agreed = tuple(texts.agreed(sheet))
    if agreed:
        yield Facts(agreed)
    yield Facts(((texts.RETURN, TO_FILL_IN), (texts.UNTIL.capitalize(), TO_FILL_IN)))


def _parts(sheet: BlankSheet) -> Iterator[Part]:
    levels = tuple((f"{level} {label}", meaning) for level, label, meaning in texts.scale(sheet))
    yield Part("meanings", (Heading("What the answers mean", note=sheet.stem), Facts((*levels, *texts.OTHER_MEANINGS))))
    for section in sheet.sections:
        yield Part(f"section-{section.code}", tuple(_section(sheet, section)))
    yield Part("typing", (Heading(texts.FOR_TYPING), Commands(((sheet.command, "type in the answers"),))))


def _section(sheet: BlankSheet, section: SheetSection) -> Iterator[Block]:
    yield Heading(f"{section.code} {texts.section_title(section)}", note=texts.page_line(sheet, section))
    if section.section.content_note:
        yield Notice(f"{texts.CONTENT_NOTE}: {section.section.content_note} {texts.WHERE_NEXT}")
    details = (Detail("Answer", _ANSWERS), Detail(texts.NOTE, TO_FILL_IN))
    yield Entries(
        entries=tuple(Entry(text=f"{question.code} {question.ask}", details=details) for question in section.questions), large=True
    )
