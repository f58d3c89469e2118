"""How long `peerkit lint` takes for 100 framework files, and how much memory, on one core.

Everything is measured in one run, side by side: reading the same files with libyaml and nothing more, and the checkers that people have
for YAML today, check-jsonschema with our own schema and yamllint with its relaxed rules. Nothing here is a time on a clock.
"""

from __future__ import annotations

import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure

FILES = 100
ROUNDS = 5
CHECKOUT = Path(__file__).parents[1]
LARGEST = CHECKOUT / "frameworks" / "mind.yaml"
PROGRAMS = Path(sys.executable).parent
SLOW_RULES = "PK302,PK310"
"""What reads every word, and what compares every question with every other."""
LOAD = (
    "import sys, yaml\nfor name in sys.argv[1:]:\n    with open(name, 'rb') as stream:\n        yaml.load(stream, Loader=yaml.CSafeLoader)"
)


@dataclass(frozen=True)
class Cost:
    """What a process took from start to end: seconds, and the most megabytes of memory it held."""

    seconds: float
    megabytes: float


def figures() -> list[Figure]:
    """Return how long peerkit takes as a part of what others take, and its memory."""
    with tempfile.TemporaryDirectory() as name, _one_core():
        files = _files(Path(name))
        load = [sys.executable, "-c", LOAD, *files]
        peerkit = [_program("peerkit"), "lint", name]
        loaded, without, every = _side_by_side(load, [*peerkit, "--ignore", SLOW_RULES], peerkit)
        schema = str(CHECKOUT / "frameworks" / "schemas" / "framework.schema.json")
        by_schema = _cost([_program("check-jsonschema"), "--schemafile", schema, *files])
        yamllint = _cost([_program("yamllint"), "-d", "relaxed", *files])
    kind = f"peerkit lint of {FILES} files"
    return [
        Figure(f"{kind} without {SLOW_RULES}", without.seconds / loaded.seconds, 2.5, "x yaml.load"),
        Figure(f"{kind}, every rule", every.seconds / by_schema.seconds, 1.0, "x check-jsonschema"),
        Figure(f"{kind}, every rule", every.seconds / yamllint.seconds, 1.0, "x yamllint"),
        Figure(f"{kind}, memory", every.megabytes, 150.0, "MB"),
    ]


def _files(folder: Path) -> list[str]:
    """Write copies of the largest framework, each with an id of its own, and return their paths."""
    text = LARGEST.read_text(encoding="utf-8")
    paths = [folder / f"copy-{number:03}.yaml" for number in range(FILES)]
    for path in paths:
        path.write_text(re.sub(r"(?m)^id: .*$", f"id: {path.stem}", text, count=1), encoding="utf-8")
    return [str(path) for path in paths]


def _side_by_side(*commands: list[str]) -> list[Cost]:
    """Return the median cost of each command; they are run in turn, and a round before the first fills all caches."""
    rounds = [[_cost(command) for command in commands] for _ in range(ROUNDS + 1)][1:]
    return [
        Cost(statistics.median(one.seconds for one in costs), statistics.median(one.megabytes for one in costs))
        for costs in zip(*rounds, strict=True)
    ]


def _cost(command: list[str]) -> Cost:
    """Return what a command takes; a checker that finds something leaves with 1, and has done its work."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=CHECKOUT) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise subprocess.CalledProcessError(process.returncode, command[:4])
    # NOTE: Linux counts in kilobytes, macOS in bytes.
    return Cost(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1_000_000)


def _program(name: str) -> str:
    path = PROGRAMS / name
    if not path.exists():
        raise SystemExit(f"{name} is missing beside {sys.executable}; install it with: pip install -c constraints.txt -e '.[dev]'")
    return str(path)


@contextlib.contextmanager
def _one_core() -> Iterator[None]:
    """Keep this process, and those it starts, on one core where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
