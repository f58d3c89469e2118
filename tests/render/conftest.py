"""What renderers write is kept in `tests/snapshots` and compared character by character."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.kept import SNAPSHOTS, Kept


@pytest.fixture
def matches_snapshot(kept: Kept) -> Callable[[str, str], None]:
    """Return a function that asserts that a text is the one in the golden file of a name."""
    return lambda name, text: kept(SNAPSHOTS / name, text)
