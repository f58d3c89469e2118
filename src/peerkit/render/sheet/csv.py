"""An answer sheet for a spreadsheet: a row for each question, read back by `peerkit assess --answers`.

The first rows say what the answers mean; they have no id, so a reader passes them over. See `peerkit.render.report.csv` for what is
done to texts that a spreadsheet would take for something else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from peerkit.model.sheet import BlankSheet
from peerkit.render.report.csv import cell
from peerkit.render.sheet.shared import texts

HEADS: Final = ("code", "question", "answer", "note", "section", "id", "framework")
_BYTE_ORDER_MARK: Final = "\ufeff"


def render(sheet: BlankSheet) -> str:
    """See `peerkit.render.sheet.interface.SheetRenderer`. What the answers mean stands in the column of the questions."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(HEADS)
    rows.writerows(["", cell(text), "", "", "", "", ""] for text in _opening(sheet))
    for section in sheet.sections:
        title = cell(f"{section.code} {texts.section_title(section)}")
        for one in section.questions:
            rows.writerow([one.code, cell(one.ask), "", "", title, one.address, sheet.edition])
    return _BYTE_ORDER_MARK + out.getvalue()


def _opening(sheet: BlankSheet) -> Iterator[str]:
    yield from (texts.title(sheet), texts.for_whom(sheet), texts.ABOUT, texts.HOW_TO, texts.WHO_COLLECTS)
    yield from (f"{label}: {text}" for label, text in texts.agreed(sheet))
    yield sheet.stem
    yield from (f"{level} {label}: {meaning}" for level, label, meaning in texts.scale(sheet))
    yield "Write 0 to 4, or dk (I don't know), na (does not apply here), skip (no reason needed), or nothing."
    notes = [(section.code, section.section.content_note) for section in sheet.sections if section.section.content_note]
    yield from (f"{texts.CONTENT_NOTE}, section {code}: {note} {texts.WHERE_NEXT}" for code, note in notes)
    yield f"{texts.FOR_TYPING}: {sheet.command}"
