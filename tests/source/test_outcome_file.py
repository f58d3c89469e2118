from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.errors import InputError
from peerkit.model.answers import Action, Agreed, Dissent, Outcome
from peerkit.source.json import outcome_file
from support.documented import OUTCOME
from support.files import read_from

NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ADDRESSES = st.from_regex(r"f/[a-z0-9]{1,8}", fullmatch=True)
OUTCOMES = st.builds(
    Outcome,
    format=st.just("peerkit/outcome/1"),
    program=NOTES.map(lambda words: f"P {words}"),
    date=st.dates().map(str),
    agreed=st.dictionaries(
        ADDRESSES,
        st.builds(Agreed, level=st.integers(0, 4), dissent=st.lists(st.builds(Dissent, answer=st.integers(0, 4), why=NOTES)).map(tuple)),
        max_size=2,
    ),
    importance=st.dictionaries(ADDRESSES, st.sampled_from(["high", "medium", "low"]), max_size=2),
    actions=st.lists(st.builds(Action, id=st.sampled_from(["f/plan", "plan"]), what=NOTES, who=NOTES, help=NOTES), max_size=2).map(tuple),
    outside_our_control=st.lists(NOTES, max_size=2).map(tuple),
    recheck=NOTES,
)


def parsed(data: object) -> Outcome:
    return read_from(outcome_file.read, json.dumps(data), "x.outcome.json")


def without(data: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != key}


def test_the_documented_example_is_read_and_written_as_it_is() -> None:
    assert json.loads(outcome_file.dump(parsed(OUTCOME))) == OUTCOME


def test_the_keys_stand_in_the_documented_order() -> None:
    assert list(json.loads(outcome_file.dump(parsed(OUTCOME)))) == list(OUTCOME)


def test_the_file_can_be_read_without_peerkit() -> None:
    text = outcome_file.dump(parsed(OUTCOME | {"program": "Whānau Peers"}))
    assert text.startswith('{\n  "format": "peerkit/outcome/1",\n  "program": "Whānau Peers",\n')
    assert text.endswith("}\n")


@given(OUTCOMES)
def test_what_is_written_is_read_again(outcome: Outcome) -> None:
    assert read_from(outcome_file.read, outcome_file.dump(outcome)) == outcome


def test_it_is_written_whole_and_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "x.outcome.json"
    outcome_file.write(path, parsed(OUTCOME))
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
    assert outcome_file.read(path) == parsed(OUTCOME)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"acions": []}, "at acions: the key acions is not known here"),
        ({"date": "21.11.2026"}, 'at date: "21.11.2026" is no good value for date'),
        ({"date": "2026-02-30"}, "at date: there is no day 2026-02-30"),
        ({"date": "0000-01-01"}, "at date: there is no day 0000-01-01"),
        ({"program": " "}, "at program: program is empty"),
        ({"agreed": {"f/x": {"level": 5}}}, "at agreed, f/x, level: 5 is out of range for level"),
        ({"agreed": {"f/x": {"level": None}}}, "at agreed, f/x: there is either a level, or no agreement"),
        ({"agreed": {"f/x": {"level": 2, "agreement": "none"}}}, "at agreed, f/x: there is either a level, or no agreement"),
        ({"agreed": {"f/x": {"level": None, "agreement": "all"}}}, 'at agreed, f/x, agreement: "all" is no good value for agreement'),
        ({"agreed": {"x": {"level": 2}}}, 'at agreed, x: "x" cannot be an id'),
        ({"importance": {"f/x": "huge"}}, 'at importance, f/x: "huge" is no good value for f/x'),
        ({"actions": [{"what": "x"}]}, "at actions, entry 1: the key id is missing in actions, entry 1"),
        ({"actions": {"id": "x"}}, "at actions: actions should be a list, and is a mapping"),
        ({"recheck": 2027}, "at recheck: recheck should be a text, and is a number"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as raised:
        parsed(OUTCOME | changes)
    assert raised.value.message == f"x.outcome.json cannot be read {message}"
    assert raised.value.hint


@pytest.mark.parametrize("key", ["program", "date"])
def test_a_required_key_is_missed(key: str) -> None:
    with pytest.raises(InputError, match=f"x.outcome.json cannot be read: the key {key} is missing"):
        parsed(without(OUTCOME, key))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "x is no complete outcome file: it is empty"),
        (b'{"format": "peerkit/outcome/1", "format": ""}', "x is no complete outcome file: the key format is in it twice"),
        (b"\xff\xfe{}", "x is no complete outcome file: it is not written in UTF-8"),
        (b"[]", "x is no outcome file of peerkit"),
        (b"{}", "x is no outcome file of peerkit"),
        (b'{"format": "peerkit/assessment/1"}', "x is a file of answers, and no outcome file"),
        (b"format: peerkit/framework/1\nid: x\n", "x is a framework, and no outcome file"),
        (b'{"format": "peerkit/outcome/2"}', "x has the format peerkit/outcome/2, and this version reads peerkit/outcome/1"),
    ],
)
def test_what_is_no_outcome_file_is_said(raw: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read_from(outcome_file.read, raw)
    assert raised.value.message == message
    assert raised.value.hint


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there"):
        outcome_file.read(tmp_path / "x.outcome.json")


def test_a_new_file_is_named_after_the_program_and_the_day() -> None:
    assert outcome_file.default_name("Café Ōtautahi!", "2026-11-21") == "cafe-otautahi.2026-11-21.outcome.json"


def test_that_there_was_no_agreement_is_written_in_words_of_its_own() -> None:
    apart = {"f/x": {"level": None, "agreement": "none", "dissent": [{"answer": 1}, {"answer": 4, "people": 2}]}}
    assert json.loads(outcome_file.dump(parsed(OUTCOME | {"agreed": apart})))["agreed"] == apart
