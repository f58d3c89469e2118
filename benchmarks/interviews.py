"""How long a person waits for the next question, and what is left of an interview that is killed."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from support import killing, latency

KILLED = 300
SHARE = 0.95
LONGEST_WAIT = 50.0


def figures() -> list[Figure]:
    """Return the wait after an answer in milliseconds, and how many killed runs lost an answer or left something in the way."""
    wait = latency.percentile(latency.measure(), SHARE) * 1000
    return [
        Figure("next question after an answer, 95th percentile", wait, LONGEST_WAIT, "ms"),
        Figure(f"runs that lost something, of {KILLED} killed", _spoilt(KILLED), 0, "runs"),
    ]


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
