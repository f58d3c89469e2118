"""Commands as they are printed, so that whoever copies one runs just that."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal

from peerkit.errors import FileName
from peerkit.render.escape import one_line

Shell = Literal["posix", "cmd", "powershell"]
GOES_ON: Final[Mapping[Shell, str]] = {"posix": "\\", "cmd": "^", "powershell": "`"}
"""What ends a line of a command that goes on in the next."""
_NAME: Final = "peerkit"
_FOLDER_OPTION: Final = "--frameworks"
_IN_A_TEXT: Final = re.compile(r"(?<=`)peerkit(?= [a-z])|(?<=: )peerkit(?= [a-z])")
_PLAIN_IN_CMD: Final = re.compile(r"[\w+\-.:/\\]+")
_PLAIN_IN_POWERSHELL: Final = re.compile(r"[\w.\\/][\w+\-.:/\\]*|--[a-z-]+")
_POWERSHELL_QUOTES: Final = re.compile("(['\u2018-\u201b])")


def printed(*words: str) -> str:
    """Return the command `peerkit` with these words, as it is started here and for the shell of this computer. See `command_line`."""
    shell = shell_here()
    return command_line(words, shell, program_here(shell))


def in_folder(folder: Path | None) -> tuple[str, ...]:
    """Return the words of a command that name the folder to look for frameworks in, none where that need not be said."""
    return (_FOLDER_OPTION, FileName(folder)) if folder else ()


def files_named(files: Sequence[Path], folder: Path | None, skipped: Sequence[Path] = (), *, skip_broken: bool = False) -> tuple[str, ...]:
    """Return the words of a command that name files of answers, and what to look in and to leave out to read them."""
    left_out = [word for path in skipped for word in ("--skip", FileName(path))]
    return (*map(FileName, files), *in_folder(folder), *left_out, *(["--skip-broken"] if skip_broken else []))


def with_commands(text: str) -> str:
    """Return a text of ours in which the commands that name no file are written as peerkit is started here."""
    return text if "peerkit " not in text else _IN_A_TEXT.sub(lambda _: program_here(shell_here()), text)


def command_line(words: Sequence[str], shell: Shell, program: str = _NAME) -> str:
    """Return a command for a shell, in which every word arrives as it is; `program` starts peerkit there.

    A word that no quotes carry, or that a screen could not show as it is, is left to the reader: FILE, DIR or TEXT stands in its place.
    """
    return " ".join([program, *as_typed(words, shell)])


def as_typed(words: Sequence[str], shell: Shell) -> list[str]:
    """Return words of a command as they are typed in a shell. See `command_line`."""
    pairs = list(zip(["", *words], words, strict=False))
    shown = [_shown(word, before, shell) for before, word in pairs]
    if shell == "cmd" and sum(word.count("%") for word in shown) > 1:
        # NOTE: what stands between two of them is the name of a variable, in quotes as well.
        shown = [_left_to_the_reader(*pair) if "%" in said else said for pair, said in zip(pairs, shown, strict=True)]
    return shown


def shell_here() -> Shell:
    """Return the shell that most likely started us. On Windows, only a shell from Unix sets SHELL, and only cmd sets PROMPT."""
    if sys.platform != "win32" or os.environ.get("SHELL"):
        return "posix"
    return "cmd" if os.environ.get("PROMPT") else "powershell"


def program_here(shell: Shell) -> str:
    """Return what starts this peerkit again: its name where the PATH leads to it, else the path or the module it was run by."""
    started, found = Path(sys.argv[0]).absolute(), Path(shutil.which(_NAME) or Path())
    if started.name == "__main__.py" and started.parent.name == _NAME:
        # NOTE: another peerkit may be on the PATH.
        return _NAME if found.parent == Path(sys.executable).parent else f"{_program(sys.executable, shell)} -m {_NAME}"
    is_ours = started.stem.casefold() == _NAME and Path(sys.argv[0]).parent != Path()
    is_found = (found.absolute().parent, found.stem) == (started.parent, started.stem)
    if not is_ours or is_found:
        return _NAME
    return _program(sys.argv[0], shell)


def _program(path: str, shell: Shell) -> str:
    """Return the path of a program; PowerShell takes one in quotes for a text where no `&` calls it."""
    path = _shown(FileName(path), "", shell)
    return f"& {path}" if shell == "powershell" and path.startswith("'") else path


def _shown(word: str, before: str, shell: Shell) -> str:
    # NOTE: a name that starts like an option would be taken for one.
    whole = f"./{word}" if isinstance(word, FileName) and word.startswith("-") else str(word)
    said = _QUOTED[shell](whole)
    return _left_to_the_reader(before, word) if said is None or one_line(f"x {said} x") != f"x {said} x" else said


def _left_to_the_reader(before: str, word: str) -> str:
    return "DIR" if before == _FOLDER_OPTION else "FILE" if isinstance(word, FileName) else "TEXT"


def _posix(word: str) -> str:
    # NOTE: zsh takes a word that starts with = for the name of a program.
    return f"'{word}'" if word.startswith("=") and "'" not in word else shlex.quote(word)


def _cmd(word: str) -> str | None:
    if _PLAIN_IN_CMD.fullmatch(word):
        return word
    slashes = len(word) - len(word.rstrip("\\"))
    # NOTE: a quote cannot stand in a file's name there, and no two programs agree on how to read one inside quotes.
    return None if '"' in word else '"' + word + "\\" * slashes + '"'


def _powershell(word: str) -> str | None:
    if _PLAIN_IN_POWERSHELL.fullmatch(word):
        return word
    return None if '"' in word else "'" + _POWERSHELL_QUOTES.sub(r"\1\1", word) + "'"


_QUOTED: Final[dict[Shell, Callable[[str], str | None]]] = {"posix": _posix, "cmd": _cmd, "powershell": _powershell}
