"""A page as Markdown that people go on editing: headings, lists, tables of numbers, and boxes to tick off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from peerkit.model import page as blocks
from peerkit.model.page import Block, Entry, Page, SidesRow
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.escape import markdown, visible
from peerkit.render.media.picture_parts import overview_head, overview_table, score_cells, tally_table


def render(page: Page, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all media
    """Return what a screen shows of the page as CommonMark with tables."""
    return "\n".join("\n".join((*_block(block), "")) for block in page.blocks_for("screen"))


def _block(block: Block) -> Iterator[str]:  # noqa: C901  # one case for each kind of block
    match block:
        case blocks.Title():
            yield f"# {markdown(block.kind)}: {markdown(block.text)}"
        case blocks.Facts():
            yield from (f"- {_label(label)} {markdown(text)}" for label, text in block.rows)
        case blocks.Notice():
            yield f"> **{markdown(block.text)}**"
        case blocks.Heading():
            yield f"{'#' * (block.level + 1)} {markdown(block.text)}"
            if block.note:
                yield from ("", markdown(block.note))
        case blocks.Paragraph():
            yield markdown(block.text)
        case blocks.Headline():
            yield f"**{markdown(block.text)}**{f', {markdown(block.rest)}' if block.rest else ''}"
        case blocks.Entries():
            for entry in block.entries:
                yield from _entry(entry)
        case blocks.Scores():
            yield from _table(words.SCORE_HEADS, [score_cells(row) for row in block.rows])
        case blocks.Bars():
            head, rests_on = overview_head(block)
            yield from (f"**{markdown(head)}**{f', {markdown(rests_on)}' if rests_on else ''}", "", *_table(*overview_table(block)))
        case blocks.Sides():
            yield from _table(words.SIDES_HEADS, [cells for row in block.rows for cells in _sides(row)])
        case blocks.Bullets():
            yield from (f"- {markdown(item)}" for item in block.items)
        case blocks.Commands():
            yield from (f"- {markdown(what)}: `{command}`" for command, what in block.rows)
        case blocks.Tallies():
            yield from _table(*tally_table(block))
        case blocks.SideBySide():
            yield from _table(("Theme", *block.heads), [(theme, *(cell.text for cell in cells)) for theme, cells in block.rows])
        case blocks.Terms():
            for number, (title, terms) in enumerate(block.groups):
                yield from ("",) if number else ()
                yield from (f"**{markdown(title)}**", "", *_table(block.heads, terms))
        case blocks.Code():
            yield from (f"    {visible(line)}".rstrip() for line in block.lines)
        case _:
            assert_never(block)


def _label(label: str) -> str:
    return f"**{markdown(label)}:**"


def _entry(entry: Entry) -> Iterator[str]:
    about = ", ".join(markdown(part) for part in (entry.standing, entry.place) if part)
    yield f"- **{markdown(entry.text)}**{f' ({about})' if about else ''}"
    for detail in entry.details:
        first, *more = detail.lines
        yield f"  - {'[ ] ' if detail.to_do else ''}{_label(detail.label)} {markdown(first)}"
        yield from (f"\n    {markdown(line)}" for line in more)


def _sides(row: SidesRow) -> Iterator[tuple[str, ...]]:
    """Yield a row for the whole, with the notes, and one for each of its groups."""
    whole = words.place(row.whole.ends) if row.whole else ""
    yield row.title, "", whole, ", ".join(row.notes)
    yield from (("", side.name, words.place(side.ends), "") for side in row.sides)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(markdown(head) for head in heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    yield from (f"| {' | '.join(markdown(cell) for cell in row)} |" for row in rows)
