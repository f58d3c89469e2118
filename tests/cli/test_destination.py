"""Where results go: who may read them, and that what a team's report shows is remembered before it is read, and only if it can be."""

from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.test_team_report import hidden_in, late_comer
from peerkit.source.json import assessment_file, shown_file
from support.commandline import Ended, environment, peerkit, place
from support.team_folders import people_of, save

OF_TEAMS: tuple[list[str], ...] = (
    ["report", "round"],
    ["report", "round", "--format", "html"],
    ["plan", "round"],
    ["agenda", "round"],
    ["compare", "round", "next"],
    ["compare", "a.peerkit.json", "round"],
)
"""What shows something of a team."""
OF_ONE: tuple[list[str], ...] = (
    ["report", "a.peerkit.json"],
    ["plan", "a.peerkit.json"],
    ["agenda", "a.peerkit.json"],
    ["compare", "a.peerkit.json", "b.peerkit.json"],
)
OF_NOBODY: tuple[list[str], ...] = (["sheet", "small"], ["lint", "frameworks", "--exit-zero"], ["schema"])
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full; a faked one is full in another test")


@pytest.fixture(autouse=True)
def team(folder: Path) -> Path:
    """A folder with the files of ten people; beside it ten others of another year, and two people by themselves."""
    place(folder / "frameworks")
    people = people_of(folder)
    for name, person in zip("ab", people, strict=False):
        assessment_file.write(folder / f"{name}.peerkit.json", person)
    save([replace(person, id=f"b{person.id}", updated="2027-11-21") for person in people], folder / "next")
    return save(people, folder / "round")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def kept(folder: Path) -> list[bytes]:
    """Return what is remembered, and check that nothing half-done lies beside it."""
    assert not list(folder.rglob("*.tmp"))
    assert not list(folder.rglob("*.lock"))
    return [path.read_bytes() for path in sorted(folder.rglob("*.shown.json"))]


def is_locked_out(folder: Path) -> bool:
    """Whether nothing is shown any more when one more person answers."""
    save([late_comer(folder)], folder / "round")
    return hidden_in(json.loads(peerkit("report", "round", "--format", "json").out)) != {None}


# Who may read a result.


@pytest.mark.parametrize("command", [*OF_ONE, *OF_TEAMS, ["report", "round", "--comments"]], ids=" ".join)
def test_what_holds_answers_is_for_its_owner_and_stays_as_open_as_it_was(folder: Path, command: list[str]) -> None:
    path = folder / "out"
    for before in (None, 0o600, 0o640):
        if before is not None:
            path.chmod(before)
        assert peerkit(*command, "--output", path, "--overwrite").code == 0
        assert (path.stat().st_size > 100, stat.S_IMODE(path.stat().st_mode)) == (True, before or 0o600)


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_a_document_for_an_office_is_for_its_owner_too(folder: Path, form: str) -> None:
    pytest.importorskip({"docx": "docx", "xlsx": "xlsxwriter", "pdf": "weasyprint"}[form])
    assert peerkit("report", "a.peerkit.json", "--format", form, "--output", f"out.{form}").code == 0
    assert stat.S_IMODE((folder / f"out.{form}").stat().st_mode) == 0o600


@pytest.mark.parametrize("command", OF_NOBODY, ids=" ".join)
@pytest.mark.parametrize(("before", "after"), [(None, 0o644), (0o600, 0o600), (0o664, 0o664)])
def test_what_holds_nobodys_answers_may_be_read(folder: Path, command: list[str], before: int | None, after: int) -> None:
    path, mask = folder / "out.txt", os.umask(0o022)
    try:
        if before is not None:
            path.touch()
            path.chmod(before)
        assert peerkit(*command, "--output", path, "--overwrite").code == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE(path.stat().st_mode) == after


# What cannot be delivered is not remembered.


@pytest.mark.parametrize("command", OF_TEAMS, ids=" ".join)
@pytest.mark.parametrize("output", ["no/such/out.txt", "frameworks", "a.peerkit.json", "frameworks/small.yaml"])
def test_where_a_result_cannot_go_nothing_is_remembered(folder: Path, command: list[str], output: str) -> None:
    ended = peerkit(*command, "--output", output)
    assert (ended.code, ended.out, kept(folder)) == (3, "", [])
    assert not is_locked_out(folder)


def refuse_to_put(monkeypatch: pytest.MonkeyPatch, name: str, error: Callable[[], BaseException], *, after: bool = False) -> None:
    """Let the last step fail for files of that name, before it is done or after."""
    real = os.replace

    def put(draft: Path, target: Path) -> None:
        if Path(target).name == name and not after:
            raise error()
        real(draft, target)
        if Path(target).name == name:
            raise error()

    monkeypatch.setattr(os, "replace", put)


def denied() -> OSError:
    return PermissionError(errno.EPERM, os.strerror(errno.EPERM))


@pytest.mark.parametrize("command", OF_TEAMS, ids=" ".join)
def test_where_the_last_step_fails_the_memory_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    refuse_to_put(monkeypatch, "out", denied)
    ended = peerkit(*command, "--output", "out")
    assert (ended.code, ended.told[0], kept(folder)) == (3, "out cannot be written: Operation not permitted", [])
    assert not is_locked_out(folder)


def test_what_an_earlier_report_has_shown_stays_when_a_later_one_is_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert peerkit("report", "round").code == 0
    before = kept(folder)
    save([replace(person, id=f"c{person.id}") for person in people_of(folder)], folder / "round")
    refuse_to_put(monkeypatch, "out.txt", denied)
    assert peerkit("report", "round", "--output", "out.txt").code == 3
    assert kept(folder) == before != []


