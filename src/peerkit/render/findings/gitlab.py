"""Findings as a Code Quality report of GitLab, which shows them in a merge request; in ASCII, as the other formats in JSON are."""

from __future__ import annotations

import json
from typing import Final

from peerkit.model.finding import Severity
from peerkit.model.lint_figures import fingerprints
from peerkit.render.findings import LintReport

_SEVERITIES: Final[dict[Severity, str]] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: LintReport) -> str:
    """Return the list of findings; the statistics have no place in it. See FindingsRenderer."""
    paths = [report.told(finding.file) for finding in report.findings]
    entries = [
        {
            "description": f"{finding.message}. {finding.hint}",
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": finding.span.line, "end": finding.span.end_line}},
        }
        for finding, path, fingerprint in zip(report.findings, paths, fingerprints(report.findings, paths), strict=True)
    ]
    return f"{json.dumps(entries, indent=2)}\n"
