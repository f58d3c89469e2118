"""`peerkit lint`: check framework files."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from peerkit.cli import console, options
from peerkit.cli.results.destination import write
from peerkit.errors import ExitCode, InputError, OutputError, UsageError
from peerkit.model.finding import SEVERITIES
from peerkit.render.findings import FORMATS, WANT_RULES, LintReport, load

if TYPE_CHECKING:
    from peerkit.lint.runner import LintResult
    from peerkit.model.finding import Severity
    from peerkit.source.catalog import SourceText

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH]...", help="Files and folders; - is standard input.", show_default="frameworks/")
]
Select = Annotated[list[str] | None, options.optional("--select", "CODES", "Only these rules or families.")]
Ignore = Annotated[list[str] | None, options.optional("--ignore", "CODES", "Not these rules or families.")]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on", metavar="|".join(SEVERITIES), help="What to leave with 1 for.", callback=options.one_of("--fail-on", SEVERITIES)
    ),
]
KnownIn = Annotated[Path | None, options.optional("--baseline", "FILE", "Tell only what is not in this baseline.")]
WriteBaseline = Annotated[Path | None, options.optional("--write-baseline", "FILE", "Put off what is found now: write it to this file.")]
StdinName = Annotated[str, typer.Option("--stdin-name", metavar="PATH", help="The name to show for standard input.")]
_BY_ENDING: Final = {".json": ("json", "gitlab", "sarif"), ".sarif": ("sarif",), ".xml": ("junit",)}

_OWN: Final = re.compile(rb"peerkit/findings/|\bPK[0-9]{3}\b|nothing to mend|\A\[\]\s*\Z|/sarif/|<testsuites name=.peerkit")
"""What a file that lint has written says at its beginning, in one of its formats."""


def command(
    paths: Paths = None,
    form: Annotated[str | None, options.format_option(FORMATS, "text")] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailOn = "warning",
    baseline: KnownIn = None,
    write_baseline: WriteBaseline = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count findings, rules, and the questions of each framework.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 whatever is found.")] = False,
    stdin_name: StdinName = "-",
    output: options.Output = None,
    overwrite: options.Overwrite = False,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> int:
    """Check framework files. Every mistake is told at once, at its place, with what to do.

    Leaves with 1 when something is found that is as bad as --fail-on, or worse.

    Example: peerkit lint frameworks --format json
    """
    from peerkit.lint import rule, runner

    form = _form(form, output)
    if baseline and write_baseline:
        raise UsageError("a baseline is either read or written", "Leave out --baseline or --write-baseline.")
    asked = paths or ["frameworks"]
    texts, result = _run(asked, stdin_name, options.split_ids(select), options.split_ids(ignore))
    if not result.files:
        raise InputError(f"no framework file in {', '.join(asked)}", "Give a file, or a folder with files that say `format: peerkit/…`.")
    if path := baseline or write_baseline:
        result = _without_what_is_put_off(result, path, is_new=baseline is None)
    report = LintReport(
        result.findings,
        result.files,
        console.here(plain=plain, output=output),
        rules=rule.notes() if form in WANT_RULES else (),
        statistics=runner.statistics(texts, result) if statistics else None,
        # NOTE: a step of a GitHub workflow may work in another folder than the repository's, and GitHub looks for paths in that one.
        folders=tuple(folder for folder in (os.environ.get("GITHUB_WORKSPACE"), os.getcwd()) if folder),  # noqa: PTH109
        fail_on=cast("Severity", fail_on),
    )
    write(load(form).render(report), output, _OWN, overwrite=overwrite)
    return ExitCode.FINDINGS if any(map(report.fails, result.findings)) and not exit_zero else ExitCode.DONE


def _form(asked: str | None, output: Path | None) -> str:
    """Return the format that was asked for, or else goes with the ending of the output's name; text where neither says anything."""
    fitting = _BY_ENDING.get(output.suffix.casefold(), ()) if output else ()
    if output and asked and fitting and asked not in fitting:
        raise UsageError(
            f"{output} is no file for the format {asked}", f"A name that ends in {output.suffix} is for {' or '.join(fitting)}."
        )
    return asked or (fitting[0] if fitting else "text")


def _run(asked: list[str], stdin_name: str, select: list[str], ignore: list[str]) -> tuple[list[SourceText], LintResult]:
    """Return the files that were looked at, and what was found in them."""
    from peerkit.lint.runner import lint
    from peerkit.source import catalog

    texts = list(catalog.read_for_lint(*(Path(path) for path in asked if path != "-")))
    if "-" in asked:
        texts.append(catalog.SourceText(stdin_name, sys.stdin.buffer.read()))
    themes = frozenset(theme.id for theme in catalog.built_in_themes().themes)
    indicators = catalog.built_in_indicators
    with _without_collector():
        return texts, lint(texts, select=select, ignore=ignore, builtin_themes=themes, builtin_indicators=indicators)


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


def _without_what_is_put_off(result: LintResult, path: Path, *, is_new: bool) -> LintResult:
    """Return what was found and does not stand in a baseline, which is written before where it `is_new`."""
    from peerkit.lint.baseline import baseline_of, new_in
    from peerkit.source.json import baseline_file

    if is_new:
        if path.is_file() and not baseline_file.is_one(path):
            raise OutputError(f"{path} is there, and is no baseline", "Choose another name with --write-baseline.")
        write(baseline_file.dump(baseline_of(result, path.parent)), path, _OWN, overwrite=True)
    left = new_in(result, baseline_file.read(path), path.parent)
    if left.put_off:
        console.note(f"{left.put_off} {'finding is' if left.put_off == 1 else 'findings are'} put off by {path}")
    return left
