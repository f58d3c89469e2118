"""Findings as workflow commands, which GitHub shows at their lines in a pull request."""

from __future__ import annotations

import re
from typing import Final

from peerkit.model.finding import Finding, Severity
from peerkit.render.escape import visible
from peerkit.render.findings import LintReport
from peerkit.render.findings.text import end

_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}
_LINES = re.compile(r"[^\r\n]+")
_IN_A_MESSAGE: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_A_PROPERTY: Final = {**_IN_A_MESSAGE, ":": "%3A", ",": "%2C"}


def render(report: LintReport) -> str:
    """Return a command for each finding, then lines that are none. See FindingsRenderer."""
    return "\n".join([*(_command(finding, report) for finding in report.findings), *end(report)])


def _command(finding: Finding, report: LintReport) -> str:
    properties = {
        "file": report.told(finding.file),
        **_place(finding),
        "title": f"{finding.code} {finding.name}",
    }
    told = ",".join(f"{name}={_escaped(value, _IN_A_PROPERTY)}" for name, value in properties.items())
    message = f"{finding.message}\n{finding.hint}"
    return f"::{_COMMANDS[finding.severity]} {told}::{_escaped(message, _IN_A_MESSAGE)}"


def _place(finding: Finding) -> dict[str, str]:
    line, column, end_line, end_column = map(str, finding.span)
    # NOTE: GitHub's runner takes columns only where the annotation ends in the line it starts in.
    return (
        {"line": line, "col": column, "endLine": end_line, "endColumn": end_column}
        if line == end_line
        else {"line": line, "endLine": end_line}
    )


def _escaped(text: str, codes: dict[str, str]) -> str:
    """Return a text as GitHub decodes it again; what would steer a terminal that shows the log is written out before."""
    return "".join(codes.get(character, character) for character in _LINES.sub(lambda match: visible(match.group()), text))
