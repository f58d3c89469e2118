"""`peerkit demo`: the result of an invented program."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Final

import typer

from peerkit.cli import console, options

_ONE: Final = Path("lantern-street", "lantern-street-peers.tacsi.peerkit.json")
_TEAM: Final = Path("tern-point", "2026-11")


def command(
    team: Annotated[bool, typer.Option("--team", help="The report of a team.")] = False,
    opened: Annotated[bool, typer.Option("--open", help="As a page in the browser.")] = False,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show the result of an invented program, or of its team.

    Example: peerkit demo --open
    """
    from peerkit.cli.commands import report
    from peerkit.source import catalog

    examples = catalog.built_in_folder().parent / "examples"
    form, output = ("html", Path(tempfile.mkdtemp(prefix="peerkit-"), "demo.html")) if opened else ("terminal", None)
    console.note("note: this program is invented, and so are its answers")
    if not team:
        report.command([examples / _ONE], form, output, opened=opened, plain=plain)
        return
    # NOTE: what a team's report has shown is remembered beside its files, with a word about it, and this is nobody's report.
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
        report.command([Path(shutil.copytree(examples / _TEAM, Path(folder, _TEAM.name)))], form, output, opened=opened, plain=plain)
