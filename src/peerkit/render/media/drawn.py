"""A page drawn on a terminal with rich: columns where there is room for them, one thing below the other where there is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final, assert_never

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from peerkit.model import page as blocks
from peerkit.model.page import Block, Entries, Entry, Page, ScoreRow, Side, Sides, SidesRow, Tone
from peerkit.model.result import Score
from peerkit.model.scale import HIGHEST, LEVELS
from peerkit.render import wording as words
from peerkit.render.context import RenderContext
from peerkit.render.layout import as_words, cell_width, pad, wrap
from peerkit.render.media.picture_parts import SIGNS, bar_ends, goal_place, in_words, overview_head
from peerkit.render.media.rich_text import EDGE_WIDTH, GAP, Copied, Edged, Words, beside, columns, hanging, shown, written

_WIDEST: Final = 96
"""Cells beyond which lines get hard to read."""
_NARROW: Final = 60
_LONGEST_LABEL: Final = 20


def render(page: Page, context: RenderContext) -> str:
    """Return what a screen shows of the page, in lines of at most `context.width` cells."""
    margin = 1 if context.width < _NARROW else 2
    width = min(context.width, _WIDEST)
    drawn, headed = list[RenderableType](), False
    for block in page.blocks_for("screen"):
        is_part = isinstance(block, blocks.Heading) and block.level == 1
        before = 2 if is_part and not page.dense else 0 if headed and page.dense else 1
        headed = isinstance(block, blocks.Heading) and not is_part
        drawn.append(Padding(Group(*_block(block, width - 2 * margin, dense=page.dense)), (before, margin, 0, margin)))
    return written(drawn if page.dense else (*drawn, Text("")), width, colour=context.colour)


def _block(block: Block, width: int, *, dense: bool) -> Iterator[RenderableType]:  # noqa: C901  # one case for each kind of block
    match block:
        case blocks.Title() if dense:
            yield from (_beside_or_below((block.text, "strong"), (block.kind, "quiet"), width), Rule(characters="━", style="accent"))
        case blocks.Title():
            yield from (Words(block.text, "strong"), Words(block.kind, "quiet"), Rule(characters="━", style="accent"))
        case blocks.Facts():
            yield _labelled(block.rows, width)
        case blocks.Notice():
            yield Edged(Words(block.text, "safety"), "safety")
        case blocks.Heading():
            yield from _heading(block, width)
        case blocks.Paragraph():
            yield Words(block.text)
        case blocks.Headline():
            yield _beside_or_below((block.text, "marker"), (block.rest, "quiet"), width)
        case blocks.Entries():
            yield from _entries(block, width)
        case blocks.Scores():
            yield draw_scores(block, width)
        case blocks.Bars():
            yield from draw_overview(block, width)
        case blocks.Sides():
            yield from draw_sides(block, width)
        case blocks.Bullets():
            yield from (hanging("· ", "quiet", Words(item)) for item in block.items)
        case blocks.Commands():
            yield from _commands(block, width)
        case blocks.Tallies():
            yield draw_tallies(block, width)
        case blocks.SideBySide():
            yield from draw_side_by_side(block, width)
        case blocks.Terms():
            yield from draw_terms(block, width)
        case blocks.Code():
            yield from (Padding(Words(line.strip()), (0, 0, 0, 2 + len(line) - len(line.lstrip()))) for line in block.lines)
        case _:
            assert_never(block)


def _heading(block: blocks.Heading, width: int) -> Iterator[RenderableType]:
    if block.level == 2:
        yield _beside_or_below((block.text, block.tone), (block.note, "quiet"), width)
        return
    *before, last = wrap(block.text, width)
    yield from (Words(line, block.tone) for line in before)
    if cell_width(last) + GAP <= width and not block.text.endswith("."):
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


def _labelled(rows: tuple[tuple[str, str], ...], width: int) -> RenderableType:
    """Return labels in a column with their texts beside them; where a label is too long for that, each text below its label."""
    column = max(cell_width(as_words(label)) for label, _ in rows)
    if column > min(_LONGEST_LABEL, width // 3):
        below: list[RenderableType] = []
        for label, text in rows:
            below += [*([Words(label, "quiet")] if label else []), Padding(Words(text), (0, 0, 0, GAP))]
        return Group(*below)
    table = columns(column, None)
    for label, text in rows:
        table.add_row(Words(label, "quiet"), Words(text))
    return table


def _commands(block: blocks.Commands, width: int) -> Iterator[RenderableType]:
    """Yield commands with what each gives beside them, or below where one is long."""
    column = max(cell_width(as_words(command)) for command, _ in block.rows)
    for command, what in block.rows:
        if column <= width * 3 // 5:
            yield beside(column, Words(command, "accent"), Words(what, "quiet"), gap=GAP)
        else:
            yield Group(Copied(command, block.goes_on), Padding(Words(what, "quiet"), (0, 0, 0, GAP)))


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


def _details(details: tuple[blocks.Detail, ...], width: int) -> Iterator[RenderableType]:
    rows = []
    for detail in details:
        first, *more = detail.lines
        rows += [(detail.label, f"{heights(detail.counts)} {first}" if detail.counts else first), *(("", line) for line in more)]
    if rows:
        yield _labelled(tuple(rows), width)


_DOT, _RANGE, _MARKER = "·", "━", "●"
_FULL, _UNSURE, _OPEN, _GOAL = "█", "▓", "░", "│"
_BAR: Final = 20
_SHORTEST_BAR: Final = 8
"""Cells of a bar where there is room, and those below which its number stands alone."""
_HEIGHTS: Final = "▁▂▃▄▅▆▇█"
_NO_SCORE, _TO = "\N{EN DASH}", "\N{EN DASH}"
_SCORE, _SPREAD, _INDENT = 3, 6, 2
_RANGE_HEAD, _ANSWERED_HEAD = "range", "answered"
_POINTS: Final = len("between 35 and 100")
_SHORTEST_TRACK: Final = 21
_ROOM_FOR_COLUMNS: Final = 66
"""Cells from which names, lines and numbers fit side by side."""
_THEME_COLUMN: Final = 24
"""Cells that a framework needs beside others."""


class _Track:
    """A line from 0 to 100 as wide as there is room for: the range heavy, a marker at the score."""

    def __init__(self, value: Fraction | None, low: Fraction | None, high: Fraction | None) -> None:
        self._value, self._low, self._high = value, low, high

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        if self._low is None or self._high is None:
            yield Text(_DOT * width, "quiet")
            return
        low, high = _cell_at(self._low, width), _cell_at(self._high, width)
        track = Text.assemble((_DOT * low, "quiet"), (_RANGE * (high - low + 1), "accent"), (_DOT * (width - high - 1), "quiet"))
        if self._value is not None:
            place = _cell_at(self._value, width)
            track = Text.assemble(track[:place], (_MARKER, "marker"), track[place + 1 :])
        yield track


class _Scale:
    """The ends and the middle of a line from 0 to 100."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        middle = _cell_at(Fraction(50), options.max_width)
        yield Text(f"{pad('0' + '50'.rjust(middle), options.max_width - 3)}100", "quiet")


