"""Commands that are printed run as they are, whatever stands in a name and whatever the shell."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.cli import printed_command
from peerkit.cli.printed_command import Shell, command_line, printed, program_here, with_commands
from peerkit.errors import FileName, UsageError
from peerkit.render.escape import one_line
from support.commandline import peerkit, place

NAMES = {
    "plain.json": ("plain.json", "plain.json", "plain.json"),
    "two words.json": ("'two words.json'", '"two words.json"', "'two words.json'"),
    "Ana's.json": ("'Ana'\"'\"'s.json'", '"Ana\'s.json"', "'Ana''s.json'"),
    "Ana\u2019s.json": ("'Ana\u2019s.json'", '"Ana\u2019s.json"', "'Ana\u2019\u2019s.json'"),
    'a"b.json': ("'a\"b.json'", "FILE", "FILE"),
    "$HOME.json": ("'$HOME.json'", '"$HOME.json"', "'$HOME.json'"),
    "a`id`.json": ("'a`id`.json'", '"a`id`.json"', "'a`id`.json'"),
    "100%.json": ("100%.json", '"100%.json"', "'100%.json'"),
    "%TEMP%.json": ("%TEMP%.json", "FILE", "'%TEMP%.json'"),
    "hi!.json": ("'hi!.json'", '"hi!.json"', "'hi!.json'"),
    "a&b.json": ("'a&b.json'", '"a&b.json"', "'a&b.json'"),
    "a,b;c.json": ("'a,b;c.json'", '"a,b;c.json"', "'a,b;c.json'"),
    "wh\u0101nau.json": ("'wh\u0101nau.json'", "wh\u0101nau.json", "wh\u0101nau.json"),
    "-x.json": ("./-x.json", "./-x.json", "./-x.json"),
    "--plan": ("./--plan", "./--plan", "./--plan"),
    "=ls.json": ("'=ls.json'", '"=ls.json"', "'=ls.json'"),
    "~/x.json": ("'~/x.json'", '"~/x.json"', "'~/x.json'"),
    "C:\\a b\\": ("'C:\\a b\\'", '"C:\\a b\\\\"', "'C:\\a b\\'"),
    "": ("''", '""', "''"),
    "a\nb.json": ("FILE",) * 3,
    "a\tb.json": ("FILE",) * 3,
    "a  b.json": ("FILE",) * 3,
    "a\xa0b.json": ("FILE",) * 3,
    "a\u200bb.json": ("FILE",) * 3,
    "a\x1b[31mb.json": ("FILE",) * 3,
    "\udcff.json": ("FILE",) * 3,
}
SHELLS: tuple[Shell, ...] = ("posix", "cmd", "powershell")


@pytest.mark.parametrize(("shell", "place"), [(shell, number) for number, shell in enumerate(SHELLS)])
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_is_quoted_for_the_shell(name: str, shell: Shell, place: int) -> None:
    assert command_line(["report", FileName(name), "--full"], shell) == f"peerkit report {NAMES[name][place]} --full"


@pytest.mark.parametrize("shell", SHELLS)
def test_what_no_quotes_carry_is_left_to_the_reader(shell: Shell) -> None:
    words = ["assess", "--from", FileName("a\nb"), "--frameworks", FileName("c\nd"), "--fact", "e=\n"]
    assert command_line(words, shell) == "peerkit assess --from FILE --frameworks DIR --fact TEXT"


def test_in_cmd_two_words_with_a_percent_sign_each_may_name_a_variable() -> None:
    assert command_line(["report", FileName("5%"), FileName("6%")], "cmd") == "peerkit report FILE FILE"


@pytest.mark.parametrize("shell", [name for name in ("sh", "bash", "dash", "zsh") if shutil.which(name)])
def test_a_shell_reads_the_words_as_they_were(shell: str) -> None:
    names = [name for name, (said, *_) in NAMES.items() if said != "FILE"]
    line = command_line([FileName(name) for name in names], "posix", program="printf '%s\\0'")
    read = subprocess.run([shell, "-c", line], capture_output=True, check=True).stdout.decode().split("\0")[:-1]
    assert read == [f"./{name}" if name.startswith("-") else name for name in names]


@given(st.lists(st.text(max_size=12), max_size=4), st.sampled_from(SHELLS))
def test_a_screen_shows_a_command_as_it_is(names: list[str], shell: Shell) -> None:
    line = command_line([FileName(name) for name in names], shell)
    assert one_line(line) == line


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Any:
    def on_the_path(argv: str, found: str | None) -> None:
        monkeypatch.setattr(sys, "argv", [argv])
        monkeypatch.setattr(shutil, "which", lambda name: found)

    return on_the_path


@pytest.mark.parametrize(
    ("argv", "found", "started"),
    [
        ("/usr/bin/peerkit", "/usr/bin/peerkit", "peerkit"),
        ("peerkit", None, "peerkit"),
        (".venv/bin/peerkit", None, ".venv/bin/peerkit"),
        (".venv/bin/peerkit", "/usr/bin/peerkit", ".venv/bin/peerkit"),
        ("/a b/bin/peerkit", None, "'/a b/bin/peerkit'"),
        ("/lib/peerkit/__main__.py", str(Path(sys.executable).with_name("peerkit")), "peerkit"),
        ("/lib/peerkit/__main__.py", "/somewhere/else/peerkit", f"{sys.executable} -m peerkit"),
        ("/lib/peerkit/__main__.py", None, f"{sys.executable} -m peerkit"),
        ("/usr/bin/pytest", None, "peerkit"),
    ],
)
def test_a_command_is_written_as_peerkit_was_started(argv: str, found: str | None, started: str, there: Any) -> None:
    there(argv, found)
    assert printed("report", FileName("x y")) == f"{started} report 'x y'"
    assert with_commands("See `peerkit rule`, or: peerkit list. It is peerkit that says so.") == (
        f"See `{started} rule`, or: {started} list. It is peerkit that says so."
    )


def test_a_path_to_the_peerkit_that_is_found_by_its_name_is_left_out(there: Any) -> None:
    there(".venv/bin/peerkit", str(Path(".venv/bin/peerkit").absolute()))
    assert printed("list") == "peerkit list"


def test_where_nothing_is_on_the_path_it_is_told_at_the_root_of_the_disk_too(there: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    there("/opt/peerkit", None)
    monkeypatch.chdir("/")

    assert program_here("posix") == "/opt/peerkit"


def test_powershell_calls_a_path_in_quotes_with_an_ampersand(there: Any) -> None:
    there("C:/Program Files/peerkit", None)
    assert program_here("powershell") == "& 'C:/Program Files/peerkit'"
    assert program_here("cmd") == '"C:/Program Files/peerkit"'


@pytest.mark.parametrize(
    ("system", "variables", "shell"),
    [
        ("linux", {}, "posix"),
        ("darwin", {"PROMPT": "%"}, "posix"),
        ("win32", {"PROMPT": "$P$G"}, "cmd"),
        ("win32", {}, "powershell"),
        ("win32", {"SHELL": "/usr/bin/bash", "PROMPT": "$P$G"}, "posix"),
    ],
)
def test_the_shell_is_known_by_what_it_sets(system: str, variables: dict[str, str], shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SHELL", "PROMPT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", system)
    assert printed_command.shell_here() == shell


ODD = "a b $(id) `x` \u0101'.peerkit.json"


@pytest.fixture
def odd(folder: Path) -> Path:
    place(folder / "frameworks")
    assert peerkit("assess", "small", "--role", "staff", "--program", "X", "--file", ODD, typed="1\n2\nq\n").code == 0
    return folder / ODD


def runs(line: str, folder: Path) -> int:
    """Run a command as it was printed, with a `peerkit` that is ours."""
    script = f'peerkit() {{ "{sys.executable}" -m peerkit "$@"; }}\n{line}'
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    ).returncode


@pytest.mark.parametrize(
    ("arguments", "typed", "code"),
    [
        (["assess", "small", "--file", ODD], "", 130),
        (["report", "only", "--no-pager"], "", 0),
    ],
)
def test_a_hint_runs_as_it_is_printed(arguments: list[str], typed: str, code: int, odd: Path, folder: Path) -> None:
    if "only" in arguments:
        (folder / "only").mkdir()
        odd.rename(folder / "only" / ODD)
        empty = peerkit("assess", "small", "--role", "staff", "--file", folder / "only" / "y.peerkit.json", typed="q\n")
        assert empty.code == 0
    ended = peerkit(*[argument for argument in arguments if argument != "--no-pager"], typed=typed)
    hint = ended.told[1]
    line = hint.partition("`")[2].rpartition("`")[0] if "`peerkit" in hint else hint.partition(": ")[2]
    assert line.startswith("peerkit ")
    assert runs(line, folder) == code


def test_an_error_keeps_its_command_apart_until_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from peerkit.cli import console

    error = UsageError("no", "Do this:", ("report", FileName("-a b")))
    console.tell_error(error)
    assert (error.hint, capsys.readouterr().err) == ("Do this:", "error: no\nhint: Do this: peerkit report './-a b'\n")


def test_a_page_on_the_screen_prints_commands_as_peerkit_was_started_and_one_to_hand_on_does_not(there: Any) -> None:
    there(".venv/bin/peerkit", None)
    assert ".venv/bin/peerkit rule PK001" in peerkit("rule").out
    assert "`peerkit rule PK001`" in peerkit("rule", "--format", "markdown").out
