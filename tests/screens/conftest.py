from __future__ import annotations

import pytest

from peerkit.cli import console
from support.commandline import CLOCK
from support.scenarios import FRAMEWORKS

UNSETTLING = ("NO_COLOR", "PEERKIT_PLAIN", "FORCE_COLOR", "COLUMNS", "LINES")


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix the day and the frameworks, and take away what changes how a terminal is written to."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.setattr(console, "now", lambda: CLOCK)
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", str(FRAMEWORKS))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in UNSETTLING:
        monkeypatch.delenv(name, raising=False)
