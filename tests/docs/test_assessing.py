"""The page for whoever answers: its commands are run in its order, and its screens are what the program shows."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from peerkit.cli.app import command_names
from support.commandline import CHECKOUT, SETTLED, UNSETTLING, peerkit
from support.kept import Kept
from support.shipped import shipped
from support.terminals import Size, in_process

PAGE = CHECKOUT / "docs/assessing.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCREEN = re.compile(r"(<!-- screen: ([\w-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
COMMANDS = [line for block in BLOCK.findall(TEXT) for line in block.splitlines()]
SIZE = Size(80, 24)
VERSION = shipped("tacsi").version


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder, in a settled environment."""
    for name, value in SETTLED.items():
        monkeypatch.setenv(name, value)
    for name in UNSETTLING:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def command(start: str) -> list[str]:
    """Return the words of the first command on the page that begins so, without `peerkit`."""
    return shlex.split(next(line for line in COMMANDS if line.startswith(start)))[1:]


def in_terminal(folder: Path, arguments: list[str], *steps: str) -> str:
    """Return what is on a terminal after each of `steps` was on it, with Enter between them."""
    with in_process(arguments, SIZE, folder) as terminal:
        for number, step in enumerate(steps):
            if number:
                terminal.press("Enter")
            terminal.see(step)
        shown = "\n".join(terminal.lines).strip("\n")
        terminal.press("Ctrl-C")
        terminal.end()
    return shown


def first(folder: Path) -> str:
    return in_terminal(folder, command("peerkit assess tacsi --role"), "Enter to go on")


def question(folder: Path) -> str:
    arguments = [*command("peerkit assess tacsi --role"), "--set", "quick", "--program", "Lantern Street Peers"]
    return in_terminal(folder, [*arguments, "--fact", "practitioners=yes", "--fact", "team-size=3-9"], "Enter to go on", "p pause")


def sheet(folder: Path) -> str:
    peerkit(*command("peerkit sheet tacsi --set quick --role participant")[:-4])
    out = peerkit("sheet", "tacsi", "--set", "quick", "--role", "participant").out
    return out[out.index("## C") : out.index("**C4**")].strip("\n")


def enter(folder: Path) -> str:
    out = peerkit(*command("peerkit assess tacsi --enter"), typed=f"{VERSION}\n3\n2 since May\n\nd\n" + "3\n" * 40).out
    return out[out.index("A1 ") : out.index("D1 ")].strip("\n")


def plain(folder: Path) -> str:
    out = peerkit(*command("peerkit assess tacsi --plain"), typed="3\n" * 40).out
    return out[: out.index("Part 2 of 7")].strip("\n")


def team(folder: Path) -> str:
    peerkit(*command("peerkit prepare"))
    return in_terminal(folder, command("peerkit assess --from team.json --role staff"), "Enter to go on")


SCREENS: dict[str, Callable[[Path], str]] = {
    "first": first,
    "question": question,
    "sheet": sheet,
    "enter": enter,
    "plain": plain,
    "team": team,
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_on_the_page_is_what_is_shown(name: str, folder: Path, kept: Kept) -> None:
    wanted = f"```text\n{SCREENS[name](folder)}\n```\n"
    text = PAGE.read_text(encoding="utf-8")
    kept(PAGE, SCREEN.sub(lambda match: match[1] + (wanted if match[2] == name else match[3]) + match[4], text))


def test_every_screen_on_the_page_is_tested() -> None:
    assert [match[2] for match in SCREEN.finditer(TEXT)] == ["first", "question", "sheet", "enter", "plain", "team"]


def test_whoever_follows_the_page_comes_to_the_end(folder: Path) -> None:
    for line in COMMANDS:
        typed = f"{VERSION}\n" * ("--enter" in line) + "3\n" * 200
        ended = peerkit(*shlex.split(line)[1:], typed=typed)
        assert ended.code == 0, f"{line}\n{ended.out}{ended.err}"
    written = {path.name for path in folder.iterdir()}
    assert {"report.html", "sheet.html", "sheet.csv", "team.json", "group.peerkit.json", "paper.peerkit.json"} <= written


def test_every_command_named_on_the_page_exists() -> None:
    assert set(re.findall(r"peerkit ([a-z]+)\b", "\n".join(re.findall(r"`peerkit [^`]+`|^peerkit .*$", TEXT, re.MULTILINE)))) <= set(
        command_names()
    )