def test_what_breaks_off_when_it_may_have_been_seen_stays_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_to_put(monkeypatch, "out.txt", KeyboardInterrupt, after=True)
    assert peerkit("report", "round", "--output", "out.txt").code == 130
    assert (folder / "out.txt").exists()
    assert len(kept(folder)) == 1


def test_a_memory_that_cannot_be_written_everywhere_is_written_nowhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    people = people_of(folder)
    save(people[:5], folder / "here")
    save(people[5:], folder / "there")
    real = os.replace

    def only_here(draft: Path, target: Path) -> None:
        if Path(target).parent.name == "there":
            raise denied()
        real(draft, target)

    monkeypatch.setattr(os, "replace", only_here)
    ended = peerkit("report", "here", "there")
    assert (ended.code, ended.out, kept(folder)) == (3, "", [])


@pytest.mark.parametrize("output", ["out.txt", None])
def test_nothing_can_be_read_before_it_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch, output: str | None) -> None:
    real, seen = shown_file.write, list[bytes]()

    def look(path: Path, memory: Any) -> None:
        seen.extend(draft.read_bytes() for draft in folder.glob(".*.tmp"))
        assert sys.stdout.tell() == 0
        assert "out.txt" not in names(folder)
        real(path, memory)

    monkeypatch.setattr(shown_file, "write", look)
    assert peerkit("report", "round", *(["--output", output] if output else [])).code == 0
    assert len(seen) == (1 if output else 0)
    assert not any(raw.strip(b"\0") for raw in seen)
    assert all(len(raw) > 1_000 for raw in seen)


@pytest.mark.skipif(shutil.which("strace") is None, reason="takes strace; what could be read is looked at in another test")
@pytest.mark.parametrize(("killed_at", "remembered"), [(1, 0), (2, 1)])
def test_a_report_that_is_killed_is_remembered_if_anything_of_it_can_be_read(folder: Path, killed_at: int, remembered: int) -> None:
    renames = "rename,renameat,renameat2"
    killed = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={renames}", "-e", f"inject={renames}:signal=SIGKILL:when={killed_at}"]
    command = [*killed, sys.executable, "-m", "peerkit", "report", "round", "--output", "out.txt"]
    ended = subprocess.run(command, cwd=folder, env=environment(), timeout=60, check=False, capture_output=True)
    assert ended.returncode != 0
    assert len(list((folder / "round").glob("*.shown.json"))) == remembered
    can_be_read = [path.read_bytes().strip(b"\0") for path in (*folder.glob(".out.txt.*"), *folder.glob("out.txt"))]
    assert any(can_be_read) <= bool(remembered)

    assert peerkit("report", "round", "--output", "out.txt").code == 0
    assert not list((folder / "round").glob(".*"))


# Standard output.


def run(*command: str, stdout: Any, folder: Path) -> Ended:
    arguments = [sys.executable, "-m", "peerkit", *command]
    ended = subprocess.run(arguments, stdout=stdout, stderr=subprocess.PIPE, cwd=folder, env=environment(), timeout=60, check=False)
    return Ended(ended.returncode, "", ended.stderr.decode())


@needs_full
@pytest.mark.parametrize("command", [["report", "round"], ["compare", "round", "next"]], ids=" ".join)
def test_on_a_full_disk_behind_standard_output_nothing_is_remembered(folder: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = run(*command, stdout=full, folder=folder)
    assert (ended.code, ended.told[0], kept(folder)) == (3, "the result cannot be written: No space left on device", [])


def test_for_a_reader_that_has_gone_nothing_is_remembered(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = run("report", "round", stdout=writing, folder=folder)
    finally:
        os.close(writing)
    assert (ended.code, ended.warned, kept(folder)) == (0, "", [])


def test_a_standard_output_that_is_closed_remembers_nothing(folder: Path) -> None:
    command = f"'{sys.executable}' -m peerkit report round >&-"
    ended = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, cwd=folder, env=environment(), timeout=60, check=False)
    assert (ended.returncode, kept(folder)) == (3, [])


@pytest.mark.parametrize(("writes", "remembered"), [(0, 0), (1, 1)])
def test_of_what_was_shown_in_part_all_stays_remembered(
    folder: Path, monkeypatch: pytest.MonkeyPatch, writes: int, remembered: int
) -> None:
    from peerkit.cli.results import destination

    class Filling:
        name = "full after so many writes"

        def __init__(self) -> None:
            self.left = writes

        def write(self, text: str) -> None:
            self.left -= 1
            if self.left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def flush(self) -> None:
            """Take what was written."""

    class Streams:
        stdout = Filling()

    monkeypatch.setattr(destination, "sys", Streams)
    assert peerkit("report", "round").code == 3
    assert len(kept(folder)) == remembered


@needs_full
def test_a_device_that_takes_nothing_is_not_remembered(folder: Path) -> None:
    ended = peerkit("report", "round", "--output", "/dev/full")
    assert (ended.code, ended.told[0], kept(folder)) == (3, "/dev/full cannot be written: No space left on device", [])


# Writing an outcome down.


@pytest.mark.parametrize("outcome", ["no/such/o.outcome.json", "frameworks", "o.peerkit.json", "other.outcome.json", "o.shown.json"])
def test_where_an_outcome_cannot_be_written_down_nothing_is_asked_and_nothing_remembered(folder: Path, outcome: str) -> None:
    (folder / "other.outcome.json").write_text('{"format": "peerkit/outcome/1", "program": "Tern Point", "date": "2026-11-21"}')
    ended = peerkit("agenda", "round", "--record", outcome, typed="2\n")
    assert ended.code in (2, 3)
    assert (ended.out, kept(folder)) == ("", [])


def test_what_is_asked_about_is_remembered(folder: Path) -> None:
    assert peerkit("agenda", "round", "--record", "o.outcome.json", typed="q\n").code == 0
    assert len(kept(folder)) == 1
