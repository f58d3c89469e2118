"""A document point by point: what each says, the questions that cover it, and what is left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.crosswalk import Trace, TracedPoint
from peerkit.model.page import Bullets, Detail, Entries, Entry, Heading, Page, Paragraph, Part, Title

NO_REASON: Final = "no reason given"


def page(trace: Trace) -> Page:
    """Return a document as a page of its points."""
    return Page((Title(trace.framework.title, "Source document"), Paragraph(_summary(trace))), tuple(_parts(trace)))


def _summary(trace: Trace) -> str:
    """Return how many points are asked about, left out with a reason, and left out without one."""
    points = trace.points
    asked = sum(bool(point.indicators) for point in points)
    excused = sum(not point.indicators and point.excuse is not None for point in points)
    silent = len(points) - asked - excused
    without = f", {silent} without a reason" if silent else ""
    return f"{len(points)} points: {asked} are asked about, {excused} are left out with a reason{without}."


def _parts(trace: Trace) -> Iterator[Part]:
    for number, section in enumerate(trace.sections, 1):
        entries = tuple(_point(trace, point) for point in section.points)
        yield Part(f"section-{number}", (Heading(section.title), Entries(entries=entries)))
    unknown = Heading("Not in the document's outline", note="An indicator names these points.")
    yield Part("unknown", (unknown, Bullets(trace.unknown)) if trace.unknown else ())


def _point(trace: Trace, point: TracedPoint) -> Entry:
    asked = "\n".join(f"{trace.framework.id}/{indicator}" for indicator in point.indicators)
    detail = Detail("Asked by", asked) if asked else Detail("Not asked", point.excuse or NO_REASON)
    return Entry(text=f"{point.id} {point.gist}", details=(detail,))
