"""Through a process of its own: what only real pipes, files and exit codes can show."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from support.commandline import answered, environment, peerkit, place, process

PROGRAM = (sys.executable, "-m", "peerkit")
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")


@pytest.fixture(autouse=True)
def file(folder: Path) -> Path:
    place(folder / "frameworks")
    path = folder / "x.peerkit.json"
    assert peerkit("assess", "small", "--role", "staff", "--file", path, typed="1\n2\n4\n").code == 0
    return path


def shell(line: str, folder: Path) -> tuple[list[int], str, str]:
    """Run a line of bash in which `peerkit` is ours; return the exit code of every part of its pipe, and what it wrote."""
    called = " ".join(PROGRAM)
    script = f'{line.replace("peerkit ", f"{called} ")}; echo "codes ${{PIPESTATUS[*]}}" >&2'
    ended = subprocess.run(["bash", "-c", script], capture_output=True, cwd=folder, env=environment(), timeout=60, check=False, text=True)
    err, _, codes = ended.stderr.rpartition("codes ")
    assert "Traceback" not in err
    assert "Exception ignored" not in err
    return [int(code) for code in codes.split()], ended.stdout, err


def test_yes_3_completes_a_set(folder: Path) -> None:
    codes, out, err = shell("yes 3 | peerkit assess small --role staff --file y.json", folder)
    assert (codes[1], err) == (0, "")
    assert answered(folder / "y.json") == {"small/plan": 3, "small/learn": 3, "small/share": 3}
    assert out.count("Answer: ") == 3


def test_yes_foo_ends_with_3_after_four_times(folder: Path) -> None:
    codes, out, err = shell("yes foo | peerkit assess small --file y.json", folder)
    assert (codes[1], out.count("Answer: ")) == (3, 4)
    assert "peerkit assess --resume y.json" in err
    assert answered(folder / "y.json") == {}


def test_the_null_device_as_input_ends_with_130(folder: Path) -> None:
    codes, _, err = shell("peerkit assess small --file y.json </dev/null", folder)
    assert codes == [130]
    assert err.splitlines()[-2] == "error: stopped before the last question; 0 of 3 answers are saved in y.json"


def test_a_closed_input_ends_with_130(folder: Path) -> None:
    codes, _, err = shell("peerkit assess small --file y.json <&-", folder)
    assert codes == [130]
    assert "--resume y.json" in err


@pytest.mark.parametrize("command", ["frameworks --format json", "show mind --format json", "report x.peerkit.json", "schema report"])
def test_a_reader_that_leaves_early_is_no_error(folder: Path, command: str) -> None:
    codes, out, err = shell(f"peerkit {command} | head -n 1", folder)
    assert (codes, len(out.splitlines()), err) == ([0, 0], 1, "")


def test_a_reader_that_never_reads_is_no_error(folder: Path) -> None:
    codes, _, err = shell("peerkit show mind --format json | true", folder)
    assert (codes, err) == ([0, 0], "")


@needs_full
@pytest.mark.parametrize("command", ["--version", "report --help", "frameworks", "show mind --format json", "report x.peerkit.json"])
def test_a_full_disk_behind_standard_output_ends_with_3(folder: Path, command: str) -> None:
    codes, _, err = shell(f"peerkit {command} > /dev/full", folder)
    assert codes == [3]
    assert err.splitlines() == [
        "error: the result cannot be written: No space left on device",
        "hint: Make room, or write to another place.",
    ]


@needs_full
def test_a_full_disk_behind_the_questions_loses_no_answer(folder: Path) -> None:
    codes, _, _ = shell("yes 3 | peerkit assess small --file y.json > /dev/full", folder)
    assert codes[1] == 3
    assert peerkit("show", "y.json").code == 0


def test_a_disk_that_is_full_leaves_an_earlier_output_as_it_was(folder: Path) -> None:
    (folder / "out.txt").write_text("earlier")
    codes, _, err = shell("(ulimit -f 0; peerkit report x.peerkit.json --output out.txt --overwrite; exit $?)", folder)
    assert codes == [3]
    assert err.splitlines()[-2] == "error: out.txt cannot be written: File too large"
    assert (folder / "out.txt").read_text() == "earlier"
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "out.txt", "x.peerkit.json"]


def test_a_disk_that_is_full_leaves_the_answers_as_they_were(folder: Path, file: Path) -> None:
    peerkit("assess", "small", "--file", "y.json", typed="1\n")
    before = (folder / "y.json").read_bytes()
    codes, _, err = shell("yes 3 | (ulimit -f 0; peerkit assess --resume y.json; exit $?)", folder)
    assert codes[1] == 3
    assert err.splitlines()[-2] == "error: y.json cannot be written: File too large"
    assert (folder / "y.json").read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "x.peerkit.json", "y.json"]


@needs_full
@pytest.mark.parametrize("where", ["2>/dev/full", "2>&-"])
def test_nobody_to_hear_an_error_changes_no_exit_code(folder: Path, where: str) -> None:
    codes, out, _ = shell(f"(peerkit report gone.json {where}; exit $?)", folder)
    assert (codes, out) == ([3], "")


def test_a_result_that_has_nowhere_to_go_is_an_error(folder: Path) -> None:
    codes, _, err = shell("(peerkit report x.peerkit.json >&-; exit $?)", folder)
    assert codes == [3]
    assert err.startswith("error: the result cannot be written: standard output is closed\nhint: ")


def interrupted(folder: Path, arguments: Sequence[str], after: str) -> tuple[int, str]:
    """Start a run, send it Ctrl-C once `after` has been written, and return how it ended."""
    command = [*PROGRAM, *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=environment()) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"3\n")
        process.stdin.flush()
        seen = b""
        while after.encode() not in seen:
            piece = process.stdout.read1()  # type: ignore[attr-defined]
            assert piece, seen
            seen += piece
        process.send_signal(signal.SIGINT)
        err = process.stderr.read().decode()
        return process.wait(timeout=30), err


def test_ctrl_c_ends_with_130_and_what_was_answered_is_saved(folder: Path) -> None:
    code, err = interrupted(folder, ["assess", "small", "--file", "y.json"], "question 2 of 3")
    assert code == 130
    assert err.splitlines() == [
        "error: stopped before the last question; 1 of 3 answers are saved in y.json",
        "hint: Go on with `peerkit assess --resume y.json`.",
    ]
    assert answered(folder / "y.json") == {"small/plan": 3}
    assert not list(folder.glob("*.lock"))


def test_output_is_utf8_whatever_the_locale_says(folder: Path) -> None:
    arguments = ("assess", "small", "--program", "Whānau 🫶", "--file", "y.json")
    ended = process(*arguments, typed="3\n" * 3, cwd=folder, LC_ALL="C", PYTHONUTF8="0")
    assert (ended.code, ended.err) == (0, "")
    shown = process("show", "y.json", cwd=folder, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert shown.out.startswith("Answers: Whānau 🫶\n")


def test_the_module_and_the_script_are_the_same_program(folder: Path) -> None:
    script = Path(sys.executable).with_name("peerkit")
    ended = subprocess.run([script, "--version"], capture_output=True, cwd=folder, env=environment(), timeout=60, check=False, text=True)
    assert (ended.returncode, ended.stdout) == (0, process("--version", cwd=folder).out)
