"""A trace as text, for any terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.crosswalk import Trace, TracedPoint
from peerkit.render.context import RenderContext
from peerkit.render.trace.interface import NO_REASON, summary
from peerkit.render.wrap import wrapped


def render(trace: Trace, context: RenderContext) -> str:
    """Return each point with the indicators that cover it, in at most `width` columns."""
    return "\n".join(_lines(trace, context.width))


def _lines(trace: Trace, width: int) -> Iterator[str]:
    yield from wrapped(trace.framework.title, width)
    yield from wrapped(summary(trace), width)
    for section in trace.sections:
        yield ""
        yield from wrapped(section.title, width)
        for point in section.points:
            yield from wrapped(point.statement.gist, width, first=f"   {point.statement.id}  ")
            yield from _covered(trace, point, width)
    if trace.unknown:
        yield ""
        yield from wrapped(f"Named by an indicator, and not in the document's outline: {', '.join(trace.unknown)}", width)


def _covered(trace: Trace, point: TracedPoint, width: int) -> Iterator[str]:
    for indicator in point.indicators:
        yield from wrapped(f"{trace.framework.id}/{indicator.id}", width, first="      asked by ")
    if not point.indicators:
        yield from wrapped(point.excuse or NO_REASON, width, first="      not asked: ")
