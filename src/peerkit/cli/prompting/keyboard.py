"""The keys of a terminal as prompt_toolkit takes them, told apart by ourselves: what nobody meant gets no further. See `keystrokes`."""

from __future__ import annotations

import codecs
import os
import select
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from time import monotonic
from typing import Final

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from peerkit.cli.prompting.keystrokes import PASTE, PASTE_END, Keystrokes

_LONG_SILENCE: Final = 1.0
"""Seconds without a character after which a sequence does not go on; prompt_toolkit tells the short silence, of half a second."""
_AT_ONCE: Final = 4096
_HEARD_AHEAD: Final = frozenset({Keys.ControlC, Keys.ControlD, "b", "p", "q"})
"""Keys that count when they were typed ahead: they answer nothing, and who presses them may be in a hurry."""


class Keyboard(Input):
    """Another input, but for what its characters mean."""

    def __init__(self, source: Input, encoding: str = "utf-8") -> None:
        self._source = source
        self._keystrokes = Keystrokes()
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
        self._heard_last = monotonic()
        self._ended = False

    def read_keys(self) -> list[KeyPress]:
        """Return the keys that were typed since, without waiting for any."""
        text, now = self._text(), monotonic()
        if not text:
            return []
        if now - self._heard_last > _LONG_SILENCE:
            self._keystrokes.give_up()
        self._heard_last = now
        return self._keystrokes.hear(text)

    def flush_keys(self) -> list[KeyPress]:
        """Hear that nothing more has come for a short while. No key of ours waits for that."""
        self._keystrokes.pause()
        return []

    def forget_answers_typed_ahead(self) -> None:
        """Forget what was typed already, so that a second press of a key does not answer a question that nobody has seen."""
        typed = [*get_typeahead(self), *self.read_keys()]
        store_typeahead(self, [press for press in typed if press.key in _HEARD_AHEAD])

    def _text(self) -> str:
        """Return what was sent, as text."""
        if sys.platform == "win32":
            return "".join(map(_as_sent, self._source.read_keys() + self._source.flush_keys()))
        try:
            if not select.select([self.fileno()], [], [], 0)[0]:
                return ""
            sent = os.read(self.fileno(), _AT_ONCE)
        except OSError:  # NOTE: the terminal itself has gone.
            sent = b""
        self._ended = not sent
        return self._decoder.decode(sent)

    @property
    def closed(self) -> bool:
        """Whether nothing more can come."""
        return self._ended or self._source.closed

    def fileno(self) -> int:
        """See `Input`."""
        return self._source.fileno()

    def typeahead_hash(self) -> str:
        """See `Input`."""
        return self._source.typeahead_hash()

    def raw_mode(self) -> AbstractContextManager[None]:
        """See `Input`."""
        return self._source.raw_mode()

    def cooked_mode(self) -> AbstractContextManager[None]:
        """See `Input`."""
        return self._source.cooked_mode()

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        """See `Input`."""
        return self._source.attach(input_ready_callback)

    def detach(self) -> AbstractContextManager[None]:
        """See `Input`."""
        return self._source.detach()

    def close(self) -> None:
        """See `Input`."""
        self._source.close()


def _as_sent(press: KeyPress) -> str:
    """Return a key as the characters that stand for it; a console that has no characters for its keys gets them from prompt_toolkit."""
    return f"{PASTE}{press.data}{PASTE_END}" if press.key == Keys.BracketedPaste else press.data
