"""The published schemas and the reader agree: what one takes, the other takes.

Three differences are known, and kept out of the values tried here:

- To JSON Schema 3.0 and 3 are the same number; to the reader one has a point and the other has none (`POINTS`, and
  `test_a_whole_number_with_a_point`).
- `$` is the end of a text to JSON Schema and to the reader, and to Python's validator also the place before a last line break;
  the validator of tests/outside goes by JSON Schema.
- U+0085 and U+FEFF are white space to either Python or JavaScript alone, so a text of nothing else is empty to one of them.

What concerns more than one value (ids used twice, a default among the options) is for `framework_checks`, and beyond a schema.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Assessment, Outcome
from peerkit.model.comparison import ComparisonFile
from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
from peerkit.model.framework import Change, Framework
from peerkit.model.plan import Barriers, PlanFile
from peerkit.model.report_file import ReportFile, TeamReportFile
from peerkit.source import structure
from peerkit.source.file_formats import DIALECT, SCHEMAS, schema
from peerkit.source.yaml.document import parse
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.commandline import peerkit
from support.compared import compared, side_of_file, teams
from support.documented import ASSESSMENT, BARRIERS, CROSSWALK, FRAMEWORK, OUTCOME, OUTLINE, PLAN, THEMES
from support.kept import Kept
from support.rendering import text_of
from support.scored import nouns
from support.strategies import parts
from support.teams import assessments, roles_of, team_report

FOLDER = Path(__file__).parents[2] / "frameworks"
VALIDATORS = {name: Draft202012Validator(schema(name)) for name in SCHEMAS}
NOUNS: dict[str, type[Any]] = {
    "framework": Framework,
    "themes": Themes,
    "crosswalk": Crosswalk,
    "source": SourceOutline,
    "barriers": Barriers,
    "assessment": Assessment,
    "outcome": Outcome,
    "report": ReportFile,
    "team-report": TeamReportFile,
    "comparison": ComparisonFile,
    "plan": PlanFile,
}
SHIPPED = {
    "framework": [path for path in sorted(FOLDER.glob("*.yaml")) if path.stem not in ("themes", "crosswalk", "barriers")],
    "themes": [FOLDER / "themes.yaml"],
    "crosswalk": sorted(FOLDER.glob("crosswalk.yaml")),
    "source": sorted((FOLDER / "sources").glob("*.yaml")),
    "barriers": [FOLDER / "barriers.yaml"],
}
VALUES: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 4, 5, 1_000_000, 1_000_001, 10**17, 2.5, "", " ", "\t\n", "\u3000", "a", "a-b", "a--b", "-a", "A", "é",
    "a/b", "a/b/c", "a.b", "a b", "0", "3", "yes", "high", "staff", "not-said", "quick", "equal", "skipped", "1.0.0", "1.0", "2026-11-21",
    "2026-11-1", "b7c1e0", "B7C1E0", f"sha256:{'a' * 64}", "peerkit/framework/1", "a" * 64, "a" * 65, f"a/{'b' * 127}", f"a/{'b' * 128}",
    "x" * 4_000, "x" * 4_001, "x" * 20_000, "x" * 20_001, [], ["a"], ["a", 1], [None], ["staff"], [["a"]], {}, {"a": "b"}, {"a/b": 1},
    {"A b": 1}, {"": 1}, {"staff": 1}, {"staff": "x"}, {"0": "x"}, {"5": "x"}, {"a" * 65: True}, {"a": {"level": 1}},
)  # fmt: skip


EVERY = 17
"""One in so many changes is tried by `make test`: a prime, so that each kind of change comes at some path."""


POINTS = {
    "report": {"score", "low", "high", "priority"},
    "team-report": {"score", "low", "high", "perspective_gap", "median", "median_low", "median_high", "ad", "gap", "gap_low", "gap_high"},
    "comparison": {"score", "low", "high", "apart", "apart_low", "apart_high", "level", "lowest", "highest", "gap", "gap_low", "gap_high"},
    "plan": {
        *("level", "level_low", "level_high", "gap", "gap_low", "gap_high", "priority", "points", "value"),
        *("now", "now_low", "now_high", "then", "then_low", "then_high"),
    },
}
"""Where the reader wants a number with a point, by format."""


def report_of(framework: Framework, assessment: Assessment) -> dict[str, Any]:
    text = text_of("report", make_report([framework], assessment, "2026-11-21"), "json")
    data: dict[str, Any] = json.loads(text)
    return data


def example_report() -> dict[str, Any]:
    assessment = structure.build(Assessment, ASSESSMENT)
    return report_of(structure.build(Framework, FRAMEWORK), assessment)


def example_team_report() -> dict[str, Any]:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b")))
    people = assessments(framework, roles_of(("peer-worker", 5), ("staff", 5)), {"a": "12233 33444", "b": "33333 12344"})
    data: dict[str, Any] = json.loads(text_of("team", team_report(framework, people), "json"))
    return data


def example_comparison() -> dict[str, Any]:
    change = (Change(version="1.1.0", note="Said in plainer words."),)
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b", change=change)), version="1.1.0")
    other = make_framework(name="other")
    [team] = teams(framework, assessments(framework, roles_of(("peer-worker", 5), ("staff", 5)), {"a": "12233 33444", "b": "33333 12344"}))
    reference = make_assessment().frameworks[0]
    answered = make_assessment({"f/a": 3, "f/b": 1}, frameworks=(reference, replace(reference, id="other")))
    data: dict[str, Any] = json.loads(text_of("comparison", compared(side_of_file([framework, other], answered, "1.0.0"), team), "json"))
    return data


EXAMPLES: dict[str, dict[str, Any]] = {
    "framework": FRAMEWORK,
    "themes": THEMES,
    "crosswalk": CROSSWALK,
    "source": OUTLINE,
    "barriers": BARRIERS,
    "assessment": ASSESSMENT,
    "outcome": OUTCOME,
    "report": example_report(),
    "team-report": example_team_report(),
    "comparison": example_comparison(),
    "plan": PLAN,
}


def built(name: str, data: object) -> bool:
    try:
        structure.build(NOUNS[name], data)
    except structure.Mismatch:
        return False
    return True


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from paths(value, (*path, key))


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        data = data[part]
    return data


def replaced(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """Return the data with another value at a path; the rest of it is shared."""
    if not path:
        return value
    changed = copy.copy(data)
    changed[path[0]] = replaced(data[path[0]], path[1:], value)
    return changed


def mutations(data: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield a path and the data with one thing changed there: the value, the keys it has or their names, or one entry more."""
    for path in paths(data):
        here = at(data, path)
        for value in VALUES:
            yield path, replaced(data, path, value)
        if isinstance(here, dict):
            yield from ((path, replaced(data, path, {key: value for key, value in here.items() if key != gone})) for gone in here)
            yield from ((path, replaced(data, path, here | {new: "x"})) for new in ("extra", "", "staff", "a/b", "from_"))
            first, *rest = here
            yield from (
                (path, replaced(data, path, {new: here[first]} | {key: here[key] for key in rest})) for new in ("a", "A", "a/b", "4")
            )
        if isinstance(here, list):
            yield path, replaced(data, path, here * 2)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_valid_one_of_2020_12(name: str) -> None:
    made = schema(name)
    Draft202012Validator.check_schema(made)
    assert (made["$schema"], made["title"]) == (DIALECT, f"peerkit {name}")
    open_mappings = [
        part for part in mappings_in(schema(name)) if "patternProperties" in part and part.get("additionalProperties") is not False
    ]
    assert open_mappings == []


