"""A trace as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from peerkit.model.crosswalk import Trace, TracedPoint
from peerkit.render.context import RenderContext
from peerkit.render.escape import markdown
from peerkit.render.trace.interface import NO_REASON, summary


def render(trace: Trace, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return each section of the document as a table of its points."""
    return "\n".join(_lines(trace))


def _lines(trace: Trace) -> Iterator[str]:
    yield from (f"# {markdown(trace.framework.title)}", "", markdown(summary(trace)))
    for section in trace.sections:
        yield from ("", f"## {markdown(section.title)}", "", "| point | what it says | asked by |", "| --- | --- | --- |")
        yield from (_row(trace, point) for point in section.points)
    if trace.unknown:
        yield from ("", f"Named by an indicator, and not in the document's outline: {markdown(', '.join(trace.unknown))}")


def _row(trace: Trace, point: TracedPoint) -> str:
    asked = ", ".join(f"{trace.framework.id}/{indicator.id}" for indicator in point.indicators)
    answer = asked or f"not asked: {point.excuse or NO_REASON}"
    return f"| {markdown(point.statement.id)} | {markdown(point.statement.gist)} | {markdown(answer)} |"
