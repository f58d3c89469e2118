from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.finding import Path
from peerkit.source import file_formats
from peerkit.source.yaml import document
from peerkit.source.yaml.document import Document, parse
from support.documents import Place, faults
from support.hostile_files import BOMB, DOCUMENTS
from support.telling import telling
from support.words import AMBIGUOUS

PIECES = st.sampled_from(
    [
        *"abc:-#'\"[]{},&*!|>%@`\\\n\n\n  ?",
        *(": ", "- ", "\n  ", "---\n", "...\n", "<<: ", "yes", "1", "é", "😀"),
        *("\ufeff", "\r\n", "\t", "\x00", "\u2028"),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
SHORT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp")), max_size=8)
DATA = st.recursive(
    st.one_of(st.booleans(), st.integers(-(10**17), 10**17), SHORT, st.sampled_from(AMBIGUOUS)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(SHORT, inner, max_size=3)),
    max_leaves=8,
)


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    yield above
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield from paths(inner, (*above, key))


def is_inside(read: Document, place: Place) -> bool:
    line, column, end_line, end_column = place
    return (
        1 <= line <= end_line <= len(read.lines)
        and 1 <= column <= len(read.lines[line - 1]) + 1
        and 1 <= end_column <= len(read.lines[end_line - 1]) + 1
        and (line, column) <= (end_line, end_column)
    )


@pytest.mark.parametrize("loader", [document.LOADER, yaml.SafeLoader])
def test_no_text_breaks_the_reader_and_no_position_lies_outside_the_text(loader: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LOADER", loader)

    @given(TEXTS)
    def property_holds(text: str) -> None:
        read = parse(text)
        places = [read.place(fault.problem) for fault in read.faults]
        places += [read.span(path, at_key=at_key) for path in paths(read.data) for at_key in (False, True)]
        assert [place for place in places if not is_inside(read, place)] == []

    property_holds()


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    read = parse(raw)
    assert read.data is None or isinstance(read.data, (dict, list, str, int))
    assert all(is_inside(read, read.place(fault.problem)) for fault in read.faults)


def test_both_loaders_give_the_same_data(monkeypatch: pytest.MonkeyPatch) -> None:
    @given(DATA, st.booleans())
    def property_holds(data: Any, flow: bool) -> None:
        text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
        fast = parse(text)
        with monkeypatch.context() as patched:
            patched.setattr(document, "LOADER", yaml.SafeLoader)
            slow = parse(text)
        assert (fast.data, fast.faults) == (slow.data, slow.faults)
        assert fast.faults or fast.data == data

    property_holds()


@given(DATA)
def test_json_is_read_as_it_is(data: Any) -> None:
    assert parse(json.dumps(data, ensure_ascii=False)).data == data


# Hostile sizes: refused. How fast, `make bench` says.


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_file_is_refused(name: str) -> None:
    text, kind = DOCUMENTS[name]
    read = parse(text)
    assert read.faults[0].kind == kind
    assert sum(len(fault.problem.message) for fault in read.faults) < 100_000


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("x" * 2_000_001, (1, 1, 1, 1), "the file has 2,000,001 bytes; at most 2,000,000 are read"),
        ("".join(f"k{row}: 1\n" for row in range(60_000)), (50_000, 9, 50_000, 10), "the file has more than 100,000 entries"),
        ("k: 1\n" * 60_000, (1_001, 1, 1_001, 2), "the file has more than 1,000 mistakes"),
    ],
)
def test_what_is_too_large_says_how_large(text: str, place: Place, message: str) -> None:
    read = parse(text)
    problem = read.faults[-1].problem
    assert (read.faults[-1].kind, read.place(problem), problem.message) == ("too-large", place, message)
    assert problem.hint.endswith("or check that it is the right file.")


@pytest.mark.parametrize("name", telling(["a text of 10 MB"], ["an alias bomb", "a text of 10 MB", "a list of 100,000"]))
def test_a_hostile_file_takes_little_memory(name: str) -> None:
    text, _ = DOCUMENTS[name]
    tracemalloc.start()
    parse(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100_000_000


def test_an_alias_bomb_is_never_unfolded() -> None:
    assert len(json.dumps(parse(BOMB).data)) < 2_000


@pytest.mark.parametrize(("depth", "kinds"), [(file_formats.DEEPEST, []), (file_formats.DEEPEST + 1, ["too-deep"])])
def test_the_deepest_that_is_read(depth: int, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in faults("[" * (depth - 1) + "x" + "]" * (depth - 1))] == kinds
