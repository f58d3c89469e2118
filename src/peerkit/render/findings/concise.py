"""Findings as one line each, `file:line:column: severity: message [code]`, which editors and grep know how to take apart."""

from __future__ import annotations

from peerkit.render.findings import LintReport
from peerkit.render.findings.text import end, position, shown


def render(report: LintReport) -> str:
    """Return a line for each finding, and the end. See FindingsRenderer."""
    lines = [f"{position(found)}: {found.severity}: {shown(found.message)} [{found.code}]" for found in report.findings]
    return "\n".join([*lines, *end(report)])
