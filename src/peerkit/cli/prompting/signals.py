"""Requests to end that come from outside: they do what Ctrl-C does, so that all is saved, said and put back in order, and not in a save."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

_REQUESTS: Final = ("SIGTERM", "SIGHUP")
"""To end, and that the terminal has gone; Windows does not know the second."""


class AskedToEnd(KeyboardInterrupt):
    """Somebody or something else asks the process to end, or the terminal has gone: there is nobody to go back to."""


@contextmanager
def ending_like_ctrl_c() -> Iterator[None]:
    """Raise `AskedToEnd` in this context when the process is asked to end; only the main thread of a process can hear that.

    What the process was started to ignore, such as the end of its terminal, it goes on ignoring.
    """
    with _heard_by(_interrupt, _REQUESTS):
        yield


@contextmanager
def put_off() -> Iterator[None]:
    """Let Ctrl-C and requests to end wait until this context is left, so that what is done in it is done whole, and known to be."""
    asked: list[int] = []
    try:
        with _heard_by(lambda number, _frame: asked.append(number), ("SIGINT", *_REQUESTS)):
            yield
    finally:
        if asked:
            signal.raise_signal(asked[0])


@contextmanager
def _heard_by(hear: Callable[[int, FrameType | None], object], names: Iterable[str]) -> Iterator[None]:
    before: dict[int, Any] = {}
    try:
        if threading.current_thread() is threading.main_thread():
            for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
                if signal.getsignal(number) not in (signal.SIG_IGN, None):
                    before[number] = signal.signal(number, hear)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(number: int, _frame: FrameType | None) -> None:
    """Raise `AskedToEnd` once; where an event loop runs, in a turn of its own.

    NOTE: raised in the middle of a task it would be that task's failure, which prompt_toolkit shows as such and waits for Enter.
    """
    signal.signal(number, signal.SIG_IGN)
    loop = _running_loop()
    if loop is None:
        _end()
    else:
        loop.call_soon_threadsafe(_end)


def _end() -> None:
    raise AskedToEnd


def _running_loop() -> Any:
    """Return the event loop that runs, None where none does; asyncio takes long to load, and where it is not loaded none does."""
    try:
        return sys.modules["asyncio"].get_running_loop()
    except (KeyError, AttributeError, RuntimeError):
        return None
