"""The JSON Schemas of peerkit's formats, made from the types that the reader follows."""

from __future__ import annotations

import importlib
from typing import Any, Final, get_args

from peerkit.model.constraints import Address, Id, Scope

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: Final[dict[str, tuple[str, str]]] = {
    "framework": ("peerkit.model.framework", "Framework"),
    "themes": ("peerkit.model.crosswalk", "Themes"),
    "crosswalk": ("peerkit.model.crosswalk", "Crosswalk"),
    "source": ("peerkit.model.crosswalk", "SourceOutline"),
    "barriers": ("peerkit.model.plan", "Barriers"),
    "assessment": ("peerkit.model.answers", "Assessment"),
    "outcome": ("peerkit.model.answers", "Outcome"),
    "report": ("peerkit.model.report_file", "ReportFile"),
    "plan": ("peerkit.model.plan", "PlanFile"),
    "team-report": ("peerkit.model.report_file", "TeamReportFile"),
    "comparison": ("peerkit.model.comparison", "ComparisonFile"),
}
"""The formats by name: the module and the noun that define each. They are loaded on demand."""
_LONGEST_KEYS: Final = {limit.pattern: limit.longest for limit in (get_args(kind)[1] for kind in (Id, Address, Scope))}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a format, one of `SCHEMAS`."""
    from pydantic import TypeAdapter

    module, noun = SCHEMAS[name]
    made = TypeAdapter(getattr(importlib.import_module(module), noun)).json_schema()
    rest: dict[str, Any] = _with_strict_keys({key: value for key, value in made.items() if key != "title"})
    return {"$schema": DIALECT, "title": f"peerkit {name}", **rest}


def _with_strict_keys(part: Any) -> Any:
    """Return a part of a schema that admits no other keys: pydantic says of a mapping only what the keys that match hold."""
    if isinstance(part, list):
        return [_with_strict_keys(value) for value in part]
    if not isinstance(part, dict):
        return part
    strict = {key: _with_strict_keys(value) for key, value in part.items() if key != "patternProperties"}
    for pattern, values in part.get("patternProperties", {}).items():
        names = {"pattern": pattern, "maxLength": _LONGEST_KEYS[pattern]}
        strict |= {"propertyNames": names, "additionalProperties": _with_strict_keys(values)}
    return strict
