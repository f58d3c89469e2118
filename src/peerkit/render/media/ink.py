"""Lines of coloured text, and the one place where rich turns them into what a terminal reads."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import Final

Ink = str
Line = tuple[tuple[str, Ink], ...]
"""Texts side by side, each with its ink, a key of `INKS`. The texts are fit for a screen already."""

# NOTE: the numbers are of the 256 colours and of middle brightness, so that they can be read on light and on dark ground. No red.
INKS: Final[dict[Ink, str]] = {
    "text": "",
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


def inked(lines: Iterable[Line], *, colour: bool) -> str:
    """Return lines as text, with escape sequences where there is colour and without any where there is none."""
    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(
        file=out,
        color_system="256" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        # NOTE: rich makes numbers of COLUMNS and LINES where it is not told them, and stops at what is none. Nothing is wrapped here.
        width=80,
        height=24,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for line in lines:
        console.print(Text.assemble(*((text, INKS[ink]) for text, ink in line)), soft_wrap=True)
    return out.getvalue()
