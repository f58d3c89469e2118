"""Findings as one JSON object, `peerkit/findings/1`: for other programs, and in ASCII so that no screen takes part of it for a command."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from peerkit.model.finding import Finding
from peerkit.model.lint_figures import Statistics
from peerkit.render.context import RenderContext
from peerkit.render.findings import NO_BACKGROUND, Background

FORMAT = "peerkit/findings/1"


def render(
    findings: Sequence[Finding],
    files: int,
    context: RenderContext,  # noqa: ARG001  # one signature for all formats
    background: Background = NO_BACKGROUND,
) -> str:
    """Return the object; positions are code points from 1, and files are written with `/`. See FindingsRenderer."""
    content: dict[str, Any] = {"format": FORMAT, "files": files, "findings": [_entry(finding) for finding in findings]}
    if background.statistics is not None:
        content["statistics"] = figures(background.statistics)
    return f"{json.dumps(content, indent=2)}\n"


def figures(statistics: Statistics) -> dict[str, Any]:
    """Return the statistics as JSON has them; files are written with `/`."""
    frameworks = [{**asdict(framework), "file": framework.file.replace(os.sep, "/")} for framework in statistics.frameworks]
    return {"frameworks": frameworks, "rules": [asdict(rule) for rule in statistics.rules]}


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
