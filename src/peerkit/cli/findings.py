"""Show what is wrong with a framework's file the way `lint` shows it."""

from __future__ import annotations

from peerkit.cli import console
from peerkit.source.reading import Reading

_WHAT_STOPS = ("PK0", "PK1", "PK203")
"""The rules about what keeps a file from being read."""


def show_faults(reading: Reading) -> None:
    """Write what keeps a file from being used to standard error."""
    from peerkit.lint.runner import SourceText, lint
    from peerkit.render.findings.text import render

    result = lint([SourceText(reading.file, reading.document.text.encode())], select=_WHAT_STOPS)
    console.remark(render(result.findings, result.files, console.here(plain=True)))
