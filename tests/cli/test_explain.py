from __future__ import annotations

from pathlib import Path

import pytest

from support.commandline import peerkit, place


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--file", path, typed="1\n2\n4\n").code == 0
    return path


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ("small", ("A small framework", "Care", "Power")),
        ("small/care", ("Care", "We plan together.", "We learn together.")),
        ("small/share", ("We share decisions.", "Built in", "Mostly")),
    ],
)
def test_a_framework_a_section_and_an_indicator_can_be_explained(file: Path, what: str, shown: tuple[str, ...]) -> None:
    ended = peerkit("explain", file, what)
    assert (ended.code, ended.err) == (0, "")
    for words in shown:
        assert words in ended.out


def test_a_section_score_is_shown_as_a_fraction_and_in_words(file: Path) -> None:
    out = " ".join(peerkit("explain", file, "small/care").out.split())
    assert "3/8" in out
    assert "38 of 100" in out


def test_a_goal_changes_the_gap_and_no_score(file: Path) -> None:
    assert peerkit("explain", file, "small/share", "--goal", "4").out == peerkit("explain", file, "small/share", "--goal", "4").out
    assert peerkit("explain", file, "small/care", "--goal", "4").out.count("3/8") == peerkit("explain", file, "small/care").out.count("3/8")


@pytest.mark.parametrize("what", ["smal", "small/cares", "tacsi", "small/zzz", "", "/", "small/care/plan"])
def test_what_is_not_in_the_file_is_wrong_usage(file: Path, what: str) -> None:
    code, error, hint = peerkit("explain", file, what).failed
    assert code == 2
    assert what.rpartition("/")[2] in error
    assert hint


@pytest.mark.parametrize(("what", "near"), [("smal", "small"), ("small/cares", "care"), ("small/shar", "share")])
def test_a_near_name_is_offered(file: Path, what: str, near: str) -> None:
    assert near in peerkit("explain", file, what).told[1]


def test_a_missing_file_is_an_input_error() -> None:
    assert peerkit("explain", "gone.peerkit.json", "small").failed == (3, "gone.peerkit.json is not there", "Check the path.")


def test_a_folder_is_refused_since_nobodys_terms_are_shown(folder: Path) -> None:
    code, message, hint = peerkit("explain", folder, "small").failed
    assert (code, message) == (2, f"{folder} is a folder, and a number is taken apart for one file")
    assert hint == "Name a file. A team's report says how it came about."
