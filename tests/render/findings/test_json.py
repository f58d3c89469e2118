from __future__ import annotations

import json
import os

import pytest

from peerkit.render.context import RenderContext
from peerkit.render.findings import LintReport
from peerkit.render.findings.json import render
from support.linting import make_finding


def test_a_finding_is_written_as_the_contract_says() -> None:
    finding = make_finding("  - id: First_Visit", 9, 20, line=12, message='"First_Visit" cannot be an id', file="frameworks/x.yaml")
    assert json.loads(render(LintReport([finding], 5))) == {
        "format": "peerkit/findings/1",
        "files": 5,
        "findings": [
            {
                "code": "PK105",
                "name": "bad-id",
                "severity": "error",
                "message": '"First_Visit" cannot be an id',
                "hint": "Mend it.",
                "file": "frameworks/x.yaml",
                "line": 12,
                "column": 9,
                "end_line": 12,
                "end_column": 20,
            }
        ],
    }


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(render(LintReport([], 3))) == {"format": "peerkit/findings/1", "files": 3, "findings": []}


def test_what_came_from_a_file_is_ascii_and_comes_back_as_it_was() -> None:
    nasty = '::error::\x1b[31m\u202e\n"🙂\x7f'
    text = render(LintReport([make_finding(message=nasty)], 1))
    assert text.isascii()
    assert "\x1b" not in text
    assert json.loads(text)["findings"][0]["message"] == nasty


def test_width_and_plain_change_nothing() -> None:
    findings = [make_finding(message="long " * 50)]
    assert render(LintReport(findings, 1)) == render(LintReport(findings, 1, RenderContext(width=20, plain=True, colour=True)))


def test_paths_are_written_with_slashes_where_the_system_writes_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    assert json.loads(render(LintReport([make_finding(file="a\\b.yaml")], 1)))["findings"][0]["file"] == "a/b.yaml"
