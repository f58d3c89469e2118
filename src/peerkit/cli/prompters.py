"""Choose how a person is asked, on a terminal or in lines, and hold the file that what they say goes to."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console
from peerkit.errors import Interrupted

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


def only_writer(path: Path, prompter: Prompter) -> AbstractContextManager[None]:
    """Hold a file of answers while a person is asked, in a session of the prompter. See `storage.only_writer`."""
    from peerkit.source.json import storage

    return storage.only_writer(path, partial(_warn, prompter))


def _warn(prompter: Prompter, text: str) -> None:
    """Say a warning on standard error; where a screen is drawn over it at once, show it as well until it was read."""
    from peerkit.cli.prompting.lines import LinePrompter

    console.note(text)
    if not isinstance(prompter, LinePrompter):
        show_first(prompter, text)


def show_first(prompter: Prompter, text: str) -> None:
    """Show what a person should know before anything is asked or changed.

    Raises:
        Interrupted: when the person breaks off or stops there.

    """
    try:
        prompter.show(text)
    except (KeyboardInterrupt, EOFError) as broken_off:
        raise Interrupted("stopped before the first question", "Nothing was changed. Run it again to go on.") from broken_off
