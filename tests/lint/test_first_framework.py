"""Slips of somebody who wrote a framework for the first time: each gives one finding, where it is, that shows how to mend it."""

from __future__ import annotations

import pytest
import yaml

from peerkit.source.yaml import document
from support.first_framework import FOLDER, FirstCase, all_cases


@pytest.mark.parametrize("loader", [document.LOADER, yaml.SafeLoader], ids=["best", "python"])
@pytest.mark.parametrize("case", list(all_cases()), ids=lambda case: case.name)
def test_a_slip_gives_exactly_its_findings(case: FirstCase, loader: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LOADER", loader)
    found = [
        {"code": one.code, "line": one.span.line, "column": one.span.column, "message": one.message, "hint": one.hint}
        for one in case.result().findings
    ]
    assert found == list(case.findings)


def test_every_slip_is_tried() -> None:
    assert len(list(all_cases())) == len(list(FOLDER.iterdir())) >= 32
