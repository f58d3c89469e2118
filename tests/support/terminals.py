"""Terminals to run peerkit in: one in this process, one of the operating system. What is on their screens can be waited for."""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

import pexpect  # type: ignore[import-untyped]
import pyte
import pytest
from prompt_toolkit.data_structures import Size as PromptSize
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from peerkit.cli import app
from peerkit.cli.prompting import prompters
from peerkit.cli.prompting.terminal import TerminalPrompter
from peerkit.cli.prompting.words import GO_ON

KEYS: Final = {
    "Enter": "\r",
    "Space": " ",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Backspace": "\x7f",
    "Ctrl-C": "\x03",
    "Ctrl-D": "\x04",
    "Ctrl-U": "\x15",
}
PATIENCE: Final = 30.0
"""Seconds after which what we wait for counts as missing; no test passes because of it."""
_NUDGE: Final = 0.2
_IGNORED_KEY = "\x1b[24~"


class Size(NamedTuple):
    """The size of a terminal."""

    columns: int
    rows: int


class _Answering(pyte.Screen):
    """A screen that answers when it is asked where its cursor is."""

    def __init__(self, size: Size, terminal: Terminal) -> None:
        super().__init__(size.columns, size.rows)
        self.terminal = terminal

    def write_process_input(self, data: str) -> None:
        self.terminal.send(data)


class Terminal:
    """A screen that is written to by another thread; every look at it waits until what is wanted is there."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.written = ""
        self._changed = threading.Condition()
        self._screen = _Answering(size, self)
        self._stream = pyte.Stream(self._screen)

    def send(self, text: str) -> None:
        """Send text as if it were typed."""
        raise NotImplementedError

    def end(self) -> int:
        """Wait until the command has ended and return its exit code."""
        raise NotImplementedError

    def resize(self, size: Size) -> None:
        """Change the size."""
        with self._changed:
            self.size = size
            self._screen.resize(size.rows, size.columns)

    def feed(self, text: str) -> None:
        """Write to the screen."""
        with self._changed:
            self.written += text
            self._stream.feed(text)
            self._changed.notify_all()

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without the spaces at their ends."""
        with self._changed:
            return [line.rstrip() for line in self._screen.display]

    def shows(self, text: str) -> bool:
        """Whether a text is on the screen, wherever its lines break."""
        return _squeezed(text) in _squeezed("".join(self.lines))

    def press(self, *keys: str) -> None:
        """Press keys: the names in `KEYS`, or single characters."""
        for key in keys:
            self.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """Paste text, as terminals that mark it do."""
        self.send(f"\x1b[200~{text}\x1b[201~")

    def see(self, *texts: str) -> None:
        """Wait until all `texts` are on the screen."""
        self.wait_until(lambda: all(map(self.shows, texts)), f"{texts} to be seen")

    def see_no(self, *texts: str) -> None:
        """Wait until none of `texts` is on the screen."""
        self.wait_until(lambda: not any(map(self.shows, texts)), f"{texts} to be gone")

    def turn_to(self, text: str) -> None:
        """Turn page after page until `text` is on the screen."""
        page: list[str] = []

        def turned() -> bool:
            return self.shows(text) or (self.shows(GO_ON) and self.lines != page)

        self.wait_until(turned, f"{text!r} behind pages")
        while not self.shows(text):
            page = self.lines
            self.press("Enter")
            self.wait_until(turned, f"{text!r} behind pages")

    def read(self, text: str) -> None:
        """Turn pages until `text` is on the screen, and go on."""
        self.turn_to(text)
        self.press("Enter")

    def wait_until(self, holds: Callable[[], bool], wanted: str) -> None:
        """Wait until something holds about the screen."""
        with self._changed:
            if not self._changed.wait_for(holds, PATIENCE):
                drawn = "\n".join(self.lines)
                raise AssertionError(f"waited for {wanted}; on the screen is:\n{drawn}")


class Starter(Protocol):
    """Starts a command in a terminal of a kind."""

    def __call__(self, arguments: Sequence[str], size: Size, folder: Path) -> contextlib.AbstractContextManager[Terminal]:
        """Return the terminal in which `peerkit` runs with `arguments`."""


class _Writer(io.StringIO):
    """A stream that writes to a terminal."""

    def __init__(self, terminal: Terminal, newline: str) -> None:
        super().__init__()
        self.terminal = terminal
        self.end = newline

    def write(self, text: str) -> int:
        self.terminal.feed(text.replace("\n", self.end))
        return len(text)

    def isatty(self) -> bool:
        return True


class InProcess(Terminal):
    """A terminal in this process, with the command in a thread."""

    def __init__(self, size: Size, pipe: Any) -> None:
        super().__init__(size)
        self.pipe = pipe
        self.exit_code: int | None = None

    def send(self, text: str) -> None:
        """See `Terminal`."""
        self.pipe.send_text(text)

    def resize(self, size: Size) -> None:
        """See `Terminal`. A key that does nothing takes the place of the signal, which threads do not get."""
        super().resize(size)
        self.send(_IGNORED_KEY)

    def prompter(self, *, large: bool) -> TerminalPrompter:
        """Return a prompter for this terminal."""
        output = Vt100_Output(_Writer(self, "\n"), lambda: PromptSize(self.size.rows, self.size.columns), term="xterm")
        return TerminalPrompter(colour=False, large=large, source=self.pipe, screen=output)

    def run(self, work: Callable[[], int]) -> None:
        """Run `work` to its end and keep its exit code; its errors appear on the screen."""
        with contextlib.redirect_stderr(_Writer(self, "\r\n")):
            code = work()
        with self._changed:
            self.exit_code = code
            self._changed.notify_all()

    def end(self) -> int:
        """See `Terminal`."""
        self.wait_until(lambda: self.exit_code is not None, "the end")
        assert self.exit_code is not None
        return self.exit_code


