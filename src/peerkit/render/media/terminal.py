"""A page on a terminal: drawn, or plain, as short labelled lines to be read aloud, by a screen reader or from a log.

The plain form loads nothing that draws.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from peerkit.model import page as blocks
from peerkit.model.page import TO_FILL_IN, Block, Code, Entry, Page, ScoreRow, SidesRow
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.layout import as_words, cell_width, wrap, wrapped_code, wrapped_command


def render(page: Page, context: RenderContext) -> str:
    """Return the page in lines of at most `context.width` cells."""
    if context.plain:
        return plain(page, context)
    from peerkit.render.media import drawn

    return drawn.render(page, context)


_OPEN: Final = "not filled in yet"


def plain(page: Page, context: RenderContext) -> str:
    """Return what a screen shows of the page, in lines of at most `context.width` cells."""
    lines: list[str] = []
    for block in page.blocks_for("screen"):
        if isinstance(block, Code):
            lines += [shown for line in block.lines for shown in wrapped_code(line, context.width)]
        elif isinstance(block, blocks.Commands):
            lines += [line for command, what in block.rows for line in _command(command, what, context.width, block.goes_on)]
        else:
            lines += [line for text in texts(block) for line in (wrap(text, context.width) if text else [""])]
    return "\n".join(lines).strip("\n") + "\n"


def _command(command: str, what: str, width: int, goes_on: str) -> list[str]:
    """Return a command behind what it gives, on a line of its own where it does not fit."""
    label = f"{words.sentence(what)}:"
    on_one_line = as_words(f"{label} {command}")
    return [on_one_line] if cell_width(on_one_line) <= width else [*wrap(label, width), *wrapped_command(command, width, goes_on)]


def texts(block: Block) -> Iterator[str]:
    """Yield a block's texts, each a paragraph; an empty one is an empty line."""
    return (text.replace(TO_FILL_IN, _OPEN) for text in _texts(block))


def _texts(block: Block) -> Iterator[str]:  # noqa: C901  # one case for each kind of block
    match block:
        case blocks.Title():
            yield f"{block.kind}: {block.text}"
        case blocks.Facts():
            yield from (f"{label}{'' if label.endswith('?') else ':'} {value}" for label, value in block.rows)
        case blocks.Notice():
            yield from ("", f"Important: {block.text}")
        case blocks.Heading():
            head = block.text if block.text.endswith(("?", ".")) else f"{block.text}."
            yield from ("", head) if block.level == 2 else ("", "", head)
            if block.note:
                yield block.note
        case blocks.Paragraph():
            yield block.text
        case blocks.Headline():
            yield f"{', '.join(part for part in (block.text, block.rest) if part)}."
        case blocks.Entries():
            for number, entry in enumerate(block.entries, block.first):
                yield from _entry(number, entry, roomy=block.large)
        case blocks.Scores():
            yield from (_score(row) for row in block.rows)
        case blocks.Bars():
            yield from _bars(block)
        case blocks.Sides():
            for number, sides in enumerate(block.rows):
                yield from ("",) if number else ()
                yield from _sides(sides)
        case blocks.Bullets():
            yield from (f"{number}. {item}" for number, item in enumerate(block.items, 1))
        case blocks.Commands():
            yield from (f"{words.sentence(what)}: {command}" for command, what in block.rows)
        case blocks.Tallies():
            from peerkit.render.media.picture_parts import in_words

            yield from (f"{tally.title}: {in_words(tally)}." for tally in block.rows)
        case blocks.SideBySide():
            for theme, cells in block.rows:
                yield from ("", f"{theme}.")
                yield from (f"{head}: {cell.text}." for head, cell in zip(block.heads, cells, strict=True) if cell.levels)
        case blocks.Terms():
            for title, terms in block.groups:
                yield from ("", f"{title}.")
                for number, (ask, answer, weight) in enumerate(terms, 1):
                    yield from (f"{number}. {ask}", f"{answer}, {block.heads[2].lower()} {weight}.")
        case blocks.Code():
            yield from block.lines
        case _:
            assert_never(block)


def _entry(number: int, entry: Entry, *, roomy: bool) -> Iterator[str]:
    if roomy and number > 1:
        yield ""
    yield f"{number}. {entry.text}"
    if entry.standing:
        yield f"{entry.standing}."
    if entry.place and roomy:
        yield f"Part of: {entry.place}"
    for detail in entry.details:
        first, *more = detail.lines
        yield from (f"{detail.label}: {first}", *more)


def _score(row: ScoreRow) -> str:
    value = [words.score(row.score)] if row.score.value is not None else []
    return f"{row.title}: {', '.join((*value, *words.rests_on(row.score), *row.notes))}."


def _bars(block: blocks.Bars) -> Iterator[str]:
    from peerkit.render.media.picture_parts import overview_head, overview_table

    yield from ("", f"{', '.join(part for part in overview_head(block) if part)}.")
    for title, *about, goal in overview_table(block)[1]:
        yield f"{title}: {', range '.join(part for part in about if part)}, goal {goal}."


def _sides(row: SidesRow) -> Iterator[str]:
    yield f"{row.title}: {words.place(row.whole.ends)}." if row.whole else f"{row.title}."
    yield from (f"{words.sentence(side.name)}: {words.place(side.ends)}." for side in row.sides)
    yield from (f"{words.sentence(note)}." for note in row.notes)
