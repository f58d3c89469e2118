"""A page as JSON: the file's own form."""

from __future__ import annotations

import json
from typing import assert_never

from peerkit.model.data import to_data
from peerkit.model.shown import AssessmentPage, FrameworkPage, IndicatorPage, Page
from peerkit.render.context import RenderContext
from peerkit.render.escape import json_text


def render(page: Page, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return the noun of a page in the form it has in its file; an indicator with its framework and section beside it."""
    match page:
        case FrameworkPage():
            data = to_data(page.framework)
        case IndicatorPage():
            data = {"framework": page.framework.id, "section": page.section.id, **to_data(page.indicator)}
        case AssessmentPage():
            data = to_data(page.assessment)
        case _:
            assert_never(page)
    return json_text(json.dumps(data, ensure_ascii=False, indent=2))
