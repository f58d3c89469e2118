"""How long whole processes take, from start to end, against `python -c "import typer"`.

The commands are run in turn, round after round, so that whatever else the machine does strikes all of them alike; what is compared are
the medians of one run. Nothing here is a time on a clock: only how many times as long as the yardstick.
"""

from __future__ import annotations

import contextlib
import os
import pty
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.figure import Figure

ROUNDS = 15
CHECKOUT = Path(__file__).parents[1]
EXAMPLE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.tacsi.peerkit.json"
PEERKIT = str(Path(sys.executable).with_name("peerkit"))
YARDSTICK = 'python -c "import typer"'
Run = Callable[[], object]


def figures() -> list[Figure]:
    """Return how many times as long as the yardstick each command takes."""
    commands: dict[str, Run] = {
        YARDSTICK: lambda: piped(sys.executable, "-c", "import typer"),
        "peerkit --version": lambda: piped(PEERKIT, "--version"),
        "peerkit frameworks": lambda: piped(PEERKIT, "frameworks"),
        "peerkit report FILE, drawn": lambda: _on_a_terminal(PEERKIT, "report", str(EXAMPLE)),
        "peerkit report FILE, plain": lambda: piped(PEERKIT, "report", "--plain", str(EXAMPLE)),
    }
    bounds = {"peerkit --version": 1.5, "peerkit frameworks": 3.0, "peerkit report FILE, drawn": 3.0, "peerkit report FILE, plain": 3.0}
    taken = medians(commands)
    return [Figure(name, taken[name] / taken[YARDSTICK], bound, "x typer") for name, bound in bounds.items()]


def medians(commands: Mapping[str, Run]) -> dict[str, float]:
    """Return the median seconds of each command; a round before the first fills Python's caches."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, run in commands.items():
            started = time.perf_counter()
            run()
            if number:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(measured) for name, measured in seconds.items()}


def environment() -> dict[str, str]:
    """Return an environment as people have it: compiled modules are kept, and the terminal can do colours."""
    unusual = ("PYTHONDONTWRITEBYTECODE", "PEERKIT_PLAIN", "PEERKIT_FRAMEWORKS", "NO_COLOR", "COLUMNS")
    return {name: value for name, value in os.environ.items() if name not in unusual} | {"TERM": "xterm-256color"}


def piped(*command: str) -> None:
    """Run a command, whatever it says thrown away; it must end well."""
    subprocess.run(command, check=True, env=environment(), cwd=CHECKOUT, capture_output=True)


def _on_a_terminal(*command: str) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env=environment(), cwd=CHECKOUT, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        with contextlib.suppress(OSError):  # NOTE: on Linux, the end of what a terminal has to say is an error.
            while os.read(ours, 65_536):
                pass
    os.close(ours)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
