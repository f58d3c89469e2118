"""Peerkit's formats: what their files are called, which noun they hold, how large they may be, and their JSON Schemas.

The limits are there against hostile or broken files.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

from peerkit.model.constraints import Address, Id, Scope

LARGEST_YAML: Final = 2_000_000
"""Bytes of a framework, themes, crosswalk or source file; the largest that comes with peerkit has 100 KB, 4,000 nodes and a depth of 7."""
LARGEST_ANSWERS: Final = 8_000_000
"""Bytes of an assessment or answer sheet."""
LARGEST_SHOWN: Final = 64_000_000
"""Bytes of what the reports of a round have shown."""
DEEPEST: Final = 20
"""Lists and mappings inside each other."""
MOST_NODES: Final = 100_000
"""Values, keys, lists and mappings of one YAML file."""
MOST_FAULTS: Final = 1_000
"""Mistakes that are told of one file; whoever has mended so many asks again."""
MOST_FILES: Final = 2_000
"""Files that a folder given to a command may hold."""
MOST_ENTRIES: Final = 20_000
"""Names of any kind that are looked through in a folder of answers."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format. `called` is what people call a file of it; `module` and `noun` say what such a file holds, and are empty for our own notes.

    What authors write is in YAML, everything else in JSON.
    """

    called: str
    module: str = ""
    noun: str = ""
    in_yaml: bool = False

    def load(self) -> type[Any]:
        """Return the noun, which is loaded on demand."""
        noun: type[Any] = getattr(importlib.import_module(f"peerkit.model.{self.module}"), self.noun)
        return noun


FORMATS: Final[Mapping[str, FileFormat]] = {
    "framework": FileFormat("a framework", "framework", "Framework", in_yaml=True),
    "themes": FileFormat("a list of themes", "crosswalk", "Themes", in_yaml=True),
    "crosswalk": FileFormat("a crosswalk", "crosswalk", "Crosswalk", in_yaml=True),
    "source": FileFormat("the outline of a document", "crosswalk", "SourceOutline", in_yaml=True),
    "barriers": FileFormat("a list of barriers", "plan", "Barriers", in_yaml=True),
    "assessment": FileFormat("a file of answers", "answers", "Assessment"),
    "outcome": FileFormat("an outcome file", "answers", "Outcome"),
    "report": FileFormat("a report", "report_file", "ReportFile"),
    "plan": FileFormat("a plan", "plan", "PlanFile"),
    "team-report": FileFormat("a report", "report_file", "TeamReportFile"),
    "comparison": FileFormat("a comparison", "comparison", "ComparisonFile"),
    "shown": FileFormat("a note of what reports have shown"),
    "findings": FileFormat("a list of findings"),
    "baseline": FileFormat("a baseline of lint"),
}
"""The formats by the name that stands in the `format` of their files, as in `peerkit/framework/1`."""
IN_YAML: Final = {f"peerkit/{name}/1": form for name, form in FORMATS.items() if form.in_yaml}
"""The formats of YAML files, by what they say after `format:`."""
SCHEMAS: Final = tuple(name for name, form in FORMATS.items() if form.noun)
"""The names of the formats that have a schema."""
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_LEVEL_KEYS: Final = ["0", "1", "2", "3", "4"]
_LONGEST_KEYS: Final = {limit.pattern: limit.longest for limit in (get_args(kind)[1] for kind in (Id, Address, Scope))}


def called(form: str) -> str:
    """Return what people call a file of a format such as `peerkit/outcome/1`; empty where it is none of ours."""
    owner, _, kind = form.rpartition("/")[0].partition("/")
    return FORMATS[kind].called if owner == "peerkit" and kind in FORMATS else ""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a format, one of `SCHEMAS`."""
    from pydantic import TypeAdapter

    made = TypeAdapter(FORMATS[name].load()).json_schema()
    rest: dict[str, Any] = _with_strict_keys({key: value for key, value in made.items() if key != "title"})
    for noun, part in ((name, rest), *rest.get("$defs", {}).items()):
        for key, value in part.get("properties", {}).items():
            value |= {"description": key_words()[noun][key]} if key in key_words().get(noun, {}) else {}
    return {"$schema": DIALECT, "title": f"peerkit {name}", **rest}


@cache
def key_words() -> Mapping[str, Mapping[str, str]]:
    """Return what each key of a format means, by the noun that holds it: a format's name, or a class of the model."""
    from peerkit.source.yaml.document import parse

    words: Mapping[str, Mapping[str, str]] = parse(Path(__file__).with_name("format_words.yaml").read_bytes()).data
    return words


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
    if part.get("propertyNames", {}).get("enum") == _LEVEL_KEYS:
        # NOTE: editors take a key such as 0: for a number, and mark it where it is held against texts; against a pattern they do not.
        levels = {"patternProperties": {"^[0-4]$": strict["additionalProperties"]}, "additionalProperties": False}
        strict = {key: value for key, value in strict.items() if key != "propertyNames"} | levels
    return strict
