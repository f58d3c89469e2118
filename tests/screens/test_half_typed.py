"""A line that is being written: how it is mended, and what becomes of it when the terminal or the process goes in the middle of it."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import sys
import time
from pathlib import Path
from typing import Final

import pexpect  # type: ignore[import-untyped]
import pytest

from support.commandline import peerkit, place
from support.scenarios import FILE, view
from support.terminals import Real, Size, end_process, in_process, real, spawned

SIZE: Final = Size(80, 24)
HOUSE: Final = ("assess", "house", "--file", FILE, "--program", "Rowan", "--role", "staff", "--set", "full")
FACTS: Final = ("--fact", "practitioners=yes", "--fact", "team-size=3-9")
FAMILY: Final = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG: Final = "\U0001f1f3\U0001f1ff"


def saved(folder: Path, *keys: str) -> dict[str, object]:
    return view(folder / FILE, dict.fromkeys(("answers", *keys)))


def begin_note(terminal: Real) -> None:
    """Answer the first question, and begin a note to the second."""
    terminal.turn_to("question 1 of 5")
    terminal.see("q stop")
    terminal.press("3")
    terminal.see("question 2 of 5", "q stop")
    terminal.press("m")
    terminal.see("Your note")


@pytest.mark.parametrize(
    "character", ["e\u0301", "a\u0304", "o\u0302\u0323", FAMILY, FLAG, "\U0001f44b\U0001f3fd", "\u2764\ufe0f", "क्षि", "x"]
)
def test_backspace_takes_a_whole_character_and_delete_and_the_arrows_pass_over_it(character: str, tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.press("m")
        terminal.see("Your note")
        for text in ("a", character, character, "b", character):
            terminal.send(text)
        terminal.press("Backspace", "\x1b[D", "\x1b[D", "\x1b[D", "\x1b[3~", "\x1b[C", "c", "Enter")
        terminal.see("Your note: a", "question 1 of 5", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path, "notes")["notes"] == {"greeting": f"a{character}cb"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_note_that_is_half_written_is_kept_when_the_process_is_asked_to_end(number: signal.Signals, tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        begin_note(terminal)
        terminal.send("Half a thou")
        terminal.see("Half a thou")
        terminal.child.kill(number)
        assert terminal.end() == 130
        terminal.see(f"error: stopped before the last question; 1 of 5 answers are saved in {FILE}")
    assert saved(tmp_path, "notes") == {"answers": {"greeting": 3}, "notes": {"showing": "Half a thou"}}


def test_a_note_that_is_half_written_is_kept_when_the_window_closes(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        begin_note(terminal)
        terminal.send("Half a thou")
        terminal.see("Half a thou")
        with contextlib.suppress(pexpect.ExceptionPexpect):
            terminal.child.close(force=False)
        for _ in range(400):
            if [path.name for path in tmp_path.iterdir()] == [FILE]:
                break
            time.sleep(0.05)
    assert saved(tmp_path, "notes")["notes"] == {"showing": "Half a thou"}


def test_evidence_and_a_differing_view_that_are_half_written_are_kept(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.press("e")
        terminal.see("What kind of evidence is it?")
        terminal.press("1")
        terminal.see("What is it, and where could someone look?")
        terminal.send("The plan")
        terminal.press("Enter")
        terminal.see("From when is it?")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 130
    assert saved(tmp_path, "evidence")["evidence"] == {"greeting": ["policy: The plan"]}


def test_a_line_of_an_action_that_is_half_written_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place(tmp_path / "frameworks")
    assert peerkit("assess", "small", "--role", "staff", "--program", "R", "--file", "x.peerkit.json", typed="1\n0\n2\n").code == 0
    with real(["agenda", "x.peerkit.json", "--minutes", "60", "--record", "o.outcome.json"], SIZE, tmp_path) as terminal:
        terminal.turn_to("Which level do you agree on?")
        terminal.see("b  Back")
        terminal.press("2")
        terminal.see("Does anybody see it otherwise?")
        terminal.press("2")
        terminal.see("What would they answer?", "4 Built in")
        terminal.press("0")
        terminal.see("How many people see it so?", "Enter takes 1")
        terminal.press("Enter")
        terminal.see("In a few words, why?")
        terminal.send("Nights are")
        terminal.see("Nights are")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 130
    assert "Nights are" in (tmp_path / "o.outcome.json").read_text(encoding="utf-8")


def test_an_earlier_note_stays_when_all_of_it_was_deleted_for_another_that_never_came(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        begin_note(terminal)
        terminal.send("Earlier")
        terminal.press("Enter")
        terminal.see("Your note: Earlier", "q stop")
        terminal.press("m")
        terminal.see("Enter keeps it", "Earlier")
        terminal.press("Ctrl-U")
        terminal.see_no("Earlier")
        terminal.child.kill(signal.SIGTERM)
        assert terminal.end() == 130
    assert saved(tmp_path, "notes")["notes"] == {"showing": "Earlier"}


@pytest.mark.parametrize("press", ["", "?", "g"])
def test_an_interrupt_as_a_signal_ends_as_ctrl_c_does(press: str, tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.press("3")
        terminal.see("question 2 of 5", "q stop")
        if press:
            terminal.press(press)
            terminal.see_no("question 2 of 5")
            terminal.see("»")
            terminal.child.kill(signal.SIGINT)
            terminal.see("question 2 of 5", "q stop")
        terminal.child.kill(signal.SIGINT)
        assert terminal.end() == 130
        terminal.see("error: stopped before the last question; 1 of 5 answers are saved")


def test_an_interrupt_as_a_signal_leaves_a_note_as_ctrl_c_does(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        begin_note(terminal)
        terminal.send("Half")
        terminal.see("Half")
        terminal.child.kill(signal.SIGINT)
        terminal.see("question 2 of 5", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path, "notes") == {"answers": {"greeting": 3}, "notes": {}}


def test_ctrl_z_without_a_shell_does_nothing_and_is_no_text(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.send("\x1a")
        terminal.see("question 1 of 5", "q stop")
        terminal.press("g")
        terminal.see("Go to which question?")
        terminal.send("\x1a")
        terminal.press("0")
        terminal.see("question 1 of 5", "q stop")
        terminal.press("m")
        terminal.see("Your note")
        terminal.send("one\x1a")
        terminal.see("one")
        terminal.send(" two")
        terminal.press("Enter")
        terminal.see("Your note: one two", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path, "notes")["notes"] == {"greeting": "one two"}


def test_ctrl_z_gives_the_terminal_back_to_the_shell_and_fg_draws_everything_again(tmp_path: Path) -> None:
    child = spawned(
        ["-c", "import os; os.execvp('bash', ['bash', '--norc', '--noprofile', '-i'])"], SIZE, tmp_path, {**os.environ, "PS1": "ready> "}
    )
    terminal = Real(SIZE, child)
    try:
        terminal.see("ready>")
        terminal.send(f"{shlex.join([sys.executable, '-m', 'peerkit', *HOUSE, *FACTS])}\r")
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        for keys, there in (
            ((), ("question 1 of 5", "q stop")),
            (("g",), ("Go to which question?",)),
            (("0", "m", "half"), ("Your note", "half")),
        ):
            for key in keys:
                terminal.send(key)
                time.sleep(0.3)
            terminal.see(*there)
            terminal.send("\x1a")
            terminal.see("Stopped", "ready>")
            terminal.see_no(*there)
            terminal.send("fg\r")
            terminal.see(*there)
            terminal.see_no("ready>")
        terminal.send(" done")
        terminal.press("Enter")
        terminal.see("Your note: half done", "q stop")
        terminal.press("q")
        terminal.see("Saved:", "ready>")
        terminal.send("stty -a; exit\r")
        assert terminal.end() == 0
        assert " icanon" in terminal.written
    finally:
        end_process(child)
    assert saved(tmp_path, "notes")["notes"] == {"greeting": "half done"}
