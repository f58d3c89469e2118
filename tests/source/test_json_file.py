"""The JSON files of peerkit are read strictly. What each kind says of a file that is damaged or foreign stands with that kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.errors import InputError
from peerkit.source.json import assessment_file
from peerkit.source.json.json_file import UnreadableJson, load_json


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t", "it is empty"),
        (b"\xef\xbb\xbf", "it breaks off or is damaged at line 1, column 1"),
        (b'{"a":\n1', "it breaks off or is damaged at line 2, column 2"),
        (b'{"a": 1} {"b": 2}', "it breaks off or is damaged at line 1, column 10"),
        (b'{"a": 1, "a": 1}', "the key a is in it twice"),
        (b'[{"b": {"a": 1, "c": 2, "a": 1}}]', "the key a is in it twice"),
        (b"NaN", "NaN is no number"),
        (b"[Infinity]", "Infinity is no number"),
        (b"[-Infinity]", "-Infinity is no number"),
        (b"\xff\xfe{}", "it is not written in UTF-8"),
        (b"[" * 100_000, "lists and mappings are too deep in it"),
        (b"9" * 5_000, "a number in it is too long"),
        (b'"\\ud800"', "half of a character stands in it"),
        (b'{"\\uDFFF": 1}', "half of a character stands in it"),
    ],
)
def test_json_is_read_strictly(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableJson) as raised:
        load_json(raw)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("raw", "value"), [(b'"\\ud83e\\udef6"', "\U0001faf6"), (b'"\\\\ud800"', "\\ud800"), (b"\xef\xbb\xbf1", 1), (b" [ ] ", [])]
)
def test_json_that_only_looks_odd_is_read(raw: bytes, value: object) -> None:
    assert load_json(raw) == value


@given(st.binary(max_size=100))
def test_any_bytes_are_json_or_unreadable(raw: bytes) -> None:
    try:
        value = load_json(raw)
    except UnreadableJson:
        return
    assert load_json(json.dumps(value).encode()) == value


def test_a_key_twice_among_very_many_is_found() -> None:
    raw = b"{" + b",".join(b'"k%d":1' % number for number in range(200_000)) + b',"k199999":1}'
    with pytest.raises(UnreadableJson, match="the key k199999 is in it twice"):
        load_json(raw)


def test_whether_a_file_that_cannot_be_read_is_of_a_kind_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        assessment_file.claims_to_be_one(tmp_path)
    assert caught.value.message == f"{tmp_path} cannot be read: Is a directory"
