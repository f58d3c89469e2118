from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.typed_text import whole_number


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 7 ", 7), ("007", 7), ("120", 120), ("0" * 6_000 + "3", 3)])
def test_plain_digits_are_a_number(text: str, number: int) -> None:
    assert whole_number(text, 120) == number


@pytest.mark.parametrize("text", ["", " ", "121", "-1", "+1", "1.0", "1_0", "1 0", "²", "٣", "\uff13", "9" * 5_000, "0x1"])
def test_anything_else_is_none(text: str) -> None:
    assert whole_number(text, 120) is None


@given(st.text(), st.integers(0, 10**20))
def test_any_text_is_a_number_up_to_the_most_or_none(text: str, most: int) -> None:
    number = whole_number(text, most)
    assert number is None or 0 <= number <= most
