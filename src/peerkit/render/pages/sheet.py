"""An answer sheet as a page, and the texts that it shares with its forms: what the answers mean, each section, and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.answers import GOVERNANCE_LABELS, SUPPORT_LABEL
from peerkit.model.page import TO_FILL_IN, Block, Commands, Detail, Entries, Entry, Facts, Heading, Notice, Page, Paragraph, Part, Title
from peerkit.model.scale import ANSWER_LABELS, LEVEL_LABELS, LEVELS, ROLE_LABELS
from peerkit.model.sheet import BlankSheet, SheetSection
from peerkit.render import wording as words

KIND: Final = "Answer sheet"
ABOUT: Final = "For reflection and planning. Not for audit, ranking, funding decisions or judging a person."
HOW_TO: Final = (
    "Mark one answer for each question. You can leave any question out, and you need no reason. Do not write your name. In notes, "
    "name nobody else either."
)
WHO_COLLECTS: Final = (
    "Whoever collects the sheets can read each one. If that worries anyone, let a peer from outside the line of management collect them, "
    "or fill in one sheet together."
)
RETURN: Final = "Please give this sheet to"
UNTIL: Final = "by"
PROGRAM: Final = "Program"
NOTE: Final = "Note"
CONTENT_NOTE: Final = "Please note"
FOR_TYPING: Final = "To read it into peerkit"
OTHER_ANSWERS: Final = (("d", "don't know"), ("n", "does not apply"), ("s", "skip"))
OTHER_MEANINGS: Final = (("d", ANSWER_LABELS["dont-know"]), ("n", ANSWER_LABELS["not-applicable"]), ("s", ANSWER_LABELS["skipped"]))
WHERE_NEXT: Final = "You can leave this section out."
_ANSWERS: Final = "   ".join(
    [*(f"\N{BALLOT BOX} {level}" for level in LEVELS), *(f"\N{BALLOT BOX} {key} {label}" for key, label in OTHER_ANSWERS)]
)


def page(sheet: BlankSheet) -> Page:
    """Return the sheet as a page."""
    return Page(tuple(_cover(sheet)), tuple(_parts(sheet)))


def _cover(sheet: BlankSheet) -> Iterator[Block]:
    yield Title(sheet.framework.title, KIND)
    yield Facts(((PROGRAM, sheet.assessment.program or TO_FILL_IN), ("Questions from", page_line(sheet))))
    yield Paragraph(for_whom(sheet))
    yield from (Paragraph(text) for text in (ABOUT, HOW_TO, WHO_COLLECTS))
    settled = tuple(agreed(sheet))
    if settled:
        yield Facts(settled)
    yield Facts(((RETURN, TO_FILL_IN), (UNTIL.capitalize(), TO_FILL_IN)))


def _parts(sheet: BlankSheet) -> Iterator[Part]:
    levels = tuple((f"{level} {label}", meaning) for level, label, meaning in scale(sheet))
    yield Part("meanings", (Heading("What the answers mean", note=sheet.stem), Facts((*levels, *OTHER_MEANINGS))))
    for section in sheet.sections:
        yield Part(f"section-{section.code}", tuple(_section(sheet, section)))
    yield Part("typing", (Heading(FOR_TYPING), Commands(((sheet.command, "type in the answers"),))))


def _section(sheet: BlankSheet, section: SheetSection) -> Iterator[Block]:
    yield Heading(f"{section.code} {words.section_title(section.section)}", note=page_line(sheet, section))
    if section.section.content_note:
        yield Notice(f"{CONTENT_NOTE}: {section.section.content_note} {WHERE_NEXT}")
    details = (Detail("Answer", _ANSWERS), Detail(NOTE, TO_FILL_IN))
    yield Entries(
        entries=tuple(Entry(text=f"{question.code} {question.ask}", details=details) for question in section.questions), large=True
    )


def title(sheet: BlankSheet) -> str:
    """Return what the sheet is called."""
    return f"{KIND}: {sheet.framework.title}"


def for_whom(sheet: BlankSheet) -> str:
    """Return whom the sheet is for, and how much it asks."""
    assessment = sheet.assessment
    if assessment.mode == "consensus":
        who = "For a group that answers together"
    elif assessment.role in (None, "not-said"):
        who = "For anyone who runs the program or works with it"
    else:
        who = f"For: {ROLE_LABELS[assessment.role]}"
    count = sum(len(section.questions) for section in sheet.sections)
    return f"{who}. {assessment.set.capitalize()} set, {count} question{'' if count == 1 else 's'}."


def agreed(sheet: BlankSheet) -> Iterator[tuple[str, str]]:
    """Yield what was agreed about the answers, and whom people can talk to."""
    for name, label in GOVERNANCE_LABELS.items():
        text = getattr(sheet.assessment.governance, name, "")
        if text:
            yield label, text
    if sheet.assessment.support:
        yield SUPPORT_LABEL, sheet.assessment.support


def scale(sheet: BlankSheet) -> Iterator[tuple[str, str, str]]:
    """Yield each level with its label and what it means."""
    for level, label, meaning in zip(LEVELS, LEVEL_LABELS, sheet.meanings, strict=True):
        yield str(level), label, meaning


def page_line(sheet: BlankSheet, section: SheetSection | None = None) -> str:
    """Return what each page says: the framework, its version, and the section."""
    return f"{sheet.edition}, section {section.code}" if section else sheet.edition
