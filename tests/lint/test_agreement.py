"""What rules say about paths, points of a document and subsets agrees with the engine, and with a search through all there is."""

from __future__ import annotations

import copy
import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.crosswalk import trace
from peerkit.engine.interview.scope import holds, is_asked_of
from peerkit.lint.runner import lint
from peerkit.model.framework import FactValue, Framework
from peerkit.model.scale import ROLES, VOICES
from peerkit.source.catalog import SourceText
from peerkit.source.yaml.yaml_file import read_text
from support.rule_examples import FRAMEWORK, INDICATOR, SECTION
from support.shipped import FOLDER, framework_ids, outline

FACTS: list[dict[str, Any]] = [
    {"id": "groups", "ask": "Are there groups?", "kind": "yes-no", "default": True},
    {"id": "size", "ask": "How many?", "kind": "choice", "options": ["few", "many"], "default": "few"},
]
WANTED: st.SearchStrategy[Any] = st.one_of(
    st.booleans(), st.sampled_from(["few", "many", "dozens", "true"]), st.lists(st.sampled_from(["few", "many", "dozens"]), max_size=3)
)
CONDITIONS = st.dictionaries(st.sampled_from(["groups", "size", "age"]), WANTED, max_size=3)
ENDS = ["a/x", "b/x", "c/x", "d/x"]
LINKS = st.lists(
    st.tuples(st.sampled_from(ENDS), st.sampled_from(ENDS), st.sampled_from(["equal", "subset", "superset", "intersects"])), max_size=7
)
ABOUT_CONDITIONS = ["PK501", "PK502", "PK503"]


def found(data: dict[str, Any], select: list[str]) -> list[str]:
    """Return the messages of what is found in a file that is right in its structure."""
    result = lint([SourceText("example.yaml", json.dumps(data).encode())], select=select)
    assert {finding.code for finding in result.findings} <= set(select)
    return [finding.message for finding in result.findings]


@given(CONDITIONS, st.none() | st.lists(st.sampled_from(VOICES), min_size=1, max_size=2))
def test_an_indicator_whose_conditions_are_right_by_themselves_is_reached_by_somebody(condition: dict[str, Any], voices: Any) -> None:
    indicator = {"id": "greeting", **INDICATOR, "only_if": condition, **({"voices": voices} if voices else {})}
    data = {**FRAMEWORK, "facts": FACTS, "sections": [{**SECTION, "indicators": [indicator]}]}
    framework: Framework = read_text(json.dumps(data), "example.yaml").noun
    [(_, read)] = framework.indicators()
    values: list[dict[str, FactValue]] = [{"groups": groups, "size": size} for groups, size in product((True, False), ("few", "many"))]
    reached = [holds(read.only_if, one) for role in ROLES for one in values if is_asked_of(read, role)]
    if not found(data, ABOUT_CONDITIONS):
        assert any(reached)
        assert all(reached) == (not condition)


@given(CONDITIONS, CONDITIONS)
def test_a_fact_is_called_unreachable_when_no_role_needs_it(condition: dict[str, Any], small_team: dict[str, Any]) -> None:
    indicator = {"id": "greeting", **INDICATOR, "only_if": condition}
    data = {**FRAMEWORK, "facts": FACTS, "small_team": small_team, "sections": [{**SECTION, "indicators": [indicator]}]}
    unreachable = {name for name in ("groups", "size") if name not in {*condition, *small_team}}
    assert found(data, ["PK505"]) == [f"nobody is ever asked about {name}: no condition names it" for name in sorted(unreachable)]


def goes_round(links: list[tuple[str, str, str]]) -> bool:
    """Whether some indicator is part of itself, by all walks along the links of pairs that have one link only."""
    steps: set[tuple[str, str, bool]] = set()
    for start, end, relation in links:
        ways = {"subset": [(start, end, True)], "superset": [(end, start, True)], "equal": [(start, end, False), (end, start, False)]}
        steps.update(ways.get(relation, []))
    while len(steps) < len(steps := steps | {(a, d, one or two) for a, b, one in steps for c, d, two in steps if b == c}):
        pass
    return any(start == end and smaller for start, end, smaller in steps)


@given(LINKS)
def test_subsets_lead_round_in_a_circle_when_some_indicator_is_part_of_itself(links: list[tuple[str, str, str]]) -> None:
    keyed = [{"from": start, "to": end, "relation": relation, "why": "W."} for start, end, relation in links]
    data = {"format": "peerkit/crosswalk/1", "links": keyed}
    pairs = [frozenset(link[:2]) for link in links]
    alone = [link for link, pair in zip(links, pairs, strict=True) if len(pair) == 2]
    first = [link for place, link in enumerate(alone) if frozenset(link[:2]) not in [frozenset(one[:2]) for one in alone[:place]]]
    assert len(found(data, ["PK507"])) == len(links) - len(first)
    assert bool(found(data, ["PK508"])) == goes_round(first)


@pytest.mark.parametrize("name", framework_ids())
def test_what_is_uncovered_is_what_the_trace_leaves_open(name: str) -> None:
    framework = copy.deepcopy(read_text((FOLDER / f"{name}.yaml").read_bytes(), name).data)
    for section in framework["sections"]:
        section["indicators"][0]["covers"] = []
    raw = json.dumps(framework).encode()
    document = SourceText(f"sources/{name}.yaml", (FOLDER / "sources" / f"{name}.yaml").read_bytes(), beside=True)
    result = lint([SourceText(f"{name}.yaml", raw), document], select=["PK403"])
    points = trace(read_text(raw, name).noun, outline(name)).points
    left_open = [point.id for point in points if not point.indicators and not point.excuse]
    assert left_open
    assert sorted(finding.message.split()[0] for finding in result.findings) == sorted(left_open)


def test_the_shipped_frameworks_leave_nothing_open() -> None:
    files = [SourceText(path.relative_to(FOLDER).as_posix(), path.read_bytes()) for path in sorted(FOLDER.rglob("*.yaml"))]
    result = lint(files, select=["PK2", "PK4", "PK5"])
    assert [(one.file, one.span.line, one.message) for one in result.findings] == []
