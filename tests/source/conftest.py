from __future__ import annotations

import pytest
import yaml

from peerkit.source.yaml import document


@pytest.fixture(params=["libyaml", "python"])
def both_loaders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with the fast loader, and with the one that is always there."""
    if request.param == "python":
        monkeypatch.setattr(document, "LOADER", yaml.SafeLoader)
