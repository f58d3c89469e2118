"""The memory of what a round's reports have shown: kept whole, for its owner only, and never passed over when it is broken."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.errors import InputError
from peerkit.model.team import Memory, Shown
from peerkit.source.json import shown_file

ANA, BO, CY = "a" * 16, "b" * 16, "c" * 16
MEMORY = Memory(
    rows={
        "f/plan": (
            Shown(people=frozenset({ANA, BO}), ratings=2, counts=(0, 0, 1, 1, 0), border=2),
            Shown(people=frozenset({CY}), ratings=1, border=1),
        ),
        "f": (Shown(people=frozenset({ANA, BO, CY}), ratings=3),),
    }
)
KEYS = st.text("0123456789abcdef", min_size=8, max_size=64)
SHOWN = st.builds(
    Shown,
    people=st.frozensets(KEYS, max_size=5),
    ratings=st.integers(0, 1_000),
    counts=st.none() | st.tuples(*[st.integers(0, 9)] * 5),
    border=st.sampled_from([1, 2]),
)
MEMORIES = st.builds(Memory, rows=st.dictionaries(st.sampled_from(["f", "f/a", "f/a-b", "g/c"]), st.lists(SHOWN, unique=True).map(tuple)))


def same(one: Memory, other: Memory) -> bool:
    """Whether two memories hold the same, in whatever order."""
    return {row: frozenset(shown) for row, shown in one.rows.items()} == {row: frozenset(shown) for row, shown in other.rows.items()}


def test_where_there_is_no_file_nothing_was_shown(tmp_path: Path) -> None:
    assert shown_file.read(shown_file.path_in(tmp_path, "Lantern Street Peers")) == Memory()


def test_it_lies_beside_the_answers_under_the_name_of_the_program_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = shown_file.path_in(tmp_path, "Lantern Street Peers")
    shown_file.write(path, MEMORY)

    assert [file.name for file in tmp_path.iterdir()] == ["lantern-street-peers.shown.json"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert same(shown_file.read(path), MEMORY)


def test_it_says_what_it_is_for() -> None:
    data = json.loads(shown_file.dump(MEMORY))

    assert list(data) == ["format", "note", "people", "sets", "rows"]
    assert data["note"].startswith("peerkit keeps this beside the answers")
    assert data["people"] == [ANA, BO, CY]
    assert data["sets"] == [[0, 1], [0, 1, 2], [2]]
    assert data["rows"]["f/plan"] == [
        {"set": 0, "ratings": 2, "counts": [0, 0, 1, 1, 0], "border": 2},
        {"set": 2, "ratings": 1, "border": 1},
    ]


@given(MEMORIES)
def test_whatever_was_shown_is_read_back(memory: Memory) -> None:
    assert same(shown_file.parse(shown_file.dump(memory).encode(), "x"), memory)


@given(MEMORIES)
def test_the_order_in_which_things_were_shown_is_not_in_it(memory: Memory) -> None:
    turned = Memory(rows={row: memory.rows[row][::-1] for row in reversed(memory.rows)})

    assert shown_file.dump(turned) == shown_file.dump(memory)


def test_a_memory_that_keeps_no_borders_counts_as_a_report_that_must_be_taken_back() -> None:
    old = Memory(rows={"f/plan": (Shown(people=frozenset({ANA}), ratings=5),)})
    with pytest.raises(InputError) as caught:
        shown_file.parse(shown_file.dump(old).encode(), "lantern.shown.json")
    assert "an older peerkit wrote it" in caught.value.message
    assert "--replace-earlier" in str(caught.value.hint)
    comments = Memory(rows={"f": (Shown(people=frozenset({ANA}), ratings=5),)})
    assert same(shown_file.parse(shown_file.dump(comments).encode(), "x"), comments)


def spoilt(change: Callable[[dict[str, Any]], object]) -> str:
    data = json.loads(shown_file.dump(MEMORY))
    change(data)
    return json.dumps(data)


BROKEN = {
    "cut off": (shown_file.dump(MEMORY)[:-9], "it breaks off or is damaged at line 1, column "),
    "empty": ("", "it is empty"),
    "of another kind": ('{"format": "peerkit/outcome/1"}', "its format is not peerkit/shown/1"),
    "a list": ("[]", "its format is not peerkit/shown/1"),
    "without its people": (spoilt(lambda data: data.pop("people")), "the key people is missing"),
    "with a key of no person": (spoilt(lambda data: data["people"].append("Ana")), "at people, entry 4, "),
    "a person who is not there": (spoilt(lambda data: data["sets"][0].append(9)), "it has no place 9"),
    "a set that is not there": (spoilt(lambda data: data["rows"]["f"][0].update(set=7)), "it has no place 7"),
    "more than was agreed": (spoilt(lambda data: data.update(more=1)), "at more, "),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_one_is_named_and_never_passed_over(name: str, tmp_path: Path) -> None:
    text, reason = BROKEN[name]
    path = tmp_path / "lantern.shown.json"
    path.write_text(text)

    with pytest.raises(InputError) as caught:
        shown_file.read(path)

    assert caught.value.message.startswith(f"{path}, which says what earlier reports have shown, cannot be used: {reason}")
    assert "--replace-earlier" in caught.value.hint
    assert path.read_text() == text


def test_it_can_be_deleted_with_the_answers(tmp_path: Path) -> None:
    path, other = shown_file.path_in(tmp_path, "One"), shown_file.path_in(tmp_path, "Two")
    shown_file.write(path, MEMORY)
    shown_file.write(other, MEMORY)

    assert shown_file.delete(path, print) is True
    assert shown_file.delete(path, print) is False
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.parametrize(
    ("raw", "goes"),
    [(b'{"format": "peerkit/shown/1", "peo', True), (b'{"format": "peerkit/shown/2"}', True), (b"mine", False), (b"{}", False)],
)
def test_a_broken_memory_is_deleted_and_what_is_none_stays(tmp_path: Path, raw: bytes, goes: bool) -> None:
    path = shown_file.path_in(tmp_path, "One")
    path.write_bytes(raw)

    assert shown_file.delete(path, print) is goes
    assert path.exists() is not goes


def test_a_link_to_a_memory_that_is_gone_is_not_taken_for_none(tmp_path: Path) -> None:
    path = shown_file.path_in(tmp_path, "Lantern Street Peers")
    path.symlink_to(tmp_path / "gone")
    with pytest.raises(InputError) as caught:
        shown_file.read(path)
    assert caught.value.message == f"{path} is not there, and it should say what earlier reports have shown"


@pytest.mark.parametrize("before", [None, b"", b"{broken", b"{}"])
def test_a_memory_is_put_back_as_it_was(tmp_path: Path, before: bytes | None) -> None:
    path = tmp_path / "x.shown.json"
    if before is not None:
        path.write_bytes(before)
    put_back = shown_file.as_it_is(path)
    shown_file.write(path, MEMORY)
    put_back()
    assert (path.read_bytes() if path.exists() else None) == before
