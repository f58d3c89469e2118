"""A framework and the outline of its document, for the rules that hold one up against the other."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.lint.rule import Subject
from peerkit.lint.walking import indicators
from peerkit.model.crosswalk import SourceOutline, Statement
from peerkit.model.finding import Path
from peerkit.model.framework import Framework


def outline_of(subject: Subject) -> SourceOutline | None:
    """Return the outline of a framework's document: `sources/<id>.yaml`; None where there is none that can be read."""
    return subject.folder.outlines.get(subject.framework.id) if subject.framework else None


def statements(outline: SourceOutline) -> Iterator[Statement]:
    """Yield every statement, in the order of the document."""
    for section in outline.sections:
        yield from section.statements


def cited(framework: Framework) -> Iterator[tuple[Path, str]]:
    """Yield every statement id that indicators cover or that is not assessed, with its path."""
    for position, excuse in enumerate(framework.not_assessed):
        for place, name in enumerate(excuse.covers):
            yield ("not_assessed", position, "covers", place), name
    for path, _, indicator in indicators(framework):
        for place, name in enumerate(indicator.covers):
            yield (*path, "covers", place), name
