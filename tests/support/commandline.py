"""Runs the command line, in this process with streams that are caught, and in a process of its own."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from peerkit.cli import app
from support.files import changed

CHECKOUT: Final = Path(__file__).parents[2]
DAY: Final = "2026-11-21"
CLOCK: Final = datetime(2026, 11, 21, 12, tzinfo=UTC)
"""What the clock says in tests: the day that answers get."""
SETTLED: Final = {"SOURCE_DATE_EPOCH": "1795219200", "COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
"""The day of documents, the size of the screen and its kind, so that outputs do not depend on the machine."""
UNSETTLING: Final = ("PEERKIT_PLAIN", "PEERKIT_FRAMEWORKS", "NO_COLOR", "FORCE_COLOR")


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def warned(self) -> str:
        """What stands on standard error but for what a team's report says that it is going to remember."""
        return "".join(line for line in self.err.splitlines(keepends=True) if not line.startswith("note: about to be remembered"))

    @property
    def told(self) -> tuple[str, str]:
        """The error and the hint, which must be the last two lines of standard error."""
        *_, error, hint = self.err.splitlines()
        assert error.startswith("error: "), self.err
        assert hint.startswith("hint: "), self.err
        return error.removeprefix("error: "), hint.removeprefix("hint: ")

    @property
    def failed(self) -> tuple[int, str, str]:
        """Exit code, error and hint of a run that wrote nothing else."""
        assert self.out == ""
        assert self.warned.count("\n") == 2, self.err
        return (self.code, *self.told)


class _Stream(io.TextIOWrapper):
    """A stream in memory that may say it is a terminal."""

    def __init__(self, raw: bytes = b"", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(raw), encoding="utf-8", errors="replace", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> str:
        self.seek(0)
        return self.read()


def peerkit(*arguments: object, typed: str | bytes = b"", screen: bool = False) -> Ended:
    """Run a command in this process; `typed` is its standard input, and with `screen` its output says it is a terminal."""
    raw = typed.encode() if isinstance(typed, str) else typed
    stdin, out, err = _Stream(raw), _Stream(terminal=screen), _Stream(terminal=screen)
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        patch.setattr(sys, "stdin", stdin)
        code = app.run([str(argument) for argument in arguments])
    return Ended(int(code), out.written(), err.written())


def without_commands(page: str) -> str:
    """Return a page on a screen without what to type next, which on a screen names the files that were named, and in a file does not."""
    return page.partition("Where to go next")[0]


def environment(**more: str) -> dict[str, str]:
    """Return the environment of this process, settled, in which `peerkit` is on the PATH."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSETTLING}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**kept, **SETTLED, "PATH": path, **more}


def process(*arguments: object, typed: str | bytes = b"", cwd: Path, **more: str) -> Ended:
    """Run a command in a process of its own, with pipes for streams; `more` is added to its environment."""
    raw = typed.encode() if isinstance(typed, str) else typed
    command = [sys.executable, "-m", "peerkit", *(str(argument) for argument in arguments)]
    ended = subprocess.run(command, input=raw, capture_output=True, cwd=cwd, env=environment(**more), timeout=60, check=False)
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


ASKED: Final = changed(
    ("        ask: We learn together.\n", "        ask: We learn together.\n        core: true\n        voices: [peer-worker, staff]\n"),
    (
        "        ask: We share decisions.\n",
        "        ask: We share decisions.\n        core: true\n        only_if: {practitioners: true}\n",
    ),
    ("        weight: 1\n", '        ask_as: {participant: "Here, we plan together."}\n'),
)
"""The small framework with three questions in its quick set: `learn` is not for everyone, `share` hangs on a fact."""


def place(folder: Path, text: str = ASKED, name: str = "small.yaml") -> Path:
    """Write a framework's file into a folder, which is made if need be, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def answered(path: Path) -> dict[str, int | str]:
    """Return the answers in a file, by address."""
    return {address: answer["answer"] for address, answer in contents(path)["answers"].items()}


def contents(path: Path) -> dict[str, Any]:
    """Return what stands in a file of answers."""
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {"answers": {}} | data