def _cell_at(value: Fraction, width: int) -> int:
    """Return the cell, from 0, in which a score of 0 to 100 stands."""
    return floor(value * (width - 1) / 100 + Fraction(1, 2))


def heights(counts: Sequence[int]) -> str:
    """Return how many chose each level as columns, the highest for the most; a dot for none."""
    most = max(1, *counts)
    return "".join(_HEIGHTS[ceil(len(_HEIGHTS) * count / most) - 1] if count else _DOT for count in counts)


def draw_overview(block: blocks.Bars, width: int) -> Iterator[RenderableType]:
    """Yield the name with its score, then a bar for each row, its number beside it, the goal marked; what has no score says so instead."""
    drawn = {"full": _FULL, "open": f"{_UNSURE}{_OPEN}", "goal": _GOAL}
    legend = "   ".join(f"{drawn[sign]} {SIGNS[sign]}" for sign in block.legend)
    head, rests_on = overview_head(block)
    about = "   ".join(part for part in (rests_on, legend) if part)
    fits = cell_width(as_words(f"{head}{' ' * GAP}{about}")) <= width
    yield _beside_or_below((head, "strong"), (about if fits else rests_on, "quiet"), width)
    drawn_numbers = (words.at_a_glance(row.score) for row in block.rows if row.score.value is not None or row.score.ends)
    number = max(_SCORE, *map(cell_width, drawn_numbers), 0)
    bar = min(_BAR, width - number - GAP)
    if width < _ROOM_FOR_COLUMNS:
        for row in block.rows:
            yield from (Words(row.title), _bar_beside(row, bar))
    else:
        table = columns(width - bar - number - 2 * GAP, None)
        for row in block.rows:
            table.add_row(Words(row.title), _bar_beside(row, bar))
        yield table
    if legend and not fits:
        yield Words(legend, "quiet")


