from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import Path
from peerkit.source.yaml.yaml_file import check_framework


def checked(data: dict[str, Any]) -> list[tuple[str, Path, str, str]]:
    """Return kind, path, message and hint of everything the checks find."""
    return [(one.kind, one.problem.path, one.problem.message, one.problem.hint) for one in check_framework(data)]


def sections(*drawn: tuple[str, list[str]]) -> dict[str, Any]:
    return {"sections": [{"id": name, "indicators": [{"id": inner} for inner in indicators]} for name, indicators in drawn]}


def fact(**keys: Any) -> dict[str, Any]:
    return {"facts": [{"id": "a", **keys}]}


# Ids.


def test_ids_that_differ_are_no_fault() -> None:
    assert checked(sections(("a", ["b", "c"]), ("d", ["e"]))) == []


@pytest.mark.parametrize(
    ("data", "path", "first"),
    [
        (sections(("a", ["x"]), ("b", ["x"])), ("sections", 1, "indicators", 0, "id"), "indicator number 1 of section number 1"),
        (sections(("a", ["y", "x", "x"])), ("sections", 0, "indicators", 2, "id"), "indicator number 2 of section number 1"),
        (sections(("x", []), ("x", [])), ("sections", 1, "id"), "section number 1"),
        (sections(("a", []), ("x", ["x"])), ("sections", 1, "indicators", 0, "id"), "section number 2"),
        (sections(("a", ["x"]), ("x", [])), ("sections", 1, "id"), "indicator number 1 of section number 1"),
        ({"facts": [{"id": "x"}, {"id": "y"}, {"id": "x"}]}, ("facts", 2, "id"), "fact number 1"),
    ],
)
def test_an_id_is_used_once_and_the_fault_stands_at_the_second(data: dict[str, Any], path: Path, first: str) -> None:
    assert checked(data) == [("duplicate-id", path, "the id x is used twice", f"Give this one another id; the first is the {first}.")]


def test_each_further_use_of_an_id_is_a_fault_and_points_to_the_first() -> None:
    found = checked(sections(("a", ["x", "x", "x"])))
    assert [path[3] for _, path, _, _ in found] == [1, 2]
    assert {hint for _, _, _, hint in found} == {"Give this one another id; the first is the indicator number 1 of section number 1."}


def test_facts_have_a_name_space_of_their_own() -> None:
    assert checked({**sections(("x", ["y"])), "facts": [{"id": "x"}, {"id": "y"}]}) == []


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.lists(st.sampled_from("abcdef"), max_size=4)), max_size=4))
def test_there_are_as_many_faults_as_ids_that_were_there_before(drawn: list[tuple[str, list[str]]]) -> None:
    ids = [name for section, indicators in drawn for name in (section, *indicators)]
    assert len(checked(sections(*drawn))) == len(ids) - len(set(ids))


# Facts.


@pytest.mark.parametrize(
    "keys",
    [
        {"kind": "yes-no", "default": True},
        {"kind": "yes-no", "default": False},
        {"kind": "choice", "options": ["1-2", "3-9"], "default": "3-9"},
        {"kind": "choice", "options": ["1-2", "3-9"]},
        {"kind": "yes-no"},
        {"kind": "elsewhere", "default": "x"},
        {},
    ],
)
def test_a_fact_with_a_value_to_fall_back_on_is_no_fault_and_what_is_missing_is_told_elsewhere(keys: dict[str, Any]) -> None:
    assert checked(fact(**keys)) == []


@pytest.mark.parametrize(
    ("keys", "path", "message", "hint"),
    [
        (
            {"kind": "yes-no", "default": "true"},
            ("facts", 0, "default"),
            "the default of a yes-no fact should be true or false",
            "Write true or false, without quotes.",
        ),
        (
            {"kind": "choice", "options": ["1-2", "3-9"], "default": "10+"},
            ("facts", 0, "default"),
            "the default 10+ is none of the options",
            "Write one of 1-2, 3-9.",
        ),
        (
            {"kind": "choice", "options": ["1-2", "3-9"], "default": True},
            ("facts", 0, "default"),
            "the default true is none of the options",
            "Write one of 1-2, 3-9.",
        ),
        (
            {"kind": "choice", "options": ["1-2"], "default": "1-2"},
            ("facts", 0, "options"),
            "a fact of kind choice needs at least two options",
            "Add options: with the answers to choose from.",
        ),
        (
            {"kind": "choice", "default": "1-2"},
            ("facts", 0),
            "a fact of kind choice needs at least two options",
            "Add options: with the answers to choose from.",
        ),
        (
            {"kind": "choice", "options": [], "default": "1-2"},
            ("facts", 0),
            "a fact of kind choice needs at least two options",
            "Add options: with the answers to choose from.",
        ),
    ],
)
def test_a_fact_without_a_good_default_is_a_fault(keys: dict[str, Any], path: Path, message: str, hint: str) -> None:
    assert checked(fact(**keys)) == [("wrong-value", path, message, hint)]


# Data of any kind.


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, [None], [7], ["x"], [[]], [{"id": 7}], [{"id": None}], [{"indicators": 7}]])
@pytest.mark.parametrize("key", ["sections", "facts"])
def test_data_of_another_kind_is_passed_over(key: str, odd: object) -> None:
    assert checked({key: odd}) == []


def test_an_entry_of_another_kind_moves_no_position() -> None:
    data = {
        "sections": ["odd", {"id": "a", "indicators": [None, {"id": "a"}]}],
        "facts": [7, {"id": "b", "kind": "yes-no", "default": "x"}],
    }
    assert [path for _, path, _, _ in checked(data)] == [("sections", 1, "indicators", 1, "id"), ("facts", 1, "default")]


ANYTHING = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.sampled_from(["a", "choice", "yes-no"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["id", "indicators", "kind", "options", "default", "sections", "facts"]), inner, max_size=4),
    ),
    max_leaves=12,
)


@given(st.fixed_dictionaries({"sections": ANYTHING, "facts": ANYTHING}))
def test_no_data_breaks_the_checks_and_every_path_leads_somewhere(data: dict[str, Any]) -> None:
    for _, path, _, _ in checked(data):
        value: Any = data
        for part in path:
            value = value[part]
