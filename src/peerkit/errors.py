"""What can go wrong, as values a person can act on, and the exit codes that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    INTERRUPTED = 130


class FileName(str):
    """A word of a command that names a file or a folder, and is never meant as an option."""

    __slots__ = ()


class PeerkitError(Exception):
    """An error a person can act on.

    `message` says what went wrong and where, `hint` what to do next; neither ends in a line break. `command` holds the words, after
    `peerkit`, of a command that the hint ends with: only where it is printed is it known how they are written there.
    """

    exit_code = ExitCode.INPUT

    def __init__(self, message: str, hint: str, command: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.command = tuple(command)


class UsageError(PeerkitError):
    """The command was called in a way it does not understand."""

    exit_code = ExitCode.USAGE


class InputError(PeerkitError):
    """An input is missing, unreadable or invalid."""


class OutputError(PeerkitError):
    """A result cannot be written."""


class Interrupted(PeerkitError):
    """The person, or the end of the input, stopped the work before it was done."""

    exit_code = ExitCode.INTERRUPTED


def near_names(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three names that begin with `word` or look like it, best first."""
    folded = {name.casefold(): name for name in known}
    longer = [name for name in folded if len(word) > 2 and name.startswith(word.casefold())]
    matches = get_close_matches(word.casefold(), folded, n=3, cutoff=0.6)
    return [folded[name] for name in dict.fromkeys([*longer, *matches])][:3]


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint that names near names of `word`, or `otherwise` where there is none."""
    near = near_names(word, known)
    return f"Did you mean {' or '.join(near)}?" if near else otherwise


def not_installed(what: str, library: str, extra: str) -> OutputError:
    """Return the error that `what`, such as "a Word file", cannot be written without `library`, which the extra of peerkit brings.

    It is an output that cannot be written and no wrong usage: the same command works once the library is there.
    """
    return OutputError(f"{what} needs {library}, which is not installed", f'Install it with: pip install "peerkit[{extra}]"')
