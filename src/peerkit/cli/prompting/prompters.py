"""How a person is asked, on a terminal or in lines, and how the file that what they say goes to is held and saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console
from peerkit.cli.prompting import words
from peerkit.cli.prompting.interface import Option
from peerkit.cli.prompting.signals import put_off
from peerkit.errors import Interrupted, OutputError

if TYPE_CHECKING:
    from peerkit.cli.prompting.interface import Prompter
    from peerkit.cli.prompting.lines import LinePrompter


def prompter(*, plain: bool, large: bool = False) -> Prompter:
    """Return a prompter for what the standard streams are; `plain` asks in lines on any of them, `large` for a room to read."""
    here = console.here(plain=plain)
    if console.is_terminal() and not here.plain:
        from peerkit.cli.prompting.terminal import TerminalPrompter

        return TerminalPrompter(colour=here.colour, large=large)
    return line_prompter(large=large)


def line_prompter(*, large: bool = False) -> LinePrompter:
    """Return a prompter that asks in lines, whatever the standard streams are."""
    from peerkit.cli.prompting.lines import LinePrompter

    return LinePrompter(interactive=console.is_terminal(), width=console.here(plain=True).width, large=large)


def only_writer(path: Path, prompter: Prompter) -> AbstractContextManager[None]:
    """Hold a file of answers while a person is asked, in a session of the prompter. See `storage.only_writer`."""
    from peerkit.source.json import storage

    return storage.only_writer(path, partial(_warn, prompter))


def _warn(prompter: Prompter, text: str) -> None:
    """Say a warning on standard error; where a screen is drawn over it at once, show it as well until it was read."""
    console.note(text)
    if prompter.redraws:
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


def save(write: Callable[[], None], prompter: Prompter) -> None:
    """Save by `write`, which nothing breaks off. Where that fails and a person is there, ask whether to try again.

    Raises:
        OutputError: when it cannot be saved.

    """
    while True:
        try:
            with put_off():
                write()
        except OutputError as error:
            if not prompter.interactive or not _tries_again(error, prompter):
                raise
        else:
            return


def _tries_again(error: OutputError, prompter: Prompter) -> bool:
    options = [Option("again", words.TRY_AGAIN), Option("stop", words.STOP)]
    try:
        return prompter.choose(f"{error.message}. {words.ASK_RETRY}", options) == "again"
    except (KeyboardInterrupt, EOFError):
        return False
