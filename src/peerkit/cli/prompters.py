"""Choose how a person is asked: on a terminal, or in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerkit.cli import console

if TYPE_CHECKING:
    from peerkit.cli.prompting.interface import Prompter


def prompter(*, plain: bool, large: bool = False) -> Prompter:
    """Return a prompter for what the standard streams are; `plain` asks in lines on any of them, `large` for a room to read."""
    here = console.here(plain=plain)
    if console.is_terminal() and not here.plain:
        from peerkit.cli.prompting.terminal import TerminalPrompter

        return TerminalPrompter(colour=here.colour, large=large)
    from peerkit.cli.prompting.lines import LinePrompter

    return LinePrompter(interactive=console.is_terminal(), width=here.width, large=large)
