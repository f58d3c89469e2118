"""What there is around a run: the streams, what they can do and the few ways to write to them, a person to confirm, and the day."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.errors import OutputError, PeerkitError, UsageError
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line, visible_lines

if TYPE_CHECKING:
    import datetime

_WIDEST = 100
_NARROWEST = 20
_LAST_SECOND = 253_402_300_799
"""Of the year 9999."""
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
        try:
            os.fstat(number)
        except OSError:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open as long as we run
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open as long as we run
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


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


def confirm_by_name(program: str, warning: str) -> None:
    """Show what is about to happen, and go on only when the program's name was typed; case and spaces do not matter.

    Raises:
        UsageError: when another name was typed, or nobody is there to type one.

    """
    if not is_terminal():
        raise UsageError("this needs a confirmation, and there is no terminal to type it in", "Run it in a terminal, without a pipe.")
    remark(f"{warning}\nTo go on, type the name of the program: {one_line(program)}")
    from peerkit.cli.prompting.keystrokes import typed
    from peerkit.model.answers import program_key

    name = typed(sys.stdin.readline())
    if program_key(name) == program_key(program):
        return
    said = "nothing was typed" if not name.strip() else "that is not the program's name"
    raise UsageError(f"{said}, and nothing was changed", f"Run it again and type: {program}")


def on_screen(text: str) -> str:
    """Return a text in lines that fit."""
    from peerkit.render.layout import wrap

    return "\n".join(wrap(text, here().width))


def today() -> str:
    """Return the day on the clock: the day that answers get."""
    return now().date().isoformat()


def document_day() -> str:
    """Return the day that a document is made on; `SOURCE_DATE_EPOCH` fixes it, so that one can be made again byte for byte.

    Raises:
        UsageError: when `SOURCE_DATE_EPOCH` says no day.

    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed.strip():
        return now().date().isoformat()
    import datetime

    from peerkit.model.typed_text import whole_number

    seconds = whole_number(fixed, _LAST_SECOND)
    if seconds is None:
        from peerkit.source.yaml.document_words import shortened

        hint = "Set it to the seconds since 1970, a whole number such as 1795219200, or take it out of the environment."
        raise UsageError(f'SOURCE_DATE_EPOCH is "{shortened(fixed)}", and that is no day', hint)
    return datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC).date().isoformat()


def now() -> datetime.datetime:
    """Return what the clock says."""
    import datetime

    return datetime.datetime.now().astimezone()
