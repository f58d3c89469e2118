"""What is wrong with a YAML text, as tests compare it."""

from __future__ import annotations

from peerkit.source.yaml.document import parse

Place = tuple[int, int, int, int]
"""Line and column of the start and the end, as a `Span` has them."""


def faults(raw: str | bytes) -> list[tuple[str, Place, str]]:
    """Return kind, place and message of everything wrong with a text."""
    read = parse(raw)
    return [(fault.kind, read.place(fault.problem), fault.problem.message) for fault in read.faults]


def hints(raw: str | bytes) -> list[str]:
    """Return the hint of everything wrong with a text."""
    return [fault.problem.hint for fault in parse(raw).faults]
