"""`peerkit show`: a framework, an indicator, or what stands in an assessment file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peerkit.cli import console, loading, options
from peerkit.errors import UsageError, did_you_mean
from peerkit.render import page
from peerkit.render.formats import format_names, load_format

if TYPE_CHECKING:
    from peerkit.model.shown import Page


def command(
    what: Annotated[str, typer.Argument(metavar="FRAMEWORK[/INDICATOR] | FILE", help="An id, or a file of answers.", show_default=False)],
    form: Annotated[str, options.format_option(format_names(page))] = "text",
    frameworks: options.Frameworks = None,
    plain: options.Plain = False,
    debug: options.Debug = False,
) -> None:
    """Show a framework as a page, one indicator with all it has, or the questions and answers in a file.

    Example: peerkit show tacsi/planned-co-design
    """
    console.say(load_format(page, form).render(_page(what, frameworks), console.here(plain=plain)))


def _page(what: str, frameworks: Path | None) -> Page:
    from peerkit.model.shown import AssessmentPage, FrameworkPage, IndicatorPage
    from peerkit.source import assessment_file, catalog

    if what.endswith(".json") or (not catalog.is_file_name(what) and Path(what).suffix and Path(what).is_file()):
        return AssessmentPage(assessment_file.read(Path(what)))
    name, _, indicator = ("", "", "") if catalog.is_file_name(what) else what.partition("/")
    found = loading.load_framework(name or what, frameworks)
    if not indicator:
        return FrameworkPage(found.framework)
    if indicator not in found.framework.by_id:
        hint = did_you_mean(indicator, found.framework.by_id, f"`peerkit show {name}` lists them.")
        raise UsageError(f'{name} has no indicator called "{indicator}"', hint)
    return IndicatorPage(found.framework, *found.framework.by_id[indicator])
