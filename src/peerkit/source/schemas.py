"""The JSON Schemas of peerkit's formats, made from the types that the reader follows."""

from __future__ import annotations

import importlib
from typing import Any, Final

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Final[dict[str, tuple[str, str]]] = {
    "framework": ("peerkit.model.framework", "Framework"),
    "themes": ("peerkit.model.crosswalk", "Themes"),
    "crosswalk": ("peerkit.model.crosswalk", "Crosswalk"),
    "source": ("peerkit.model.crosswalk", "SourceOutline"),
    "assessment": ("peerkit.model.assessment", "Assessment"),
    "outcome": ("peerkit.model.outcome", "Outcome"),
    "report": ("peerkit.model.report_file", "ReportFile"),
}
"""The formats by name: the module and the noun that define each. They are loaded on demand."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a format, one of `SCHEMAS`."""
    from pydantic import TypeAdapter

    module, noun = SCHEMAS[name]
    made = TypeAdapter(getattr(importlib.import_module(module), noun)).json_schema()
    return {"$schema": DIALECT, "title": f"peerkit {name}", **{key: value for key, value in made.items() if key != "title"}}
