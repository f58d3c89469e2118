"""How fast a person goes through the questions; what is measured is passed in, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from peerkit.engine.scope import SECONDS_A_QUESTION

FEWEST_ANSWERS: Final = 5
"""Answers after which a person's own pace is known."""
LATEST_ANSWERS: Final = 15
"""Answers that say how fast a person is now."""


def seconds_a_question(waits: Sequence[float]) -> float:
    """Return the seconds that a question takes this person: the median of the latest `waits`, each from a question to its answer.

    Until some answers are there it is what a question takes on average. A long pause moves a median by one place only.
    """
    if len(waits) < FEWEST_ANSWERS:
        return float(SECONDS_A_QUESTION)
    latest = sorted(waits[-LATEST_ANSWERS:])
    middle = len(latest) // 2
    return (latest[middle] + latest[~middle]) / 2
