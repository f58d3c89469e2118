"""After the last question the result is offered: here, as a page in the browser, or later, with one key each."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import pytest

from support.commandline import peerkit
from support.terminals import Size, Terminal, in_process, real

FILE = "a b.peerkit.json"
SIZE = Size(80, 24)
OFFER = "Do you want to see the result?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file in which every question is answered."""
    monkeypatch.chdir(tmp_path)
    assert peerkit("assess", "house", "--role", "staff", "--program", "Rowan", "--file", FILE, typed="3\n" * 9).code == 0
    return tmp_path


def finish(terminal: Terminal) -> None:
    terminal.see("All questions are answered.")
    terminal.press("Enter")
    terminal.see("What matters most to you?")
    terminal.press("Enter")
    terminal.see(OFFER, "h Show it here", "o Open it as a page in the browser", "l Later")


def test_the_result_is_shown_here(folder: Path) -> None:
    with real(["assess", "--resume", FILE], Size(80, 200), folder) as terminal:
        finish(terminal)
        terminal.press("h")
        terminal.see("Gap report", "Saved: a b.peerkit.json")
        assert terminal.end() == 0


@pytest.mark.parametrize("taken", [False, True])
def test_the_result_is_opened_as_a_page_beside_the_answers(taken: bool, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def show(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", show)
    if taken:
        (folder / "a b.html").write_text("mine", encoding="utf-8")
    with in_process(["assess", "--resume", FILE], SIZE, folder) as terminal:
        finish(terminal)
        terminal.press("o")
        assert terminal.end() == 0
    page = folder / ("a b-2.html" if taken else "a b.html")
    assert opened == [page.as_uri()]
    assert "<title>" in page.read_text(encoding="utf-8")
    assert not taken or (folder / "a b.html").read_text(encoding="utf-8") == "mine"


def test_later_names_the_command(folder: Path) -> None:
    with in_process(["assess", "--resume", FILE], SIZE, folder) as terminal:
        finish(terminal)
        terminal.press("l")
        assert terminal.end() == 0
        assert terminal.shows("peerkit report 'a b.peerkit.json'")
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_who_breaks_off_there_has_lost_nothing(folder: Path) -> None:
    with in_process(["assess", "--resume", FILE], SIZE, folder) as terminal:
        finish(terminal)
        terminal.press("Ctrl-C")
        assert terminal.end() == 130
        assert terminal.shows("stopped after the last question; all is answered and saved in")
        assert terminal.shows("peerkit report 'a b.peerkit.json'")
        assert not terminal.shows("--resume")


def test_nobody_is_offered_anything_through_a_pipe(folder: Path) -> None:
    assert OFFER not in peerkit("assess", "--resume", FILE).out
