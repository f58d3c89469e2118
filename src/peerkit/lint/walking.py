"""Ways through a file that rules share: each thing with the path that leads to it, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerkit.model.finding import Path
from peerkit.model.framework import Condition, Framework, Indicator, Section


def sections(framework: Framework | None) -> Iterator[tuple[Path, Section]]:
    """Yield every section with its path; none where there is no framework."""
    for position, section in enumerate(framework.sections if framework else ()):
        yield ("sections", position), section


def indicators(framework: Framework | None) -> Iterator[tuple[Path, Section, Indicator]]:
    """Yield every indicator with its path and its section; none where there is no framework."""
    for path, section in sections(framework):
        for position, indicator in enumerate(section.indicators):
            yield (*path, "indicators", position), section, indicator


def conditions(framework: Framework | None) -> Iterator[tuple[Path, Condition]]:
    """Yield every condition with its path, that for small teams first; none where there is no framework."""
    if framework:
        yield ("small_team",), framework.small_team
    for path, _, indicator in indicators(framework):
        yield (*path, "only_if"), indicator.only_if


def listed(words: Sequence[str]) -> str:
    """Return words as a person lists them: one, two and three."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
