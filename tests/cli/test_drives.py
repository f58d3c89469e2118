"""On drives and in folders that can do less than others, the same commands do their work, and say what they cannot do."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peerkit.cli.prompting import prompters
from peerkit.cli.prompting.interface import Left
from peerkit.cli.prompting.lines import LinePrompter
from peerkit.cli.prompting.terminal import TerminalPrompter
from peerkit.errors import Interrupted
from support.commandline import answered, environment, peerkit, place
from support.team_folders import people_of, save

WITHOUT_PRIVILEGES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
"""Even root then needs permissions."""
NOBODY = 65534
needs_setpriv = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("setpriv") is None, reason="takes root and setpriv; faked calls show the same in other tests"
)
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="takes strace; a faked call shows the same in another test")


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    """The framework that is asked about."""
    return place(folder / "frameworks")


def run(*command: str, typed: str = "", cwd: Path, through: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run peerkit in a process of its own, through another program; return how it ended and what it said on standard error."""
    arguments = [*through, sys.executable, "-m", "peerkit", *command]
    variables = environment(PEERKIT_FRAMEWORKS=str(cwd.parent / "frameworks")) if not (cwd / "frameworks").exists() else environment()
    ended = subprocess.run(arguments, input=typed, capture_output=True, cwd=cwd, env=variables, text=True, timeout=60, check=False)
    return ended.returncode, ended.stderr


# A folder that cannot be flushed, or only be written to.


