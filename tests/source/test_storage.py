from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerkit.errors import InputError, OutputError
from peerkit.source import storage

HINT = "Make room and check the permissions, or choose another place."
NOBODY = 65534
HOLDER = """
import sys
from pathlib import Path
from peerkit.source import storage
with storage.only_writer(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextlib.contextmanager
def without_privileges() -> Iterator[None]:
    """Be nobody for a while where we are root, whom no permission stops."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone can get to."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextlib.contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Hold a file of answers in another process."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# Reading.


def test_a_file_is_read_whole_up_to_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    assert storage.read_bytes(path, 5) == b"12345"
    with pytest.raises(InputError) as caught:
        storage.read_bytes(path, 4)
    assert (caught.value.message, caught.value.hint) == (f"{path} is larger than 4 bytes", "Check that it is the right file.")


def test_what_is_not_there_or_is_a_folder_says_so(tmp_path: Path) -> None:
    for path, message, hint in (
        (tmp_path / "x", f"{tmp_path / 'x'} is not there", "Check the path."),
        (tmp_path, f"{tmp_path} is a folder", "Give the file in it."),
    ):
        with pytest.raises(InputError) as caught:
            storage.read_bytes(path, 9)
        assert (caught.value.message, caught.value.hint) == (message, hint)


def test_what_may_not_be_read_says_so(open_folder: Path) -> None:
    path = open_folder / "x"
    path.write_text("x")
    path.chmod(0)
    with without_privileges(), pytest.raises(InputError) as caught:
        storage.read_bytes(path, 9)
    assert (caught.value.message, caught.value.hint) == (f"{path} cannot be read: Permission denied", "Check its permissions.")


# Writing.


@pytest.mark.parametrize("text", ["", "one\ntwo\n", "Whānau 💛", "\x1b[31m"])
def test_a_text_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x"
    for before in (None, "before"):
        if before is not None:
            path.write_text(before)
        storage.replace(path, text)
        assert path.read_bytes() == text.encode()
        assert names(tmp_path) == ["x"]


@pytest.mark.parametrize(("mode", "expected"), [(storage.OWNER_ONLY, 0o600), (storage.SHARED, 0o644)])
def test_answers_are_for_their_owner_and_reports_for_everyone(tmp_path: Path, mode: int, expected: int) -> None:
    path = tmp_path / "x"
    path.touch(0o666)
    storage.replace(path, "text", mode)
    assert stat.S_IMODE(path.stat().st_mode) == expected


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    link.symlink_to(target)
    storage.replace(link, "after")
    assert link.is_symlink()
    assert target.read_text() == "after"


def test_in_a_folder_that_is_read_only_nothing_changes_and_the_error_says_where(open_folder: Path) -> None:
    path = open_folder / "x"
    path.write_text("before")
    open_folder.chmod(0o555)
    with without_privileges(), pytest.raises(OutputError) as caught:
        storage.replace(path, "after")
    assert (caught.value.message, caught.value.hint) == (f"{path} cannot be written: Permission denied", HINT)
    assert (path.read_text(), names(open_folder)) == ("before", ["x"])


@pytest.mark.parametrize("failing", ["fsync", "open"])
def test_on_a_full_disk_nothing_changes_and_no_draft_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = tmp_path / "x"
    path.write_text("before")

    def full(*arguments: object, **named: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(OutputError) as caught:
        storage.replace(path, "after")
    monkeypatch.undo()
    assert (caught.value.message, caught.value.hint) == (f"{path} cannot be written: No space left on device", HINT)
    assert (path.read_text(), names(tmp_path)) == ("before", ["x"])


def test_what_breaks_a_save_off_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_text("before")

    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        storage.replace(path, "after")
    assert (path.read_text(), names(tmp_path)) == ("before", ["x"])


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "no" / "x"
    with pytest.raises(OutputError) as caught:
        storage.replace(path, "after")
    assert caught.value.message == f"{path} cannot be written: No such file or directory"
    assert caught.value.hint == f"Make the folder {tmp_path / 'no'}, or choose another place."


# One writer at a time.


def test_a_lock_is_held_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for _ in range(2):
        with storage.only_writer(path):
            assert names(tmp_path) == ["x.lock"]
            assert stat.S_IMODE((tmp_path / "x.lock").stat().st_mode) == 0o600
        assert names(tmp_path) == []


def test_the_lock_is_let_go_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), storage.only_writer(tmp_path / "x"):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["x", "link"])
def test_a_second_process_is_told_whatever_name_it_uses(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "x")
    (tmp_path / "x").write_text("before")
    path = tmp_path / name
    with held_elsewhere(tmp_path / "x"):
        with pytest.raises(InputError) as caught, storage.only_writer(path):
            pytest.fail("two hold it")
        assert (tmp_path / "x.lock").exists()
    assert caught.value.message == f"{path} is open in another peerkit"
    assert caught.value.hint == "Close the other one first; nothing was changed."


def test_the_lock_of_a_killed_process_stops_nobody(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with held_elsewhere(path) as process:
        process.kill()
        process.wait()
        assert names(tmp_path) == ["x.lock"]
        with storage.only_writer(path):
            assert names(tmp_path) == ["x.lock"]
    assert names(tmp_path) == []


def test_who_takes_the_lock_deletes_the_drafts_of_that_file_alone(tmp_path: Path) -> None:
    ours, others = [".x.y.0a1b2c3d.tmp", ".x.y.ffffffff.tmp"], [".x.z.0a1b2c3d.tmp", ".x.y.tmp", ".x.y.0A1B2C3D.tmp", "x.y.0a1b2c3d.tmp"]
    for name in (*ours, *others):
        (tmp_path / name).touch()
    with storage.only_writer(tmp_path / "x.y"):
        assert names(tmp_path) == sorted([*others, "x.y.lock"])


def test_a_lock_in_a_folder_that_is_read_only_is_an_error(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    path = open_folder / "x"
    with without_privileges(), pytest.raises(OutputError) as caught, storage.only_writer(path):
        pytest.fail("it is held")
    assert caught.value.message == f"{path} cannot be written: Permission denied"


def test_a_disk_that_knows_no_locks_is_not_called_another_peerkit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(descriptor: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = tmp_path / "x"
    with pytest.raises(OutputError) as caught, storage.only_writer(path):
        pytest.fail("it is held")
    assert caught.value.message == f"{path} cannot be written: No locks available"


def test_a_lock_that_was_deleted_while_it_was_waited_for_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x", fcntl.flock
    deleted: list[bool] = []

    def too_late(descriptor: int, how: int) -> None:
        if not deleted:
            (tmp_path / "x.lock").unlink()
            deleted.append(True)
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", too_late)
    with storage.only_writer(path):
        assert names(tmp_path) == ["x.lock"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    listener = threading.Thread(target=lambda: heard.append(pipe.read_text(encoding="utf-8")))
    listener.start()
    storage.replace(pipe, "all of it\n")
    listener.join(timeout=10)
    assert heard == ["all of it\n"]
    assert pipe.is_fifo()
