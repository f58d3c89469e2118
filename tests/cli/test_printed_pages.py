"""The commands on a page and at the end of an interview run as they are printed, however peerkit was started."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from peerkit.render.layout import wrapped_command
from support.commandline import CHECKOUT, SETTLED, UNSETTLING, peerkit

HERE = CHECKOUT / "examples" / "lantern-street" / "lantern-street-peers.tacsi.peerkit.json"
ODD = '\u014ctautahi\'s "peers" $(id) 2.peerkit.json'
SHELL = {"PATH": "/usr/bin:/bin"}
"""A PATH on which no peerkit is."""
STARTS = ("a path", "a module", "its name")


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    folder = tmp_path / "the M\u0101ori team's"
    folder.mkdir()
    (folder / ODD).write_bytes(HERE.read_bytes())
    return folder


@pytest.fixture
def started(tmp_path: Path, request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """Return the words that start peerkit, and the environment they are typed in."""
    kept = {name: value for name, value in os.environ.items() if name not in (*UNSETTLING, "PATH")} | SETTLED | SHELL
    if request.param == "a module":
        return f"{shlex.quote(sys.executable)} -m peerkit", kept
    program = tmp_path / "two words" / "peerkit"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom peerkit.cli.app import main\nmain()\n")
    program.chmod(0o755)
    if request.param == "a path":
        return f"'{program}'", kept
    return "peerkit", kept | {"PATH": f"{program.parent}:{kept['PATH']}"}


def shell(line: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False
    )


def commands(text: str, start: str) -> list[str]:
    """Return the commands in a text, whole."""
    return re.findall(rf"(?:^|[:`] ?){re.escape(start)} ((?:[^\n`\\]|\\\n)+)", text, re.MULTILINE)


@pytest.mark.parametrize("started", STARTS, indirect=True)
@pytest.mark.parametrize(("command", "count"), [("report", 1), ("plan", 4), ("agenda", 3)])
def test_each_command_on_a_page_runs(command: str, count: int, odd: Path, started: tuple[str, dict[str, str]]) -> None:
    start, variables = started
    name = "'\u014ctautahi'\"'\"'s \"peers\" $(id) 2.peerkit.json'"
    page = shell(f"{start} {command} {name}", odd, variables)
    assert page.returncode == 0, page.stderr
    printed = commands(page.stdout, start)
    assert len(printed) == count, page.stdout
    for line in printed:
        ended = shell(f"{start} {line}", odd, variables)
        # NOTE: who writes down what is agreed on is asked, and nobody is there.
        assert ended.returncode == (130 if "--record" in line else 0), ended.stderr


@pytest.mark.parametrize("started", STARTS, indirect=True)
def test_a_section_of_a_number_taken_apart_is_taken_apart_by_its_command(odd: Path, started: tuple[str, dict[str, str]]) -> None:
    start, variables = started
    page = shell(f"{start} explain *2.peerkit.json tacsi", odd, variables)
    printed = commands(page.stdout, start)
    assert len(printed) > 5
    assert {shell(f"{start} {line}", odd, variables).returncode for line in printed[:2]} == {0}


@pytest.mark.parametrize("started", STARTS, indirect=True)
@pytest.mark.parametrize("command", ["rule", "crosswalk"])
def test_a_list_names_one_of_its_own_to_look_at(command: str, odd: Path, started: tuple[str, dict[str, str]]) -> None:
    start, variables = started
    [line] = commands(shell(f"{start} {command}", odd, variables).stdout, start)
    assert shell(f"{start} {line}", odd, variables).returncode == 0


@pytest.mark.parametrize("started", STARTS, indirect=True)
def test_the_end_of_an_interview_names_what_shows_its_result(odd: Path, started: tuple[str, dict[str, str]]) -> None:
    start, variables = started
    asked = shell(f"yes 3 | {start} assess tacsi --file 'our file.peerkit.json'", odd, variables)
    assert asked.returncode == 0, asked.stderr
    printed = commands(asked.stdout, start)
    assert [line.split()[0] for line in printed] == ["report", "assess"]
    assert {shell(f"{start} {line}", odd, variables).returncode for line in printed} == {0}


@pytest.mark.parametrize("started", STARTS, indirect=True)
def test_a_hint_names_the_command_as_it_was_started(odd: Path, started: tuple[str, dict[str, str]]) -> None:
    start, variables = started
    refused = shell(f"{start} assess", odd, variables)
    assert refused.returncode == 2
    ran = [shell(f"{start} {line}", odd, variables).returncode for line in commands(refused.stderr, start)]
    assert ran == [130, 0]


def test_a_command_that_is_longer_than_a_line_goes_on_in_the_next() -> None:
    lines = wrapped_command("peerkit plan 'a long name.json' --pick one,two --effort one=large", 30, "\\")
    assert lines == ["peerkit plan \\", "  'a long name.json' \\", "  --pick one,two \\", "  --effort one=large"]
    assert wrapped_command("peerkit report FILE --skip-broken --output -", 30, "\\")[1:] == ["  --skip-broken --output -"]
    assert wrapped_command("peerkit report --frameworks a-name-that-is-long", 20, "^")[1:] == ["  --frameworks ^", "  a-name-that-is-long"]
    assert wrapped_command("peerkit report FILE", 30, "\\") == ["peerkit report FILE"]
    assert wrapped_command("peerkit report a-name-that-is-long", 20, "^") == [
        "peerkit report ^",
        "  a-name-that-is-long",
    ]


def test_a_page_in_a_file_names_nobodys_folder(odd: Path) -> None:
    written = peerkit("report", odd / ODD, "--format", "markdown", "--full").out
    assert "`peerkit explain FILE tacsi/co-design`" in written
    assert "tautahi" not in written
