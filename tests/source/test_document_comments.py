from __future__ import annotations

import pytest

from peerkit.model.finding import Span
from peerkit.source.yaml.document import comments


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a: b\n", []),
        ("# one\na: b # two  \n", [("# one", 1, 1, True), ("# two", 2, 6, False)]),
        ("  # in\n#last", [("# in", 1, 3, True), ("#last", 2, 1, True)]),
        ('a: "x # y" # z\n', [("# z", 1, 12, False)]),
        ("a: 'x # it''s # y' # z\n", [("# z", 1, 20, False)]),
        ("a: x#y\n", []),
        ("a: x\n  y # z\n  \n", [("# z", 2, 5, False)]),
        ("a: | # head\n  text # in\n  # in too\n\n# out\nb: c\n", [("# head", 1, 6, False), ("# out", 5, 1, True)]),
        ("a:\n  b: >-\n    text\n   # less\n  c: d\n", [("# less", 4, 4, True)]),
        ("a: |", []),
        ("a: |2 # head", [("# head", 1, 7, False)]),
        ("a: [b, # c\n  '# d', # e\n]\n", [("# c", 1, 8, False), ("# e", 2, 10, False)]),
        ("同伴: 🙂 # é\n", [("# é", 1, 7, False)]),
        ("---\n# a # b\n...\n# c\n", [("# a # b", 2, 1, True), ("# c", 4, 1, True)]),
    ],
)
def test_comments_are_found_outside_texts_only(text: str, found: list[tuple[str, int, int, bool]]) -> None:
    expected = [(words, Span(line, column, line, column + len(words)), alone) for words, line, column, alone in found]
    assert [(one.text, one.span, one.alone) for one in comments(text)] == expected
