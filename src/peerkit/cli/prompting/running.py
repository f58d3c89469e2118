"""What every question on a terminal has beside its own keys: how it is left, redrawn, scrolled and tidied up after."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

from prompt_toolkit.application import Application
from prompt_toolkit.application import application as applications
from prompt_toolkit.data_structures import Size
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ScrollOffsets

REDRAW: Final = object()
"""What a question is left with when the terminal has changed its size."""
_HEARD_AHEAD: Final = frozenset({Keys.ControlC, Keys.ControlD, "b", "p", "q"})
"""Keys that count when they were typed ahead: they answer nothing, and who presses them may be in a hurry."""
_PASTED: Final = 2
"""Characters behind an Enter, heard in one go with it, from which on they are no single key pressed fast."""
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


def keep_lines_together(application: Application[Any]) -> None:
    """Take an Enter in the middle of what is heard in one go as the end of a line.

    NOTE: some terminals do not mark what is pasted. The first of its lines would end the question, and the next ones answer others.
    """
    bindings = KeyBindings()

    @Condition
    def inside_of_a_text() -> bool:
        return sum(len(press.key) == 1 for press in application.key_processor.input_queue) >= _PASTED

    @bindings.add("enter", filter=inside_of_a_text, eager=True)
    def _new_line(event: Any) -> None:
        event.current_buffer.insert_text("\n")

    existing = application.key_bindings
    application.key_bindings = merge_key_bindings([existing, bindings]) if existing else bindings


def redraw_when_resized(application: Application[Any], drawn_for: Size) -> None:
    """Leave a question with `REDRAW` when the terminal has another size than the one it was drawn for."""

    def look(running: Application[Any]) -> None:
        if running.output.get_size() != drawn_for and running.is_running and not running.is_done:
            running.exit(result=REDRAW)

    application.before_render += look


def forget_answers_typed_ahead(source: Input) -> None:
    """Forget what was typed already, so that a second press of a key does not answer a question that nobody has seen."""
    typed = [*get_typeahead(source), *source.read_keys()]
    store_typeahead(source, [press for press in typed if press.key in _HEARD_AHEAD])


@contextmanager
def unhindered() -> Iterator[None]:
    """Keep Python from collecting garbage between a key and what it draws, and prompt_toolkit from making the same keys over and over.

    NOTE: each question leaves thousands of objects behind, and to collect them takes longer than to save and draw; see `tidy_when_idle`.
    Most of them are the default key bindings, which prompt_toolkit makes three times a question; they never change.
    """
    library = vars(applications)
    made = library["load_key_bindings"]
    library["load_key_bindings"] = cache(made)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        library["load_key_bindings"] = made


def tidy_up_the_last() -> None:
    """Collect what the question before left, which is young still where nobody was idle in between: fast hands cost no memory."""
    gc.collect(0)


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
