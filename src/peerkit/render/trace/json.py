"""A trace as JSON."""

from __future__ import annotations

import json

from peerkit.model.crosswalk import Trace, TracedPoint
from peerkit.render.context import RenderContext
from peerkit.render.escape import json_text


def render(trace: Trace, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return one object: the framework, and its document's sections with their points."""
    data = {
        "format": "peerkit/trace/1",
        "framework": trace.framework.id,
        "version": trace.framework.version,
        "sections": [{"title": section.title, "points": [_point(point) for point in section.points]} for section in trace.sections],
        "unknown": list(trace.unknown),
    }
    return json_text(json.dumps(data, ensure_ascii=False, indent=2))


def _point(point: TracedPoint) -> dict[str, object]:
    return {
        "id": point.statement.id,
        "gist": point.statement.gist,
        "force": point.statement.force,
        "indicators": [indicator.id for indicator in point.indicators],
        "excuse": point.excuse,
    }
