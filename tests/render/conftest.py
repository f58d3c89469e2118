"""Golden files for the tests of renderers. See `support.golden`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.golden import matches_golden


@pytest.fixture
def matches_snapshot() -> Callable[[str, str], None]:
    """Return a function that asserts that a text is the one in the golden file of a name."""
    return matches_golden
