"""What every question on a terminal has beside its own keys: how it is left, redrawn, scrolled and tidied up after."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import ScrollOffsets

REDRAW: Final = object()
"""What a question is left with when the terminal has changed its size."""
_IDLE: Final = 0.3
"""Seconds without a key after which a person reads."""


def bind(application: Application[Any], bound: Mapping[str, Any]) -> None:
    """Bind keys that end a question, each with its result, beside those it has; Ctrl-D ends the input."""
    bindings = KeyBindings()
    for key, result in bound.items():
        bindings.add(key, eager=True)(_leaving(result))

    @bindings.add("c-d", eager=True)
    def _end(event: Any) -> None:
        event.app.exit(exception=EOFError)

    existing = application.key_bindings
    application.key_bindings = merge_key_bindings([existing, bindings]) if existing else bindings


def redraw_when_resized(application: Application[Any], drawn_for: Size) -> None:
    """Leave a question with `REDRAW` when the terminal has another size than the one it was drawn for."""

    def look(running: Application[Any]) -> None:
        if running.output.get_size() != drawn_for and running.is_running and not running.is_done:
            running.exit(result=REDRAW)

    application.before_render += look


@contextmanager
def unhindered() -> Iterator[None]:
    """Keep Python from collecting garbage between a key and what it draws; see `tidy_when_idle`.

    NOTE: each question leaves thousands of objects behind, and to collect them takes longer than to save and draw.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def tidy_when_idle(application: Application[Any]) -> None:
    """Collect garbage while the person reads."""

    async def tidy() -> None:
        await asyncio.sleep(_IDLE)
        gc.collect()

    def begin() -> None:
        application.create_background_task(tidy())

    application.pre_run_callables.append(begin)


def fit_to_edge(application: Application[Any], lines: int) -> None:
    """Scroll so that all of the option pointed at is in sight, which has up to `lines` lines."""
    for window in application.layout.find_all_windows():
        window.scroll_offsets = ScrollOffsets(bottom=lines - 1)


def _leaving(result: Any) -> Callable[[Any], None]:
    def leave(event: Any) -> None:
        event.app.exit(result=result)

    return leave
