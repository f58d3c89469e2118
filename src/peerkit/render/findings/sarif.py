"""Findings as SARIF 2.1.0, the format of code scanning; in ASCII, so that no screen takes part of it for a command."""

from __future__ import annotations

import json
import os
import re
from typing import Any, Final
from urllib.parse import quote

from peerkit import __version__
from peerkit.model.finding import Finding, Severity
from peerkit.model.lint_figures import RuleNote, fingerprints
from peerkit.render.escape import visible
from peerkit.render.findings import LintReport
from peerkit.render.findings.json import figures

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ABOUT: Final = (
    "peerkit holds peer-support programs up against published documents. `peerkit rule` lists the rules, `peerkit rule CODE` explains one."
)
"""What a viewer finds where it looks for information about the tool. It stands in the address itself: there is no page to lead to."""
FINGERPRINT = "peerkitFinding/v1"
"""What a finding is known by from run to run: it stays when lines are added or deleted above."""
_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_LINES = re.compile(r"[^\r\n]+")
_LINK = re.compile(r"(\\*)\]\(")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def render(report: LintReport) -> str:
    """Return the log of one run: its rules, and a result for each finding; columns are code points from 1. See FindingsRenderer."""
    numbers = {rule.code: number for number, rule in enumerate(report.rules)}
    driver = {
        "name": "peerkit",
        "version": __version__,
        "informationUri": f"data:text/plain,{quote(ABOUT)}",
        "rules": [_rule(rule) for rule in report.rules],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": _results(report, numbers),
    }
    if report.statistics is not None:
        run["properties"] = {"statistics": figures(report.statistics)}
    return f"{json.dumps({'$schema': SCHEMA, 'version': '2.1.0', 'runs': [run]}, indent=2)}\n"


def _rule(rule: RuleNote) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(rule.why.split())},
        "help": {"text": _help(rule), "markdown": _help_page(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "problem.severity": "recommendation" if rule.severity == "info" else rule.severity},
    }


def _help(rule: RuleNote) -> str:
    return "\n\n".join([rule.why, *(f"{title}:\n{example.rstrip()}" for title, example in _examples(rule))])


def _help_page(rule: RuleNote) -> str:
    return "\n\n".join([rule.why, *(f"{title}:\n\n```yaml\n{example}```" for title, example in _examples(rule))])


def _examples(rule: RuleNote) -> list[tuple[str, str]]:
    return [(title, example) for title, example in (("Bad", rule.bad), ("Good", rule.good)) if example]


def _results(report: LintReport, numbers: dict[str, int]) -> list[dict[str, Any]]:
    addresses = [_uri(report.told(finding.file)) for finding in report.findings]
    known_by = fingerprints(report.findings, addresses)
    return [_result(*found, numbers) for found in zip(report.findings, addresses, known_by, strict=True)]


def _result(finding: Finding, address: str, fingerprint: str, numbers: dict[str, int]) -> dict[str, Any]:
    line, column, end_line, end_column = finding.span
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {
        "ruleId": finding.code,
        **({"ruleIndex": numbers[finding.code]} if finding.code in numbers else {}),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(f"{finding.message}. {finding.hint}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _uri(path: str) -> str:
    encoded = quote(os.fsencode(path), safe="/")
    return f"file://{'' if encoded.startswith('/') else '/'}{encoded}" if os.path.isabs(path) else encoded  # noqa: PTH117  # a path as text


def _message(text: str) -> str:
    """Return a text in which a viewer finds no link and no placeholder, and a terminal nothing that steers it."""
    seen = _LINES.sub(lambda match: visible(match.group()), text)
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\1\1\\](", seen))
