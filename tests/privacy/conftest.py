from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.worlds import groups_looked_up


@pytest.fixture(autouse=True, scope="session")
def _quick() -> Iterator[None]:
    with groups_looked_up():
        yield
