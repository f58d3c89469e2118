from __future__ import annotations

import json

from peerkit.render.findings import LintReport
from peerkit.render.findings.gitlab import render
from support.linting import make_finding


def test_a_finding_is_written_as_gitlab_reads_it() -> None:
    [entry] = json.loads(render(LintReport([make_finding(file="/w/a/x.yaml", line=7)], 1, folders=("/w", "/w/a"))))
    fingerprint = entry.pop("fingerprint")
    assert len(fingerprint) == 16
    assert entry == {
        "description": "it is wrong. Mend it.",
        "check_name": "PK105 bad-id",
        "severity": "major",
        "location": {"path": "a/x.yaml", "lines": {"begin": 7, "end": 7}},
    }


def test_each_finding_has_a_fingerprint_of_its_own_that_lines_above_do_not_change() -> None:
    twice = [make_finding(line=3), make_finding(line=4)]
    moved = [make_finding(line=8), make_finding(line=9)]
    known_by = [[entry["fingerprint"] for entry in json.loads(render(LintReport(found, 1)))] for found in (twice, moved)]
    assert len(set(known_by[0])) == 2
    assert known_by[0] == known_by[1]


def test_severities_are_those_of_gitlab_and_the_text_is_ascii() -> None:
    text = render(LintReport([make_finding(severity="warning", message="whānau\x1b"), make_finding(severity="info")], 1))
    assert text.isascii()
    assert [entry["severity"] for entry in json.loads(text)] == ["minor", "info"]


def test_no_findings_are_an_empty_list() -> None:
    assert json.loads(render(LintReport([], 4))) == []
