"""Writing down what a workshop agrees on, in terminals of the operating system: drawn and in lines, at every size, and broken off."""

from __future__ import annotations

import contextlib
import json
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from support.commandline import peerkit, place
from support.terminals import Real, Size, Terminal, plain, real

OUTCOME: Final = "o.outcome.json"
COMMAND: Final = ("agenda", "x.peerkit.json", "--minutes", "60", "--record", OUTCOME)
SIZES: Final = (Size(80, 24), Size(40, 20), Size(200, 50))
SIZE: Final = SIZES[0]
HIGH: Final = {"agreed": {"small/learn": {"level": 2}}, "importance": {"small/learn": "high"}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a folder with answers by which the agenda asks about learn, plan and share."""
    monkeypatch.chdir(tmp_path)
    place(tmp_path / "frameworks")
    arguments = ("--role", "staff", "--program", "Rowan", "--file", "x.peerkit.json")
    assert peerkit("assess", "small", *arguments, typed="1\n0\n2\n").code == 0
    return tmp_path


def saved(folder: Path) -> dict[str, Any]:
    """Return what is in the outcome beside its head."""
    data: dict[str, Any] = json.loads((folder / OUTCOME).read_text(encoding="utf-8"))
    return {key: value for key, value in data.items() if key not in ("format", "program", "date")}


@contextlib.contextmanager
def begun(folder: Path, size: Size) -> Iterator[Real]:
    """Start to write down, and turn to the first question."""
    with real(COMMAND, size, folder) as terminal:
        terminal.turn_to("Write roles rather than names")
        ask(terminal, "We learn together. Which level do you agree on?")
        yield terminal


def ask(terminal: Terminal, question: str) -> None:
    """Turn pages until a question can be answered."""
    terminal.turn_to(question)
    terminal.see("b  Back")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_level_a_view_and_its_weight_are_written_down(folder: Path, size: Size) -> None:
    with begun(folder, size) as terminal:
        terminal.press("2")
        terminal.see("Does anybody see it otherwise?", "2 Write down a view that differs")
        terminal.press("2")
        terminal.see("What would they answer?", "4 Built in")
        terminal.press("0")
        terminal.see("How many people see it so?", "Enter takes 1")
        terminal.press("2", "Enter")
        terminal.see("In a few words, why?")
        terminal.send("[red]Nights[/] are different")
        terminal.press("Enter")
        terminal.turn_to("No more, go on")
        terminal.see("3 Remove the last one")
        terminal.press("1")
        terminal.see("How much does it matter to you?", "1 It matters most")
        terminal.press("1")
        ask(terminal, "We plan together. Which level do you agree on?")
        assert all(len(line) <= size.columns for line in terminal.lines)
        terminal.press("q")
        terminal.see("1 agreed level, 0 actions.")
        assert terminal.end() == 0
    view = {"answer": 0, "people": 2, "why": "[red]Nights[/] are different"}
    assert saved(folder) == {**HIGH, "agreed": {"small/learn": {"level": 2, "dissent": [view]}}}


def test_b_goes_back_and_a_pointer_stands_on_what_was_said(folder: Path) -> None:
    with begun(folder, SIZE) as terminal:
        terminal.press("3")
        terminal.see("Does anybody see it otherwise?")
        terminal.press("b")
        ask(terminal, "Which level do you agree on?")
        terminal.see("» 3  Mostly", "s Leave it as it is")
        terminal.press("2")
        terminal.see("Does anybody see it otherwise?")
        terminal.press("Enter")
        terminal.see("How much does it matter to you?")
        terminal.press("1")
        ask(terminal, "We plan together.")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(folder) == HIGH


@pytest.mark.parametrize("key", ["Ctrl-C", "Ctrl-D"])
def test_who_breaks_off_keeps_what_was_said_and_goes_on_there(folder: Path, key: str) -> None:
    with begun(folder, SIZE) as terminal:
        terminal.press("2")
        terminal.see("Does anybody see it otherwise?")
        terminal.press("Enter")
        terminal.see("How much does it matter to you?")
        terminal.press("1")
        ask(terminal, "We plan together.")
        terminal.press(key)
        terminal.see(f"error: stopped before the end; what was written down is saved in {OUTCOME}", "hint: Go on with `peerkit agenda")
        assert terminal.end() == 130
    assert saved(folder) == HIGH
    assert not (folder / f"{OUTCOME}.lock").exists()
    with real(COMMAND, SIZE, folder) as terminal:
        ask(terminal, "We plan together.")
        terminal.press("q")
        assert terminal.end() == 0


def test_in_lines_the_same_is_asked(folder: Path) -> None:
    with plain(COMMAND, Size(40, 20), folder) as terminal:
        terminal.see("Everywhere: b goes back", "Which level do you agree on?", "q Save and stop")
        terminal.press("2")
        terminal.see("Does anybody see it otherwise?", "q Save and stop")
        terminal.press("1")
        terminal.see("How much does it matter to you?", "q Save and stop")
        terminal.press("1")
        terminal.see("We plan together.", "q Save and stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(folder) == HIGH


def test_on_a_full_disk_a_person_is_asked_and_what_was_said_is_saved_when_there_is_room_again(folder: Path) -> None:
    with begun(folder, SIZE) as terminal:
        resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))
        terminal.press("2")
        terminal.see(f"{OUTCOME} cannot be written: File too large.", "1 Try again", "2 Stop here")
        resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        terminal.press("1")
        terminal.see("Does anybody see it otherwise?")
        assert saved(folder) == {"agreed": {"small/learn": {"level": 2}}}
        terminal.press("q")
        assert terminal.end() == 0


def test_nobody_else_can_write_in_it_meanwhile(folder: Path) -> None:
    with begun(folder, SIZE) as terminal:
        ended = peerkit(*COMMAND, typed="2\nq\n")
        assert ended.failed == (3, f"{OUTCOME} is open in another peerkit", "Close the other one first; nothing was changed.")
        terminal.press("q")
        assert terminal.end() == 0
