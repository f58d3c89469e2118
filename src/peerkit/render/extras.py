"""Libraries that not everyone has: what is said where one of them is missing."""

from __future__ import annotations

from peerkit.errors import OutputError


def not_installed(what: str, library: str, extra: str) -> OutputError:
    """Return the error that `what`, such as "a Word file", cannot be written without `library`, which the extra of peerkit brings.

    It is an output that cannot be written and no wrong usage: the same command works once the library is there.
    """
    return OutputError(f"{what} needs {library}, which is not installed", f'Install it with: pip install "peerkit[{extra}]"')