@pytest.mark.parametrize("name", SHIPPED)
def test_the_schema_beside_the_frameworks_is_the_one_of_today(name: str, kept: Kept) -> None:
    kept(FOLDER / "schemas" / f"{name}.schema.json", peerkit("schema", name).out)


def test_there_is_a_schema_for_each_kind_of_file_beside_it_and_no_other() -> None:
    assert {path.name for path in (FOLDER / "schemas").iterdir()} == {f"{name}.schema.json" for name in SHIPPED}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_documented_example_has_every_key_and_both_take_it(name: str) -> None:
    assert EXAMPLES[name].keys() == schema(name)["properties"].keys()
    assert built(name, EXAMPLES[name])
    assert list(VALIDATORS[name].iter_errors(EXAMPLES[name])) == []


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, found in SHIPPED.items() for path in found], ids=str)
def test_both_take_what_is_shipped(name: str, path: Path) -> None:
    data = parse(path.read_bytes()).data
    assert built(name, data)
    assert list(VALIDATORS[name].iter_errors(data)) == []


def differing(name: str, changed: Iterable[tuple[tuple[str | int, ...], Any]]) -> set[str | int]:
    """Return the last keys of the paths whose change one of the two takes and the other does not; some must be taken, and some not."""
    taken = [(path, built(name, data), VALIDATORS[name].is_valid(data)) for path, data in changed]
    assert {by_reader for _, by_reader, _ in taken} == {True, False}
    return {path[-1] for path, by_reader, by_schema in taken if by_reader != by_schema}


