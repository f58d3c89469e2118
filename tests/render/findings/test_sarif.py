from __future__ import annotations

import json
import os
from typing import Any

import pytest

from peerkit import __version__
from peerkit.model.finding import Finding, Severity
from peerkit.model.lint_figures import RuleNote
from peerkit.render.findings import LintReport
from peerkit.render.findings.sarif import render
from support.linting import make_finding
from support.statistics import FIGURES

RULES = (
    RuleNote(code="PK101", name="duplicate-id", severity="error", family="Structure", summary="Two.", why="Because\nof it."),
    RuleNote(code="PK105", name="bad-id", severity="info", family="Structure", summary="An id.", why="So.", bad="id: A\n", good="id: a\n"),
)


def run(*findings: Finding, folders: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the one run of a log, without the frame that a test of its own looks at."""
    log = json.loads(render(LintReport(findings, 1, rules=RULES, folders=folders)))
    [found] = log["runs"]
    return dict(found)


def result(finding: Finding, *folders: str) -> dict[str, Any]:
    [found] = run(finding, folders=folders)["results"]
    return dict(found)


def message(text: str) -> str:
    told: str = result(make_finding(message=text))["message"]["text"]
    return told.removesuffix(". Mend it.")


def fingerprints(*findings: Finding) -> list[str]:
    return [one["partialFingerprints"]["peerkitFinding/v1"] for one in run(*findings)["results"]]


def test_a_log_holds_one_run_with_its_tool_its_rules_and_its_results() -> None:
    finding = make_finding("  - id: First_Visit", 9, 20, line=12, message='"First_Visit" cannot be an id', file="frameworks/x.yaml")
    assert json.loads(render(LintReport([finding], 1, rules=RULES))) == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "peerkit",
                        "version": __version__,
                        "informationUri": "data:text/plain,peerkit%20holds%20peer-support%20programs%20up%20against%20published"
                        "%20documents.%20%60peerkit%20rule%60%20lists%20the%20rules%2C%20%60peerkit%20rule%20CODE%60%20explains%20one.",
                        "rules": [
                            {
                                "id": "PK101",
                                "name": "duplicate-id",
                                "shortDescription": {"text": "Two."},
                                "fullDescription": {"text": "Because of it."},
                                "help": {"text": "Because\nof it.", "markdown": "Because\nof it."},
                                "defaultConfiguration": {"level": "error"},
                                "properties": {"tags": ["Structure"], "problem.severity": "error"},
                            },
                            {
                                "id": "PK105",
                                "name": "bad-id",
                                "shortDescription": {"text": "An id."},
                                "fullDescription": {"text": "So."},
                                "help": {
                                    "text": "So.\n\nBad:\nid: A\n\nGood:\nid: a",
                                    "markdown": "So.\n\nBad:\n\n```yaml\nid: A\n```\n\nGood:\n\n```yaml\nid: a\n```",
                                },
                                "defaultConfiguration": {"level": "note"},
                                "properties": {"tags": ["Structure"], "problem.severity": "recommendation"},
                            },
                        ],
                    }
                },
                "invocations": [{"executionSuccessful": True}],
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "PK105",
                        "ruleIndex": 1,
                        "level": "error",
                        "message": {"text": '"First_Visit" cannot be an id. Mend it.'},
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "frameworks/x.yaml"},
                                    "region": {"startLine": 12, "startColumn": 9, "endLine": 12, "endColumn": 20},
                                }
                            }
                        ],
                        "partialFingerprints": {"peerkitFinding/v1": "69dff5bed2172fc7"},
                    }
                ],
            }
        ],
    }


def test_a_finding_of_a_rule_that_is_not_told_points_to_none() -> None:
    [found] = json.loads(render(LintReport([make_finding()], 1)))["runs"][0]["results"]
    assert found["ruleId"] == "PK105"
    assert "ruleIndex" not in found


@pytest.mark.parametrize(("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")])
def test_every_severity_has_its_level(severity: Severity, level: str) -> None:
    assert result(make_finding(severity=severity))["level"] == level


def test_a_fingerprint_stays_when_the_line_moves_and_is_set_in_differently() -> None:
    assert fingerprints(make_finding("id: A", line=2)) == fingerprints(make_finding("    id: A", 9, 10, line=900))
    assert fingerprints(make_finding(message="a")) == fingerprints(make_finding(message="b"))


def test_fingerprints_tell_lines_files_and_repetitions_apart() -> None:
    findings = [make_finding("id: A"), make_finding("id: B"), make_finding("id: A", file="y.yaml"), make_finding("id: A", line=7)]
    found = fingerprints(*findings)
    assert len(set(found)) == 4
    assert all(len(one) == 16 for one in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a](http://x)", "[a\\](http://x)"),
        ("[a\\](http://x)", "[a\\\\\\](http://x)"),
        ("list[0] (x)", "list[0] (x)"),
        ("{0} and {name}", "{{0}} and {name}"),
        ("a\nb", "a\nb"),
        ("\x1b[31m\u202e", "\\x1b[31m\\u202e"),
        ("::error::%0A<script>", "::error::%0A<script>"),
    ],
)
def test_a_message_holds_no_link_no_placeholder_and_nothing_that_steers(text: str, told: str) -> None:
    assert message(text) == told


@pytest.mark.parametrize(
    ("file", "folders", "address"),
    [
        ("a b/é%0A.yaml", [], "a%20b/%C3%A9%250A.yaml"),
        ("a:b.yaml", [], "a%3Ab.yaml"),
        ("a#b?c.yaml", [], "a%23b%3Fc.yaml"),
        ("caf\udce9.yaml", [], "caf%E9.yaml"),
        ("x.yaml", ["/repository", "/repository/f"], "f/x.yaml"),
        ("/elsewhere/x y.yaml", ["/repository"], "file:///elsewhere/x%20y.yaml"),
        ("-", ["/repository"], "-"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the paths are written as on other systems")
def test_a_file_is_an_address_from_the_folder_of_the_repository(file: str, folders: list[str], address: str) -> None:
    found = result(make_finding(file=file), *folders)
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": address}


def test_the_log_is_ascii() -> None:
    nasty = "\x1b]0;x\x07\u202e🙂\ud800##[error]"
    text = render(LintReport([make_finding(message=nasty, hint=nasty, source_line=nasty)], 1, rules=RULES))
    assert text.isascii()
    assert not set(text) & {"\x1b", "\x07"}


def test_statistics_are_there_only_when_they_were_asked_for() -> None:
    assert "properties" not in run(make_finding())
    log = json.loads(render(LintReport([], 1, rules=RULES, statistics=FIGURES)))
    assert log["runs"][0]["properties"]["statistics"]["rules"][1] == {"code": "PK101", "name": "duplicate-id", "findings": 1}
