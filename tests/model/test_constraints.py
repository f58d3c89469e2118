from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from peerkit.model.constraints import (
    Address,
    Between,
    Day,
    Goal,
    Id,
    Level,
    Matches,
    Note,
    Scope,
    StatementId,
    Text,
    Unempty,
    Version,
    Weight,
)

KINDS: dict[str, Any] = {
    "id": Id,
    "address": Address,
    "scope": Scope,
    "statement": StatementId,
    "version": Version,
    "day": Day,
    "text": Text,
    "note": Note,
    "weight": Weight,
    "goal": Goal,
    "level": Level,
}


def admits(kind: Any, value: object) -> bool:
    """Whether the limit written into a type admits a value."""
    limit: Matches | Between = get_args(kind)[1]
    return limit.admits(value)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (
            "id",
            ["a", "0", "planned-co-design", "a-1", "x" * 64],
            ["", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a\n", "é", "a/b", "x" * 65, "a.b", 7, None, "\u0661"],
        ),
        ("address", ["a/b", "tacsi/planned-co-design", f"{'x' * 64}/{'y' * 64}"], ["a", "a/", "/a", "a/b/c", "a /b", "A/b", "a/b\n", ""]),
        ("scope", ["a", "a/b"], ["", "a/", "a/b/c", "A"]),
        ("statement", ["f1.1", "F1.1", "h.2", "f5a.3-b", "1"], ["", ".", "f1.", "f1..2", "f 1", "f1_2", "x" * 65]),
        ("version", ["1.0.0", "0.0.0", "10.20.30"], ["1.0", "1.0.0.0", "v1.0.0", "1.0.0-beta", "1.0.0\n", "", 1, "1.0." + "1" * 40]),
        ("day", ["2026-11-21"], ["2026-11-2", "21.11.2026", "2026-11-21T10:00", "2026-11-21\n", ""]),
        ("text", ["a", " a ", "\u200b", "x" * 4_000], ["", " ", "\n\t", "\x1c", "\u3000", "x" * 4_001, 7, True, None]),
        ("note", ["", " ", "x" * 20_000], ["x" * 20_001, 7, None]),
        ("weight", [0, 1, 1_000_000], [-1, 1_000_001, 1.0, "1", True, None]),
        ("goal", [1, 4], [0, 5, 2.0, "3", True]),
        ("level", [0, 4], [-1, 5, 2.0, "3", False]),
    ],
)
def test_a_limit_admits_what_is_good_and_nothing_else(kind: str, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not admits(KINDS[kind], value)] == []
    assert [value for value in bad if admits(KINDS[kind], value)] == []


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 10),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.text("aZ09-./ \n\x1c\u3000é", max_size=12),
    st.from_regex("[a-z0-9]{1,3}([-./][a-z0-9]{1,3}){0,3}", fullmatch=True),
    st.integers(60, 70).map(lambda size: "x" * size),
)


@pytest.mark.parametrize("name", KINDS)
def test_pydantic_admits_the_same_values_and_so_the_schema_says_the_same(name: str) -> None:
    kind = KINDS[name]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def fits(value: object) -> bool:
        try:
            adapter.validate_python(value)
        except ValidationError:
            return False
        return True

    @given(VALUES)
    def property_holds(value: object) -> None:
        assert fits(value) == admits(kind, value)

    property_holds()


def test_a_limit_stands_in_the_published_schema() -> None:
    assert TypeAdapter(Goal).json_schema() == {"type": "integer", "minimum": 1, "maximum": 4}
    assert TypeAdapter(Id).json_schema() == {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64}


def test_between_without_an_upper_end_has_none() -> None:
    assert Between(1).admits(10**30)
    assert not Between(1).admits(0)


def test_a_list_may_have_to_hold_something() -> None:
    assert (Unempty().admits(("a",)), Unempty().admits(())) == (True, False)


@given(st.integers(0, 9999), st.integers(0, 14), st.integers(0, 33))
def test_a_day_is_one_of_the_calendar(year: int, month: int, number: int) -> None:
    text = f"{year:04}-{month:02}-{number:02}"
    try:
        there_is = bool(date(year, month, number))
    except ValueError:
        there_is = False
    assert get_args(Day)[1].admits(text) is there_is
