"""The frameworks that are here: what is wrong with one shown the way `lint` shows it, what they share, and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.cli import console
from peerkit.errors import InputError, PeerkitError

if TYPE_CHECKING:
    from peerkit.model.framework import Framework


def show_broken(error: InputError) -> None:
    """Write what is wrong in a file that cannot be used to standard error, the way `lint` shows it, where that is why."""
    from peerkit.source.yaml.yaml_file import BrokenFileError

    if isinstance(error, BrokenFileError):
        from peerkit.lint.runner import faults_found
        from peerkit.render.findings import LintReport
        from peerkit.render.findings.text import render

        result = faults_found(error.reading)
        console.remark(render(LintReport(result.findings, result.files, console.here(plain=True))))


def equal_questions(frameworks: Sequence[Framework], folder: Path | None) -> dict[str, tuple[str, ...]]:
    """Return which questions one answer serves, by address; nothing is read where there is only one framework."""
    if len(frameworks) < 2:
        return {}
    from peerkit.engine.crosswalk import equal_to
    from peerkit.source import catalog

    return equal_to(catalog.load_crosswalk(folder))


def theme_titles(folder: Path | None) -> dict[str, str]:
    """Return the titles of the themes by id."""
    from peerkit.source import catalog

    return {theme.id: theme.title for theme in catalog.load_themes(folder).themes}


def names_of(ids: Iterable[str], known: Iterable[Framework], folder: Path | None) -> Mapping[str, str]:
    """Return the names of frameworks by their ids, as far as they are `known` or here."""
    from peerkit.source import catalog

    names = {framework.id: framework.name for framework in known}
    for name in set(ids) - names.keys():
        try:
            names[name] = catalog.load(name, folder).framework.name
        except PeerkitError:
            continue
    return names
