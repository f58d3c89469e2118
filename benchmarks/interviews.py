"""How long a person waits, how much memory an interview takes, and what is left of one that is killed."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.startup import environment
from support import footprint, killing, latency

KILLED = 300
SHARE = 0.95
LONGEST_WAIT = 50.0
MOST_MEMORY = 120.0
ANSWERS = 100
LONGEST_START = 4.0
ROUNDS = 11
YARDSTICK = [sys.executable, "-c", "import questionary"]


def figures() -> list[Figure]:
    """Return the wait after an answer, the memory, the start against a yardstick, and how many killed runs lost something."""
    wait = latency.percentile(latency.measure(), SHARE) * 1000
    return [
        Figure("next question after an answer, all five frameworks, 95th percentile", wait, LONGEST_WAIT, "ms"),
        Figure(
            f"memory of an interview over all five frameworks, {ANSWERS} answers", footprint.memory_of_a_run(ANSWERS), MOST_MEMORY, "MiB"
        ),
        Figure("start to first question", _start(), LONGEST_START, "x questionary"),
        Figure(f"runs that lost something, of {KILLED} killed", _spoilt(KILLED), 0, "runs"),
    ]


def _start() -> float:
    """Return how many times as long as the yardstick the first question takes; both are run in turn, after a first round for caches."""
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        options = ["--set", "quick", "--role", "staff", "--file", "x.peerkit.json"]
        command = [sys.executable, "-m", "peerkit", "assess", "tacsi", *options]
        subprocess.run(command, cwd=folder, env=environment(), input="3\n", text=True, capture_output=True, check=False)
        for number in range(ROUNDS + 1):
            began = time.perf_counter()
            subprocess.run(YARDSTICK, check=True, env=environment())
            yardstick = time.perf_counter() - began
            first = footprint.seconds_to_the_first_question(["assess", "--resume", "x.peerkit.json"], folder, environment())
            if number:
                ours.append(first)
                theirs.append(yardstick)
    return statistics.median(ours) / statistics.median(theirs)


def _spoilt(runs: int) -> int:
    chance = random.Random(0)
    return sum(_is_spoilt(chance) for _ in range(runs))


def _is_spoilt(chance: random.Random) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        killed = killing.kill_one(Path(folder), chance)
        try:
            killing.look_into(killed)
        except AssertionError:
            return True
    return False
