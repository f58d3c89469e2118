"""Golden files: what a renderer writes, kept in `tests/snapshots/` and compared character by character.

After a wanted change, `PEERKIT_REWRITE=1 pytest` writes them anew; read the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"


def matches_golden(name: str, text: str) -> None:
    """Assert that a text is the one in the golden file of a name."""
    file = SNAPSHOTS / name
    if "PEERKIT_REWRITE" in os.environ:
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_bytes().decode("utf-8")
