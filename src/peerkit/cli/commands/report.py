"""`peerkit report`: the gap report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from peerkit.cli import console, loading, options
from peerkit.render.registry import load, report_formats


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file of answers.", show_default=False)],
    form: Annotated[str, options.format_option(report_formats())] = "terminal",
    output: options.Output = None,
    goal: options.Goal = None,
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Print the gap report of a file: strengths, scores with what they rest on, gaps with a next step, and what is not known.

    Example: peerkit report lantern-street-peers.tacsi.b7c1e0.peerkit.json
    """
    from peerkit.engine.reporting import make_report

    loaded = loading.load_answers(file, frameworks)
    report = make_report(loaded.frameworks, loaded.assessment, loading.today(), goal)
    console.deliver(load(form).render(report, console.here(plain=plain, output=output)), output)
