"""What the formats of a trace share. A format is a module in this folder with `render(trace, context)`."""

from __future__ import annotations

from peerkit.model.crosswalk import Trace

NO_REASON = "no reason given"


def summary(trace: Trace) -> str:
    """Return how many points are asked about, left out with a reason, and left out without one."""
    points = trace.points
    asked = sum(bool(point.indicators) for point in points)
    excused = sum(not point.indicators and point.excuse is not None for point in points)
    silent = len(points) - asked - excused
    without = f", {silent} without a reason" if silent else ""
    return f"{len(points)} points: {asked} are asked about, {excused} are left out with a reason{without}."
