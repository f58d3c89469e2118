"""Our schemas in the hands of Ajv, the validator behind most editors."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from peerkit.source.file_formats import SCHEMAS
from peerkit.source.yaml.document import parse
from support.documented import ASSESSMENT, BARRIERS, CROSSWALK, FRAMEWORK, OUTCOME, OUTLINE, PLAN, THEMES

Validate = Callable[[str, Sequence[object]], list[list[str]]]
FOLDER = Path(__file__).parents[2] / "frameworks"
SHIPPED = [path for path in sorted(FOLDER.glob("*.yaml")) if path.stem not in ("themes", "crosswalk", "barriers")]
EXAMPLES = {
    "framework": FRAMEWORK,
    "themes": THEMES,
    "crosswalk": CROSSWALK,
    "source": OUTLINE,
    "barriers": BARRIERS,
    "assessment": ASSESSMENT,
    "outcome": OUTCOME,
    "plan": PLAN,
}


def data(path: Path) -> Any:
    return parse(path.read_bytes()).data


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Return the example framework with another value at a path."""
    framework = copy.deepcopy(FRAMEWORK)
    parent: Any = framework
    for part in path[:-1]:
        parent = parent[part]
    parent[path[-1]] = value
    return framework


INDICATOR = ("sections", 0, "indicators", 0)
BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a key is missing": ({key: value for key, value in FRAMEWORK.items() if key != "title"}, "/ must have required property 'title'"),
    "a key is unknown": (changed(("gaol",), 3), "/ must NOT have additional properties"),
    "a goal is out of range": (changed(("goal",), 5), "/goal must be <= 4"),
    "a goal is a text": (changed(("goal",), "3"), "/goal must be integer"),
    "another format": (changed(("format",), "peerkit/framework/2"), "/format must be equal to constant"),
    "an id is written large": (changed(("id",), "TACSI"), '/id must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"'),
    "a line break ends an id": (changed(("id",), "tacsi\n"), '/id must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"'),
    "an id is too long": (changed(("id",), "a" * 65), "/id must NOT have more than 64 characters"),
    "a text is empty": (changed((*INDICATOR, "ask"), " "), '/sections/0/indicators/0/ask must match pattern "[^\\s\\x1c-\\x1f]"'),
    "no section": (changed(("sections",), []), "/sections must NOT have fewer than 1 items"),
    "no such role": (
        changed((*INDICATOR, "voices"), ["boss"]),
        "/sections/0/indicators/0/voices/0 must be equal to one of the allowed values",
    ),
    "no such level": (
        changed((*INDICATOR, "signposts", "5"), "x"),
        "/sections/0/indicators/0/signposts must NOT have additional properties",
    ),
    "a condition on what cannot be a fact": (
        changed((*INDICATOR, "only_if", "Team Size"), "1-2"),
        "/sections/0/indicators/0/only_if property name must be valid",
    ),
    "a next step from the top": (
        changed((*INDICATOR, "next_steps", 0, "from"), 4),
        "/sections/0/indicators/0/next_steps/0/from must be <= 3",
    ),
}


def test_every_shipped_framework_is_valid(ajv: Validate) -> None:
    assert SHIPPED
    found = dict(zip([path.name for path in SHIPPED], ajv("framework", [data(path) for path in SHIPPED]), strict=True))
    assert found == {path.name: [] for path in SHIPPED}


def test_the_other_shipped_files_are_valid(ajv: Validate) -> None:
    assert ajv("themes", [data(FOLDER / "themes.yaml")]) == [[]]
    assert ajv("crosswalk", [data(FOLDER / "crosswalk.yaml")]) == [[]]
    assert ajv("barriers", [data(FOLDER / "barriers.yaml")]) == [[]]
    outlines = sorted((FOLDER / "sources").glob("*.yaml"))
    assert ajv("source", [data(path) for path in outlines]) == [[] for _ in outlines]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_documented_example_is_valid(ajv: Validate, name: str) -> None:
    assert ajv(name, [EXAMPLES[name]]) == [[]]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_taken_in_strict_mode_and_refuses_another_format(ajv: Validate, name: str) -> None:
    [found] = ajv(name, [{"format": "other/1"}])
    assert "/format must be equal to constant" in found


def test_what_is_broken_is_refused_at_its_place(ajv: Validate) -> None:
    found = ajv("framework", [document for document, _ in BROKEN.values()])
    missing = {name: errors for (name, (_, said)), errors in zip(BROKEN.items(), found, strict=True) if said not in errors}
    assert missing == {}


def test_the_lock_file_names_versions_and_checksums_and_no_registry() -> None:
    text = (Path(__file__).parent / "package-lock.json").read_text()
    assert '"resolved"' not in text
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert packages
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())
