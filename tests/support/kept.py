"""Files of the repository that are made: tests hold them to what is made, and `make regenerate` writes them by the same tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

SNAPSHOTS: Final = Path(__file__).parent.parent / "snapshots"


class Kept(Protocol):
    """Holds a file to what is made for it. A test that takes the fixture `kept` is all a file needs to be written anew.

    Where bytes may differ that mean the same, `read` tells what they mean.
    """

    def __call__(self, file: Path, made: str | bytes, read: Callable[[bytes], object] = bytes.decode) -> None: ...
