"""Of many cases that are alike, the telling few are tried by `make test`, and all by `make test-long` beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest


def telling(few: Collection[str], names: Iterable[str], *more: Iterable[Any]) -> list[Any]:
    """Return parameters of a test, a name each and what belongs to it in `more`; those whose names are not among the few are `long`."""
    rows = list(zip(names, *more, strict=True))
    assert set(few) <= {name for name, *_ in rows}, "a telling name is gone"
    return [pytest.param(*row, id=row[0], marks=[] if row[0] in few else [pytest.mark.long]) for row in rows]
