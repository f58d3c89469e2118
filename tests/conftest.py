"""What holds for all tests: how hard properties are tried, and which files of the repository are made rather than written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from support.kept import Kept

settings.register_profile("test", max_examples=25, deadline=None, derandomize="CI" in os.environ, database=None)
settings.register_profile("long", settings.get_profile("test"), max_examples=300)
settings.load_profile("test")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what `make regenerate` asks for."""
    parser.addoption("--regenerate", action="store_true", help="write the files that are made anew, and run nothing but their tests")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave nothing but the tests of files that are made, where those are to be written."""
    if config.getoption("--regenerate"):
        others = [item for item in items if "kept" not in getattr(item, "fixturenames", ())]
        items[:] = [item for item in items if item not in set(others)]
        config.hook.pytest_deselected(items=others)


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> Kept:
    """Return what holds a file of the repository to what is made for it; `make regenerate` writes the file instead."""

    def check(file: Path, made: str | bytes, read: Callable[[bytes], object] = bytes.decode) -> None:
        raw = made.encode() if isinstance(made, str) else made
        if request.config.getoption("--regenerate") and not (file.is_file() and read(file.read_bytes()) == read(raw)):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(raw)
        assert file.is_file(), f"{file.name} is missing; `make regenerate` writes it"
        assert read(file.read_bytes()) == read(raw), "if that is as it should be: `make regenerate`, and read the difference"

    return check
