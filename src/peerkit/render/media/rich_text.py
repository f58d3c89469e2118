"""What a screen is drawn with: rich's tables, rules and colours, around texts that are wrapped by `peerkit.render.layout`.

rich lays out and colours. By hand is only what it cannot do: `Words` makes a text safe and wraps it, because rich lets through what a
build server takes for a command, and counts joined emoji and flags as narrower than some terminals show them, by tables that differ
between its versions; `Edged` draws a line on the left of something however high that is; and `written` leaves out the spaces with which
rich fills lines to their end. No text from anywhere reaches rich but through `Words` and `shown`, and none is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import Final

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from peerkit.model.page import TO_FILL_IN
from peerkit.render.layout import as_words, cell_width, wrap, wrapped_command

# NOTE: the numbers are of the 256 colours and of middle brightness, so that they can be read on light and on dark ground. No red.
_STYLES: Final = {
    "strong": "bold",
    "quiet": "color(243)",
    "accent": "color(30)",
    "marker": "bold color(30)",
    "calm": "bold color(30)",
    "strength": "bold color(65)",
    "safety": "bold color(97)",
    "act": "bold color(67)",
    "plan": "bold color(30)",
    "find-out": "bold color(137)",
}
GAP: Final = 2
"""Cells between columns."""
_EDGE: Final = "▎ "
_DOTS: Final = "\N{HORIZONTAL ELLIPSIS}" * 12
EDGE_WIDTH: Final = len(_EDGE)


class _Line(Segment):
    """A line that is as wide as `cell_width` says, so that rich fills and cuts no further than every terminal allows."""

    __slots__ = ()

    @property
    def cell_length(self) -> int:
        """See `Segment.cell_length`."""
        return cell_width(self.text)


class _Whole(Segment):
    """A line that rich takes for one without width, so that it cuts nothing off."""

    __slots__ = ()

    @property
    def cell_length(self) -> int:
        """See `Segment.cell_length`."""
        return 0


class Words:
    """A text from anywhere, made safe and wrapped between words in the width that there is. `style` is one of `_STYLES`, or none."""

    def __init__(self, text: str, style: str = "") -> None:
        self._text, self._style = text.replace(TO_FILL_IN, _DOTS), style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        style = console.get_style(self._style) if self._style else None
        for line in wrap(self._text, options.max_width):
            yield from (_Line(line, style), Segment.line())

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(1, min(options.max_width, cell_width(as_words(self._text))))


class Copied:
    """A command, in lines that are never cut. See `wrapped_command`."""

    def __init__(self, command: str, goes_on: str) -> None:
        self._command, self._goes_on = command, goes_on

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in wrapped_command(self._command, options.max_width, self._goes_on):
            yield from (_Whole(line, console.get_style("accent")), Segment.line())


class Edged:
    """Something with a line on its left; or, where a `head` is given, with that on the left of its first line and nothing below it."""

    def __init__(self, inside: RenderableType, style: str, head: str = "") -> None:
        self._inside, self._style, self._head = inside, style, head

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        edge = Segment(self._head or _EDGE, console.get_style(self._style))
        for line in console.render_lines(self._inside, options.update_width(options.max_width - len(edge.text)), pad=False):
            yield from (edge, *line, Segment.line())
            edge = Segment(" " * len(edge.text)) if self._head else edge


def shown(*parts: tuple[str, str]) -> Text:
    """Return short texts from anywhere on one line, each with its style, made safe."""
    between = Text(" " * GAP, no_wrap=True, overflow="ignore")
    return between.join(Text(as_words(text), style) for text, style in parts)


def columns(*widths: int | None) -> Table:
    """Return an empty table without lines, whose columns have these widths; one of None takes what is left."""
    table = Table.grid(padding=(0, GAP, 0, 0), expand=None in widths)
    for width in widths:
        table.add_column(width=width, ratio=None if width else 1)
    return table


def hanging(head: str, style: str, *below: RenderableType) -> Edged:
    """Return things one below the other, behind a head of ours that stands on the first line alone."""
    return Edged(Group(*below), style, head)


def beside(width: int, left: RenderableType, right: RenderableType, gap: int = 0) -> Table:
    """Return something in `width` cells with something else beside it, which takes what is left."""
    table = Table.grid(padding=(0, gap, 0, 0), expand=True)
    table.add_column(width=width)
    table.add_column(ratio=1)
    table.add_row(left, right)
    return table


def written(drawn: Iterable[RenderableType], width: int, *, colour: bool) -> str:
    """Return what was drawn, one below the other, in lines of `width` cells; without an escape sequence where there is no colour."""
    out = StringIO()
    console = Console(
        file=out,
        # NOTE: rich makes numbers of COLUMNS and LINES where it is not told them, and stops at what is none.
        width=width,
        height=24,
        color_system="256" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        theme=Theme(_STYLES),
        markup=False,
        emoji=False,
        highlight=False,
    )
    lines = (line for renderable in drawn for line in console.render_lines(renderable, pad=False))
    segments = (segment for line in lines for segment in (*_without_spaces_at_the_end(line), Segment.line()))
    console.print(Segments(segments), end="", soft_wrap=True)
    return out.getvalue()


def _without_spaces_at_the_end(line: list[Segment]) -> list[Segment]:
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    return [*line[:-1], Segment(line[-1].text.rstrip(" "), line[-1].style or Style.null())] if line else []
