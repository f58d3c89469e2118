"""The frameworks as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from peerkit.model.framework import Overview
from peerkit.render.context import RenderContext
from peerkit.render.escape import json_text


def render(overviews: Sequence[Overview], context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return one object with the list `frameworks`."""
    data = {"format": "peerkit/frameworks/1", "frameworks": [_entry(one) for one in overviews]}
    return json_text(json.dumps(data, ensure_ascii=False, indent=2))


def _entry(overview: Overview) -> dict[str, object]:
    framework = overview.framework
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "sections": overview.sections,
        "indicators": overview.indicators,
        "quick": overview.quick,
        "minutes": overview.minutes,
        "quick_minutes": overview.quick_minutes,
        "publisher": framework.source.publisher,
        "origin": overview.origin,
    }
