"""Every test of the command line starts in an empty folder, on a settled day and screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerkit.cli import console
from support.commandline import CLOCK, SETTLED, UNSETTLING


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder, in a settled environment."""
    for name, value in SETTLED.items():
        monkeypatch.setenv(name, value)
    for name in UNSETTLING:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(console, "now", lambda: CLOCK)
    monkeypatch.chdir(tmp_path)
    return tmp_path
