"""`peerkit` alone, on a terminal, asks what a person wants to do, and does it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerkit.cli import console
from peerkit.source import file_formats
from support.commandline import contents, peerkit
from support.terminals import Size, in_process, plain, real

STORY = ("assess", "house", "--role", "staff", "--program", "Rowan")
SIZES = [Size(80, 24), Size(40, 20)]


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say that a person is there; to be asked for after the files are."""
    monkeypatch.setattr(console, "is_terminal", lambda: True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file that is complete and one that is not, of three days ago."""
    monkeypatch.chdir(tmp_path)
    assert peerkit(*STORY, "--file", "a.peerkit.json", typed="3\n" * 9).code == 0
    assert peerkit(*STORY, "--file", "b.peerkit.json", typed="3\nq\n").code == 0
    (tmp_path / "b.peerkit.json").write_text(
        json.dumps({**contents(tmp_path / "b.peerkit.json"), "updated": "2026-11-18"}), encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("folder", "at_a_terminal")
def test_it_offers_to_go_on_with_what_is_begun(size: Size, folder: Path) -> None:
    with in_process([], size, folder) as terminal:
        terminal.turn_to("What do you want to do?")
        terminal.see("1 Go on with Rowan (1 of 3 answered, 3 days ago;", "See the result of Rowan (3 of 3 answered, today;")
        terminal.press("1")
        terminal.see("question 2 of 3")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.shows("Saved: b.peerkit.json")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("at_a_terminal")
def test_in_an_empty_folder_it_offers_to_begin(size: Size, tmp_path: Path) -> None:
    with in_process([], size, tmp_path) as terminal:
        terminal.turn_to("1 Start: answer the questions of a framework")
        terminal.see("2 Prepare a file", "3 Look at the result of an invented program", "4 See all commands", "q Nothing now")
        terminal.press("1")
        terminal.see("Which framework do you want to look at your program with?")
        terminal.press("Ctrl-C")
        assert terminal.end() == 130


def test_a_result_is_seen_and_an_example_and_the_help(folder: Path) -> None:
    for key, seen in (("2", "Gap report"), ("6", "this program is invented"), ("7", "Your team:")):
        with real([], Size(80, 300), folder) as terminal:
            terminal.see("What do you want to do?", "q Nothing now")
            terminal.press(key)
            terminal.see(seen)
            assert terminal.end() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("folder", "at_a_terminal")
def test_assess_alone_offers_to_go_on_with_what_is_begun_or_to_start_anew(size: Size, folder: Path) -> None:
    with in_process(["assess"], size, folder) as terminal:
        terminal.turn_to("Something was begun here.")
        terminal.see("1 Go on with Rowan (1 of 3 answered, 3 days ago;", "2 Start anew")
        terminal.press("1")
        terminal.see("question 2 of 3")
        terminal.press("q")
        assert terminal.end() == 0
    for arguments, key in ((["assess"], "2"), ([], "4")):
        with in_process(arguments, size, folder) as terminal:
            terminal.turn_to("What do you want to do?")
            terminal.press(key)
            terminal.see("Which framework do you want to look at your program with?")
            terminal.press("Ctrl-C")
            assert terminal.end() == 130


@pytest.mark.usefixtures("folder", "at_a_terminal")
def test_where_all_is_answered_assess_offers_nothing(folder: Path) -> None:
    (folder / "b.peerkit.json").unlink()
    with in_process(["assess"], SIZES[0], folder) as terminal:
        terminal.see("Which framework do you want to look at your program with?")
        terminal.press("Ctrl-C")
        assert terminal.end() == 130


@pytest.mark.usefixtures("folder", "at_a_terminal")
def test_a_folder_that_cannot_be_looked_into_keeps_nobody_from_beginning(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MOST_ENTRIES", 1)
    for arguments, seen in ((["assess"], "Which framework do you want"), ([], "1 Start: answer the questions")):
        with in_process(arguments, SIZES[0], folder) as terminal:
            terminal.turn_to(seen)
            terminal.press("Ctrl-C")
            assert terminal.end() == 130


@pytest.mark.usefixtures("at_a_terminal")
def test_nothing_now_ends_it(tmp_path: Path) -> None:
    with in_process([], SIZES[0], tmp_path) as terminal:
        terminal.turn_to("q Nothing now")
        terminal.press("q")
        assert terminal.end() == 0


def test_in_plain_lines_a_number_is_typed(tmp_path: Path) -> None:
    with plain([], SIZES[0], tmp_path) as terminal:
        terminal.see("What do you want to do?", "4 See all commands", "Number")
        terminal.send("4\r")
        terminal.see("For authors:")
        assert terminal.end() == 0


def test_elsewhere_the_help_is_shown(tmp_path: Path) -> None:
    assert peerkit().out == peerkit("--help").out == peerkit("--plain").out
