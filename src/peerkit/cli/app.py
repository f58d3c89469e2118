"""The entry point: finds the command, runs it, and turns every error into two lines and an exit code."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer

from peerkit import __version__
from peerkit.cli import commands, console
from peerkit.errors import ExitCode, PeerkitError, UsageError, did_you_mean

HELP = """Hold your peer program up against published peer-work frameworks.

For reflection and planning. Not for audit, ranking, funding decisions or judging a person.
Everything stays in files on this computer.

Start with: peerkit assess tacsi
Every command takes --plain (short lines, good for a screen reader), --debug and --help."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    console.prepare_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. The only place where an error becomes text."""
    try:
        result = _application(arguments)(list(arguments), prog_name="peerkit", standalone_mode=False)
        sys.stdout.flush()
    except PeerkitError as error:
        return _told(error, arguments)
    except typer.TyperException as error:
        return _told(UsageError(_one_sentence(error.format_message()), f"See `{_command_of(error)} --help`."), arguments)
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # NOTE: the reader of our output has gone; without this, Python complains about it once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:
        return _told(_unexpected(error), arguments)
    return result if isinstance(result, int) else ExitCode.DONE


def command_names() -> tuple[str, ...]:
    """Return the names of all commands, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(commands.__path__)))


def _application(arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the command that is asked for, or with all where none is: each costs time to load."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)
    app.callback(help=HELP)(_root)
    names = command_names()
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    if asked is not None and asked not in names and "--help" not in arguments:
        raise UsageError(f'there is no command "{asked}"', did_you_mean(asked, names, f"The commands are {', '.join(names)}."))
    for name in [asked] if asked in names else names:
        module = importlib.import_module(f"{commands.__name__}.{name}")
        app.command(name)(module.command)
    return app


def _root(version: Annotated[bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)] = False) -> None:
    if version:
        console.say(f"peerkit {__version__}")
        raise typer.Exit


def _told(error: PeerkitError, arguments: Sequence[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exception(error, file=sys.stderr)
    console.tell_error(error)
    return error.exit_code


def _unexpected(error: Exception) -> PeerkitError:
    if isinstance(error, OSError):
        unexpected = PeerkitError(f"the result cannot be written: {error.strerror or error}", "Make room, or write to another place.")
    else:
        unexpected = PeerkitError(
            f"something went wrong inside peerkit ({type(error).__name__}: {error})",
            "What was saved is safe. Run it again with --debug and send us what it prints.",
        )
    unexpected.__cause__ = error
    return unexpected


def _command_of(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "peerkit"


def _one_sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")
