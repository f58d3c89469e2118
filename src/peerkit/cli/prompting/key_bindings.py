"""The keys that every screen has beside its own: how it is left and suspended, and how a line of text is mended."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from prompt_toolkit.application import Application, get_app, in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output
from wcwidth import grapheme_boundary_before, iter_graphemes

_PASTED: Final = 2
"""Characters behind an Enter, heard in one go with it, from which on they are no single key pressed fast."""
_SUSPEND: Final = getattr(signal, "SIGTSTP", None)
"""What suspends a job; Windows has none."""


def leaving(results: Mapping[str, Any]) -> KeyBindings:
    """Return bindings for keys that end a screen, each with its result; Ctrl-C and Ctrl-D break off, also as a signal."""
    bindings = KeyBindings()
    for key, result in results.items():
        bindings.add(key, eager=True)(partial(_leave_with, result))

    @bindings.add("c-c", eager=True)
    @bindings.add(Keys.SIGINT, eager=True)
    def _break_off(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add("c-d", eager=True)
    def _end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    return bindings


def suspending(draw: Callable[[Application[Any]], None]) -> KeyBindings:
    """Return the binding of Ctrl-Z: it gives the terminal back to the shell until the job goes on, and does nothing without one."""
    bindings = KeyBindings()

    async def suspend(application: Application[Any]) -> None:
        async with in_terminal():
            clear(application.output)
            application.output.flush()
            assert _SUSPEND is not None
            os.kill(0, _SUSPEND)
        draw(application)

    @bindings.add("c-z", eager=True)
    def _suspend(event: KeyPressEvent) -> None:
        if _SUSPEND is not None and os.isatty(event.app.input.fileno()):
            event.app.create_background_task(suspend(event.app))

    return bindings


def draw_again(application: Application[Any]) -> None:
    """Draw a screen anew, from the first row on."""
    application.renderer.clear()
    application.invalidate()


def clear(output: Output) -> None:
    """Clear the screen, and go to its first row."""
    output.erase_screen()
    output.cursor_goto(0, 0)


def mending() -> KeyBindings:
    """Return bindings for a line of text: keys move over whole characters and delete them, whatever these are put together from."""
    bindings = KeyBindings()

    @bindings.add("backspace", eager=True)
    def _delete_before(event: KeyPressEvent) -> None:
        event.current_buffer.delete_before_cursor(_length_before(event.current_buffer))

    @bindings.add("delete", eager=True)
    def _delete(event: KeyPressEvent) -> None:
        event.current_buffer.delete(_length_after(event.current_buffer))

    @bindings.add("left", eager=True)
    @bindings.add("c-b", eager=True)
    def _left(event: KeyPressEvent) -> None:
        event.current_buffer.cursor_position -= _length_before(event.current_buffer)

    @bindings.add("right", eager=True)
    @bindings.add("c-f", eager=True)
    def _right(event: KeyPressEvent) -> None:
        event.current_buffer.cursor_position += _length_after(event.current_buffer)

    @Condition
    def inside_of_a_text() -> bool:
        return sum(len(press.key) == 1 for press in get_app().key_processor.input_queue) >= _PASTED

    # NOTE: some terminals do not mark what is pasted. The first of its lines would end the question, and the next ones answer others.
    @bindings.add("enter", filter=inside_of_a_text, eager=True)
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return bindings


def add(application: Application[Any], *more: KeyBindings) -> None:
    """Add bindings to those that a screen has."""
    before = [application.key_bindings] if application.key_bindings else []
    application.key_bindings = merge_key_bindings([*before, *more])


def _leave_with(result: Any, event: KeyPressEvent) -> None:
    event.app.exit(result=result)


def _length_before(buffer: Buffer) -> int:
    """Return of how many code points the character before the cursor is, 0 where there is none."""
    return buffer.cursor_position - grapheme_boundary_before(buffer.text, buffer.cursor_position)


def _length_after(buffer: Buffer) -> int:
    return len(next(iter_graphemes(buffer.text[buffer.cursor_position :]), ""))
