"""Readers that leave, and streams that are closed: nobody's answers are lost, every verdict is kept, and what is wrong is said once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import IO, Final

import pytest

from peerkit.cli.app import command_names
from support.commandline import answered, environment, peerkit, place
from support.files import changed

CLOSED: Final = "error: the result cannot be written: standard output is closed"


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--role", "staff", "--file", path, typed="1\n2\n4\n").code == 0
    return path


def bash(line: str, folder: Path) -> tuple[int, str, str]:
    """Run a line of bash in which `peerkit` is ours and a pipe fails where a part of it does; return its exit code, and what it wrote."""
    script = f'set -o pipefail; peerkit() {{ "{sys.executable}" -m peerkit "$@"; }}; {line}'
    ended = subprocess.run(["bash", "-c", script], cwd=folder, env=environment(), capture_output=True, timeout=60, check=False, text=True)
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize("reader", ["true", "head -n 1"])
@pytest.mark.parametrize("form", ["text", "sarif", "junit", "gitlab"])
@pytest.mark.parametrize("broken", [True, False], ids=["broken", "clean"])
def test_lint_keeps_its_verdict_when_its_reader_has_left(broken: bool, form: str, reader: str, folder: Path) -> None:
    if broken:
        place(folder / "frameworks", changed(("core: true", "cor: true")))
    verdict = peerkit("lint", "--format", form, *([] if broken else ["--exit-zero"])).code
    assert verdict == int(broken)
    code, _, err = bash(f"peerkit lint --format {form} {'' if broken else '--exit-zero'} | {reader}", folder)
    assert (code, err) == (verdict, "")


@pytest.mark.parametrize("more", [(), ("--enter", "--sheet-version", "1.0.0")], ids=["interview", "sheet"])
def test_an_interview_whose_output_is_gone_ends_with_130_and_says_how_to_go_on(more: tuple[str, ...], folder: Path) -> None:
    command = [sys.executable, "-m", "peerkit", "assess", "small", "--role", "staff", *more, "--file", "y.peerkit.json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=environment(), stdin=pipe, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        assert until(running.stdout, " > " if more else "Answer: ")
        running.stdin.write("3\n")
        running.stdin.flush()
        assert until(running.stdout, " > " if more else "Answer: ")
        running.stdout.close()
        running.stdin.write("2\n")
        running.stdin.flush()
        err = running.stderr.read()
    assert running.returncode == 130
    assert answered(folder / "y.peerkit.json") == {"small/plan": 3, "small/learn": 2}
    error, hint = err.splitlines()
    assert "2 of 3 answers are saved in y.peerkit.json" in error
    assert f"peerkit assess --resume y.peerkit.json{' --enter' if more else ''}" in hint


def until(stream: IO[str], mark: str) -> bool:
    """Read a stream up to a mark; return whether it came."""
    seen = ""
    while not seen.endswith(mark) and (character := stream.read(1)):
        seen += character
    return seen.endswith(mark)


def test_a_preparation_whose_output_is_gone_still_writes_its_file(folder: Path) -> None:
    code, _, err = bash("peerkit prepare small --file p.peerkit.json | true", folder)
    assert (code in (0, 130), (folder / "p.peerkit.json").exists() or "Nothing was saved" in err) == (True, True)


@pytest.mark.parametrize("command", ["", *command_names()])
def test_help_with_standard_output_closed_is_told_once(command: str, folder: Path) -> None:
    code, _, err = bash(f"peerkit {command} --help >&-", folder)
    assert (code, err.splitlines()[0], len(err.splitlines())) == (3, CLOSED, 2)


@pytest.mark.parametrize(
    "command",
    [
        "--version",
        "frameworks",
        "show small",
        "report x.peerkit.json",
        "plan x.peerkit.json",
        "agenda x.peerkit.json --minutes 60",
        "explain x.peerkit.json small/plan",
        "sheet small",
        "rule",
        "schema report",
        "crosswalk",
        "trace tacsi",
        "lint",
        "assess small --file y.peerkit.json",
    ],
)
@pytest.mark.parametrize("streams", [">&-", "<&- >&-"])
def test_a_command_with_standard_output_closed_is_told_once(command: str, streams: str, folder: Path) -> None:
    code, _, err = bash(f"peerkit {command} {streams}", folder)
    assert (code, err.splitlines()[0], len(err.splitlines())) == (3, CLOSED, 2)


@pytest.mark.parametrize("streams", [">&- 2>&-", "<&- >&- 2>&-", "2>&-", "<&- 2>&-"])
def test_no_file_is_opened_in_the_place_of_a_stream_that_is_closed(streams: str, folder: Path) -> None:
    code, _, _ = bash(f"peerkit report x.peerkit.json --format markdown --output r.md {streams}", folder)
    assert code == 0
    assert (folder / "r.md").read_text() == peerkit("report", "x.peerkit.json", "--format", "markdown").out
    code, _, _ = bash(f"yes 3 | peerkit assess small --role staff --file z.peerkit.json {streams.replace('<&- ', '')}", folder)
    if ">&- 2" not in streams:
        assert answered(folder / "z.peerkit.json") == {"small/plan": 3, "small/learn": 3, "small/share": 3}
    assert (folder / "z.peerkit.json").read_text().startswith("{")


@pytest.mark.parametrize("more", ["", "--enter --sheet-version 1.0.0"])
def test_a_run_whose_save_was_refused_says_how_to_go_on(more: str, folder: Path) -> None:
    bash("echo 1 | peerkit assess small --role staff --file y.peerkit.json", folder)
    code, _, err = bash(f"echo 3 | (ulimit -f 0; peerkit assess --resume y.peerkit.json {more})", folder)
    error, hint = err.splitlines()[-2:]
    assert (code, error) == (3, "error: y.peerkit.json cannot be written: File too large")
    assert hint.endswith(f"is saved. Go on with `peerkit assess --resume y.peerkit.json{' --enter' if more else ''}`.")


@pytest.mark.parametrize("more", ["", "--enter --sheet-version 1.0.0"])
def test_a_run_whose_output_has_no_room_says_how_to_go_on(more: str, folder: Path) -> None:
    code, _, err = bash(f"yes 3 | head -n 9 | peerkit assess small --role staff --file y.peerkit.json {more} >/dev/full", folder)
    error, hint = err.splitlines()
    assert (code, error) == (3, "error: the result cannot be written: No space left on device")
    assert hint.endswith(f"is saved. Go on with `peerkit assess --resume y.peerkit.json{' --enter' if more else ''}`.")


def test_a_sheet_of_an_earlier_start_that_ends_before_its_version_says_how_to_go_on(folder: Path) -> None:
    bash("echo 1 | peerkit assess small --role staff --file y.peerkit.json", folder)
    code, _, err = bash("true | peerkit assess --resume y.peerkit.json --enter", folder)
    assert (code, err.splitlines()) == (
        130,
        [
            "error: stopped before the first question",
            "hint: Nothing was changed. Go on with `peerkit assess --resume y.peerkit.json --enter`.",
        ],
    )


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("command", ["", *command_names()])
def test_help_fits_the_width(command: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = peerkit(*command.split(), "--help").out
    assert max(map(len, out.splitlines())) <= width
    assert "..." not in out.partition("\nCommands:\n")[2]
