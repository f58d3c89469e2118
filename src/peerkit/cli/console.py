"""What the streams can do, and the few ways to write to them."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import sys
from pathlib import Path

from peerkit.errors import OutputError, PeerkitError
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line, visible_lines

_WIDEST = 100
_NARROWEST = 20
_LONG_NUMBER = re.compile(r"([0-9]{20})[0-9]{20,}")


def here(*, plain: bool = False, output: Path | None = None) -> RenderContext:
    """Return what standard output can do. It is plain when asked to be, on a dumb terminal, in a file, and when it is no terminal."""
    wanted = plain or output is not None or os.environ.get("PEERKIT_PLAIN", "") not in ("", "0") or os.environ.get("TERM") == "dumb"
    is_plain = wanted or not sys.stdout.isatty()
    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns))
    return RenderContext(width=width, plain=is_plain, colour=not is_plain and not os.environ.get("NO_COLOR"))


def is_terminal() -> bool:
    """Whether both standard input and output are a terminal, so that a person can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def prepare_streams() -> None:
    """Make the standard streams take any text: UTF-8 where they are no terminal, and never an exception for a character.

    The place of a stream that was closed before we started is taken by the null device, so that no file is opened in it.
    """
    for number in range(3):
        _take_place(number)
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open as long as we run
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open as long as we run
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _take_place(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)


class _Closed(io.TextIOBase):
    """Standard output where it was closed before we started: whoever writes to it is told, once."""

    def write(self, _text: str) -> int:
        hint = "Leave it open; where a command takes --output, that names a file."
        raise OutputError("the result cannot be written: standard output is closed", hint)


def say(text: str) -> None:
    """Write a result to standard output, with a line break at its end. A reader that has left is no error, and changes no exit code.

    Raises:
        OutputError: when standard output was closed before we started.

    """
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except OSError as error:
        if not has_left(error):
            raise


def refuse_closed() -> None:
    """Refuse to write to standard output where nobody can read it.

    Raises:
        OutputError: when it was closed before we started.

    """
    if isinstance(sys.stdout, _Closed):
        sys.stdout.write("")


def has_left(error: OSError) -> bool:
    """Whether an error of standard output says that its reader has left; what else is written to it is then dropped."""
    left = isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
    if left:
        # NOTE: without this, Python complains once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return left


def remark(text: str) -> None:
    """Write a remark to standard error; nothing in it can steer the terminal. Where nobody can hear it, nothing is said."""
    with contextlib.suppress(OSError):
        for line in visible_lines(text):
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()


def note(text: str) -> None:
    """Write a remark as one line, whatever stands in it: the name of a file may hold line breaks. See `remark`."""
    remark(one_line(text))


def tell_error(error: PeerkitError) -> None:
    """Write an error to standard error: what and where on one line, what to do next on another."""
    message = _LONG_NUMBER.sub(r"\1…", one_line(error.message))
    remark(f"error: {message}\nhint: {one_line(hint_of(error))}")


def hint_of(error: PeerkitError) -> str:
    """Return what an error says to do next, with the command to do it by."""
    from peerkit.cli.printed_command import printed, with_commands

    hint = _LONG_NUMBER.sub(r"\1…", with_commands(error.hint))
    return f"{hint} {printed(*error.command)}" if error.command else hint
