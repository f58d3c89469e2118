"""The page for whoever leads a workshop: its commands are run in its order on the worked example, and its screens are what is shown."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from peerkit.cli import console
from peerkit.cli.app import command_names
from support.commandline import CHECKOUT, SETTLED, UNSETTLING, Ended, peerkit
from support.kept import Kept
from support.terminals import Size, real
from support.workshop import FOLDER, PROGRAM

PAGE: Final = CHECKOUT / "docs" / "workshop.md"
TEXT: Final = PAGE.read_text(encoding="utf-8")
BLOCK: Final = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCREEN: Final = re.compile(r"(<!-- screen: ([\w-]+) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
COMMANDS: Final = [line for block in BLOCK.findall(TEXT) for line in block.splitlines()]
SPOKEN: Final = re.findall(r"`(peerkit [^`]+)`", TEXT)
"""Commands in the running text."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a copy of the worked example, in a settled environment: a team's report writes beside the answers."""
    for name, value in SETTLED.items():
        monkeypatch.setenv(name, value)
    for name in UNSETTLING:
        monkeypatch.delenv(name, raising=False)
    here = tmp_path / "tern-point"
    shutil.copytree(FOLDER, here)
    monkeypatch.chdir(here)
    return here


@pytest.fixture
def someone_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with a person at it, who can confirm."""
    monkeypatch.setattr(console, "is_terminal", lambda: True)


def command(start: str) -> list[str]:
    """Return the words of the first command on the page that begins so, without `peerkit`."""
    return shlex.split(next(line for line in COMMANDS if line.startswith(start)))[1:]


def drawn(start: str) -> str:
    """Return what a command draws on a terminal, without colour; what it writes to a file it draws instead."""
    words = " ".join(command(start)).partition(" --format")[0].split()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_COLOR", "1")
        ended = peerkit(*words, screen=True)
    assert ended.code == 0, ended.err
    return "\n".join(line.rstrip() for line in ended.out.splitlines())


def part(text: str, first: str, after: str) -> str:
    """Return the lines from the one that begins with `first` to before the next one that begins with `after`, spaces as one."""
    lines = text.splitlines()
    words = [" ".join(line.split()) for line in lines]
    start = next(number for number, line in enumerate(words) if line.startswith(first))
    end = next(number for number in range(start + 1, len(words)) if words[number].startswith(after))
    return "\n".join(lines[start:end]).strip("\n")


def eight(folder: Path) -> str:
    said = peerkit(*command('peerkit prepare tacsi --set quick --program "Eight')).out
    return said[said.index("Asked in") : said.index("Each person starts")].rstrip()


def collect(folder: Path) -> str:
    return part(drawn("peerkit collect 2025-11"), "In ", "What comes next")


def hidden(folder: Path) -> str:
    return part(drawn("peerkit report 2025-11"), "· Answers are only", "Not protected")


def sections(folder: Path) -> str:
    return part(drawn("peerkit report 2025-11"), "Co-design and working", "Boundaries and frameworks")


def agenda(folder: Path) -> str:
    lines = part(drawn("peerkit agenda 2025-11"), "0:00 Opening", "0:00 Opening").splitlines()
    return "\n".join([*lines[:8], "  …", *lines[-6:]])


def card(folder: Path) -> str:
    return part(drawn("peerkit agenda 2025-11"), "▎ People with lived", "One minute alone")


def record(folder: Path) -> str:
    arguments = command("peerkit agenda 2025-11 --minutes 120 --record")
    Path(arguments[-1]).unlink()
    with real(arguments, Size(80, 24), folder) as terminal:
        terminal.turn_to("Write roles rather than names")
        terminal.turn_to("Which level do you agree on?")
        terminal.see("Save and stop")
        shown = "\n".join(terminal.lines)
        terminal.press("q")
        assert terminal.end() == 0
    return shown[shown.index(" We talk things over") :].strip("\n")


def wall(folder: Path) -> str:
    agreed = drawn("peerkit report 2025-11 --outcome")
    return part(agreed[agreed.index("What the workshop agreed on") :], "· We talk things", "· We plan")


def compare(folder: Path) -> str:
    return part(drawn("peerkit compare 2025-11 2026-11"), "Up from A", "Strong on both")


def forget(folder: Path) -> str:
    drawn("peerkit report 2025-11")
    lines = forgotten().err.splitlines()
    last = max(number for number, line in enumerate(lines) if line.endswith(".peerkit.json"))
    return "\n".join([lines[0], "  …", *lines[last:]])


def forgotten() -> Ended:
    """Delete the first round, confirmed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console, "is_terminal", lambda: True)
        return peerkit(*command("peerkit forget"), typed=f"{PROGRAM}\n")


SCREENS: Final[dict[str, Callable[[Path], str]]] = {
    "eight": eight,
    "collect": collect,
    "hidden": hidden,
    "sections": sections,
    "agenda": agenda,
    "card": card,
    "record": record,
    "wall": wall,
    "compare": compare,
    "forget": forget,
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_on_the_page_is_what_is_shown(name: str, folder: Path, kept: Kept) -> None:
    wanted = f"```text\n{SCREENS[name](folder)}\n```\n"
    text = PAGE.read_text(encoding="utf-8")
    kept(PAGE, SCREEN.sub(lambda match: match[1] + (wanted if match[2] == name else match[3]) + match[4], text))


def test_every_screen_on_the_page_is_tested() -> None:
    assert [match[2] for match in SCREEN.finditer(TEXT)] == list(SCREENS)


def test_whoever_follows_the_page_comes_to_the_end(folder: Path) -> None:
    *before, last = COMMANDS
    for line in before:
        ended = peerkit(*shlex.split(line)[1:], typed="q\n" if "--record" in line else "3\n" * 200)
        assert ended.code == 0, f"{line}\n{ended.out}{ended.err}"
    assert last.startswith("peerkit forget")
    assert forgotten().code == 0
    written = {path.name for path in folder.iterdir()}
    assert {"start.json", "sheet.html", "report.html", "cards.html", "wall.html", "answered.html", "compare.html"} <= written
    assert list((folder / "2025-11").iterdir()) == []


def test_every_command_in_the_text_has_the_options_it_is_named_with() -> None:
    for line in SPOKEN:
        _, name, *arguments = shlex.split(line)
        assert name in command_names()
        known = peerkit(name, "--help").out
        assert [one for one in arguments if one.startswith("--") and one not in known] == []


@pytest.mark.usefixtures("someone_there")
def test_the_first_report_is_taken_back_as_the_page_says(folder: Path) -> None:
    late = min((folder / "2025-11").iterdir()).rename(folder / "late.peerkit.json")
    early = peerkit("report", "2025-11").out
    late.rename(folder / "2025-11" / late.name)

    assert "would show a difference" not in early
    assert "counted almost the same people" in peerkit("report", "2025-11").out.replace("\n", " ")
    [again] = [line for line in SPOKEN if "--replace-earlier" in line]
    assert "would show a difference" not in peerkit(*shlex.split(again)[1:], typed=f"{PROGRAM}\n").out


def test_a_report_of_fewer_than_five_shows_nothing_as_the_page_says(folder: Path) -> None:
    files = sorted((folder / "2025-11").iterdir())[:4]
    assert "Nothing can be shown" in peerkit("report", *files).out
