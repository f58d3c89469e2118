"""A page as a Word document that people go on editing: headings, paragraphs and tables in styles, no picture.

Each block becomes pieces here; `peerkit.render.media.word.file` writes the pieces.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, assert_never

from peerkit.model.page import (
    Block,
    Bullets,
    Commands,
    Entries,
    Entry,
    Facts,
    Heading,
    Headline,
    Notice,
    Page,
    Paragraph,
    ScoreRow,
    Scores,
    SideBySide,
    Sides,
    SidesRow,
    Tallies,
    Terms,
    Title,
)
from peerkit.render import wording as words
from peerkit.render.media.picture_parts import given

Style = Literal[
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Normal", "List Bullet", "Note", "Notice", "Headline", "Question",
    "Detail", "Large Question", "Large Detail",
]  # fmt: skip
Emphasis = Literal["", "strong", "code"]
Run = tuple[str, Emphasis]
"""A text, as it came, and how it stands out."""

_BOX: Final = "\N{BALLOT BOX}"
_SIDE_BY_SIDE: Final = 4
"""Heads of columns of numbers that fit on a sheet without being turned."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    style: Style
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of heads. `title` says what it holds to whoever cannot see it; the first column names the rows.

    `widths` holds a number for each column: how wide it is beside the others. `numbers` are the columns to align on the right.
    `upright` turns the heads of these columns, where many stand side by side.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: frozenset[int] = frozenset()
    upright: bool = False


Piece = Line | Grid


def pieces(page: Page) -> Iterator[Piece]:
    """Yield what a page is made of, from its cover to its last part."""
    for block in (*page.cover, *(block for part in page.parts for block in part.blocks)):
        yield from _block(block)


def _block(block: Block) -> Iterator[Piece]:  # noqa: C901  # one case for each kind of block
    match block:
        case Title():
            yield from (_line("Subtitle", block.kind), _line("Title", block.text))
        case Facts():
            yield from (_labelled("Normal", label, text) for label, text in block.rows)
        case Notice():
            yield _line("Notice", block.text)
        case Heading():
            yield _line("Heading 1" if block.level == 1 else "Heading 2", block.text)
            if block.note:
                yield _line("Note", block.note)
        case Paragraph():
            yield _line("Normal", block.text)
        case Headline():
            yield Line("Headline", ((block.text, "strong"), (f" {block.rest}" if block.rest else "", "")))
        case Entries():
            for entry in block.entries:
                yield from _entry(entry, large=block.large)
        case Scores():
            yield _scores(block)
        case Sides():
            rows = tuple(cells for row in block.rows for cells in _sides(row))
            yield Grid("Scores of groups side by side", words.SIDES_HEADS, rows, (4, 4, 2, 4), frozenset({2}))
        case Bullets():
            yield from (_line("List Bullet", item) for item in block.items)
        case Commands():
            yield from (Line("Normal", ((f"{words.sentence(what)}:", ""), (" ", ""), (command, "code"))) for command, what in block.rows)
        case Tallies():
            yield _tallies(block)
        case SideBySide():
            yield _side_by_side(block)
        case Terms():
            yield from _terms(block)
        case _:
            assert_never(block)


def _line(style: Style, text: str) -> Line:
    return Line(style, ((text, ""),))


def _labelled(style: Style, label: str, text: str) -> Line:
    return Line(style, ((f"{label}{'' if label.endswith('?') else ':'}", "strong"), (f" {text}", "")))


def _entry(entry: Entry, *, large: bool) -> Iterator[Line]:
    question: Style = "Large Question" if large else "Question"
    detail: Style = "Large Detail" if large else "Detail"
    yield _line(question, entry.text)
    about = (entry.standing, entry.lane, entry.place and f"part of {entry.place}")
    if any(about):
        yield _line(detail, words.sentence(", ".join(text for text in about if text)))
    for one in entry.details:
        first, *more = one.lines
        yield _labelled(detail, f"{_BOX} {one.label}" if one.to_do else one.label, first)
        yield from (_line(detail, line) for line in more)


def _scores(block: Scores) -> Grid:
    remarks = any(row.notes for row in block.rows)
    columns = len(words.SCORE_HEADS) if remarks else len(words.SCORE_HEADS) - 1
    rows = tuple(_score(row)[:columns] for row in block.rows)
    return Grid("Scores with their ranges", words.SCORE_HEADS[:columns], rows, (6, 2, 3, 3, 5)[:columns], frozenset({1, 2, 3}))


def _score(row: ScoreRow) -> tuple[str, ...]:
    score = row.score
    value = words.points(score.value) if score.value is not None else words.NO_SCORE
    return row.title, value, words.spread(score), words.share(score.counts), ", ".join(row.notes)


def _sides(row: SidesRow) -> Iterator[tuple[str, ...]]:
    """Yield a row for the whole, with the notes, and one for each of its groups."""
    for side, notes in ((row.whole, row.notes), *((side, ()) for side in row.sides)):
        if side is not None:
            yield row.title, side.name, words.place(side.value, about=side.about), ", ".join(notes)


def _tallies(block: Tallies) -> Grid:
    """Return a column of numbers for each kind of answer that was given at all."""
    rows = given(block)
    heads = (words.SCORE_HEADS[0], *(words.sentence(segment.label) for segment in rows[0]))
    numbers = tuple((tally.title, *(str(segment.number) for segment in row)) for tally, row in zip(block.rows, rows, strict=True))
    kinds = len(rows[0])
    columns = frozenset(range(1, kinds + 1))
    return Grid("How often each answer was given", heads, numbers, (8, *[2] * kinds), columns, upright=kinds > _SIDE_BY_SIDE)


def _side_by_side(block: SideBySide) -> Grid:
    rows = tuple((theme, *(cell.text for cell in cells)) for theme, cells in block.rows)
    return Grid("Where each theme stands in each framework", ("Theme", *block.heads), rows, tuple([1] * (len(block.heads) + 1)))


def _terms(block: Terms) -> Iterator[Piece]:
    for title, rows in block.groups:
        yield _line("Heading 3", title)
        yield Grid("Answers and weights", block.heads, rows, (8, 3, 2), frozenset({2}))
