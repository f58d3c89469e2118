"""Files to lint, and short views of what was found in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from peerkit.lint import runner
from peerkit.lint.runner import LintResult
from peerkit.model.finding import Finding, Severity, Span
from peerkit.source.catalog import SourceText
from support.rule_examples import raw, with_the_rest

THEMES_TOP = "format: peerkit/themes/1\nthemes:\n"
NO_CORE = "PK208"
GOOD_THEME = "  - {id: shared-power, title: Shared power, definition: Peers decide.}\n"
BAD_THEME = "  - {id: Shared_Power, title: Shared power, definition: Peers decide.}\n"


def lint(files: Sequence[SourceText], *, select: Iterable[str] = (), ignore: Iterable[str] = (), **options: Any) -> LintResult:
    """Return what lint finds; short frameworks have no core question, so the rule about that is left out but where it is selected."""
    has_rule = NO_CORE not in select and options.get("rules") is None
    return runner.lint(files, select=select, ignore=(*ignore, NO_CORE) if has_rule else ignore, **options)


def themes_file(*lines: str, file: str = "themes.yaml", explicit: bool = True) -> SourceText:
    """Return a file of themes with these lines."""
    return SourceText(file, raw(THEMES_TOP + "".join(lines)), explicit)


def framework_file(part: str = "", file: str = "example.yaml", explicit: bool = True) -> SourceText:
    """Return the file of a framework that starts with `part` and is right everywhere else."""
    return SourceText(file, raw(with_the_rest(part)), explicit)


def places(result: LintResult) -> list[tuple[str, int, int, str]]:
    """Return file, line, column and code of each finding."""
    return [(one.file, one.span.line, one.span.column, one.code) for one in result.findings]


def codes(result: LintResult) -> list[str]:
    """Return the code of each finding."""
    return [one.code for one in result.findings]


def make_finding(
    source_line: str = "id: A",
    column: int = 5,
    end_column: int = 6,
    *,
    line: int = 2,
    severity: Severity = "error",
    message: str = "it is wrong",
    hint: str = "Mend it.",
    file: str = "x.yaml",
) -> Finding:
    """Return a finding of the rule PK105 bad-id."""
    span = Span(line, column, line, end_column)
    return Finding(
        code="PK105", name="bad-id", severity=severity, message=message, hint=hint, file=file, span=span, source_line=source_line
    )
