from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
from peerkit.model.framework import Framework
from peerkit.source.structure import Mismatch, build, draft
from support.documented import CROSSWALK, FRAMEWORK, OUTLINE, THEMES

NOUNS: list[tuple[type[Any], dict[str, Any]]] = [(Framework, FRAMEWORK), (Themes, THEMES), (Crosswalk, CROSSWALK), (SourceOutline, OUTLINE)]
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-1, 6), st.text(max_size=3)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=3), inner, max_size=2)),
    max_leaves=4,
)


@pytest.mark.parametrize(("noun", "data"), NOUNS)
def test_of_data_that_fits_a_draft_is_the_noun_itself(noun: type[Any], data: dict[str, Any]) -> None:
    assert draft(noun, data) == build(noun, data)


@pytest.mark.parametrize("noun", [noun for noun, _ in NOUNS])
def test_nothing_gives_a_noun_of_stand_ins(noun: type[Any]) -> None:
    assert isinstance(draft(noun, None), noun)


def test_every_entry_stays_where_it_is() -> None:
    framework = draft(Framework, {**FRAMEWORK, "sections": [None, {"id": "Care", "indicators": [7, {"id": "plan", "weight": -1}]}]})
    first, second = framework.sections
    assert (first.id, first.indicators) == ("", ())
    assert [(one.id, one.weight, one.signposts, one.voices) for one in second.indicators] == [("", 1, {}, None), ("plan", -1, {}, None)]
    assert second.id == "Care"


@given(st.sampled_from(NOUNS), st.data())
def test_whatever_the_data_a_draft_has_values_of_the_right_types(case: tuple[type[Any], dict[str, Any]], data: st.DataObject) -> None:
    noun, described = case
    key = data.draw(st.sampled_from(sorted(described)))
    changed = {**described, key: data.draw(VALUES)}
    made = draft(noun, changed)
    try:
        assert made == build(noun, changed)
    except Mismatch:
        assert isinstance(made, noun)
