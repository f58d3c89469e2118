"""What a terminal sends and nobody meant: at a question, in a list and in a note it answers nothing and is no text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Final

import pytest
from prompt_toolkit.keys import Keys

from peerkit.cli.prompting.keystrokes import Keystrokes
from support.scenarios import FILE, view
from support.sequences import Sent, all_sent
from support.terminals import Size, in_process, plain, real

SIZE: Final = Size(80, 24)
HOUSE: Final = ("assess", "house", "--file", FILE, "--program", "Rowan", "--role", "staff", "--set", "full")
FACTS: Final = ("--fact", "practitioners=yes", "--fact", "team-size=3-9")
SENT: Final = all_sent()
FAMILIES: Final = [pytest.param(list(sent), id=family) for family, sent in groupby(SENT, key=lambda one: one.family)]
RIGHT: Final = "\x1b[C"
"""A key that does nothing where it is pressed here, and ends what was begun."""
REPLY: Final = "\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\"


def keys(pieces: Iterable[str], between: Callable[[Keystrokes], None] = lambda _: None) -> list[str]:
    """Return the keys that are heard when text comes in pieces, without those that are there to be ignored."""
    keystrokes, heard = Keystrokes(), list[str]()
    for piece in pieces:
        heard += [press.data or Keys(press.key).value for press in keystrokes.hear(piece) if press.key != Keys.Ignore]
        between(keystrokes)
    return heard


def saved(folder: Path) -> dict[str, object]:
    return view(folder / FILE, {"answers": {}, "notes": {}, "evidence": {}})


def test_the_table_has_what_many_families_of_terminals_send_each_once() -> None:
    texts = [sent.text for sent in SENT]
    assert len(texts) == len(set(texts)) > 400
    families = {"xterm", "rxvt", "linux", "st", "putty", "vt220", "SCO", "sun", "konsole", "kitty", "CSI u", "modifyOtherKeys", "Alt"}
    assert families < {sent.family for sent in SENT}


@pytest.mark.parametrize("sent", FAMILIES)
def test_at_a_question_it_answers_nothing(sent: list[Sent], tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        for each in sent:
            terminal.send(f"{each.text}{RIGHT}")
        terminal.press("m")
        terminal.see("Your note")
        terminal.press("Enter")
        terminal.see("question 1 of 5", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path) == {"answers": {}, "notes": {}, "evidence": {}}


@pytest.mark.parametrize("sent", FAMILIES)
def test_in_lists_it_chooses_and_finds_nothing(sent: list[Sent], tmp_path: Path) -> None:
    tacsi = ("assess", "tacsi", *HOUSE[2:], *FACTS, "--fact", "host-organisation=yes")
    with in_process(tacsi, SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of")
        terminal.see("q stop")
        terminal.press("e")
        terminal.see("What kind of evidence is it?", "» 1  policy")
        for each in sent:
            terminal.send(f"{each.text}{RIGHT}")
        terminal.press("Down")
        terminal.see("» 2  budget", "What kind of evidence is it?")
        terminal.press("Ctrl-C")
        terminal.see("question 1 of", "q stop")
        terminal.press("g")
        terminal.see("Go to which question?", "Type a number or a word to find it", "»  1")
        for each in sent:
            terminal.send(f"{each.text}{RIGHT}")
        terminal.press("Down")
        terminal.see("Go to which question?", "»  2")
        terminal.press("Ctrl-C")
        terminal.see("question 1 of", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path) == {"answers": {}, "notes": {}, "evidence": {}}


@pytest.mark.parametrize("sent", FAMILIES)
def test_in_a_note_it_is_no_text_and_deletes_none(sent: list[Sent], tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.press("m")
        terminal.see("Your note")
        terminal.send(".")
        for each in sent:
            terminal.send(f"{each.text}{RIGHT}.")
        terminal.press("Enter")
        terminal.see("question 1 of 5", "q stop", "Your note: ..")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path)["notes"] == {"greeting": "." * (len(sent) + 1)}


@pytest.mark.parametrize(
    "sent", [one for one in SENT if one.text[:2] in ("\x1b[", "\x1b]", "\x1bP", "\x1bO")], ids=lambda sent: repr(sent.text)
)
def test_a_sequence_that_comes_in_pieces_is_dropped_whole(sent: Sent) -> None:
    for at in range(1, len(sent.text)):
        assert keys((sent.text[:at], sent.text[at:], RIGHT, "3")) == ["right", "3"]
    assert keys((*sent.text, RIGHT, "3")) == ["right", "3"]


@pytest.mark.parametrize(
    "begun", ["\x1b", "\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b_", "\x1b\x1b", "\x1b[M", "\x1b[M!", "\x1b?", "\x1b(", "\x1b-"]
)
def test_what_fingers_can_have_begun_ends_in_a_short_silence(begun: str) -> None:
    assert keys((begun, "3"), Keystrokes.pause) == ["3"]


@pytest.mark.parametrize(
    "begun", ["\x1b]11;rgb:1", "\x1bP>|XTerm", "\x1b_G", "\x1b^a", "\x1bXa", "\x1b[1", "\x1b[?1;2", "\x9d11;", "\x1b[" + "9" * 9_999]
)
def test_a_sequence_that_never_ends_swallows_nothing_for_ever(begun: str) -> None:
    assert keys((begun, "4"), Keystrokes.pause) == []
    assert keys((begun, "3"), Keystrokes.give_up) == ["3"]
    assert keys((begun, "\x03", "3")) == ["c-c", "3"]
    assert keys((begun, "\r", "3")) == ["3"]
    assert keys((begun, "\x1b[A", "3")) == ["up", "3"]


@pytest.mark.parametrize(
    "sent", ["\x1b(3", "\x1b#3", "\x1b$(2", "\x1b 0", "\x1b[1 2q", "\x1b[ 3 4c", "\x1b[?1!4p", "\x1b[0/3u", "\x9b1 3d"]
)
def test_a_sequence_that_no_key_has_is_dropped_whole(sent: str) -> None:
    assert keys((sent, "3")) == ["3"]


@pytest.mark.parametrize("more", ["", "9", "9" * 9_999])
def test_a_number_longer_than_any_key_has_is_not_cut_to_one_that_a_key_has(more: str) -> None:
    code = "49".rjust(62, "0")
    assert keys((f"\x1b[{code}{more}u", "3")) == ["3"]
    assert keys((f"\x1b[27;{code[4:]}{more};49~", "3")) == ["3"]


def test_a_paste_ends_where_its_end_is_however_it_is_parted() -> None:
    sent = "\x1b[200~one\x1b[201two\x1b[201~3"
    assert keys((sent,)) == keys(tuple(sent)) == ["one\x1b[201two", "3"]
    for at in range(1, len(sent)):
        assert keys((sent[:at], sent[at:])) == ["one\x1b[201two", "3"]


def test_a_paste_that_never_ends_can_be_broken_off() -> None:
    assert keys(("\x1b[200~one\x03", "two", "\x1b[201~", "3")) == ["one\x03two", "3"]
    assert keys(("\x1b[200~one", "\x03", "3"), Keystrokes.give_up) == ["c-c", "3"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        *((f"\x1bO{letter}", str(digit)) for digit, letter in enumerate("pqrstuvwxy")),
        *((f"\x1b[{48 + digit}u", str(digit)) for digit in range(10)),
        *((f"\x1b[{57399 + digit};129u", str(digit)) for digit in range(10)),
        *((text, "c-c") for text in ("\x03", "\x1b[99;5u", "\x1b[27;5;99~", "\x1b[99;69u", "\x1b[99;5:1u", "\x1b[1089::99;5u", "\x1b\x03")),
        *((text, "c-d") for text in ("\x04", "\x1b[100;5u", "\x1b[27;5;100~")),
        *((text, "up") for text in ("\x1b[A", "\x1bOA", "\x1b[1;1A", "\x1b[1;129A", "\x9bA", "\udc9bA")),
        *((text, "c-m") for text in ("\r", "\x1bOM", "\x1b[13u", "\x1b[57414u")),
        ("\x1b[200~3\x1b[2~\x1b[201~", "3\x1b[2~"),
        ("\x1b\x1b[200~3\x1b[201~", "3"),
    ],
)
def test_a_key_that_has_a_meaning_keeps_it_however_it_is_sent(text: str, key: str) -> None:
    assert keys((text,)) == [key]
    assert keys(text) == [key]


@pytest.mark.parametrize("key", ["\x1b[99;5u", "\x1b[27;5;99~"])
def test_ctrl_c_ends_however_the_terminal_sends_it(key: str, tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.send("\x1bOs")
        terminal.see("question 2 of 5", "q stop")
        terminal.send(key)
        assert terminal.end() == 130
    assert saved(tmp_path)["answers"] == {"greeting": 3}


def test_in_plain_lines_a_stray_key_and_a_late_reply_are_no_part_of_a_line(tmp_path: Path) -> None:
    with plain([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.see("question 1 of 5", "Answer:")
        terminal.send("\x1b[2;2~m one\x1b[?1;2c two\x1b]11;rgb:1e1e/2e2e/3e3e\x1b\\\r")
        terminal.see("Your note: one two")
        terminal.send("\x1b[13;2u4\x1b[4h\r")
        terminal.see("question 2 of 5", "Answer:")
        terminal.send("\x1b[27;5;51~\r")
        terminal.see("That is no answer I know.")
        terminal.send("q\r")
        assert terminal.end() == 0
    assert saved(tmp_path) == {"answers": {"greeting": 4}, "notes": {"greeting": "one two"}, "evidence": {}}


def test_a_name_that_is_typed_to_confirm_holds_no_stray_key(tmp_path: Path) -> None:
    with in_process([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        terminal.press("3")
        terminal.see("question 2 of 5", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    with real(["forget", FILE], SIZE, tmp_path) as asked:
        asked.see("type the name of the program: Rowan")
        asked.send("\x1b[I\x1b[2;2~Row\x1b[>0;276;0can\r")
        asked.see("1 file of answers is deleted.")
        assert asked.end() == 0
    assert list(tmp_path.iterdir()) == []


def test_in_a_real_terminal_a_stray_key_and_a_late_reply_in_pieces_answer_nothing(tmp_path: Path) -> None:
    with real([*HOUSE, *FACTS], SIZE, tmp_path) as terminal:
        terminal.turn_to("question 1 of 5")
        terminal.see("q stop")
        for text in ("\x1b[2;2~", "\x1b[4h", "\x1b[13;2u", REPLY, "\x1b[>0;276;0c", "\x1b[27;5;51~"):
            for character in text:
                terminal.send(character)
        terminal.press("m")
        terminal.see("Your note")
        terminal.send(f"one{REPLY}\x1b[2;2~ two")
        terminal.press("Enter")
        terminal.see("Your note: one two", "question 1 of 5", "q stop")
        terminal.press("4")
        terminal.see("question 2 of 5", "q stop")
        terminal.press("q")
        assert terminal.end() == 0
    assert saved(tmp_path) == {"answers": {"greeting": 4}, "notes": {"greeting": "one two"}, "evidence": {}}