class Real(Terminal):
    """A terminal of the operating system, with the command in a process."""

    def __init__(self, size: Size, child: Any) -> None:
        super().__init__(size)
        self.child = child
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def send(self, text: str) -> None:
        """See `Terminal`."""
        raw = text.encode("utf-8")
        while raw:
            raw = raw[os.write(self.child.child_fd, raw[:1000]) :]

    def resize(self, size: Size) -> None:
        """See `Terminal`."""
        super().resize(size)
        self.child.setwinsize(size.rows, size.columns)

    def end(self) -> int:
        """See `Terminal`. What a signal ended has that signal's number below zero."""
        self._reader.join(PATIENCE)
        assert not self._reader.is_alive(), "\n".join(self.lines)
        self.child.wait()
        return int(-self.child.signalstatus if self.child.exitstatus is None else self.child.exitstatus)

    def _read(self) -> None:
        with contextlib.suppress(OSError):
            while raw := os.read(self.child.child_fd, 65536):
                self.feed(self._decoder.decode(raw))


class Plain(Real):
    """A terminal of the operating system in which peerkit asks in lines: each key is a line, and what is said since then is seen."""

    def __init__(self, size: Size, child: Any) -> None:
        self.heard = 0
        super().__init__(size, child)

    def press(self, *keys: str) -> None:
        """See `Terminal`."""
        for key in keys:
            self.heard = len(self.written)
            self.send(KEYS.get(key, f"{key}\r"))

    def shows(self, text: str) -> bool:
        """See `Terminal`. A text that was said before the last key is not seen any more."""
        return _squeezed(text) in _squeezed(self.written[self.heard :])

    def see(self, *texts: str) -> None:
        """See `Terminal`. Who is seen is asked, so that a key is not typed ahead."""
        self.wait_until(lambda: all(map(self.shows, texts)) and self.written.endswith((" ", "\n")), f"{texts} to be seen")

    def see_no(self, *texts: str) -> None:
        """See `Terminal`. What was still on its way when the key was pressed, and is cleared away, is gone."""
        self.wait_until(lambda: not any(self.shows(text) and Terminal.shows(self, text) for text in texts), f"{texts} to be gone")

    def turn_to(self, text: str) -> None:
        """See `Terminal`. Lines have no pages."""
        self.see(text)

    def read(self, text: str) -> None:
        """See `Terminal`. Nothing waits for a person who has read."""
        self.see(text)


@contextlib.contextmanager
def in_process(arguments: Sequence[str], size: Size, folder: Path) -> Iterator[InProcess]:
    """Run a command in a terminal of this process, in `folder`."""

    def work() -> int:
        with contextlib.chdir(folder):
            return app.run(arguments)

    with create_pipe_input() as pipe, pytest.MonkeyPatch.context() as patched:
        terminal = InProcess(size, pipe)
        patched.setattr(prompters, "prompter", lambda *, plain, large=False: terminal.prompter(large=large))
        thread = threading.Thread(target=terminal.run, args=[work], daemon=True)
        thread.start()
        try:
            yield terminal
        finally:
            for _ in range(int(PATIENCE / _NUDGE)):
                if thread.is_alive():
                    pipe.send_text(KEYS["Ctrl-C"])
                    thread.join(_NUDGE)


@contextlib.contextmanager
def real(arguments: Sequence[str], size: Size, folder: Path, kind: type[Real] = Real) -> Iterator[Real]:
    """Run a command in a terminal of the operating system, in `folder`."""
    child = spawned(["-m", "peerkit", *arguments], size, folder)
    terminal = kind(size, child)
    try:
        yield terminal
    finally:
        end_process(child)


def plain(arguments: Sequence[str], size: Size, folder: Path) -> contextlib.AbstractContextManager[Real]:
    """Run a command in plain lines in a terminal of the operating system, in `folder`."""
    return real([*arguments, "--plain"], size, folder, Plain)


def end_process(child: Any) -> None:
    """End a process in a terminal that may not have ended yet, at once."""
    if child.isalive():
        child.kill(signal.SIGKILL)
        child.wait()
    child.close()


def spawned(arguments: Sequence[str], size: Size, folder: Path, variables: Mapping[str, str] = os.environ) -> Any:
    """Start Python in a terminal of the operating system, where `peerkit` is on the PATH."""
    path = os.pathsep.join([str(Path(sys.executable).parent), variables.get("PATH", os.defpath)])
    variables = {**variables, "TERM": "xterm-256color", "PATH": path}
    with warnings.catch_warnings():
        # NOTE: Python 3.12 and later warn of a fork beside threads; the child starts another program at once.
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        child = pexpect.spawn(sys.executable, list(arguments), dimensions=(size.rows, size.columns), cwd=folder, env=variables, echo=True)
    child.delayafterclose = child.delayafterterminate = 0.02
    child.ptyproc.delayafterclose = child.ptyproc.delayafterterminate = 0.02
    return child


def _squeezed(text: str) -> str:
    return "".join(text.split())
