from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.errors import InputError
from peerkit.model.answers import Assessment
from peerkit.source import file_formats
from peerkit.source.json import assessment_file
from peerkit.source.json.assessment_file import slug
from support.building import make_assessment
from support.documented import ASSESSMENT
from support.files import read_from
from support.strategies import ANSWERS


def parsed(data: object) -> Assessment:
    return read_from(assessment_file.read, json.dumps(data), "x.peerkit.json")


def test_the_documented_example_is_read_and_written_as_it_is_but_for_what_has_its_default() -> None:
    written = json.loads(assessment_file.dump(parsed(ASSESSMENT)))
    assert written == {key: value for key, value in ASSESSMENT.items() if key != "mode"}


def test_the_keys_stand_in_the_documented_order() -> None:
    assert list(json.loads(assessment_file.dump(parsed(ASSESSMENT)))) == [key for key in ASSESSMENT if key != "mode"]


def test_the_file_can_be_read_without_peerkit() -> None:
    text = assessment_file.dump(parsed(ASSESSMENT))
    assert '\n    "tacsi/planned-co-design": {\n      "ask": "We plan …",\n      "answer": 3,\n' in text
    assert text.endswith("}\n")


@given(
    st.dictionaries(st.from_regex(r"f/[a-z0-9]{1,8}", fullmatch=True), ANSWERS.filter(lambda answer: answer is not None), max_size=5),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=50),
)
def test_what_is_written_is_read_again(given_answers: dict[str, Any], words: str) -> None:
    assessment = make_assessment(given_answers, program=f"P {words}", support=words)
    assert read_from(assessment_file.read, assessment_file.dump(assessment)) == assessment


def test_it_is_written_whole_and_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "x.peerkit.json"
    assessment_file.write(path, make_assessment({"f/a": 3}))
    assert path.read_text(encoding="utf-8") == assessment_file.dump(make_assessment({"f/a": 3}))
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
    assert assessment_file.read(path) == make_assessment({"f/a": 3})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"frmeworks": []}, "at frmeworks: the key frmeworks is not known here"),
        ({"role": "boss"}, 'at role: "boss" is no role'),
        ({"set": "quik"}, 'at set: "quik" is no good value for set'),
        ({"started": "21.11.2026"}, 'at started: "21.11.2026" is no good value for started'),
        ({"started": "2026-11-31"}, "at started: there is no day 2026-11-31"),
        ({"updated": "2026-13-01"}, "at updated: there is no day 2026-13-01"),
        ({"updated": "0000-01-01"}, "at updated: there is no day 0000-01-01"),
        ({"goals": {"tacsi": 5}}, "at goals, tacsi: 5 is out of range for tacsi"),
        ({"goals": {"Tacsi": 3}}, 'at goals, Tacsi: "Tacsi" cannot be an id'),
        ({"id": "../../x"}, 'at id: "../../x" is no good value for id'),
        ({"program": " "}, "at program: program is empty"),
        ({"answers": []}, "at answers: answers should be a mapping of keys and values, and is a list"),
        ({"answers": {"plan": {"ask": "x", "answer": 3}}}, 'at answers, plan: "plan" cannot be an id'),
        ({"answers": {"f/plan": {"answer": 3}}}, "at answers, f/plan: the key ask is missing in answers, f/plan"),
        ({"written": {"f/plan": {"answer": 3}}}, "at written, f/plan, answer: the key answer is not known here"),
        ({"written": {"f/plan": "a note"}}, "at written, f/plan: f/plan should be a mapping of keys and values, and is a text"),
        ({"written": {"tacsi/fair-terms": {"note": "x"}}}, "at written, tacsi/fair-terms: the question has an answer"),
        ({"answers": {"f/a": {"ask": "x", "answer": "no-agreement"}}}, "at answers, f/a: one person cannot say no-agreement"),
        ({"frameworks": [{"id": "f", "version": "1", "digest": "x"}]}, 'at frameworks, entry 1, version: "1" is no good value for version'),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as raised:
        parsed(ASSESSMENT | changes)
    assert raised.value.message == f"x.peerkit.json cannot be read {message}"
    assert raised.value.hint


@pytest.mark.parametrize("key", ["id", "program", "set", "frameworks", "started", "updated"])
def test_a_required_key_is_missed(key: str) -> None:
    with pytest.raises(InputError, match=f"x.peerkit.json cannot be read: the key {key} is missing"):
        parsed({name: value for name, value in ASSESSMENT.items() if name != key})


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lantern Street Peers", "lantern-street-peers"),
        ("Café Ōtautahi & friends!", "cafe-otautahi-friends"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("Ｗｉｄｅ", "wide"),  # noqa: RUF001  # it is about such letters
        ("日本語", "program"),
        ("", "program"),
        ("---", "program"),
        ("x" * 99, "x" * 48),
        ("a" * 47 + " b", "a" * 47),
    ],
)
def test_a_program_has_a_name_that_every_file_system_takes(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text())
def test_a_slug_is_always_an_id_of_at_most_48_characters(name: str) -> None:
    assert 1 <= len(slug(name)) <= 48
    assert all(part and part.isascii() and part.isalnum() and part == part.lower() for part in slug(name).split("-"))


def test_the_default_name_says_program_frameworks_and_id() -> None:
    assert assessment_file.default_name("Lantern Street", ["tacsi", "mind"], "b7c1e0") == "lantern-street.tacsi+mind.b7c1e0.peerkit.json"


def test_a_group_can_say_that_it_does_not_agree() -> None:
    group = {name: value for name, value in ASSESSMENT.items() if name != "role"} | {"mode": "consensus"}
    answers = {"f/a": {"ask": "x", "answer": "no-agreement", "dissent": [{"answer": 1}, {"answer": 4, "people": 2, "why": "nights"}]}}
    assert json.loads(assessment_file.dump(parsed(group | {"answers": answers, "written": {}})))["answers"] == answers


def test_folders_in_a_folder_are_looked_into_as_deep_as_is_said(tmp_path: Path) -> None:
    places = [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    for place in places:
        place.mkdir(exist_ok=True)
        assessment_file.write(place / "x.peerkit.json", make_assessment())
    assert [len(assessment_file.look_into(tmp_path, levels=levels).answers) for levels in (0, 1, 2, 3)] == [1, 2, 3, 3]
    left = [(aside.path, aside.why) for aside in assessment_file.look_into(tmp_path, levels=1).left_out]
    assert left == [(places[2], "is a folder with answers that lies too deep")]
    assert not assessment_file.look_into(tmp_path).left_out
    assert not assessment_file.look_into(tmp_path, levels=0).left_out


def test_what_lies_behind_more_files_than_are_looked_at_is_left_out_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MOST_ENTRIES", 3)
    (tmp_path / "many").mkdir()
    for number in range(3):
        (tmp_path / "many" / str(number)).touch()
    assessment_file.write(tmp_path / "x.peerkit.json", make_assessment())
    found = assessment_file.look_into(tmp_path, levels=1)
    assert found.answers == (tmp_path / "x.peerkit.json",)
    assert [(aside.path, aside.why) for aside in found.left_out] == [(tmp_path / "many", "lies behind 3 other files")]
