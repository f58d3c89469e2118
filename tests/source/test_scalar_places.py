from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import Span
from peerkit.source.yaml.document import parse

WRITTEN = {
    "plain": ("why: We help\n  some addicts  here.\n", Span(2, 8, 2, 15)),
    "in double quotes": ('why: "We help\n\n    some addicts here."\n', Span(3, 10, 3, 17)),
    "in single quotes": ("why: 'We don''t help\n  addicts here.'\n", Span(2, 3, 2, 10)),
    "behind escapes": ('why: "A\\u0101\\x20\\n \\" \\\\ addicts"\n', Span(1, 27, 1, 34)),
    "behind a line break that is none": ('why: "We help\\\n   \\ addicts here."\n', Span(2, 6, 2, 13)),
    "in a block": ("why: |\n  We help\n\n    our addicts\n  here.\n", Span(4, 9, 4, 16)),
    "in a folded block": ("why: >- # a comment\n  We help our\n  addicts here.\n", Span(3, 3, 3, 10)),
    "in a block with an indentation of its own": ("why: |2\n    We help\n  addicts\n", Span(3, 3, 3, 10)),
    "in a list": ("look_for: [A rota, 'We help\n  addicts']\n", Span(2, 3, 2, 10)),
    "behind a character of two halves": ('why: "We 🙂 help\n  🙂 addicts."\n', Span(2, 5, 2, 12)),
}


def place_of_a_word(text: str, word: str) -> Span:
    document = parse(text)
    [(key, value)] = document.data.items()
    path, found = ((key,), value) if isinstance(value, str) else ((key, 1), value[1])
    start = found.index(word)
    return document.stretch(path, start, start + len(word))


@pytest.mark.parametrize(("text", "span"), WRITTEN.values(), ids=WRITTEN)
def test_a_word_stands_where_it_is_written(text: str, span: Span) -> None:
    assert place_of_a_word(text, "addicts") == span


def test_words_on_two_lines_end_on_the_second() -> None:
    assert place_of_a_word("why: We help our\n  own addicts here.\n", "our own") == Span(1, 14, 2, 6)


def test_what_is_no_text_is_placed_as_a_whole() -> None:
    document = parse("goal: 3\nlimits: [a, b]\n")
    assert document.stretch(("goal",), 0, 1) == document.span(("goal",))
    assert document.stretch(("limits",), 0, 1) == document.span(("limits",))


@pytest.mark.parametrize("style", [None, "'", '"', "|", ">"])
@given(
    parts=st.lists(st.text(alphabet="ab'\"\\#:-ā🙂\x07 \n", max_size=12), min_size=2, max_size=8),
    width=st.integers(min_value=10, max_value=60),
)
def test_each_word_of_any_text_in_any_style_stands_where_it_is_written(style: str | None, parts: list[str], width: int) -> None:
    text = " ".join(f"{part} w{number}w" for number, part in enumerate(parts))
    written = yaml.dump({"why": text}, default_style=style, width=width, allow_unicode=True)
    document = parse(written)
    lines = written.split("\n")
    for word in re.finditer(r"w\d+w", document.data["why"]):
        line, column, end_line, end_column = document.stretch(("why",), *word.span())
        assert (line, lines[line - 1][column - 1 : end_column - 1]) == (end_line, word.group())
