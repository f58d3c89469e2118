"""The entry point: finds the command, runs it or shows its help, and turns every error into two lines and an exit code."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import shutil
import sys
from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated, Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from peerkit import __version__
from peerkit.cli import commands, console
from peerkit.errors import ExitCode, InputError, PeerkitError, UsageError, did_you_mean

HELP = """Hold your peer program up against published peer-work frameworks.

For reflection and planning. Not for audit, ranking, funding decisions or judging a person.
Everything stays in files on this computer.

Type peerkit alone to be guided, or start with: peerkit assess tacsi

Every command takes --plain (short lines, good for a screen reader), --debug and --help."""

GROUPS: Final = {
    "Your program": ("assess", "list", "report", "explain", "plan", "demo", "frameworks", "show"),
    "Your team": ("prepare", "sheet", "collect", "agenda", "compare", "forget"),
    "Around a form": ("form", "key", "open", "share", "benchmark"),
    "For authors": ("new", "lint", "rule", "schema", "trace", "crosswalk"),
}
"""The commands as the help groups them; of each it says the first sentence."""
_LONGEST_NAME: Final = max(len(name) for names in GROUPS.values() for name in names)
_THINGS_BEFORE_A_LOOK = 100_000
_WIDEST_HELP: Final = 78
_NARROWEST_HELP: Final = 18
_ROOM_FOR_COLUMNS: Final = 60
_INDENT: Final = 4
_WHOLE: Final = 1_000
"""Characters of a sentence, so that none is cut."""
_NO_NUMBER: Final = re.compile("is not a valid int( range)?$")
_Formatter: Final[Any] = typer.Context.formatter_class


def main() -> None:
    """Run the command line and leave with its exit code."""
    # NOTE: a run makes many things at once and drops few; to look through them as often as usual takes a tenth of the time it has.
    gc.set_threshold(_THINGS_BEFORE_A_LOOK)
    console.prepare_streams()
    code = run(sys.argv[1:])
    # NOTE: what is there now goes with the process; to look through it once more at the end would take another tenth.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; the error that ends it, if one does, is told here and nowhere else."""
    # NOTE: `--plain` and `--debug` may stand before the command: every command takes them.
    leading = list(takewhile(("--plain", "--debug").__contains__, arguments))
    rest = list(arguments[len(leading) :])
    arguments = [*rest[:1], *leading, *rest[1:]] if rest and not rest[0].startswith("-") else [*leading, *rest]
    try:
        if not rest and _guided(plain="--plain" in leading):
            return ExitCode.DONE
        result = _application(arguments)(list(arguments) if rest else [], prog_name="peerkit", standalone_mode=False)
        sys.stdout.flush()
    except PeerkitError as error:
        return _told(error, arguments)
    except typer.TyperException as error:
        return _told(UsageError(_one_sentence(error.format_message()), f"See `{_command_of(error, arguments)} --help`."), arguments)
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # NOTE: typer turns the former into the latter.
        console.has_left(BrokenPipeError())
        return ExitCode.DONE
    except Exception as error:
        return _told(_unexpected(error), arguments)
    return result if isinstance(result, int) else ExitCode.DONE


def _guided(*, plain: bool) -> bool:
    """Ask a person what to do, and do it; False where nobody can be asked."""
    if not console.is_terminal():
        return False
    from peerkit.cli.guide import guide
    from peerkit.cli.prompting.prompters import prompter

    guide(prompter(plain=plain), plain=plain, show_help=lambda: _application([])([], prog_name="peerkit", standalone_mode=False))
    return True


def command_names() -> tuple[str, ...]:
    """Return the names of all commands, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(commands.__path__)))


def _application(arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the commands that are needed: each costs time to load."""
    app = typer.Typer(cls=CommandGroup, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    app.callback(help=HELP, invoke_without_command=True)(_root)
    names = command_names()
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    if asked is not None and asked not in names and "--help" not in arguments:
        raise UsageError(f'there is no command "{asked}"', did_you_mean(asked, names, f"The commands are {', '.join(names)}."))
    # NOTE: where no command is asked for, all of them are needed, since the help lists them.
    for name in [asked] if asked in names else () if "--version" in arguments else names:
        module = importlib.import_module(f"{commands.__name__}.{name}")
        app.command(name, cls=Command)(module.command)
    return app


def _root(context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    if version:
        console.say(f"peerkit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        console.say(context.get_help())


def _told(error: PeerkitError, arguments: Sequence[str]) -> int:
    if isinstance(error, InputError):
        from peerkit.cli.library import show_broken

        show_broken(error)
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    console.tell_error(error)
    return error.exit_code


def _unexpected(error: Exception) -> PeerkitError:
    if isinstance(error, OSError) and error.filename is not None:
        unexpected = PeerkitError(f"{error.filename} cannot be used: {error.strerror}", "Check the path and its permissions.")
    elif isinstance(error, OSError):
        unexpected = PeerkitError(f"the result cannot be written: {error.strerror or error}", "Make room, or write to another place.")
    else:
        unexpected = PeerkitError(
            f"something went wrong inside peerkit ({type(error).__name__}: {error})",
            "What was saved is safe. Run it again with --debug and send us what it prints.",
        )
    unexpected.__cause__ = error
    return unexpected


def _command_of(error: typer.TyperException, arguments: Sequence[str]) -> str:
    context = getattr(error, "ctx", None)
    if context is not None:
        return str(context.command_path)
    return " ".join(["peerkit", *(name for name in arguments[:1] if name in command_names())])


def _one_sentence(message: str) -> str:
    return _NO_NUMBER.sub("is no whole number", " ".join(message.split()).rstrip("."))


# The pages of `--help`, in the width that is there.


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
    """A command whose help fits the screen, and whose files are tried by what reads them: one that cannot be read is no wrong usage."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        for parameter in self.params:
            kind: Any = parameter.type
            if getattr(kind, "readable", False):
                kind.readable = False

    def get_help(self, ctx: Any) -> str:
        """Return its help."""
        return _written(self, ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; `--resume` may stand without a file, which means this folder."""
        words = zip(args, [*args, "--"][1:], strict=True)
        named = [f"{word}=." if word == "--resume" and behind.startswith("-") else word for word, behind in words]
        return list(super().parse_args(ctx, named))


class CommandGroup(TyperGroup):
    """The commands of peerkit; of each, the help that lists them says the whole first sentence."""

    def get_help(self, ctx: Any) -> str:
        """Return the help that lists them."""
        return _written(self, ctx)

    def format_commands(self, _ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        for title, names in GROUPS.items():
            rows = [(f"{name:{_LONGEST_NAME}}", self.commands[name].get_short_help_str(_WHOLE)) for name in names if name in self.commands]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _written(command: TyperCommand | TyperGroup, context: typer.Context) -> str:
    page = _Page(width=max(_NARROWEST_HELP, min(_WIDEST_HELP, shutil.get_terminal_size((80, 24)).columns - 2)))
    command.format_help(context, page)
    return str(page.getvalue()).rstrip("\n")
