"""Files that are meant to keep a computer busy: how many times as long they take as ordinary ones, in this process."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from benchmarks.figure import Figure
from peerkit.lint.runner import lint
from peerkit.source.catalog import SourceText
from peerkit.source.json.json_file import load_json
from support.hostile_files import DOCUMENTS, SEARCHED

LARGEST: Final = Path(__file__).parents[1] / "frameworks" / "mind.yaml"
KEYS: Final = b"{" + b",".join(b'"k%d":1' % number for number in range(200_000)) + b"}"
ROUNDS: Final = 5
_SLOWEST: Final = 150.0
_JSON: Final = 10.0


def figures() -> list[Figure]:
    """Return how many times as long as the largest framework the slowest file takes to lint, and JSON of very many keys to read."""
    texts = {**{name: text for name, (text, _) in DOCUMENTS.items()}, **SEARCHED}
    took = {name: _seconds(lambda text=text: lint([SourceText("x.yaml", text.encode())]), 1) for name, text in texts.items()}  # type: ignore[misc]
    ordinary = _seconds(lambda: lint([SourceText("mind.yaml", LARGEST.read_bytes())]), ROUNDS)
    slowest = max(took, key=took.__getitem__)
    read = _seconds(lambda: load_json(KEYS), ROUNDS) / _seconds(lambda: json.loads(KEYS), ROUNDS)
    return [
        Figure(f"peerkit lint of the slowest of {len(took)} hostile files ({slowest})", took[slowest] / ordinary, _SLOWEST, "x mind.yaml"),
        Figure("reading JSON of 200,000 keys, none twice", read, _JSON, "x json.loads"),
    ]


def _seconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of this process that some work takes; a round before the first loads what it needs."""
    taken = []
    for _ in range(rounds + (rounds > 1)):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return statistics.median(taken[rounds > 1 :])
