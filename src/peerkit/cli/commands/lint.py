"""`peerkit lint`: check framework files."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, options
from peerkit.cli.results.destination import write
from peerkit.errors import ExitCode, InputError
from peerkit.render.findings import FORMATS, WANT_RULES, Background, load

if TYPE_CHECKING:
    from peerkit.lint.runner import LintResult
    from peerkit.source.catalog import SourceText

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - is standard input.", show_default="frameworks/")
]
Select = Annotated[list[str] | None, options.optional("--select", "CODES", "Only these rules or families.")]
Ignore = Annotated[list[str] | None, options.optional("--ignore", "CODES", "Not these rules or families.")]
StdinName = Annotated[str, typer.Option("--stdin-name", metavar="PATH", help="The name to show for standard input.")]


def command(
    paths: Paths = None,
    form: Annotated[str, options.format_option(FORMATS)] = "text",
    select: Select = None,
    ignore: Ignore = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the questions of each framework and the rules.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    stdin_name: StdinName = "-",
    output: options.Output = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> int:
    """Check framework files: every mistake at once, at its place, with what to do.

    Leaves with 1 when there is an error or a warning.

    Example: peerkit lint frameworks --format json
    """
    from peerkit.lint.runner import lint
    from peerkit.source import catalog

    asked = paths or ["frameworks"]
    texts = list(catalog.read_for_lint(*(Path(path) for path in asked if path != "-")))
    if "-" in asked:
        texts.append(catalog.SourceText(stdin_name, sys.stdin.buffer.read()))
    themes = frozenset(theme.id for theme in catalog.built_in_themes().themes)
    indicators = catalog.built_in_indicators
    chosen, unwanted = options.split_ids(select), options.split_ids(ignore)
    with _without_collector():
        result = lint(texts, select=chosen, ignore=unwanted, builtin_themes=themes, builtin_indicators=indicators)
    if not result.files:
        raise InputError(f"no framework file in {', '.join(asked)}", "Give a file, or a folder with files that say `format: peerkit/…`.")
    renderer = load(form)
    background = _background(texts, result, rules=form in WANT_RULES, statistics=statistics)
    told = renderer.render(result.findings, result.files, console.here(plain=plain, output=output), background)
    write(told, output)
    bad = any(finding.severity != "info" for finding in result.findings)
    return ExitCode.FINDINGS if bad and not exit_zero else ExitCode.DONE


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for garbage in cycles: lint makes none, and to look through all it has read takes as long as reading."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _background(texts: Sequence[SourceText], result: LintResult, *, rules: bool, statistics: bool) -> Background:
    from peerkit.lint import rule, runner

    return Background(
        rules=rule.notes() if rules else (),
        statistics=runner.statistics(texts, result) if statistics else None,
        # NOTE: a step of a GitHub workflow may work in another folder than the repository's, and GitHub looks for paths in that one.
        folders=tuple(folder for folder in (os.environ.get("GITHUB_WORKSPACE"), os.getcwd()) if folder),  # noqa: PTH109
    )
