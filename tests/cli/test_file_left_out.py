"""FILE may be left out: the only answers in this folder are meant, or a person is asked which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.commandline import contents, peerkit, place

STORY = ("assess", "small", "--role", "staff", "--program", "Lantern")
NOTE = "note: this is about a.peerkit.json, the only answers in this folder\n"


@pytest.fixture
def alone(folder: Path) -> Path:
    """A folder with one file of answers in it, and a prepared one, which nobody answers in."""
    place(folder / "frameworks")
    assert peerkit(*STORY, "--file", "a.peerkit.json", typed="3\n3\n3\n").code == 0
    assert peerkit("prepare", "small", "--program", "Lantern", "--file", "prepared.peerkit.json").code == 0
    return folder


@pytest.fixture
def several(alone: Path) -> Path:
    """Two files, of which the second was changed last and is not complete."""
    assert peerkit(*STORY, "--file", "b c.peerkit.json", typed="3\nq\n").code == 0
    data = contents(alone / "b c.peerkit.json")
    (alone / "b c.peerkit.json").write_text(json.dumps({**data, "updated": "2027-01-01"}), encoding="utf-8")
    return alone


@pytest.mark.parametrize("command", [["report"], ["plan"], ["agenda"], ["explain", "small"]], ids=" ".join)
def test_the_only_answers_in_a_folder_are_meant(command: list[str], alone: Path) -> None:
    named = peerkit(command[0], "a.peerkit.json", *command[1:])
    left_out = peerkit(*command)
    assert (left_out.code, left_out.err) == (0, NOTE)
    assert left_out.out == named.out


def test_of_the_folders_in_it_nothing_is_read_or_said(alone: Path) -> None:
    (alone / "inside").mkdir()
    (alone / "inside" / "b.peerkit.json").write_text("{", encoding="utf-8")
    assert peerkit("report").err == NOTE


@pytest.mark.parametrize("command", [["report"], ["plan"], ["agenda"], ["explain", "small"], ["assess", "--resume"]], ids=" ".join)
def test_where_there_are_several_and_no_terminal_they_are_named(command: list[str], several: Path) -> None:
    assert peerkit(*command).failed == (
        2,
        "which answers? There are 2 files in this folder",
        "Name one, newest first: b c.peerkit.json, a.peerkit.json.",
    )


@pytest.mark.parametrize("command", [["report"], ["plan"], ["agenda"], ["explain", "small"], ["assess", "--resume"]], ids=" ".join)
def test_where_there_are_none_it_says_how_to_begin(command: list[str], folder: Path) -> None:
    assert peerkit(*command).failed == (
        2,
        "which answers? There are none in this folder",
        "Name a file, or begin with `peerkit assess`.",
    )


@pytest.mark.parametrize(
    "arguments",
    [["--resume"], ["--resume", "--plain"], ["--plain", "--resume"], ["--resume", "a.peerkit.json"], ["a.peerkit.json"]],
    ids=" ".join,
)
def test_answers_are_gone_on_with(arguments: list[str], alone: Path) -> None:
    ended = peerkit("assess", *arguments, "--set", "full", typed="3\n" * 9)
    assert ended.code == 0, ended.err
    assert contents(alone / "a.peerkit.json")["set"] == "full"


def test_a_file_that_is_not_there_is_no_framework(folder: Path) -> None:
    assert peerkit("assess", "x.peerkit.json").failed == (3, "x.peerkit.json is not there", "Check the path.")


@pytest.mark.parametrize("other", ["b c.peerkit.json", "small", "gone.json"])
def test_one_file_of_answers_is_gone_on_with_at_a_time(other: str, several: Path) -> None:
    assert peerkit("assess", "a.peerkit.json", other).failed == (
        2,
        "one file of answers can be gone on with at a time",
        "Name it alone: peerkit assess a.peerkit.json",
    )


def test_a_number_needs_a_name(alone: Path) -> None:
    for arguments in (["a.peerkit.json"], ["a.peerkit.json", "small", "small"]):
        assert peerkit("explain", *arguments).failed == (
            2,
            "which number is to be taken apart?",
            "Name a file and a number in it: `peerkit explain FILE tacsi/co-design`.",
        )


def test_a_list_says_how_far_each_file_is(several: Path) -> None:
    listed = json.loads(peerkit("list", "--format", "json").out)
    assert listed["format"] == "peerkit/assessments/1"
    assert [(found["file"], found["state"], found["answered"], found["asked"]) for found in listed["assessments"]] == [
        ("b c.peerkit.json", "begun", 1, 3),
        ("prepared.peerkit.json", "prepared", 0, 3),
        ("a.peerkit.json", "complete", 3, 3),
    ]


def test_a_list_ends_with_what_can_be_done_next(several: Path) -> None:
    *_, on, see = peerkit("list").out.splitlines()
    assert on == "Go on where it was left: peerkit assess --resume 'b c.peerkit.json'"
    assert see == "See its result: peerkit report a.peerkit.json"


def test_a_list_of_an_empty_folder_says_so(folder: Path) -> None:
    assert peerkit("list").out == "Assessments: Answers in this folder\nThere are none.\n"


def test_a_list_passes_over_what_is_broken_and_counts_what_it_can(several: Path) -> None:
    (several / "broken.peerkit.json").write_text("{", encoding="utf-8")
    (several / "frameworks" / "small.yaml").unlink()
    ended = peerkit("list")
    assert ended.code == 0
    assert ended.err.startswith("note: left out: broken.peerkit.json is no complete answer file")
    assert "1 answered; a framework of it is not here" in ended.out