def _bar_beside(row: blocks.Bar, width: int) -> RenderableType:
    """Return the bar of a row with its number; where there is no score, why."""
    number = words.at_a_glance(row.score)
    full, between = bar_ends(row)
    if width < _SHORTEST_BAR or (row.score.value is None and row.score.ends is None):
        return Words(number, "quiet")
    cells = [_FULL if (cell + Fraction(1, 2)) * 100 <= full * width else _DOT for cell in range(width)]
    if between:
        low, high = (min(width - 1, floor(place * width / 100)) for place in between)
        cells[low : high + 1] = [_UNSURE if cell == _FULL else _OPEN for cell in cells[low : high + 1]]
    cells[min(width - 1, goal_place(row) * width // 100)] = _GOAL
    return shown(("".join(cells), "accent"), (number, "strong"))


def draw_scores(scores: blocks.Scores, width: int) -> RenderableType:
    """Return scores with their lines; numbers beside them, or below where there is no room for columns."""
    if width < _ROOM_FOR_COLUMNS:
        return Group(*_with_space_between(_score_below(row) for row in scores.rows))
    share = max(len(_ANSWERED_HEAD), *(len(words.share(row.score.counts)) for row in scores.rows))
    spread = max(_SPREAD, *(len(_spread(row.score)) for row in scores.rows))
    track = max(_SHORTEST_TRACK, (width - _SCORE - spread - share - 4 * GAP) * 2 // 5)
    right = track + spread + share + 2 * GAP
    title = width - right - _SCORE - 2 * GAP
    table = columns(title, _SCORE, right)

    def numbers(line: RenderableType, between: str, answered: str) -> RenderableType:
        beside = columns(track, spread, share)
        beside.add_row(line, _to_the_right(between, "quiet"), _to_the_right(answered, "quiet"))
        return beside

    table.add_row("", "", numbers(_Scale(), _RANGE_HEAD, _ANSWERED_HEAD))
    apart = any(row.notes or len(wrap(row.title, title)) > 1 for row in scores.rows)
    for number, row in enumerate(scores.rows):
        if number and apart:
            table.add_row()
        notes = [Words(", ".join(row.notes), "quiet")] if row.notes else []
        drawn = numbers(_score_track(row.score), _spread(row.score), words.share(row.score.counts))
        table.add_row(Words(row.title), _score_points(row.score), Group(drawn, *notes))
    return table


def _score_below(row: ScoreRow) -> RenderableType:
    table = columns(_SCORE, None)
    about = ", ".join((*words.rests_on(row.score), *row.notes))
    table.add_row(_score_points(row.score), Group(_score_track(row.score), Words(about, "quiet")))
    return Group(Words(row.title), table)


def _score_track(score: Score) -> _Track:
    return _Track(score.value, score.least, score.most)


def _score_points(score: Score) -> Text:
    return _to_the_right(words.points(score.value) if score.value is not None else _NO_SCORE, "strong")


def _spread(score: Score) -> str:
    return words.spread(score).replace(" to ", _TO)


def _to_the_right(text: str, style: str) -> Text:
    return Text(text, style, justify="right")


def _with_space_between(drawn: Iterator[RenderableType]) -> Iterator[RenderableType]:
    for number, renderable in enumerate(drawn):
        if number:
            yield Text("")
        yield renderable


def draw_sides(sides: Sides, width: int) -> Iterator[RenderableType]:
    """Yield each name with its groups, and their lines beside or below them."""
    track = max(_SHORTEST_TRACK, (width - _POINTS) * 2 // 5)
    if width < _ROOM_FOR_COLUMNS:
        yield from _with_space_between(_sides_below(row) for row in sides.rows)
        return
    widths = (width - track - _POINTS - 2 * GAP, _POINTS, track)
    head = columns(*widths)
    head.add_row("", "", _Scale())
    yield head
    yield from _with_space_between(_sides_beside(row, widths) for row in sides.rows)


def _sides_beside(row: SidesRow, widths: tuple[int, int, int]) -> RenderableType:
    table = columns(*widths)
    table.add_row(Words(row.title, "strong"), _to_the_right(words.place(row.whole.ends) if row.whole else "", "strong"), "")
    for side in row.sides:
        table.add_row(_indented(Words(side.name)), _to_the_right(words.place(side.ends), "strong"), _side_track(side))
    return Group(table, *(_indented(Words(note, "quiet")) for note in row.notes))


def _sides_below(row: SidesRow) -> RenderableType:
    title = f"{row.title}: {words.place(row.whole.ends)}" if row.whole else row.title
    sides = (_indented(Words(f"{side.name}: {words.place(side.ends)}"), _side_track(side)) for side in row.sides)
    return Group(Words(title, "strong"), *sides, *(_indented(Words(note, "quiet")) for note in row.notes))


def _indented(*drawn: RenderableType) -> Padding:
    return Padding(Group(*drawn), (0, 0, 0, _INDENT))


def _side_track(side: Side) -> _Track:
    low, high = side.ends or (None, None)
    return _Track(low if low == high else None, low, high)


def draw_tallies(tallies: blocks.Tallies, width: int) -> RenderableType:
    """Return how many chose each level as columns, and every answer that was given in words; the name beside it or above it."""
    drawn = [(tally.title, hanging(f"{heights(tally.levels)}  ", "accent", Words(in_words(tally)))) for tally in tallies.rows]
    if width < _ROOM_FOR_COLUMNS:
        return Group(*(Group(Words(title), _indented(row)) for title, row in drawn))
    table = columns(min(width * 2 // 5, max(cell_width(as_words(title)) for title, _ in drawn)), None)
    for title, row in drawn:
        table.add_row(Words(title), row)
    return table


def draw_side_by_side(block: blocks.SideBySide, width: int) -> Iterator[RenderableType]:
    """Yield the cells of each theme, from the lowest to the highest level on a line of five; in columns, or one below the other."""
    theme = width - len(block.heads) * (_THEME_COLUMN + GAP)
    if theme < _THEME_COLUMN:
        for number, (name, cells) in enumerate(block.rows):
            told = (
                _indented(Words(head, "quiet"), _theme_cell(cell)) for head, cell in zip(block.heads, cells, strict=True) if cell.levels
            )
            yield from ((Text(""),) if number else ())
            yield Group(Words(name, "strong"), *told)
        return
    share = (width - len(block.heads) * GAP) // (len(block.heads) + 1)
    table = columns(None, *([share] * len(block.heads)))
    table.add_row("", *(Words(head, "quiet") for head in block.heads))
    for name, cells in block.rows:
        table.add_row()
        table.add_row(Words(name), *(_theme_cell(cell) for cell in cells))
    yield table


def _theme_cell(cell: blocks.ThemeCell) -> RenderableType:
    return hanging(f"{_span(cell.levels)}  ", "accent", Words(cell.text)) if cell.levels else Text("")


def _span(levels: Sequence[int | None]) -> str:
    """Return a place for each level of the scale: a marker at the lowest and at the highest of some, a line between them."""
    there = [level for level in levels if level is not None]
    if not there:
        return _DOT * len(LEVELS)
    low, high = min(there), max(there)
    between = f"{_MARKER}{_RANGE * (high - low - 1)}{_MARKER}" if high > low else _MARKER
    return f"{_DOT * low}{between}{_DOT * (HIGHEST - high)}"


def draw_terms(terms: blocks.Terms, width: int) -> Iterator[RenderableType]:
    """Yield the terms of each section below its title: the question, and its answer and weight beside or below it."""
    told = [terms.heads, *(row for _, rows in terms.groups for row in rows)]
    answer, weight = (max(cell_width(as_words(row[place])) for row in told) for place in (1, 2))
    beside = width >= _ROOM_FOR_COLUMNS
    widths = (None, min(answer, width // 3), min(weight, width // 6))
    if beside:
        head = columns(*widths)
        head.add_row(*(Words(text, "quiet") for text in terms.heads[:2]), _to_the_right(as_words(terms.heads[2]), "quiet"))
        yield head
    for number, (title, rows) in enumerate(terms.groups):
        if number or beside:
            yield Text("")
        yield Words(title, "strong")
        table = columns(*widths)
        for question, given, factor in rows:
            if beside:
                table.add_row(Words(question), Words(given), _to_the_right(as_words(factor), ""))
            else:
                yield Words(question)
                yield _indented(Words(f"{given}, {terms.heads[2].lower()} {factor}", "quiet"))
        yield table
