"""`peerkit forget`: delete answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import options


def command(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files of answers, or their folder.", show_default=False)],
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Delete the answers of a program, after its name was typed; with the last of them, the memory of what their reports showed.

    Example: peerkit forget 2025-11
    """
    from peerkit.cli.forgetting import forget

    forget(files)
