"""A page drawn on a terminal, in columns where there is room for them and one below the other where there is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from peerkit.model.page import (
    Block,
    Blocks,
    Bullets,
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
from peerkit.render.interface import RenderContext
from peerkit.render.layout import as_words, cell_width, pad, wrap
from peerkit.render.media.bars import draw_scores
from peerkit.render.media.ink import Ink, Line, inked
from peerkit.render.media.sides import columns, draw_sides

_WIDEST: Final = 96
"""Cells beyond which lines get hard to read."""
_NARROW: Final = 60
_LONGEST_LABEL: Final = 20
_EDGE: Final = "▎ "


def render(page: Page, context: RenderContext) -> str:
    """Return what a screen shows of the page, in lines of at most `context.width` cells."""
    return render_blocks(page.blocks_for("screen"), context)


def render_blocks(blocks: Blocks, context: RenderContext) -> str:
    """Return the page in lines of at most `context.width` cells."""
    margin = " " * (1 if context.width < _NARROW else 2)
    width = min(context.width, _WIDEST) - 2 * len(margin)
    lines = (line for block in blocks for line in (*_space(block), *_block(block, width)))
    return inked((_with_margin(line, margin) for line in (*lines, ())), colour=context.colour)


def _space(block: Block) -> tuple[Line, ...]:
    """Return the empty lines before a block."""
    return ((), ()) if isinstance(block, Heading) and block.level == 1 else ((),)


def _with_margin(line: Line, margin: str) -> Line:
    """Return a line moved in, without spaces at its end."""
    while line and not line[-1][0].strip(" "):
        line = line[:-1]
    return ((margin, "text"), *line[:-1], (line[-1][0].rstrip(" "), line[-1][1])) if line else ()


def _block(block: Block, width: int) -> Iterator[Line]:  # noqa: C901  # one case for each kind of block
    match block:
        case Title():
            yield from _lines(block.text, width, "strong")
            yield from _lines(block.kind, width, "quiet")
            yield (("━" * width, "accent"),)
        case Facts():
            yield from _labelled(block.rows, width)
        case Notice():
            yield from (((_EDGE, "safety"), (line, "safety")) for line in wrap(block.text, width - len(_EDGE)))
        case Heading():
            yield from _heading(block, width)
        case Paragraph():
            yield from _lines(block.text, width, "text")
        case Headline():
            yield from _side_by_side((block.text, "marker"), (block.rest, "quiet"), width)
        case Entries():
            yield from _entries(block, width)
        case Scores():
            yield from draw_scores(block, width)
        case Sides():
            yield from draw_sides(block, width)
        case Bullets():
            for item in block.items:
                yield from _hanging((("· ", "quiet"),), 2, item, width, "text")
        case Commands():
            yield from _labelled(block.rows, width, ("accent", "quiet"), longest=width * 3 // 5)
        case Tallies() | SideBySide() | Terms():
            yield from ()  # NOTE: these stand in parts with room only.
        case _:
            assert_never(block)


def _lines(text: str, width: int, ink: Ink) -> Iterator[Line]:
    yield from (((line, ink),) for line in wrap(text, width))


def _hanging(head: Line, indent: int, text: str, width: int, ink: Ink) -> Iterator[Line]:
    """Yield `text` behind `head`, which takes `indent` cells, further lines below its start."""
    first, *more = wrap(text, width - indent)
    yield (*head, (first, ink))
    yield from (((" " * indent, "text"), (line, ink)) for line in more)


def _side_by_side(left: tuple[str, Ink], right: tuple[str, Ink], width: int) -> Iterator[Line]:
    """Yield two short texts on one line, or one below the other where they do not fit."""
    if cell_width(f"{as_words(left[0])}  {as_words(right[0])}") <= width:
        yield ((as_words(left[0]), left[1]), ("  ", "text"), (as_words(right[0]), right[1]))
    else:
        yield from _lines(left[0], width, left[1])
        yield from _lines(right[0], width, right[1])


def _heading(block: Heading, width: int) -> Iterator[Line]:
    if block.level == 2:
        yield from _side_by_side((block.text, block.tone), (block.note, "quiet"), width)
        return
    *before, last = wrap(block.text, width)
    yield from (((line, block.tone),) for line in before)
    rule = width - cell_width(last) - 1
    yield ((last, block.tone), (" " + "─" * rule if rule > 0 else "", "quiet"))
    if block.note:
        yield from _lines(block.note, width, "quiet")


def _labelled(
    rows: tuple[tuple[str, str], ...], width: int, inks: tuple[Ink, Ink] = ("quiet", "text"), *, longest: int | None = None
) -> Iterator[Line]:
    """Yield labels in a column with their texts beside them; where a label is too long for that, each text below its label."""
    label_ink, ink = inks
    column = max(cell_width(as_words(label)) for label, _ in rows) + 2
    beside = column <= (longest or min(_LONGEST_LABEL, width // 3)) + 2
    for label, text in rows:
        if beside:
            yield from _hanging(((pad(as_words(label), column), label_ink),), column, text, width, ink)
        else:
            yield from _lines(label, width, label_ink) if label else ()
            yield from _hanging((("  ", "text"),), 2, text, width, ink)


def _entries(block: Entries, width: int) -> Iterator[Line]:
    for number, entry in enumerate(block.entries):
        if not block.large:
            yield from _row(entry, width, block.tone)
            continue
        if number:
            yield ()
        yield from (((_EDGE, block.tone), *line) for line in _card(entry, width - len(_EDGE), block.tone))


def _card(entry: Entry, width: int, tone: Tone) -> Iterator[Line]:
    """Yield an entry that stands out."""
    yield from _lines(entry.place, width, "quiet") if entry.place else ()
    yield from _lines(entry.text, width, "strong")
    meter = _meter(entry)
    if meter or entry.standing:
        yield from _hanging(((meter, tone),), len(meter), entry.standing, width, "text")
    yield from _details(entry.details, width)


def _row(entry: Entry, width: int, tone: Tone) -> Iterator[Line]:
    """Yield an entry of a list."""
    meter = _meter(entry) or ("·     " if entry.goal is not None else "·  ")
    indent = len(meter)
    yield from _hanging(((meter, tone),), indent, entry.text, width, "text")
    if entry.standing:
        yield from _hanging(((" " * indent, "text"),), indent, entry.standing, width, "quiet")
    yield from (((" " * indent, "text"), *line) for line in _details(entry.details, width - indent))


def _meter(entry: Entry) -> str:
    """Return four dots: as many full as the level, empty ones up to the goal, small ones beyond it."""
    if entry.level is None or entry.goal is None:
        return ""
    missing = max(0, entry.goal - entry.level)
    return f"{'●' * entry.level}{'○' * missing}{'·' * (HIGHEST - entry.level - missing)}  "


def _details(details: tuple[Detail, ...], width: int) -> Iterator[Line]:
    rows = tuple(("" if number else detail.label, line) for detail in details for number, line in enumerate(_drawn(detail)))
    if rows:
        yield from _labelled(rows, width)


def _drawn(detail: Detail) -> list[str]:
    """Return the lines of a detail; the picture of its counts stands before the first."""
    first, *more = detail.lines
    return [f"{columns(detail.counts)} {first}" if detail.counts else first, *more]
