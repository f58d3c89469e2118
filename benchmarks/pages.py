"""The page of HTML for one person on all five frameworks: how long the whole process takes, and how much memory it holds at most."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.startup import CHECKOUT, PEERKIT, YARDSTICK, environment, medians, piped

EXAMPLE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.five.peerkit.json"
NAME = "peerkit report FIVE --format html"
_SLOWEST, _LARGEST = 6.0, 200.0


def figures() -> list[Figure]:
    """Return how many times as long as the yardstick the page takes, and the megabytes of memory it needs."""
    command = (PEERKIT, "report", str(EXAMPLE), "--format", "html")
    taken = medians({YARDSTICK: lambda: piped(sys.executable, "-c", "import typer"), NAME: lambda: piped(*command)})
    return [Figure(NAME, taken[NAME] / taken[YARDSTICK], _SLOWEST, "x typer"), Figure(f"{NAME}, memory", _memory(*command), _LARGEST, "MB")]


def _memory(*command: str) -> float:
    """Return the most memory, in megabytes, that a command held; measured where a process can be waited for with its use."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        process = subprocess.Popen(command, env=environment(), cwd=CHECKOUT, stdout=nowhere, stderr=nowhere)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # NOTE: Linux tells kilobytes, macOS bytes.
    return used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
