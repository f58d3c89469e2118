from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from peerkit.render.layout import as_words, cell_width, pad, wrap

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("peer", 4), ("wh\u0101nau", 6), ("wha\u0304nau", 6), ("同伴", 4), ("🙂", 2), ("❤\ufe0f", 2), ("👩\u200d🚀", 4), ("🇳🇿", 4)],
)
def test_wide_characters_count_as_two_cells_and_combining_ones_as_none(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("We listen first.", 40, ["We listen first."]),
        ("We listen first.", 10, ["We listen", "first."]),
        ("We listen first.", 9, ["We listen", "first."]),
        ("We  listen\nfirst.", 40, ["We listen first."]),
        ("a supervision b", 6, ["a", "superv", "ision", "b"]),
        ("同伴同伴", 5, ["同伴", "同伴"]),
    ],
)
def test_text_wraps_between_words_and_breaks_only_words_that_are_too_long(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(ANY_TEXT, st.integers(2, 60))
def test_every_line_fits_whatever_it_is_measured_with(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cell_width(line) <= width
        assert wcswidth(line) <= width


@given(ANY_TEXT, st.integers(2, 60))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap(text, width)).replace(" ", "") == as_words(text).replace(" ", "")


def test_a_long_word_is_wrapped_in_a_moment() -> None:
    lines = wrap("x" * 10_000 + "é" * 10_000, 80)

    assert len(lines) == 250


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::", r"\x3a:error::"),
        ("say ::set-output name=x::y", r"say \x3a:set-output name=x\x3a:y"),
        ("##[error]stop", r"\x23#[error]stop"),
        ("at 10:30: tea", "at 10:30: tea"),
        ("# one ## two", "# one ## two"),
    ],
)
def test_no_line_can_be_a_command_to_a_build_server(text: str, shown: str) -> None:
    assert as_words(text) == shown


def test_padding_counts_cells() -> None:
    assert pad("同伴", 6) + "|" == "同伴  |"
