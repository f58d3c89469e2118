"""Findings as one JSON object, `peerkit/findings/1`: for other programs, and in ASCII so that no screen takes part of it for a command."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from typing import Any

from peerkit.model.finding import Finding
from peerkit.model.lint_figures import Statistics
from peerkit.render.findings import LintReport

FORMAT = "peerkit/findings/1"


def render(report: LintReport) -> str:
    """Return the object; positions are code points from 1, and files are written with `/`. See FindingsRenderer."""
    content: dict[str, Any] = {"format": FORMAT, "files": report.files, "findings": [_entry(finding) for finding in report.findings]}
    if report.statistics is not None:
        content["statistics"] = figures(report.statistics)
    return f"{json.dumps(content, indent=2)}\n"


def figures(statistics: Statistics) -> dict[str, Any]:
    """Return the statistics as JSON has them; files are written with `/`."""
    frameworks = [{**asdict(framework), "file": framework.file.replace(os.sep, "/")} for framework in statistics.frameworks]
    counts = {"severities": dict(statistics.severities), "silenced": statistics.silenced, "put_off": statistics.put_off}
    return {"frameworks": frameworks, "rules": [asdict(rule) for rule in statistics.rules], **counts}


def _entry(finding: Finding) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
        "file": finding.file.replace(os.sep, "/"),
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
    }
