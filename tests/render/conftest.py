"""Golden files: what a renderer writes, kept in `tests/snapshots/` and compared character by character.

After a wanted change, `PEERKIT_REWRITE=1 pytest tests/render` writes them anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"


@pytest.fixture
def matches_snapshot() -> Callable[[str, str], None]:
    """Return a function that asserts that a text is the one in the golden file of a name."""

    def check(name: str, text: str) -> None:
        file = SNAPSHOTS / name
        if "PEERKIT_REWRITE" in os.environ:
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_bytes().decode("utf-8")

    return check
