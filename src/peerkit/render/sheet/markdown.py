"""An answer sheet as Markdown that reads well as it stands: to send by e-mail, to change in an editor, or to print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.scale import LEVELS
from peerkit.model.sheet import BlankSheet, SheetQuestion, SheetSection
from peerkit.render.escape import markdown
from peerkit.render.sheet.shared import texts

_LINE: Final = "." * 40
_BOXES: Final = "  ".join(
    [*(f"[ ] {level}" for level in LEVELS), *(f"[ ] {key} {label}" for key, label in texts.OTHER_ANSWERS)],
)


def render(sheet: BlankSheet) -> str:
    """See `peerkit.render.sheet.interface.SheetRenderer`."""
    parts = [*_cover(sheet), *(line for section in sheet.sections for line in _section(sheet, section))]
    return "\n".join((*parts, "", "---", "", f"{texts.FOR_TYPING}:", "", f"    {_code(sheet.command)}", ""))


def _cover(sheet: BlankSheet) -> Iterator[str]:
    program = sheet.assessment.program
    yield from (f"# {markdown(texts.title(sheet))}", "", markdown(texts.page_line(sheet)), "")
    yield from (f"{texts.PROGRAM}: {markdown(program) if program else _LINE}", "", markdown(texts.for_whom(sheet)), "")
    yield from (texts.ABOUT, "", texts.HOW_TO, "", texts.WHO_COLLECTS, "")
    for label, text in texts.agreed(sheet):
        yield from (f"{label}: {markdown(text)}", "")
    yield from (f"{texts.RETURN} {_LINE} {texts.UNTIL} {'.' * 20}", "", "## What the answers mean", "", f"**{sheet.stem}**", "")
    for level, label, meaning in texts.scale(sheet):
        yield f"- **{level} {label}** {markdown(meaning)}"
    yield from (f"- **{key}** {label}" for key, label in texts.OTHER_MEANINGS)


def _section(sheet: BlankSheet, one: SheetSection) -> Iterator[str]:
    yield from ("", f"## {one.code} {markdown(texts.section_title(one))}", "", markdown(texts.page_line(sheet, one)))
    if one.section.content_note:
        yield from ("", f"{texts.CONTENT_NOTE}: {markdown(one.section.content_note)} {texts.WHERE_NEXT}")
    for question in one.questions:
        yield from _question(question)


def _question(question: SheetQuestion) -> Iterator[str]:
    yield from ("", f"**{question.code}** {markdown(question.ask)}", "", _BOXES, "", f"{texts.NOTE}: {_LINE}")


def _code(command: str) -> str:
    """Return a command for an indented block, on one line."""
    return " ".join(command.split())