@pytest.mark.parametrize("name", SCHEMAS)
def test_of_an_example_with_one_change_of_many_both_take_the_same(name: str) -> None:
    assert differing(name, islice(mutations(EXAMPLES[name]), 0, None, EVERY)) <= POINTS.get(name, set())


@pytest.mark.long
@pytest.mark.parametrize("name", SCHEMAS)
def test_of_an_example_with_any_one_change_both_take_the_same(name: str) -> None:
    assert differing(name, mutations(EXAMPLES[name])) == POINTS.get(name, set())


@pytest.mark.parametrize(
    ("name", "path"), [("framework", ("goal",)), ("assessment", ("goals", "tacsi")), ("outcome", ("agreed", "tacsi/x", "level"))]
)
def test_a_whole_number_with_a_point(name: str, path: tuple[str, ...]) -> None:
    data = replaced(EXAMPLES[name], path, 3.0)
    assert (built(name, data), VALIDATORS[name].is_valid(data)) == (False, True)


@given(parts())
def test_every_report_is_as_its_schema_says(described: list[Any]) -> None:
    report = report_of(*nouns(described))
    assert list(VALIDATORS["report"].iter_errors(report)) == []
    assert built("report", report)


@given(st.booleans(), st.sampled_from(["1", "2"]))
def test_what_show_prints_of_a_framework_is_as_its_schema_says(yes: bool, size: str) -> None:

    indicator = make_indicator("a", only_if={"paid": yes, "size": (size,)})
    framework = make_framework(make_section("s", indicator), facts=(make_fact("paid", yes), make_fact("size", size, "1", "2")))
    shown = json.loads(text_of("framework", framework, "json"))
    assert list(VALIDATORS["framework"].iter_errors(shown)) == []
    assert structure.build(Framework, shown) == framework


def mappings_in(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a schema."""
    if isinstance(part, dict):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from mappings_in(inner)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_says_of_each_key_what_it_means(name: str) -> None:
    nouns = [schema(name), *schema(name).get("$defs", {}).values()]
    assert [key for noun in nouns for key, value in noun.get("properties", {}).items() if "description" not in value] == []


def test_a_key_that_editors_take_for_a_number_is_held_against_a_pattern() -> None:
    signposts = schema("framework")["$defs"]["Indicator"]["properties"]["signposts"]
    assert list(signposts["patternProperties"]) == ["^[0-4]$"]
    assert signposts["additionalProperties"] is False
    assert "propertyNames" not in signposts
