from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.commandline import CHECKOUT, Ended, peerkit, place
from support.files import FRAMEWORK, changed

BAD = changed(("goal: 3", "goal: 7"), ("id: learn", "id: plan"))
"""Line 5 column 7 is PK203, line 24 column 13 is PK101."""


def findings(ended: Ended) -> list[dict[str, Any]]:
    data = json.loads(ended.out)
    assert data.keys() == {"format", "files", "findings"}
    assert data["format"] == "peerkit/findings/1"
    found: list[dict[str, Any]] = data["findings"]
    return found


def codes(*arguments: object, typed: str = "") -> list[str]:
    return [one["code"] for one in findings(peerkit("lint", "--format", "json", "--select", "PK0,PK1,PK2,PK9", *arguments, typed=typed))]


def test_json_has_every_mistake_with_its_place_from_1(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    ended = peerkit("lint", "frameworks", "--format", "json", "--select", "PK101,PK203")
    assert (ended.code, ended.err) == (1, "")
    assert json.loads(ended.out)["files"] == 1
    assert findings(ended) == [
        {
            "code": "PK203",
            "name": "goal-range",
            "severity": "error",
            "message": "7 is out of range for goal",
            "hint": "Write a level from 1 to 4.",
            "file": "frameworks/small.yaml",
            "line": 5,
            "column": 7,
            "end_line": 5,
            "end_column": 8,
        },
        {
            "code": "PK101",
            "name": "duplicate-id",
            "severity": "error",
            "message": "the id plan is used twice",
            "hint": "Give this one another id; the first is the indicator number 1 of section number 1.",
            "file": "frameworks/small.yaml",
            "line": 24,
            "column": 13,
            "end_line": 24,
            "end_column": 17,
        },
    ]


def test_columns_are_code_points(folder: Path) -> None:
    place(
        folder,
        changed(
            (
                "facts:\n  - {id: practitioners, ask: Do",
                "facts:\n  - {ask: 🫶🏽 Do, id: P, kind: yes-no, default: true}\n  - {id: practitioners, ask: Do",
            )
        ),
        "small.yaml",
    )
    [finding] = findings(peerkit("lint", "small.yaml", "--format", "json", "--select", "PK105"))
    assert (finding["line"], finding["column"], finding["end_column"]) == (7, 22, 23)


def test_text_says_the_same(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    ended = peerkit("lint", "frameworks", "--select", "PK203")
    assert (ended.code, ended.err) == (1, "")
    for words in ("PK203", "goal-range", "7 is out of range for goal", "frameworks/small.yaml:5:7", "hint: Write a level from 1 to 4."):
        assert words in ended.out


def test_the_folder_frameworks_is_the_default(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    assert peerkit("lint") == peerkit("lint", "frameworks")


@pytest.mark.parametrize(("text", "code"), [(FRAMEWORK, 0), (BAD, 1)])
def test_it_leaves_with_1_for_an_error_and_with_0_for_none(folder: Path, text: str, code: int) -> None:
    place(folder / "frameworks", text)
    assert peerkit("lint", "--select", "PK1").code == code
    assert peerkit("lint", "--select", "PK1", "--exit-zero").code == 0


def test_a_warning_leaves_with_1_too(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3\n", "goal: 3  # peerkit: ignore PK101 because\n")))
    [finding] = findings(peerkit("lint", "--format", "json", "--select", "PK9,PK1"))
    assert (finding["code"], finding["severity"]) == ("PK903", "warning")
    assert peerkit("lint", "--select", "PK9,PK1").code == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["PK203", "PK101"]),
        (["--select", "PK1"], ["PK101"]),
        (["--select", "PK101", "--select", "PK203"], ["PK203", "PK101"]),
        (["--select", "PK101,PK203"], ["PK203", "PK101"]),
        (["--ignore", "PK1"], ["PK203"]),
        (["--ignore", "PK101,pk203"], []),
        (["--select", "PK1", "--ignore", "PK101"], []),
    ],
)
def test_codes_and_families_are_selected_and_ignored(folder: Path, arguments: list[str], expected: list[str]) -> None:
    place(folder / "frameworks", BAD)
    select = [] if "--select" in arguments else ["--select", "PK1,PK203"]
    assert [one["code"] for one in findings(peerkit("lint", "--format", "json", *select, *arguments))] == expected


@pytest.mark.parametrize(
    ("word", "hint"), [("PK10", "Did you mean PK101, PK102 or PK103?"), ("duplicate-id", "Write PK101."), ("zzz", "Give codes like PK101")]
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_there_is_not_is_wrong_usage(folder: Path, option: str, word: str, hint: str) -> None:
    place(folder / "frameworks", FRAMEWORK)
    ended = peerkit("lint", option, word)
    assert (ended.code, ended.out) == (2, "")
    assert ended.told[0] in (f'there is no rule "{word}"', f"rules are chosen by code, and {word} is a name")
    assert ended.told[1].split()[0] == hint.split()[0]


def test_standard_input_is_a_file_with_a_name_to_show() -> None:
    ended = peerkit("lint", "-", "--format", "json", "--select", "PK203", typed=BAD)
    assert (ended.code, findings(ended)[0]["file"]) == (1, "-")
    named = peerkit("lint", "-", "--stdin-name", "frameworks/small.yaml", "--format", "json", "--select", "PK203,PK110", typed=BAD)
    assert [(one["file"], one["code"]) for one in findings(named)] == [("frameworks/small.yaml", "PK203")]


def test_standard_input_stands_beside_files(folder: Path) -> None:
    place(folder, BAD)
    ended = peerkit("lint", "small.yaml", "-", "--format", "json", "--select", "PK203", typed=BAD)
    assert [one["file"] for one in findings(ended)] == ["-", "small.yaml"]
    assert json.loads(ended.out)["files"] == 2


def test_bytes_that_are_no_utf8_on_standard_input_are_a_finding() -> None:
    [finding] = findings(peerkit("lint", "-", "--format", "json", typed=b"format: peerkit/framework/1\nid: caf\xe9\n"))
    assert (finding["code"], finding["line"], finding["column"]) == ("PK001", 2, 8)


def test_a_folder_is_searched_in_depth_and_files_of_others_are_passed_over(folder: Path) -> None:
    place(folder / "f" / "inner", BAD)
    place(folder / "f", "on: push\n", "ci.yaml")
    place(folder / "f" / ".hidden", BAD)
    ended = peerkit("lint", "f", "--format", "json", "--select", "PK203")
    assert [one["file"] for one in findings(ended)] == ["f/inner/small.yaml"]
    assert json.loads(ended.out)["files"] == 1


def test_a_file_that_is_named_is_checked_whatever_it_says(folder: Path) -> None:
    place(folder, "on: push\n", "ci.yaml")
    [finding] = findings(peerkit("lint", "ci.yaml", "--format", "json"))
    assert (finding["code"], finding["message"]) == ("PK103", "the key format is missing")


@pytest.mark.parametrize("arguments", [["empty"], ["empty", "others"], []])
def test_no_framework_file_is_an_input_error(folder: Path, arguments: list[str]) -> None:
    (folder / "empty").mkdir()
    (folder / "frameworks").mkdir()
    place(folder / "others", "on: push\n", "ci.yaml")
    told = (
        3,
        f"no framework file in {', '.join(arguments or ['frameworks'])}",
        "Give a file, or a folder with files that say `format: peerkit/…`.",
    )
    assert peerkit("lint", *arguments).failed == told


@pytest.mark.parametrize("arguments", [["gone.yaml"], ["gone"], []])
def test_a_path_that_is_not_there_is_an_input_error(arguments: list[str]) -> None:
    error = f"there is no file or folder {(arguments or ['frameworks'])[0]}"
    assert peerkit("lint", *arguments).failed == (3, error, "Check the path.")


def test_a_file_of_ten_megabytes_is_a_finding_and_no_wait(folder: Path) -> None:
    place(folder, FRAMEWORK + "# " + "x" * 10_000_000, "large.yaml")
    [finding] = findings(peerkit("lint", "large.yaml", "--format", "json"))
    assert (finding["code"], finding["line"], finding["column"]) == ("PK010", 1, 1)


def test_output_goes_to_a_file(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    ended = peerkit("lint", "--format", "json", "--output", "out.json")
    assert (ended.code, ended.out, ended.err) == (1, "", "Written to out.json\n")
    assert (folder / "out.json").read_text() == peerkit("lint", "--format", "json").out


def test_a_comment_silences_a_finding_at_its_line(folder: Path) -> None:
    place(folder / "frameworks", changed(("        core: true\n", ""), ("goal: 3", "goal: 7 # peerkit: ignore PK203 we mean it")))
    assert codes("--ignore", "PK208") == []


def test_the_shipped_frameworks_can_all_be_read() -> None:
    assert findings(peerkit("lint", CHECKOUT / "frameworks", "--format", "json", "--select", "PK0,PK1")) == []
