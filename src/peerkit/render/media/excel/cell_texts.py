"""Texts for cells: a page as lines of text, and texts as a cell can hold them, no longer, in visible characters, and never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from peerkit.model.page import Block, Heading, Notice, Title
from peerkit.model.workbook import TextLine
from peerkit.render.escape import visible_lines
from peerkit.render.media import plain

LONGEST: Final = 32_767
"""How many characters a cell can hold; one beyond the basic plane, such as an emoji, counts as two."""
MOST_LINES: Final = 253
LONG_TEXTS: Final = "Long texts"
"""The name of the sheet where long texts stand in full."""
_BEGINNING: Final = 1_000
"""Characters of a long text that stand in its own cell."""
_FORMULA: Final = ("=", "+", "-", "@")


def text_lines(blocks: Iterable[Block]) -> Iterator[TextLine]:
    """Yield the texts of a page, each as a line, for whoever wants to read and not to reckon; what is drawn elsewhere is said in words."""
    for block in blocks:
        match block:
            case Title():
                yield TextLine("title", f"{block.kind}: {block.text}")
            case Heading():
                yield TextLine("heading" if block.level == 1 else "part", block.text)
                yield from [TextLine("text", block.note)] if block.note else []
            case Notice():
                yield TextLine("notice", block.text)
            case _:
                yield from (TextLine("text", text) for text in plain.texts(block) if text)


def visible_text(text: str) -> str:
    """Return a text whose lines stay and whose other characters can all be seen."""
    return "\n".join(visible_lines(text))


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula if someone typed it."""
    return text.lstrip().startswith(_FORMULA)


def parts(text: str, room: int = LONGEST) -> list[str]:
    """Return a text in parts that fit into cells, at most `room` characters each; together they are the whole text."""
    size = room if text.isascii() or max(text) <= "\uffff" else room // 2
    found, start = [], 0
    while start < len(text):
        part = text[start : start + size]
        line_breaks = part.split("\n", MOST_LINES)
        if len(line_breaks) > MOST_LINES:
            part = part[: len(part) - len(line_breaks[-1])]
        found.append(part)
        start += len(part)
    return found or [""]


@dataclass(slots=True)
class LongTexts:
    """The texts that are too long for their cell, each once, with the row of their sheet (from 1, below its head) where they begin."""

    rows: list[tuple[str, str]] = field(default_factory=list)
    _begins: dict[str, int] = field(default_factory=dict)

    def fitting(self, text: str) -> str:
        """Return a text that fits into a cell: the text itself, or its beginning and where the whole of it stands."""
        shown = visible_text(text)
        whole = parts(shown)
        if len(whole) == 1:
            return shown
        if shown not in self._begins:
            self._begins[shown] = len(self.rows) + 2
            self.rows += [(f"{number} of {len(whole)}", part) for number, part in enumerate(whole, 1)]
        notice = f"[Too long for one cell. The whole text is on the sheet {LONG_TEXTS}, from row {self._begins[shown]}.]\n"
        return f"{notice}{parts(shown, _BEGINNING)[0]}\N{HORIZONTAL ELLIPSIS}"