@pytest.mark.parametrize("call", ["open", "fsync"])
def test_where_a_folder_cannot_be_flushed_everything_is_saved_and_said_to_be(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    real_open, real_fsync = os.open, os.fsync

    def no_folders_opened(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real_open(path, flags, mode)

    def no_folders_flushed(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        real_fsync(descriptor)

    monkeypatch.setattr(os, call, no_folders_opened if call == "open" else no_folders_flushed)
    team = save(people_of(folder), folder / "round")
    assert peerkit("assess", "small", "--file", "x.peerkit.json", typed="1\n").code == 130
    assert peerkit("assess", "--resume", "x.peerkit.json", typed="2\n4\n").code == 0
    assert list(answered(folder / "x.peerkit.json").values()) == [1, 2, 4]
    assert peerkit("prepare", "small", "--program", "X", "--file", "p.peerkit.json").code == 0
    assert peerkit("agenda", "x.peerkit.json", "--record", "o.outcome.json", typed="2\nq\n").code == 0
    assert (folder / "o.outcome.json").exists()
    for command in (["report", "x.peerkit.json"], ["report", team], ["schema"]):
        assert peerkit(*command, "--output", "out.txt", "--overwrite").code == 0
    assert len(list(team.glob("*.shown.json"))) == 1
    assert peerkit("new", "framework", "mine").code == 0


@needs_setpriv
@pytest.mark.parametrize("mode", [0o333, 0o733])
def test_in_a_folder_that_can_be_written_and_not_read_an_interview_is_held_and_reported(folder: Path, mode: int) -> None:
    drop = folder / "drop"
    drop.mkdir()
    os.chown(drop, NOBODY, NOBODY)
    drop.chmod(mode)
    for command, typed in (
        (["assess", "small", "--file", "x.peerkit.json"], "1\n2\n4\n"),
        (["assess", "--resume", "x.peerkit.json"], ""),
        (["report", "x.peerkit.json", "--output", "out.txt"], ""),
    ):
        assert run(*command, typed=typed, cwd=drop, through=WITHOUT_PRIVILEGES)[0] == 0
    assert list(answered(drop / "x.peerkit.json").values()) == [1, 2, 4]
    assert sorted(path.name for path in drop.iterdir()) == ["out.txt", "x.peerkit.json"]


@pytest.fixture
def locked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in a team's folder that nobody can look into."""
    (save(people_of(folder), folder / "round") / "locked").mkdir()
    real_scandir = os.scandir

    def scandir(path: Path) -> Any:
        if path.name in ("locked", "lost+found"):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real_scandir(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return Path("round/locked")


@pytest.mark.parametrize("command", ["report", "plan", "agenda"])
def test_a_folder_that_cannot_be_looked_into_stops_a_team_as_a_file_does(locked: Path, command: str) -> None:
    message, hint = f"{locked} cannot be looked into", "Check its permissions."
    assert peerkit(command, "round").failed == (3, message, f"{hint} Or go on without it: --skip-broken.")

    ended = peerkit(command, "round", "--skip-broken")
    assert (ended.code, ended.warned.splitlines()[0]) == (0, f"left out: {message}. {hint}")
    ended = peerkit(command, "round", "--skip", locked)
    assert (ended.code, ended.warned) == (0, f"note: {locked} is left out, by --skip.\n")


def test_a_folder_with_nothing_but_one_that_cannot_be_looked_into_names_that(locked: Path) -> None:
    for path in Path("round").glob("*.json"):
        path.unlink()
    assert peerkit("report", "round").failed == (3, f"{locked} cannot be looked into", "Check its permissions.")


def test_what_every_drive_has_and_nobody_may_look_into_stops_no_team(locked: Path) -> None:
    locked.rename("round/lost+found")
    ended = peerkit("report", "round")
    assert (ended.code, ended.warned) == (0, "")


def test_collect_names_a_folder_that_cannot_be_looked_into(locked: Path) -> None:
    ended = peerkit("collect", "round", "--format", "json")
    assert ended.code == 0
    assert [aside["files"] for aside in json.loads(ended.out)["not_counted"]] == [[str(locked)]]


@needs_setpriv
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_a_file_in_a_folder_without_permissions_is_not_passed_over(folder: Path, mode: int) -> None:
    inside = save(people_of(folder)[:1], save(people_of(folder)[1:], folder / "round") / "inside")
    os.chown(inside, NOBODY, NOBODY)
    inside.chmod(mode)
    code, said = run("report", "round", cwd=folder, through=WITHOUT_PRIVILEGES)
    assert (code, said.splitlines()[0]) == (3, "error: round/inside cannot be looked into")
    assert run("report", "round", "--skip-broken", cwd=folder, through=WITHOUT_PRIVILEGES)[0] == 0


@needs_strace
def test_where_the_system_refuses_to_flush_what_is_saved_is_said_to_be(folder: Path) -> None:
    refused = ("strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EINVAL")
    assert run("assess", "small", "--file", "x.peerkit.json", typed="1\n2\n4\n", cwd=folder, through=refused) == (0, "")
    assert list(answered(folder / "x.peerkit.json").values()) == [1, 2, 4]


# A drive that knows no locks.


def warning(path: str) -> str:
    return (
        f"warning: two windows cannot be told apart here, since the drive of {path} knows no locks. "
        "Work on these answers in one window only.\n"
    )


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drive on which nothing can be locked."""

    def flock(descriptor: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", flock)


@pytest.mark.usefixtures("no_locks")
def test_without_locks_everything_goes_on_with_a_warning_and_leaves_nothing(folder: Path) -> None:
    team = save(people_of(folder), folder / "round")
    for command, typed, path in (
        (["assess", "small", "--file", "x.peerkit.json"], "1\n2\n4\n", "x.peerkit.json"),
        (["assess", "--resume", "x.peerkit.json"], "", "x.peerkit.json"),
        (["prepare", "small", "--program", "X", "--file", "p.peerkit.json"], "", "p.peerkit.json"),
        (["agenda", "x.peerkit.json", "--record", "o.outcome.json"], "2\nq\n", "o.outcome.json"),
        (["report", "round"], "", "round/lantern-street-peers.shown.json"),
    ):
        ended = peerkit(*command, typed=typed)
        assert (ended.code, ended.warned) == (0, warning(path)), command
    assert list(answered(folder / "x.peerkit.json").values()) == [1, 2, 4]
    assert len(list(team.glob("*.shown.json"))) == 1
    assert not list(folder.rglob("*.lock"))


@needs_strace
def test_where_the_system_knows_no_locks_an_interview_is_held(folder: Path) -> None:
    unknown = ("strace", "-f", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=EOPNOTSUPP")
    said = run("assess", "small", "--file", "x.peerkit.json", typed="1\n2\n4\n", cwd=folder, through=unknown)
    assert said == (0, warning("x.peerkit.json"))
    assert sorted(path.name for path in folder.iterdir()) == ["frameworks", "x.peerkit.json"]


@pytest.mark.usefixtures("no_locks")
def test_a_warning_that_a_screen_would_be_drawn_over_is_shown_until_it_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(TerminalPrompter, "show", lambda _self, text: shown.append(text))
    for prompter in (object.__new__(TerminalPrompter), LinePrompter(interactive=True, width=80)):
        with prompters.only_writer(folder / "x", prompter):
            assert capsys.readouterr() == ("", warning(str(folder / "x")))
    assert [f"{text}\n" for text in shown] == [warning(str(folder / "x"))]


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("stop", [Left, KeyboardInterrupt, EOFError])
def test_who_stops_at_the_warning_is_told_that_nothing_was_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def show(_self: TerminalPrompter, _text: str) -> None:
        raise stop

    monkeypatch.setattr(TerminalPrompter, "show", show)
    with pytest.raises(Interrupted) as caught, prompters.only_writer(folder / "x", object.__new__(TerminalPrompter)):
        pytest.fail("it is held")
    assert caught.value.hint == "Nothing was changed. Run it again to go on."
