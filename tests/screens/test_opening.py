"""What stands before the first question, in terminals of every size: the first screen, who answers, a team's file, and sheets typed in."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from peerkit.cli.prompting.words import GO_ON
from support.commandline import peerkit
from support.scenarios import FILE, FRAMEWORKS
from support.terminals import Size, Terminal, in_process, real

SIZES = [Size(80, 24), Size(40, 20), Size(200, 50)]
SIZE = SIZES[0]
ROLE = "Which of these describes you best"
ROOM = "Who is in the room?"
WAITING = re.compile(rf"» {GO_ON}( \(\d of \d\))?")


def saved(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return data


def read_to(terminal: Terminal, text: str) -> str:
    """Turn page after page until `text` is there; return all that stood on the pages, with white space as one space."""
    pages: list[list[str]] = []

    def turned() -> bool:
        return terminal.shows(text) or (terminal.shows(GO_ON) and terminal.lines not in pages)

    terminal.wait_until(turned, f"{text!r} behind pages")
    while not terminal.shows(text):
        pages.append(terminal.lines)
        terminal.press("Enter")
        terminal.wait_until(turned, f"{text!r} behind pages")
    return " ".join(WAITING.sub("", " ".join(line for page in pages for line in page)).split())


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_counts_for_whoever_may_answer(size: Size, tmp_path: Path) -> None:
    with in_process(["assess", "house", "--program", "Rowan", "--file", FILE], size, tmp_path) as terminal:
        shown = read_to(terminal, ROLE)
        terminal.press("Ctrl-C")
        assert terminal.end() == 130
    assert "Quick set: 3 questions, about 4 minutes. Full set: 4 to 5 questions, about 5 to 6 minutes, depending on who answers." in shown
    assert shown.casefold().count("quick set") == 1
    assert "Whoever collects the files can open each one. If that worries anyone, let a peer from outside the line of management" in shown
    assert "Nobody is timed." in shown


def test_the_first_screen_says_what_each_role_is_asked(tmp_path: Path) -> None:
    with in_process(["assess", "tacsi", "--program", "Rowan", "--file", FILE], SIZES[0], tmp_path) as terminal:
        shown = read_to(terminal, ROLE)
        terminal.press("Ctrl-C")
        assert terminal.end() == 130
    assert (
        "In the quick set: 14 of peer workers, staff, leaders or managers and partners from other organisations; 12 of people who use the"
        in shown
    )


@pytest.mark.parametrize("size", SIZES)
def test_the_first_screen_counts_what_the_options_leave(size: Size, tmp_path: Path) -> None:
    arguments = ["assess", "house", "--program", "Rowan", "--role", "staff", "--set", "full", "--section", "arriving"]
    facts = ["--fact", "practitioners=yes", "--fact", "team-size=3-9"]
    with in_process([*arguments, *facts, "--file", FILE], size, tmp_path) as terminal:
        shown = read_to(terminal, "question 1 of 3")
        terminal.press("q")
        assert terminal.end() == 0
    assert "3 questions, about 4 minutes. Nobody is timed." in shown
    assert "set:" not in shown


@pytest.mark.parametrize("size", SIZES)
def test_a_group_is_one_of_those_who_can_answer_and_says_who_is_there(size: Size, tmp_path: Path) -> None:
    arguments = ["assess", "house", "--program", "Rowan", "--set", "quick", "--fact", "practitioners=yes", "--fact", "team-size=3-9"]
    with in_process([*arguments, "--file", FILE], size, tmp_path) as terminal:
        read_to(terminal, ROLE)
        terminal.see("8 we are a group, and answer together on one form")
        terminal.press("8")
        terminal.see(ROOM)
        terminal.send("3 peer workers, 2 stafff")
        terminal.press("Enter")
        terminal.see('There is no role called "stafff". Did you mean staff?', ROOM)
        terminal.send("3 peer workers, 2 staff")
        terminal.press("Enter")
        terminal.see("question 1 of 3", "where is our program with this?")
        terminal.press("q")
        assert terminal.end() == 0
    data = saved(tmp_path)
    assert (data["mode"], data["room"], "role" in data) == ("consensus", {"peer-worker": 3, "staff": 2}, False)


def test_a_group_may_leave_out_who_is_there(tmp_path: Path) -> None:
    with in_process(
        ["assess", "house", "--program", "R", "--set", "quick", "--mode", "consensus", "--file", FILE], SIZE, tmp_path
    ) as terminal:
        shown = read_to(terminal, ROOM)
        terminal.press("Enter")
        terminal.see("How many people work here?")
        terminal.press("Enter")
        terminal.see("question 1 of 3")
        terminal.press("q")
        assert terminal.end() == 0
    assert "It says how many of you there are, and no names. Whoever gets the file can open it: agree on who that is." in shown
    assert "fill in one form together" not in shown
    assert "room" not in saved(tmp_path)


BREAKING_OFF_EARLY = [
    pytest.param(["Ctrl-C"], id="on the first screen"),
    pytest.param(["Ctrl-D"], id="on the first screen, at the end of the input"),
    pytest.param(["q"], id="on the first screen, with q"),
    pytest.param(["Enter", "Ctrl-C"], id="in the name"),
    pytest.param(["Enter", "Enter", "Ctrl-D"], id="at the role"),
    pytest.param(["Enter", "Enter", "7", "1", "Ctrl-C"], id="at a fact"),
]


@pytest.mark.parametrize("keys", BREAKING_OFF_EARLY)
def test_who_breaks_off_before_the_first_question_is_told_that_nothing_was_saved(keys: list[str], tmp_path: Path) -> None:
    screens = [GO_ON, "What is your program called?", ROLE, "How much time do you have?", "How many people work here?"]
    with in_process(["assess", "house", "--file", FILE], SIZE, tmp_path) as terminal:
        for screen, key in zip(screens, keys, strict=False):
            terminal.see(screen)
            terminal.press(key)
        terminal.see("error: stopped before the first question", "hint: Nothing was saved. Start again with `peerkit assess`.")
        assert terminal.end() == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", SIZES)
def test_who_starts_from_a_prepared_file_is_asked_only_who_they_are_and_sees_what_was_agreed(size: Size, tmp_path: Path) -> None:
    agreed = ("--authority", "the peer council", "--may-see", "those [red] who answer", "--support", "Ring Rowan, 555 0100")
    peerkit("prepare", "house", "--set", "quick", "--program", "Lantern", *agreed, "--file", tmp_path / "team.json")
    with in_process(["assess", "--from", "team.json", "--file", FILE], size, tmp_path) as terminal:
        shown = read_to(terminal, ROLE)
        terminal.press("4")
        terminal.see("question 1 of 3")
        terminal.press("q")
        assert terminal.end() == 0
    for said in ("Who decides about these answers: the peer council", "those [red] who answer", "someone: Ring Rowan, 555 0100"):
        assert said in shown
    assert (saved(tmp_path)["role"], saved(tmp_path)["program"]) == ("staff", "Lantern")


def test_where_both_sets_are_the_same_nobody_is_asked_to_choose(tmp_path: Path) -> None:
    house = (FRAMEWORKS / "house.yaml").read_text(encoding="utf-8").replace("id: house", "id: alike")
    for name in ("pace", "conflict"):
        house = house.replace(f"      - id: {name}\n", f"      - id: {name}\n        core: true\n")
    (tmp_path / "alike.yaml").write_text(house, encoding="utf-8")
    facts = ("--fact", "practitioners=yes", "--fact", "team-size=3-9")
    with in_process(["assess", "./alike.yaml", "--program", "R", "--role", "staff", *facts, "--file", FILE], SIZE, tmp_path) as terminal:
        shown = read_to(terminal, "question 1 of 5")
        terminal.press("q")
        assert terminal.end() == 0
    assert "5 questions, about 6 minutes. Nobody is timed." in shown
    assert saved(tmp_path)["set"] == "quick"


def test_a_team_file_is_prepared_in_a_terminal_in_plain_words(tmp_path: Path) -> None:
    with real(["prepare", "house", "--file", "team.json"], SIZE, tmp_path) as terminal:
        terminal.see("You prepare a file for your team", GO_ON)
        terminal.press("Enter")
        terminal.see("What is your program called?")
        terminal.send("Lantern")
        terminal.press("Enter")
        terminal.see("Quick set: 3 questions")
        terminal.press("2")
        terminal.see("Do professionals work beside peers here?")
        terminal.press("Enter")
        terminal.see("How many people work here?")
        terminal.press("Enter")
        terminal.see("Which level should everyone aim at?")
        terminal.press("4")
        for question, said in (
            ("Who decides what happens", "the peer council"),
            ("Who may see them?", ""),
            ("Until when", "2027"),
            ("Where are they kept?", ""),
            ("Whom can people talk to", "Rowan"),
        ):
            terminal.see(question)
            terminal.send(said)
            terminal.press("Enter")
        terminal.see("How many will answer, about?")
        terminal.send("8 peer workers, 6 staff")
        terminal.press("Enter")
        terminal.see("Saved: team.json", "A report of 14 people (8 peer workers, 6 staff) could show", "peerkit assess --from team.json")
        assert terminal.end() == 0
    data = json.loads((tmp_path / "team.json").read_text(encoding="utf-8"))
    assert (data["program"], data["set"], data["goals"], data["support"]) == ("Lantern", "full", {"house": 4}, "Rowan")
    assert data["governance"] == {"authority": "the peer council", "until": "2027"}


def test_who_breaks_off_while_preparing_leaves_no_file(tmp_path: Path) -> None:
    with real(["prepare", "house", "--file", "team.json"], SIZE, tmp_path) as terminal:
        terminal.see(GO_ON)
        terminal.press("Ctrl-C")
        assert terminal.end() == 130
        terminal.see("Nothing was saved.")
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_is_typed_in_at_a_terminal_and_what_is_missing_can_be_filled_in_the_end(tmp_path: Path) -> None:
    arguments = ["assess", "house", "--enter", "--role", "staff", "--set", "full", "--program", "Rowan", "--file", FILE]
    with real([*arguments, "--fact", "practitioners=yes", "--fact", "team-size=3-9"], SIZE, tmp_path) as terminal:
        terminal.see("Which version of house is printed on the sheet?")
        terminal.send("1.0.0\n")
        for prompt, typed in (
            ("A1 greeting >", "3 since Mäy"),
            ("A2 showing >", ""),
            ("A3 pace >", "d"),
            ("B1 money >", "2"),
            ("B2 conflict >", "s"),
        ):
            terminal.see(prompt)
            terminal.send(f"{typed}\n")
        terminal.see("Without an answer on the sheet: A2. A code and its answer, or Enter to finish >")
        terminal.send("A2 4\n")
        terminal.see("Every question of the sheet has an answer. A code and its answer, or Enter to finish >")
        terminal.send("\n")
        terminal.see(f"Saved: {FILE}")
        assert terminal.end() == 0
    answers = {address: answer["answer"] for address, answer in saved(tmp_path)["answers"].items()}
    assert answers == {"house/greeting": 3, "house/showing": 4, "house/pace": "dont-know", "house/money": 2, "house/conflict": "skipped"}
    assert saved(tmp_path)["answers"]["house/greeting"]["note"] == "since Mäy"
