from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from peerkit.cli import console
from peerkit.errors import OutputError
from support.commandline import peerkit, place

DRAWN = frozenset("─│┌┐└┘├┤━█▓▒░╭╮╰╯■▪●•")


@pytest.fixture
def answers(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--file", path, typed="1\n2\n4\n").code == 0
    return path


def test_a_terminal_gets_a_drawn_report_in_colour(answers: Path) -> None:
    out = peerkit("report", answers, screen=True).out
    assert DRAWN & set(out)
    assert "\x1b[" in out


def test_no_color_takes_the_colour_and_leaves_the_drawing(answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = peerkit("report", answers, screen=True).out
    assert DRAWN & set(out)
    assert "\x1b" not in out


def test_an_empty_no_color_is_none(answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    assert "\x1b[" in peerkit("report", answers, screen=True).out


@pytest.mark.parametrize(("name", "value"), [("PEERKIT_PLAIN", "1"), ("PEERKIT_PLAIN", "yes"), ("TERM", "dumb")])
def test_the_environment_can_ask_for_plain_lines(answers: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    piped = peerkit("report", answers).out
    monkeypatch.setenv(name, value)
    assert peerkit("report", answers, screen=True).out == piped


@pytest.mark.parametrize("value", ["", "0"])
def test_peerkit_plain_can_be_switched_off(answers: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PEERKIT_PLAIN", value)
    assert DRAWN & set(peerkit("report", answers, screen=True).out)


def test_the_option_asks_for_plain_lines_as_a_pipe_does(answers: Path) -> None:
    piped = peerkit("report", answers).out
    assert peerkit("report", answers, "--plain", screen=True).out == piped
    assert not DRAWN & set(piped)
    assert "\x1b" not in piped


COMMANDS = (
    ["frameworks"],
    ["show", "small"],
    ["show", "small/share"],
    ["show", "x.peerkit.json"],
    ["report", "x.peerkit.json"],
    ["explain", "x.peerkit.json", "small"],
    ["explain", "x.peerkit.json", "small/care"],
    ["explain", "x.peerkit.json", "small/share"],
    ["lint", "frameworks"],
)


@pytest.mark.parametrize("screen", [True, False], ids=["screen", "pipe"])
@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_line_is_wider_than_the_screen(
    answers: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], columns: int, screen: bool
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    ended = peerkit(*arguments, screen=screen)
    assert ended.out
    assert [line for line in ended.out.splitlines() if len(line) > columns] == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_plain_output_holds_nothing_that_is_drawn(answers: Path, arguments: list[str]) -> None:
    out = peerkit(*arguments, "--plain", screen=True).out
    assert not DRAWN & set(out)
    assert "\x1b" not in out


@pytest.mark.parametrize(("columns", "width"), [("5", 20), ("40", 40), ("80", 80), ("400", 100)])
def test_the_width_is_that_of_the_screen_within_reason(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert console.here().width == width


def test_a_remark_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console.remark("one\r\ntwo\x1b]0;owned\x07 \u202eevil")
    assert capsys.readouterr().err == "one\ntwo\\x1b]0;owned\\x07 \\u202eevil\n"


def test_a_remark_that_nobody_can_hear_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []

    class Deaf(io.StringIO):
        def write(self, text: str) -> int:
            heard.append(text)
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", Deaf())
    console.remark("hello")
    assert heard == ["hello\n"]


def test_a_stream_that_is_closed_is_the_null_device_and_a_result_for_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    console.prepare_streams()
    for stream in (sys.stdin, sys.stderr):
        assert stream.name == os.devnull
        stream.close()
    with pytest.raises(OutputError, match="standard output is closed"):
        sys.stdout.write("hello")
    assert not sys.stdout.isatty()


def test_streams_take_any_character(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    console.prepare_streams()
    stream.write("whānau \ud800")
    stream.flush()
    assert stream.buffer.getvalue() == "whānau ?".encode()
