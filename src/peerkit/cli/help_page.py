"""The pages of `--help`, in the width that is there."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import Any, Final

from typer import Context
from typer.core import TyperCommand, TyperGroup

_WIDEST: Final = 78
_NARROWEST: Final = 18
_ROOM_FOR_COLUMNS: Final = 60
_INDENT: Final = 4
_WHOLE: Final = 1_000
"""Characters of a sentence, so that none is cut."""
_Formatter: Final[Any] = Context.formatter_class


class _Page(_Formatter):  # type: ignore[misc]  # typer has no name for it that is not its own business
    """What a help page is written to. In a narrow one, what is said of an option stands below it."""

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write what has a name, and what is said of it."""
        if self.width >= _ROOM_FOR_COLUMNS:
            super().write_dl(rows, col_max, col_spacing)
            return
        from peerkit.render.layout import wrapped

        start, below = " " * self.current_indent, " " * (self.current_indent + _INDENT)
        for name, said in rows:
            whole = name if len(start) + len(name) <= self.width else name.replace("|", " | ")
            lines = wrapped(whole, self.width, first=start, rest=below) + wrapped(said, self.width, first=below)
            self.write("".join(f"{line}\n" for line in lines))


class Command(TyperCommand):
    """A command whose help fits the screen."""

    def get_help(self, ctx: Any) -> str:
        """Return its help."""
        return _written(self, ctx)


class CommandGroup(TyperGroup):
    """The commands of peerkit; of each, the help that lists them says the whole first sentence."""

    def get_help(self, ctx: Any) -> str:
        """Return the help that lists them."""
        return _written(self, ctx)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(_WHOLE)) for name in self.list_commands(ctx)])


def _written(command: TyperCommand | TyperGroup, context: Context) -> str:
    page = _Page(width=max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((80, 24)).columns - 2)))
    command.format_help(context, page)
    return str(page.getvalue()).rstrip("\n")
