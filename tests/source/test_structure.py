from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
from peerkit.model.framework import Framework
from peerkit.source.structure import Mismatch, build, keys_of
from peerkit.source.structure_faults import faults

FRAMEWORK: dict[str, Any] = {
    "format": "peerkit/framework/1",
    "id": "f",
    "version": "1.0.0",
    "title": "F",
    "short_title": None,
    "summary": "",
    "source": {"publisher": "P", "rights": None},
    "limits": ["L"],
    "goal": 3,
    "facts": [
        {"id": "paid", "ask": "Paid?", "kind": "yes-no", "default": True},
        {"id": "size", "ask": "Size?", "kind": "choice", "options": ["1", "2"], "default": "1"},
    ],
    "small_team": {"size": "1"},
    "glossary": [{"word": "W", "means": "M"}],
    "not_assessed": [{"covers": ["f1.1"], "why": "W"}],
    "sections": [
        {
            "id": "s",
            "title": "S",
            "weight": 1,
            "goal": 4,
            "needs_voices": ["participant"],
            "indicators": [
                {
                    "id": "i",
                    "ask": "A",
                    "ask_as": {"leader": "B"},
                    "voices": ["staff"],
                    "core": True,
                    "weight": 0,
                    "themes": ["t"],
                    "covers": ["f1.2-a"],
                    "why": "W",
                    "signposts": {"0": "N", "4": "Y"},
                    "look_for": ["L"],
                    "next_steps": [{"from": 0, "do": "D"}],
                    "only_if": {"paid": True, "size": ["1", "2"]},
                    "change": [{"version": "1.1.0", "note": "N"}],
                }
            ],
        }
    ],
}
THEMES: dict[str, Any] = {"format": "peerkit/themes/1", "themes": [{"id": "t", "title": "T", "definition": "D"}]}
CROSSWALK: dict[str, Any] = {
    "format": "peerkit/crosswalk/1",
    "links": [{"from": "a/b", "to": "c/d", "relation": "subset", "why": "W"}],
    "tensions": [{"id": "t", "title": "T", "positions": {"a": "P"}, "indicators": ["a/b"], "questions": ["Q"]}],
}
OUTLINE: dict[str, Any] = {
    "format": "peerkit/source/1",
    "sections": [{"id": "f1", "title": "T", "statements": [{"id": "f1.1", "gist": "G", "force": "implied", "polarity": None}]}],
}
NOUNS: list[tuple[type[Any], dict[str, Any]]] = [(Framework, FRAMEWORK), (Themes, THEMES), (Crosswalk, CROSSWALK), (SourceOutline, OUTLINE)]
TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "\n",
            "\x1c",
            "\x85",
            "\u200b",
            "\u00a0",
            "\u3000",
            "a\n",
            "a-b",
            "A",
            "é",
            "\u0661.\u0662.\u0663",
            "1.0.0\n",
            "a/b",
            "a/b\n",
            "0",
        ]
    ),
    st.integers(60, 66).map(lambda size: "a" * size),
    st.integers(128, 130).map(lambda size: f"a/{'b' * (size - 2)}"),
    st.integers(3_999, 4_001).map(lambda size: "🙂" * size),
    st.text(max_size=4),
)
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(-2, 6), st.sampled_from([999_999, 1_000_000, 1_000_001, 10**17]), TEXTS)
VALUES: st.SearchStrategy[Any] = st.sampled_from([[], {}]) | st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)), max_leaves=4
)


def paths(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in inner for found in ((*path, key), *paths(value, (*path, key)))]


def fits(noun: type[Any], data: Any) -> bool:
    try:
        build(noun, data)
    except Mismatch:
        return False
    return True


@pytest.mark.parametrize(("noun", "data"), NOUNS)
def test_data_that_fits_is_built_and_has_no_faults(noun: type[Any], data: dict[str, Any]) -> None:
    assert isinstance(build(noun, data), noun)
    assert list(faults(noun, data)) == []


@given(st.sampled_from(NOUNS), VALUES)
def test_building_accepts_exactly_what_has_no_faults(case: tuple[type[Any], dict[str, Any]], data: Any) -> None:
    noun, _ = case
    assert fits(noun, data) == (not list(faults(noun, data)))


@given(st.sampled_from(NOUNS), st.data())
def test_building_accepts_a_changed_noun_exactly_if_it_has_no_faults(case: tuple[type[Any], dict[str, Any]], data: st.DataObject) -> None:
    noun, changed = case[0], copy.deepcopy(case[1])
    for _ in range(data.draw(st.integers(1, 2))):
        change_somewhere(changed, data)
    found = list(faults(noun, changed))
    assert fits(noun, changed) == (not found), json.dumps(changed)
    assert all(fault.problem.message and fault.problem.hint for fault in found)


def change_somewhere(changed: dict[str, Any], data: st.DataObject) -> None:
    *above, last = data.draw(st.sampled_from(paths(changed)))
    parent: Any = changed
    for part in above:
        parent = parent[part]
    match data.draw(st.sampled_from(["delete", "replace", "rename", "repeat"])):
        case "delete" if len(changed) > 1:
            del parent[last]
        case "rename" if isinstance(parent, dict):
            parent[data.draw(TEXTS)] = parent.pop(last)
        case "repeat" if isinstance(parent, list):
            parent.append(parent[last])
        case _:
            parent[last] = data.draw(VALUES)


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("glossary", 0), ["word", "means"]),
        (("sections", 0, "indicators", 0, "next_steps", 0), ["from", "do"]),
        (("source",), ["publisher", "document", "rights"]),
        (("title",), []),
        (("small_team",), []),
        (("unheard-of",), []),
    ],
)
def test_the_keys_of_a_place_are_those_of_the_model(path: tuple[str | int, ...], keys: list[str]) -> None:
    assert keys_of(Framework, path) == keys


def test_a_misspelt_key_is_not_called_missing_too() -> None:
    data = {"format": "peerkit/themes/1", "themes": [{"id": "t", "titel": "T", "definition": "D"}]}
    assert [(fault.kind, fault.problem.path) for fault in faults(Themes, data)] == [("unknown-key", ("themes", 0, "titel"))]


def test_a_key_that_is_like_no_other_is_told_with_the_one_that_is_missing() -> None:
    data = {"format": "peerkit/themes/1", "themes": [{"id": "t", "colour": "T", "definition": "D"}]}
    [fault] = faults(Themes, data)
    assert (fault.kind, fault.problem.path, fault.meant) == ("unknown-key", ("themes", 0, "colour"), ("title",))
    assert fault.problem.message == "the key colour is not known here, and title is missing"


def test_a_key_that_is_like_no_other_does_not_hide_that_two_are_missing() -> None:
    data = {"format": "peerkit/themes/1", "themes": [{"id": "t", "colour": "T"}]}
    assert sorted(fault.kind for fault in faults(Themes, data)) == ["missing-key", "missing-key", "unknown-key"]


def test_a_list_whose_only_entry_is_wrong_is_not_called_empty_too() -> None:
    data = {**FRAMEWORK, "sections": ["s"]}
    assert [(fault.kind, fault.problem.path) for fault in faults(Framework, data)] == [("wrong-type", ("sections", 0))]
