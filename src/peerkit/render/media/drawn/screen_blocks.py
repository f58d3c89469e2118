"""Each kind of block as it stands on a screen, and the page that they make together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from peerkit.model.page import (
    Block,
    Bullets,
    Code,
    Commands,
    Detail,
    Entries,
    Entry,
    Facts,
    Heading,
    Headline,
    Notice,
    Page,
    Paragraph,
    Scores,
    SideBySide,
    Sides,
    Tallies,
    Terms,
    Title,
    Tone,
)
from peerkit.model.scale import HIGHEST
from peerkit.render.context import RenderContext
from peerkit.render.layout import as_words, cell_width, wrap
from peerkit.render.media.drawn.number_tables import draw_scores, draw_side_by_side, draw_sides, draw_tallies, draw_terms, heights
from peerkit.render.media.drawn.rich_text import EDGE_WIDTH, GAP, Edged, Words, beside, columns, hanging, shown, written

_WIDEST: Final = 96
"""Cells beyond which lines get hard to read."""
_NARROW: Final = 60
_LONGEST_LABEL: Final = 20


def render(page: Page, context: RenderContext) -> str:
    """Return what a screen shows of the page, in lines of at most `context.width` cells."""
    margin = 1 if context.width < _NARROW else 2
    width = min(context.width, _WIDEST)
    blocks = (
        Padding(Group(*_block(block, width - 2 * margin)), (_space_before(block), margin, 0, margin)) for block in page.blocks_for("screen")
    )
    return written((*blocks, Text("")), width, colour=context.colour)


def _space_before(block: Block) -> int:
    """Return how many empty lines stand before a block."""
    return 2 if isinstance(block, Heading) and block.level == 1 else 1


def _block(block: Block, width: int) -> Iterator[RenderableType]:  # noqa: C901  # one case for each kind of block
    match block:
        case Title():
            yield from (Words(block.text, "strong"), Words(block.kind, "quiet"), Rule(characters="━", style="accent"))
        case Facts():
            yield _labelled(block.rows, width)
        case Notice():
            yield Edged(Words(block.text, "safety"), "safety")
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            yield Words(block.text)
        case Headline():
            yield _beside_or_below((block.text, "marker"), (block.rest, "quiet"), width)
        case Entries():
            yield from _entries(block, width)
        case Scores():
            yield draw_scores(block, width)
        case Sides():
            yield from draw_sides(block, width)
        case Bullets():
            yield from (hanging("· ", "quiet", Words(item)) for item in block.items)
        case Commands():
            yield _labelled(block.rows, width, ("accent", "quiet"), longest=width * 3 // 5)
        case Tallies():
            yield draw_tallies(block, width)
        case SideBySide():
            yield from draw_side_by_side(block, width)
        case Terms():
            yield from draw_terms(block, width)
        case Code():
            yield from (Padding(Words(line.strip()), (0, 0, 0, 2 + len(line) - len(line.lstrip()))) for line in block.lines)
        case _:
            assert_never(block)


def _heading(block: Heading, width: int) -> Iterator[RenderableType]:
    if block.level == 2:
        yield _beside_or_below((block.text, block.tone), (block.note, "quiet"), width)
        return
    *before, last = wrap(block.text, width)
    yield from (Words(line, block.tone) for line in before)
    if cell_width(last) + GAP <= width:
        yield beside(cell_width(last), Words(last, block.tone), Rule(characters="─", style="quiet"), gap=1)
    else:
        yield Words(last, block.tone)
    if block.note:
        yield Words(block.note, "quiet")


def _beside_or_below(left: tuple[str, str], right: tuple[str, str], width: int) -> RenderableType:
    """Return two short texts on one line, or one below the other where they do not fit."""
    if cell_width(f"{as_words(left[0])}{' ' * GAP}{as_words(right[0])}") <= width:
        return shown(left, right)
    return Group(Words(*left), Words(*right))


def _labelled(
    rows: tuple[tuple[str, str], ...], width: int, styles: tuple[str, str] = ("quiet", ""), *, longest: int | None = None
) -> RenderableType:
    """Return labels in a column with their texts beside them; where a label is too long for that, each text below its label."""
    label_style, style = styles
    column = max(cell_width(as_words(label)) for label, _ in rows)
    if column > (longest or min(_LONGEST_LABEL, width // 3)):
        below: list[RenderableType] = []
        for label, text in rows:
            below += [*([Words(label, label_style)] if label else []), Padding(Words(text, style), (0, 0, 0, GAP))]
        return Group(*below)
    table = columns(column, None)
    for label, text in rows:
        table.add_row(Words(label, label_style), Words(text, style))
    return table


def _entries(block: Entries, width: int) -> Iterator[RenderableType]:
    for number, entry in enumerate(block.entries):
        if not block.large:
            yield _row(entry, width, block.tone)
            continue
        if number:
            yield Text("")
        yield Edged(Group(*_card(entry, width - EDGE_WIDTH, block.tone)), block.tone)


def _card(entry: Entry, width: int, tone: Tone) -> Iterator[RenderableType]:
    """Yield what stands on an entry that stands out."""
    if entry.place:
        yield Words(entry.place, "quiet")
    yield Words(entry.text, "strong")
    meter = _meter(entry)
    if meter:
        yield hanging(meter, tone, Words(entry.standing))
    elif entry.standing:
        yield Words(entry.standing)
    yield from _details(entry.details, width)


def _row(entry: Entry, width: int, tone: Tone) -> RenderableType:
    """Return an entry of a list."""
    meter = _meter(entry) or ("·     " if entry.goal is not None else "·  ")
    standing = [Words(entry.standing, "quiet")] if entry.standing else []
    return hanging(meter, tone, Words(entry.text), *standing, *_details(entry.details, width - len(meter)))


def _meter(entry: Entry) -> str:
    """Return four dots: as many full as the level, empty ones up to the goal, small ones beyond it."""
    if entry.level is None or entry.goal is None:
        return ""
    missing = max(0, entry.goal - entry.level)
    return f"{'●' * entry.level}{'○' * missing}{'·' * (HIGHEST - entry.level - missing)}  "


def _details(details: tuple[Detail, ...], width: int) -> Iterator[RenderableType]:
    rows = tuple(("" if number else detail.label, line) for detail in details for number, line in enumerate(_drawn(detail)))
    if rows:
        yield _labelled(rows, width)


def _drawn(detail: Detail) -> list[str]:
    """Return the lines of a detail; the picture of its counts stands before the first."""
    first, *more = detail.lines
    return [f"{heights(detail.counts)} {first}" if detail.counts else first, *more]
