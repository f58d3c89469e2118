"""Findings as text for people: each with its line, the place marked by carets, and what to do; or, with `plain`, in words only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerkit.model.finding import Finding, Severity
from peerkit.model.lint_figures import FrameworkFigures, Statistics
from peerkit.render.escape import visible
from peerkit.render.findings import LintReport
from peerkit.render.layout import cell_width, pad, wrap, wrapped

_CUT = "..."
_LEAST_ROOM = 8
_ROLE, _NUMBER = 12, 11
"""Columns of the table of questions."""


def render(report: LintReport) -> str:
    """Return the findings, an empty line after each, and the end. See FindingsRenderer."""
    entry = _in_words if report.context.plain else _drawn
    lines = [line for finding in report.findings for line in (*entry(finding, report.context.width), "")]
    return "\n".join([*lines, *end(report)])


def end(report: LintReport) -> list[str]:
    """Return the lines that stand behind the findings: how many there are, then the statistics, then an empty one."""
    return [count(report.findings, report.files), *figures(report.statistics, report.context.width), ""]


def count(findings: Sequence[Finding], files: int) -> str:
    """Return how many findings of each severity there are in how many files, on one line."""
    where = f"{files} {'file' if files == 1 else 'files'}"
    if not findings:
        return f"{where}, nothing to mend"
    order: tuple[tuple[Severity, str], ...] = (("error", "errors"), ("warning", "warnings"), ("info", "infos"))
    numbers = [(sum(finding.severity == severity for finding in findings), severity, several) for severity, several in order]
    return f"{', '.join(f'{number} {severity if number == 1 else several}' for number, severity, several in numbers if number)} in {where}"


def figures(statistics: Statistics | None, width: int) -> list[str]:
    """Return the statistics as lines of at most `width` cells, each table after an empty line; none where there are none."""
    if statistics is None:
        return []
    lines = [line for framework in statistics.frameworks for line in _framework(framework, width)]
    if statistics.severities:
        left_out = (("silenced by a comment", statistics.silenced), ("put off by the baseline", statistics.put_off))
        counted = (*statistics.severities.items(), *left_out)
        lines += ["", "Findings", *(line for name, number in counted for line in wrapped(name, width, first=f"{number:>6}  "))]
    if statistics.rules:
        lines += ["", "Rules"]
        for rule in statistics.rules:
            lines += wrapped(f"{rule.code} {rule.name}", width, first=f"{rule.findings:>6}  ")
    return lines


def _in_words(finding: Finding, width: int) -> list[str]:
    title = f"{finding.severity} {finding.code} {finding.name}: {finding.message}"
    return [*_hanging(title, width), f"at {position(finding)}", *_hanging(f"hint: {finding.hint}", width)]


def _drawn(finding: Finding, width: int) -> list[str]:
    gutter = " " * len(str(finding.span.line))
    lines = _hanging(f"{finding.severity}[{finding.code}] {finding.name}: {finding.message}", width)
    lines.append(f"{gutter}--> {position(finding)}")
    if finding.source_line.strip():
        excerpt, carets = _excerpt(finding, max(_LEAST_ROOM, width - len(gutter) - 3))
        lines += [f"{gutter} |", f"{finding.span.line} | {excerpt}", f"{gutter} | {carets}"]
    hint = _hanging(f"hint: {finding.hint}", width - len(gutter) - 3)
    return [*lines, f"{gutter} = {hint[0]}", *(f"{gutter}   {line}" for line in hint[1:])]


def _hanging(text: str, width: int) -> list[str]:
    """Return a text as lines of at most `width` cells, all but the first set in by four."""
    first, *rest = wrap(text, max(_LEAST_ROOM, width - 4))
    return [first, *(f"    {line}" for line in rest)]


def position(finding: Finding) -> str:
    """Return where a finding stands, in a form that a terminal and an editor make a link of."""
    return f"{shown(finding.file)}:{finding.span.line}:{finding.span.column}"


def shown(text: str) -> str:
    """Return a text on one line, without what a terminal, or GitHub's runner, would take for a command."""
    return "".join(_cells(text, range(len(text))))


def _excerpt(finding: Finding, room: int) -> tuple[str, str]:
    """Return the line, cut around the finding's place to at most `room` cells, and carets for the place."""
    line, span = finding.source_line, finding.span
    start = min(span.column - 1, len(line))
    low, high = _window(line, start, room - (start == len(line)))
    end = min(span.end_column - 1, high) if span.end_line == span.line else high
    before = (_CUT if low else "") + "".join(_cells(line, range(low, start)))
    place = "".join(_cells(line, range(start, end)))
    after = "".join(_cells(line, range(max(start, end), high))) + (_CUT if high < len(line) else "")
    return before + place + after, " " * cell_width(before) + "^" * max(1, cell_width(place))


def _window(line: str, start: int, room: int) -> tuple[int, int]:
    """Return which characters to show: the whole line if it fits, else from a little before `start` as far as there is room."""
    if _fitting(line, range(min(len(line), room + 1)), room) == len(line):
        return 0, len(line)
    low = start - _fitting(line, range(start - 1, max(-1, start - 1 - room), -1), room // 3)
    used = sum(map(cell_width, _cells(line, range(low, start)))) + (2 if low else 1) * len(_CUT)
    return low, start + _fitting(line, range(start, min(len(line), start + room)), room - used)


def _fitting(line: str, places: range, room: int) -> int:
    """Return how many of the characters at `places` fit into `room` cells."""
    for count, cell in enumerate(_cells(line, places)):
        room -= cell_width(cell)
        if room < 0:
            return count
    return len(places)


def _cells(line: str, places: range) -> Iterator[str]:
    """Yield the characters at `places` as they are shown: as they stand, but for what a terminal would take for a command."""
    for place in places:
        # NOTE: GitHub's runner takes `##[` anywhere in a line of output for the start of a command.
        yield "\\x23" if line.startswith("##[", place) else visible(line[place])


def _framework(framework: FrameworkFigures, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(framework.file, width)
    yield from wrapped(f"{framework.sections} sections, {framework.indicators} indicators, {framework.core} core", width, first="    ")
    yield f"    {pad('asked of', _ROLE)}{'quick set':>{_NUMBER}}{'full set':>{_NUMBER}}"
    told: dict[str, list[str]] = {}
    for load in framework.workloads:
        told.setdefault(load.role, []).append(f"{load.minutes} min")
    for role, minutes in told.items():
        yield f"    {pad(role, _ROLE)}{''.join(f'{number:>{_NUMBER}}' for number in minutes)}"
