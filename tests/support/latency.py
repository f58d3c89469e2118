"""How long a person waits: from a key to the next question on the screen, its answer saved. `python -m support.latency`, in `tests`."""

from __future__ import annotations

import tempfile
from math import ceil
from pathlib import Path
from time import perf_counter
from typing import Final

from peerkit.cli.prompting.section_words import KEEP_SECTION, STOP_FOR_NOW
from peerkit.cli.prompting.words import REVIEW
from support.terminals import Size, Terminal, in_process

FRAMEWORKS: Final = ("tacsi", "ppsa", "mind", "w3", "working-together")
OPTIONS: Final = ("--set", "full", "--role", "peer-worker", "--program", "Rowan", "--file", "answers.peerkit.json")
SIZE: Final = Size(80, 24)
LAST_WORDS: Final = "q stop"


def measure(most: int | None = None, size: Size = SIZE) -> list[float]:
    """Return the seconds from each key to the next question being drawn whole, over the full set of all frameworks or `most` questions.

    The time that the screen of the tests takes to understand what is drawn is part of it. What leads to a section with a note of its own
    is no question, and not measured.
    """
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as folder, in_process(["assess", *FRAMEWORKS, *OPTIONS], size, Path(folder)) as terminal:
        go_to_the_first_question(terminal)
        while most is None or len(seconds) < most - 1:
            drawn = len(terminal.written)
            pressed = perf_counter()
            terminal.press(str(len(seconds) % 5))
            terminal.wait_until(lambda drawn=drawn: _drawn(terminal.written[drawn:]), "the next screen")  # type: ignore[misc]
            waited = perf_counter() - pressed
            if REVIEW[:20] in terminal.written[drawn:]:
                break
            if KEEP_SECTION.label in terminal.written[drawn:]:
                terminal.press("1")
                terminal.see(LAST_WORDS)
            else:
                seconds.append(waited)
    return seconds


def go_to_the_first_question(terminal: Terminal) -> None:
    """Take what stands before the questions as it comes; Enter answers no question."""
    page: list[str] = []

    def turned() -> bool:
        return terminal.lines != page and terminal.shows("»")

    terminal.wait_until(turned, "a screen")
    while not terminal.shows("question 1 of"):
        page = terminal.lines
        terminal.press("Enter")
        terminal.wait_until(turned, "the next screen")
    terminal.see(LAST_WORDS)


def _drawn(written: str) -> bool:
    return any(words in written for words in (LAST_WORDS, STOP_FOR_NOW, REVIEW[:20]))


def percentile(seconds: list[float], share: float) -> float:
    """Return the smallest value that at least `share` (0 to 1) of `seconds` do not exceed."""
    ordered = sorted(seconds)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


if __name__ == "__main__":
    taken = measure()
    medians = f"median {percentile(taken, 0.5) * 1000:.1f} ms, 95th percentile {percentile(taken, 0.95) * 1000:.1f} ms"
    print(f"{len(taken)} answers: {medians}")  # noqa: T201
