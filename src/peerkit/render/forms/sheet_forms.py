"""An answer sheet to print, to send round, or to fill in with a spreadsheet.

On paper each section has a page of its own, with boxes to tick; nothing is fetched, nothing runs, nothing needs a colour. As Markdown it
reads well as it stands. As a table it has a row for each question and is read back by `peerkit assess --answers`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.scale import LEVEL_LABELS, LEVELS
from peerkit.model.sheet import BlankSheet, SheetQuestion, SheetSection
from peerkit.render import escape
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.data import tables
from peerkit.render.data.tables import Rows
from peerkit.render.media.html import fill
from peerkit.render.pages import sheet as texts

HEADS: Final = ("code", "question", "answer", "note", "section", "id", "framework")
_LINE: Final = "." * 40
_BOXES: Final = "  ".join(
    [*(f"[ ] {level}" for level in LEVELS), *(f"[ ] {key} {label}" for key, label in texts.OTHER_ANSWERS)],
)


def html(sheet: BlankSheet, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the sheet as one file of HTML to print."""
    levels = tuple(zip(LEVELS, LEVEL_LABELS, strict=True))
    return fill("sheet.html", sheet=sheet, section_title=words.section_title, texts=texts, levels=levels)


def markdown(sheet: BlankSheet, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the sheet as Markdown, to send by e-mail, to change in an editor, or to print."""
    parts = [*_cover(sheet), *(line for section in sheet.sections for line in _section(sheet, section))]
    return "\n".join((*parts, "", "---", "", f"{texts.FOR_TYPING}:", "", f"    {_code(sheet.command)}", ""))


def _cover(sheet: BlankSheet) -> Iterator[str]:
    program = sheet.assessment.program
    yield from (f"# {escape.markdown(texts.title(sheet))}", "", escape.markdown(texts.page_line(sheet)), "")
    yield from (f"{texts.PROGRAM}: {escape.markdown(program) if program else _LINE}", "", escape.markdown(texts.for_whom(sheet)), "")
    yield from (texts.ABOUT, "", texts.HOW_TO, "", texts.WHO_COLLECTS, "")
    for label, text in texts.agreed(sheet):
        yield from (f"{label}: {escape.markdown(text)}", "")
    yield from (f"{texts.RETURN} {_LINE} {texts.UNTIL} {'.' * 20}", "", "## What the answers mean", "", f"**{sheet.stem}**", "")
    for level, label, meaning in texts.scale(sheet):
        yield f"- **{level} {label}** {escape.markdown(meaning)}"
    yield from (f"- **{key}** {label}" for key, label in texts.OTHER_MEANINGS)


def _section(sheet: BlankSheet, section: SheetSection) -> Iterator[str]:
    yield from (
        "",
        f"## {section.code} {escape.markdown(words.section_title(section.section))}",
        "",
        escape.markdown(texts.page_line(sheet, section)),
    )
    if section.section.content_note:
        yield from ("", f"{texts.CONTENT_NOTE}: {escape.markdown(section.section.content_note)} {texts.WHERE_NEXT}")
    for question in section.questions:
        yield from _question(question)


def _question(question: SheetQuestion) -> Iterator[str]:
    yield from ("", f"**{question.code}** {escape.markdown(question.ask)}", "", _BOXES, "", f"{texts.NOTE}: {_LINE}")


def _code(command: str) -> str:
    """Return a command for an indented block, on one line."""
    return " ".join(command.split())


def csv(sheet: BlankSheet, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return a row for each question. The first rows say what the answers mean; they have no id, so a reader passes them over."""
    return tables.csv(Rows("A row for each question.", HEADS, _rows(sheet)))


def _rows(sheet: BlankSheet) -> Iterator[tuple[str, ...]]:
    yield from (("", text, "", "", "", "", "") for text in _csv_opening(sheet))
    for section in sheet.sections:
        title = f"{section.code} {words.section_title(section.section)}"
        yield from ((question.code, question.ask, "", "", title, question.address, sheet.edition) for question in section.questions)


def _csv_opening(sheet: BlankSheet) -> Iterator[str]:
    yield from (texts.title(sheet), texts.for_whom(sheet), texts.ABOUT, texts.HOW_TO, texts.WHO_COLLECTS)
    yield from (f"{label}: {text}" for label, text in texts.agreed(sheet))
    yield sheet.stem
    yield from (f"{level} {label}: {meaning}" for level, label, meaning in texts.scale(sheet))
    yield "Write 0 to 4, or dk (I don't know), na (does not apply here), skip (no reason needed), or nothing."
    notes = [(section.code, section.section.content_note) for section in sheet.sections if section.section.content_note]
    yield from (f"{texts.CONTENT_NOTE}, section {code}: {note} {texts.WHERE_NEXT}" for code, note in notes)
    yield f"{texts.FOR_TYPING}: {sheet.command}"
