"""Frameworks side by side as JSON."""

from __future__ import annotations

import json
from typing import Any, assert_never

from peerkit.model.crosswalk import Mapping, Matrix, TensionPage, ThemePage, ThemeRow
from peerkit.model.data import to_data
from peerkit.render.context import RenderContext
from peerkit.render.escape import json_text


def render(mapping: Mapping, context: RenderContext) -> str:  # noqa: ARG001  # one signature for all formats
    """Return one object: the themes with the addresses of their indicators, one theme with its links, or the tensions."""
    match mapping:
        case Matrix():
            data: dict[str, Any] = {
                "format": "peerkit/theme-matrix/1",
                "frameworks": [framework.id for framework in mapping.frameworks],
                "themes": [_row(row) for row in mapping.rows],
                "indicators_without_theme": list(mapping.unmapped),
                "themes_without_indicator": [theme.id for theme in mapping.lonely],
            }
        case ThemePage():
            links = [to_data(link) for link in mapping.links]
            data = {"format": "peerkit/theme/1", **_row(mapping.row), "definition": mapping.row.theme.definition, "links": links}
        case TensionPage():
            data = {"format": "peerkit/tensions/1", "tensions": [to_data(tension) for tension in mapping.tensions]}
        case _:
            assert_never(mapping)
    return json_text(json.dumps(data, ensure_ascii=False, indent=2))


def _row(row: ThemeRow) -> dict[str, Any]:
    indicators = {framework: [f"{framework}/{one.id}" for one in carried] for framework, carried in row.indicators.items()}
    return {"id": row.theme.id, "title": row.theme.title, "indicators": indicators}
