"""A confirmation is typed: the program's name."""

from __future__ import annotations

import sys

from peerkit.cli import console
from peerkit.errors import UsageError
from peerkit.model.answers import program_key
from peerkit.render.escape import one_line


def confirm_by_name(program: str, warning: str) -> None:
    """Show what is about to happen, and go on only when the program's name was typed; case and spaces do not matter.

    Raises:
        UsageError: when another name was typed, or nobody is there to type one.

    """
    if not console.is_terminal():
        raise UsageError("this needs a confirmation, and there is no terminal to type it in", "Run it in a terminal, without a pipe.")
    console.remark(f"{warning}\nTo go on, type the name of the program: {one_line(program)}")
    from peerkit.cli.prompting.keystrokes import typed

    name = typed(sys.stdin.readline())
    if program_key(name) == program_key(program):
        return
    said = "nothing was typed" if not name.strip() else "that is not the program's name"
    raise UsageError(f"{said}, and nothing was changed", f"Run it again and type: {program}")
