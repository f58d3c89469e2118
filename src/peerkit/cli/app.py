"""The entry point: finds the command, runs it, and turns every error into two lines and an exit code."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import sys
from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated

import typer

from peerkit import __version__
from peerkit.cli import commands, console
from peerkit.cli.help_page import Command, CommandGroup
from peerkit.errors import ExitCode, PeerkitError, UsageError, did_you_mean

HELP = """Hold your peer program up against published peer-work frameworks.

For reflection and planning. Not for audit, ranking, funding decisions or judging a person.
Everything stays in files on this computer.

Start with: peerkit assess tacsi

Every command takes --plain (short lines, good for a screen reader), --debug and --help."""

_THINGS_BEFORE_A_LOOK = 100_000


def main() -> None:
    """Run the command line and leave with its exit code."""
    # NOTE: a run makes many things at once and drops few; to look through them as often as usual takes a tenth of the time it has.
    gc.set_threshold(_THINGS_BEFORE_A_LOOK)
    console.prepare_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; the error that ends it, if one does, is told here and nowhere else."""
    arguments = _command_first(arguments)
    try:
        result = _application(arguments)(list(arguments), prog_name="peerkit", standalone_mode=False)
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
    for name in _needed(asked, names, arguments):
        module = importlib.import_module(f"{commands.__name__}.{name}")
        app.command(name, cls=Command)(module.command)
    return app


def _command_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with `--plain` and `--debug`, where they stand before the command, behind it: every command takes them."""
    leading = list(takewhile(("--plain", "--debug").__contains__, arguments))
    rest = list(arguments[len(leading) :])
    return [*rest[:1], *leading, *rest[1:]] if rest and not rest[0].startswith("-") else [*leading, *rest]


def _needed(asked: str | None, names: Sequence[str], arguments: Sequence[str]) -> Sequence[str]:
    """Return the command that is asked for; where none is, all of them, since the help lists them."""
    if asked in names:
        return [name for name in names if name == asked]
    return () if "--version" in arguments else names


def _root(context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False) -> None:
    if version:
        console.say(f"peerkit {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        console.say(context.get_help())


def _told(error: PeerkitError, arguments: Sequence[str]) -> int:
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
    return " ".join(message.split()).rstrip(".")
