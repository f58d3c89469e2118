"""How much was found, as a line, a table or data: what every format for findings says alike."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from peerkit.model.finding import Finding, FrameworkFigures, Severity, Statistics
from peerkit.render.layout import pad, wrapped

_ROLE, _NUMBER = 12, 11
"""Columns of the table of questions."""


def count(findings: Sequence[Finding], files: int) -> str:
    """Return how many findings of each severity there are in how many files, on one line."""
    where = f"{files} {'file' if files == 1 else 'files'}"
    if not findings:
        return f"{where}, nothing to mend"
    order: tuple[tuple[Severity, str], ...] = (("error", "errors"), ("warning", "warnings"), ("info", "infos"))
    numbers = [(sum(finding.severity == severity for finding in findings), severity, several) for severity, several in order]
    return f"{', '.join(f'{number} {severity if number == 1 else several}' for number, severity, several in numbers if number)} in {where}"


def table(statistics: Statistics | None, width: int) -> list[str]:
    """Return the statistics as lines of at most `width` cells, each table after an empty line; none where there are none."""
    if statistics is None:
        return []
    lines = [line for framework in statistics.frameworks for line in _framework(framework, width)]
    if statistics.rules:
        lines += ["", "Rules"]
        for rule in statistics.rules:
            lines += wrapped(f"{rule.code} {rule.name}", width, first=f"{rule.findings:>6}  ")
    return lines


def _framework(framework: FrameworkFigures, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(framework.file, width)
    yield from wrapped(f"{framework.sections} sections, {framework.indicators} indicators, {framework.core} core", width, first="    ")
    yield f"    {pad('asked of', _ROLE)}{'quick set':>{_NUMBER}}{'full set':>{_NUMBER}}"
    minutes: dict[str, list[str]] = {}
    for load in framework.workloads:
        minutes.setdefault(load.role, []).append(f"{load.minutes} min")
    for role, told in minutes.items():
        yield f"    {pad(role, _ROLE)}{''.join(f'{one:>{_NUMBER}}' for one in told)}"


def data(statistics: Statistics) -> dict[str, Any]:
    """Return the statistics as JSON has them; files are written with `/`."""
    figures = [{**asdict(framework), "file": framework.file.replace(os.sep, "/")} for framework in statistics.frameworks]
    return {"frameworks": figures, "rules": [asdict(rule) for rule in statistics.rules]}
