"""`peerkit lint`: check framework files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, options
from peerkit.errors import ExitCode, InputError
from peerkit.render.findings.registry import findings_formats, load

if TYPE_CHECKING:
    from peerkit.lint.runner import LintResult

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - is standard input.", show_default="frameworks/")
]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CODES", help="Only these rules or families.", show_default=False)]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES", help="Not these rules or families.", show_default=False)]
StdinName = Annotated[str, typer.Option("--stdin-name", metavar="PATH", help="The name to show for standard input.")]


def command(
    paths: Paths = None,
    form: Annotated[str, options.format_option(findings_formats())] = "text",
    select: Select = None,
    ignore: Ignore = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    stdin_name: StdinName = "stdin.yaml",
    output: options.Output = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> int:
    """Check framework files: every mistake at once, at its place, with what to do.

    Leaves with 1 when there is an error or a warning.

    Example: peerkit lint frameworks --format json
    """
    result = _lint(paths or ["frameworks"], options.split_ids(select), options.split_ids(ignore), stdin_name)
    console.deliver(load(form).render(result.findings, result.files, console.here(plain=plain, output=output)), output)
    bad = any(finding.severity != "info" for finding in result.findings)
    return ExitCode.FINDINGS if bad and not exit_zero else ExitCode.DONE


def _lint(paths: Sequence[str], select: Sequence[str], ignore: Sequence[str], stdin_name: str) -> LintResult:
    from peerkit.lint.runner import SourceText, lint
    from peerkit.source import catalog
    from peerkit.source.folders import read_for_lint

    files = [one for path in paths if path != "-" for one in read_for_lint(Path(path))]
    texts = [SourceText(one.name, one.raw, explicit=one.explicit) for one in files if not one.beside]
    beside = [SourceText(one.name, one.raw, explicit=False) for one in files if one.beside]
    if "-" in paths:
        texts.append(SourceText(stdin_name, sys.stdin.buffer.read(), explicit=True))
    themes = frozenset(theme.id for theme in catalog.built_in_themes().themes)
    result = lint(texts, select=select, ignore=ignore, builtin_themes=themes, beside=beside)
    if not result.files:
        raise InputError(f"no framework file in {', '.join(paths)}", "Give a file, or a folder with files that say `format: peerkit/…`.")
    return result
