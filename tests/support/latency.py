"""How long a person waits: from a key to the next question on the screen, its answer saved. `python -m support.latency`, in `tests`."""

from __future__ import annotations

import tempfile
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Final

from peerkit.source import catalog
from support.terminals import Size, in_process

OPTIONS: Final = ("assess", "tacsi", "--set", "full", "--role", "peer-worker", "--program", "Rowan", "--file", "answers.peerkit.json")
FACTS: Final = ("--fact", "practitioners=yes", "--fact", "team-size=3-9")
SIZE: Final = Size(80, 24)
_LAST_WORDS: Final = "q stop"


def measure(most: int | None = None, size: Size = SIZE) -> list[float]:
    """Return the seconds from each key to the next question being drawn whole, over the full set of a framework or `most` questions.

    The time that the screen of the tests takes to understand what is drawn is part of it.
    """
    questions, seconds = len(catalog.load("tacsi", None).framework.by_id), []
    with tempfile.TemporaryDirectory() as folder, in_process([*OPTIONS, *FACTS], size, Path(folder)) as terminal:
        terminal.turn_to(f"question 1 of {questions}")
        terminal.see(_LAST_WORDS)
        for number in range(2, (most or questions) + 1):
            drawn, wanted = len(terminal.written), f"question {number} of {questions}"
            pressed = perf_counter()
            terminal.press(str(number % 5))
            terminal.wait_until(lambda drawn=drawn, wanted=wanted: _drawn(terminal.written[drawn:], wanted), wanted)  # type: ignore[misc]
            seconds.append(perf_counter() - pressed)
    return seconds


def _drawn(written: str, wanted: str) -> bool:
    return wanted in written and _LAST_WORDS in written.partition(wanted)[2]


def percentile(seconds: list[float], share: float) -> float:
    """Return the smallest value that at least `share` (0 to 1) of `seconds` do not exceed."""
    ordered = sorted(seconds)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


if __name__ == "__main__":
    taken = measure()
    print(f"median {percentile(taken, 0.5) * 1000:.1f} ms, 95th percentile {percentile(taken, 0.95) * 1000:.1f} ms")  # noqa: T201
