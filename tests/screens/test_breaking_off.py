"""What becomes of answers when a terminal, a disk or a process fails."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import time
from pathlib import Path

import pexpect  # type: ignore[import-untyped]
import pytest

from peerkit.model.constraints import LONGEST_NOTE
from peerkit.source.json import assessment_file
from support import footprint, killing, latency
from support.scenarios import FILE, FRAMEWORKS, view
from support.terminals import Real, Size, Terminal, in_process, real

SIZE = Size(80, 24)
HOUSE = ("assess", "house", "--file", FILE, "--program", "Rowan", "--role", "staff", "--set", "full")
FACTS = ("--fact", "practitioners=yes", "--fact", "team-size=3-9")


def answers(folder: Path) -> dict[str, object]:
    saved: dict[str, object] = view(folder / FILE, {"answers": {}})["answers"]
    return saved


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def limit_files(terminal: Real, most: int) -> None:
    """Let the process in a terminal write files of at most `most` bytes, as on a disk that is full."""
    resource.prlimit(terminal.child.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def first_question(terminal: Terminal) -> None:
    terminal.turn_to("question 1 of 5")


@pytest.mark.parametrize("runs", [5, pytest.param(200, marks=pytest.mark.long)])
def test_whenever_it_is_killed_every_answer_whose_next_question_was_put_is_there_and_nothing_is_in_the_way(runs: int) -> None:
    killed = killing.main(runs, seed=int.from_bytes(os.urandom(4)))
    assert len(killed) == runs
    assert any(one.typed for one in killed)


def test_the_wait_from_a_key_to_the_next_question_can_be_measured() -> None:
    seconds = latency.measure(5)
    assert len(seconds) == 4
    assert 0 < latency.percentile(seconds, 0.5) <= latency.percentile(seconds, 0.95) <= max(seconds)


def test_memory_and_the_start_can_be_measured(tmp_path: Path) -> None:
    assert 10 < footprint.memory_of_a_run(2) < 1_000
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
    assert 0 < footprint.seconds_to_the_first_question(["assess", "--resume", FILE], tmp_path, os.environ) < 60


def test_a_killed_interview_goes_on_with_the_note_that_had_no_answer_yet(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3")
        terminal.see("question 2 of 5")
        terminal.press("m")
        terminal.see("Your note")
        terminal.send("Twenty minutes of thought")
        terminal.press("Enter")
        terminal.see("Your note: Twenty minutes of thought", "question 2 of 5")
        terminal.child.kill(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    assert names(tmp_path) == [FILE, f"{FILE}.lock"]
    with real(["assess", "--resume", FILE], SIZE, tmp_path) as terminal:
        terminal.see("question 2 of 5", "Your note: Twenty minutes of thought")
        terminal.press("q")
        assert terminal.end() == 0
    assert names(tmp_path) == [FILE]


def test_on_a_full_disk_a_person_is_asked_and_the_answer_is_saved_when_there_is_room_again(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3")
        terminal.see("question 2 of 5")
        limit_files(terminal, 10)
        terminal.press("4")
        terminal.see(f"{FILE} cannot be written: File too large.", "Your answer is not saved yet. What now?", "1 Try again", "2 Stop here")
        assert answers(tmp_path) == {"greeting": 3}
        terminal.press("1")
        terminal.see_no("Try again")
        terminal.see("1 Try again")
        limit_files(terminal, resource.RLIM_INFINITY)
        terminal.press("1")
        terminal.see("question 3 of 5")
        assert answers(tmp_path) == {"greeting": 3, "showing": 4}
        terminal.press("q")
        assert terminal.end() == 0
    assert names(tmp_path) == [FILE]


@pytest.mark.parametrize("key", ["2", "Ctrl-C", "Ctrl-D"])
def test_who_stops_on_a_full_disk_keeps_what_was_saved_before_and_is_told_why(tmp_path: Path, key: str) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3")
        terminal.see("question 2 of 5")
        limit_files(terminal, 10)
        terminal.press("4")
        terminal.see("1 Try again")
        terminal.press(key)
        terminal.see(f"error: {FILE} cannot be written: File too large", "hint: Make room and check the permissions")
        assert terminal.end() == 3
    assert answers(tmp_path) == {"greeting": 3}
    assert names(tmp_path) == [FILE]


def test_a_second_interview_on_the_same_file_is_told_and_changes_nothing(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as first:
        first_question(first)
        first.press("3")
        first.see("question 2 of 5")
        before = (tmp_path / FILE).read_bytes()
        with in_process(["assess", "--resume", FILE], SIZE, tmp_path) as second:
            second.see(f"error: {FILE} is open in another peerkit", "hint: Close the other one first")
            assert second.end() == 3
        assert (tmp_path / FILE).read_bytes() == before
        first.press("4")
        first.see("question 3 of 5")
        first.press("q")
        assert first.end() == 0
    assert answers(tmp_path) == {"greeting": 3, "showing": 4}


def test_who_started_on_the_same_new_file_later_does_not_take_the_place_of_its_answers(tmp_path: Path) -> None:
    with in_process(["assess", "house", "--file", FILE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.see("Enter to go on")
        with real([*HOUSE, *FACTS], SIZE, tmp_path) as other:
            first_question(other)
            other.press("3")
            other.see("question 2 of 5")
            other.press("q")
            assert other.end() == 0
        terminal.turn_to("What is your program called?")
        terminal.press("Enter")
        terminal.see("Which of these describes you best")
        terminal.press("1")
        terminal.see("How much time do you have?")
        terminal.press("2")
        terminal.see(f"error: {FILE} is there already", f"hint: Go on with `peerkit assess --resume {FILE}`")
        assert terminal.end() == 3
    assert answers(tmp_path) == {"greeting": 3}


def test_ctrl_c_at_any_moment_ends_with_two_readable_lines(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3", "Ctrl-C")
        assert terminal.end() == 130
        written = [line for line in terminal.lines if line]
    assert "".join(written) == (
        f"error: stopped before the last question; 1 of 5 answers are saved in {FILE}hint: Go on with `peerkit assess --resume {FILE}`."
    )


def test_ctrl_c_in_plain_lines_ends_the_line_first(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS, "--plain"], SIZE, tmp_path) as terminal:
        terminal.see("Answer:")
        terminal.send("3\r")
        terminal.see("question 2 of 5")
        terminal.press("Ctrl-C")
        assert terminal.end() == 130
        assert any(line.startswith("error: stopped before the last question; 1 of 5") for line in terminal.lines)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_who_is_asked_to_end_from_outside_ends_as_with_ctrl_c(tmp_path: Path, number: signal.Signals, plain: tuple[str, ...]) -> None:
    with real([*HOUSE, *FACTS, *plain], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.send("3\r" if plain else "3")
        terminal.see("question 2 of 5", "We show newcomers round.")
        terminal.wait_until(lambda: terminal.written.count("Answer: " if plain else "q stop") >= 2, "the whole question")
        terminal.child.kill(number)
        assert terminal.end() == 130
        told = "".join(line for line in terminal.lines if line)
    assert f"error: stopped before the last question; 1 of 5 answers are saved in {FILE}" in told
    assert ("We show newcomers round." in told) is bool(plain)
    assert names(tmp_path) == [FILE]
    assert answers(tmp_path) == {"greeting": 3}


def test_a_terminal_that_goes_away_leaves_the_answers_and_nothing_in_the_way(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3")
        terminal.see("question 2 of 5", "q stop")
        with contextlib.suppress(pexpect.ExceptionPexpect):  # it waits for a moment only, and a busy machine takes longer
            terminal.child.close(force=False)
        for _ in range(200):
            if names(tmp_path) == [FILE]:
                break
            time.sleep(0.05)
    assert names(tmp_path) == [FILE]
    assert answers(tmp_path) == {"greeting": 3}


def test_a_digit_that_is_pressed_twice_at_once_answers_one_question(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("3", "3")
        terminal.see("question 2 of 5", "q stop")
        terminal.press("p")
        terminal.see("Paused.")
        assert answers(tmp_path) == {"greeting": 3}


def test_plain_lines_in_a_terminal_ask_everything_and_pause_clears_the_screen(tmp_path: Path) -> None:
    with real(["assess", "house", "--file", FILE, "--plain"], SIZE, tmp_path) as terminal:
        steps = [
            ("What is your program called?", "Rowan"),
            ("7 I'd rather not say", "7"),
            ("2 Full set: 5 questions", "2"),
            ("Do professionals work beside peers here?", ""),
            ("How many people work here?", "1"),
            ("Part 1 of 2, question 1 of 5", "m A note"),
            ("Your note: A note", "e policy: The plan"),
            ("Your evidence: policy, The plan", "p"),
        ]
        for text, line in steps:
            terminal.see(text)
            terminal.send(f"{line}\r")
        terminal.see("Paused. Press Enter to go on.")
        terminal.see_no("We greet people")
        terminal.send("\r")
        terminal.see("We greet people at the door.", "Answer:")
        answered = [
            ("built in", "question 2 of 5"),
            ("n We have none", "question 3 of 5"),
            ("d", "x Leave this section out"),
            ("1", "question 4 of 5"),
            ("s", "question 5 of 5"),
        ]
        for line, text in answered:
            terminal.send(f"{line}\r")
            terminal.see(text)
        terminal.send("3\r")
        terminal.see("0 Finish", "Number, or Enter for 0:")
        terminal.send("\r")
        terminal.see("What matters most to you?", "2 We settle conflicts")
        terminal.send("2\r")
        terminal.see("h Show it here", "l Later")
        terminal.send("l\r")
        assert terminal.end() == 0
    expected = {
        "program": "Rowan",
        "role": "not-said",
        "facts": {"practitioners": True, "team-size": "1-2"},
        "answers": {"greeting": 4, "showing": "not-applicable", "pace": "dont-know", "money": "skipped", "conflict": 3},
        "notes": {"greeting": "A note", "showing": "We have none"},
        "evidence": {"greeting": ["policy: The plan"]},
        "importance": {"house/conflict": "high"},
    }
    assert view(tmp_path / FILE, expected) == expected


def test_a_pause_takes_what_was_on_the_screen_out_of_the_scrollback_too(tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        assert "\x1b[3J" not in terminal.written
        terminal.press("p")
        terminal.see("Paused.")
        assert "\x1b[H\x1b[2J\x1b[3J" in terminal.written
        terminal.press("Enter")
        terminal.see("Choose")
        terminal.press("q")
        assert terminal.end() == 0


def test_a_note_that_is_too_long_is_not_cut_but_stays_to_be_shortened(tmp_path: Path) -> None:
    note = "ā" * LONGEST_NOTE
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("m")
        terminal.see("Your note")
        terminal.paste(f"{note}bc")
        terminal.press("Enter")
        terminal.see("This has 20,002 characters, and 20,000 are the most.")
        terminal.press("Backspace", "Backspace", "Enter")
        terminal.see("question 1 of 5", "Your note: āāā", "q stop")
        terminal.press("1")
        terminal.see("question 2 of 5")
        terminal.press("q")
        assert terminal.end() == 0
    assert view(tmp_path / FILE, {"notes": {}}) == {"notes": {"greeting": note}}


def test_bytes_that_are_no_text_do_not_cost_the_note(tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        terminal.press("m")
        terminal.see("Your note")
        terminal.pipe.send_bytes(b"na\xefve")
        terminal.press("Enter")
        terminal.see("Your note: na?ve")
        terminal.press("4")
        terminal.see("question 2 of 5")
        terminal.press("q")
        assert terminal.end() == 0
    assert view(tmp_path / FILE, {"notes": {}}) == {"notes": {"greeting": "na?ve"}}


def test_what_changed_in_a_framework_since_is_said_and_asked_again_beside_the_old_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        first_question(terminal)
        for key, text in (
            ("3", "question 2"),
            ("2", "question 3"),
            ("1", "Go on with this section"),
            ("1", "question 4"),
            ("0", "question 5"),
        ):
            terminal.press(key)
            terminal.see(text)
        terminal.press("q")
        assert terminal.end() == 0
    text = (FRAMEWORKS / "house.yaml").read_text(encoding="utf-8")
    newer = tmp_path / "newer"
    newer.mkdir()
    text = text.replace("id: pace", "id: speed").replace('ask: "We greet people at the door."', 'ask: "We welcome people at the door."')
    (newer / "house.yaml").write_text(text.replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8")
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", str(newer))
    with in_process(["assess", "--resume", FILE], SIZE, tmp_path) as terminal:
        terminal.see("note: 1 answer is set aside in the file", "Enter to go on")
        terminal.turn_to("question 1 of 5")
        terminal.see("We welcome people at the door.", 'Your answer so far: Mostly. It was given to: "We greet people at the door."')
        terminal.press("Enter")
        terminal.see("question 3 of 5", "We let people come in at their own pace.")
        terminal.press("q")
        assert terminal.end() == 0
    saved = assessment_file.read(tmp_path / FILE)
    assert (saved.answers["house/greeting"].ask, saved.answers["house/greeting"].answer) == ("We welcome people at the door.", 3)
    assert [(one.id, one.answer, one.why) for one in saved.set_aside] == [("house/pace", 1, "not asked any more in 1.1.0")]
