"""Near names for misspelt ones, as long as looking for them is quick."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from peerkit.errors import did_you_mean, near_names

_MOST_COMPARISONS: Final = 200_000
"""About a second's worth. A file may hold tens of thousands of misspelt names, and as many that they could stand for."""


class NearNames:
    """Looks for what the misspelt names of one file stand for; when it has compared very many, it finds none any more."""

    def __init__(self) -> None:
        self._left = _MOST_COMPARISONS

    def best(self, word: str, known: Collection[str]) -> str | None:
        """Return the name that `word` most likely stands for; None where no name is near."""
        self._left -= len(known)
        return next(iter(near_names(word, known)), None) if self._left >= 0 else None

    def hint(self, word: str, known: Collection[str], otherwise: str) -> str:
        """Return a hint that names near names of `word`, or `otherwise` where there is none. See `did_you_mean`."""
        self._left -= len(known)
        return did_you_mean(word, known, otherwise) if self._left >= 0 else otherwise
