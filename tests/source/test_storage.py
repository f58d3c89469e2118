from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from peerkit.errors import InputError, OutputError
from peerkit.source.json import storage

READ_ONLY = "Copy the folder to where you can write, or name another place with --output or --file."
HINT = "Make room and check the permissions, or choose another place."
NOBODY = 65534
HOLDER = """
import sys
from pathlib import Path
from peerkit.source.json import storage
with storage.only_writer(Path(sys.argv[1]), warn=print):
    print("held", flush=True)
    sys.stdin.read()
"""

CROWD = """
import os, sys
from pathlib import Path
from peerkit.errors import InputError
from peerkit.source.json import storage
path, done = Path(sys.argv[1]), 0
while done < 50:
    try:
        with storage.only_writer(path, warn=print):
            os.close(os.open(f"{path}.inside", os.O_CREAT | os.O_EXCL))
            os.unlink(f"{path}.inside")
            done += 1
    except InputError:
        pass
"""
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="takes root; faked calls show the same in other tests")
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="takes strace; a faked call shows the same in another test")


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


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


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


def test_answers_are_for_their_owner_however_open_the_file_was(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.touch(0o666)
    path.chmod(0o666)
    storage.replace(path, "text")
    assert mode_of(path) == 0o600


@pytest.mark.parametrize("before", [None, 0o600, 0o640, 0o644, 0o400])
@pytest.mark.parametrize("mode", [storage.OWNER_ONLY, storage.SHARED])
def test_what_is_written_over_stays_as_open_to_others_as_it_is(tmp_path: Path, mode: int, before: int | None) -> None:
    path = tmp_path / "x"
    if before is not None:
        path.touch()
        path.chmod(before)
    with storage.opened(path, mode, keeps_mode=True) as place:
        place.put(b"text")
    assert (mode_of(path), path.read_text()) == (mode if before is None else before, "text")


def test_a_group_that_cannot_be_kept_is_no_reason_to_let_another_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x", os.fstat

    def of_another_group(descriptor: int) -> os.stat_result:
        values = list(real(descriptor))
        values[stat.ST_GID] += 1
        return os.stat_result(values)

    path.touch()
    path.chmod(0o660)
    monkeypatch.setattr(os, "fstat", of_another_group)
    with storage.opened(path, keeps_mode=True) as place:
        place.put(b"text")
    assert mode_of(path) == 0o600


@needs_root
def test_answers_that_root_goes_on_with_stay_their_owners(open_folder: Path) -> None:
    path = open_folder / "x"
    path.touch()
    os.chown(path, NOBODY, NOBODY)
    storage.replace(path, "text")
    assert (path.stat().st_uid, path.stat().st_gid, mode_of(path)) == (NOBODY, NOBODY, 0o600)


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
    assert (caught.value.message, caught.value.hint) == (f"{path} cannot be written: Permission denied", READ_ONLY)
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


# What is saved is saved, and what is not is not.


def failing(code: int, *, when: Callable[[int], bool] = lambda _descriptor: True) -> Callable[[int], None]:
    """Return an fsync that fails with an error, for those descriptors."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if when(descriptor):
            raise OSError(code, os.strerror(code))
        real(descriptor)

    return fsync


def is_a_folder(descriptor: int) -> bool:
    return stat.S_ISDIR(os.fstat(descriptor).st_mode)


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EIO, errno.EACCES, errno.ENOSYS])
def test_a_folder_that_cannot_be_flushed_is_no_failure_of_what_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(os, "fsync", failing(code, when=is_a_folder))
    storage.replace(tmp_path / "x", "after")
    assert ((tmp_path / "x").read_text(), names(tmp_path)) == ("after", ["x"])


def test_a_folder_that_cannot_be_opened_is_no_failure_of_what_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def no_folders(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", no_folders)
    storage.replace(tmp_path / "x", "after")
    assert ((tmp_path / "x").read_text(), names(tmp_path)) == ("after", ["x"])


@needs_root
@pytest.mark.parametrize("mode", [0o333, 0o733])
def test_a_drop_folder_that_nobody_may_look_into_takes_answers(open_folder: Path, mode: int) -> None:
    open_folder.chmod(mode)
    path = open_folder / "x"
    with without_privileges():
        for text in ("before", "after"):
            with storage.only_writer(path, warn=pytest.fail):
                storage.replace(path, text)
    assert (path.read_text(), names(open_folder)) == ("after", ["x"])


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.ENOSYS])
def test_a_drive_that_knows_no_flush_takes_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(os, "fsync", failing(code))
    storage.replace(tmp_path / "x", "after")
    assert (tmp_path / "x").read_text() == "after"


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EDQUOT])
def test_a_flush_that_fails_before_the_new_text_stands_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    path = tmp_path / "x"
    path.write_text("before")
    monkeypatch.setattr(os, "fsync", failing(code))
    with pytest.raises(OutputError) as caught:
        storage.replace(path, "after")
    assert caught.value.message == f"{path} cannot be written: {os.strerror(code)}"
    assert (path.read_text(), names(tmp_path)) == ("before", ["x"])


@needs_strace
def test_the_system_itself_may_refuse_to_flush_a_folder(tmp_path: Path) -> None:
    path = tmp_path / "x"
    code = "import sys; from pathlib import Path; from peerkit.source.json import storage; storage.replace(Path(sys.argv[1]), 'after')"
    refused = ["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EINVAL"]
    subprocess.run([*refused, sys.executable, "-c", code, str(path)], check=True, timeout=60)
    assert (path.read_text(), names(tmp_path)) == ("after", ["x"])


@needs_root
def test_on_a_drive_that_is_really_full_nothing_changes(tmp_path: Path) -> None:
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], check=False, capture_output=True).returncode:
        pytest.skip("no drive can be mounted here; a faked one is full above")
    try:
        path = tmp_path / "x"
        path.write_text("before")
        with pytest.raises(OutputError) as caught:
            storage.replace(path, "x" * 100_000)
        with pytest.raises(OutputError), storage.opened(path, room=100_000):
            pytest.fail("there is room")
        assert caught.value.message == f"{path} cannot be written: No space left on device"
        assert (path.read_text(), names(tmp_path)) == ("before", ["x"])
    finally:
        subprocess.run(["umount", tmp_path], check=True)


# Somewhere to put a result, made sure of before.


def test_until_a_result_is_put_nobody_can_read_it_and_room_is_taken_for_it(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with storage.opened(path, room=9_000) as place:
        [draft] = tmp_path.iterdir()
        assert draft.read_bytes() == bytes(9_000)
        assert not place.is_seen
        place.put(b"all of it")
        assert place.is_seen
    assert (path.read_text(), names(tmp_path)) == ("all of it", ["x"])


def test_what_a_killed_run_left_of_a_result_is_deleted_by_a_later_one(tmp_path: Path) -> None:
    for name in (".x.00000000.tmp", ".x.11111111.tmp"):
        (tmp_path / name).touch()
    os.utime(tmp_path / ".x.00000000.tmp", (1, 1))
    with storage.opened(tmp_path / "x", keeps_mode=True) as place:
        place.put(b"all of it")
    assert names(tmp_path) == [".x.11111111.tmp", "x"]


def test_what_is_not_put_leaves_nothing(tmp_path: Path) -> None:
    with storage.opened(tmp_path / "x", room=9_000):
        pass
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_a_file_is_found_out_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught, storage.opened(tmp_path):
        pytest.fail("it is open")
    assert caught.value.message == f"{tmp_path} cannot be written: Is a directory"


def test_where_the_last_step_fails_nobody_has_seen_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(draft: Path, target: Path) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(OutputError), storage.opened(tmp_path / "x") as place:
        place.put(b"all of it")
    assert not place.is_seen
    assert names(tmp_path) == []


def test_a_share_that_has_done_it_and_says_otherwise_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x", os.replace
    path.write_text("before")

    def reply_lost(draft: Path, target: Path) -> None:
        real(draft, target)
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    monkeypatch.setattr(os, "replace", reply_lost)
    with storage.opened(path) as place:
        place.put(b"after")
        assert place.is_seen
    assert (path.read_text(), names(tmp_path)) == ("after", ["x"])


def test_a_link_that_leads_to_itself_is_an_error_and_no_riddle(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.symlink_to(path)
    with pytest.raises(OutputError) as caught:
        storage.replace(path, "text")
    assert caught.value.message == f"{path} cannot be written: Too many levels of symbolic links"
    with pytest.raises(OutputError), storage.only_writer(path, warn=pytest.fail):
        pytest.fail("it is held")


# Another program that holds a file for a moment.


def busy(times: int, code: int, act: Callable[..., Any]) -> Callable[..., Any]:
    """Return what fails so many times before it does its work."""
    left = [times]

    def wait(*arguments: Any, **named: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise OSError(code, os.strerror(code))
        return act(*arguments, **named)

    return wait


@pytest.mark.parametrize(("code", "windows"), [(errno.EBUSY, False), (errno.ETXTBSY, False), (errno.EACCES, True), (errno.EBUSY, True)])
def test_a_file_that_another_program_holds_is_tried_again_for_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, windows: bool
) -> None:
    path, waited, real = tmp_path / "x", list[float](), os.replace
    path.write_text("before")
    monkeypatch.setattr(storage, "_ON_WINDOWS", windows)
    monkeypatch.setattr(os, "replace", busy(3, code, real))
    storage.replace(path, "after", sleep=waited.append)
    assert (path.read_text(), len(waited)) == ("after", 3)

    monkeypatch.setattr(os, "replace", busy(1_000, code, real))
    waited.clear()
    with pytest.raises(OutputError):
        storage.replace(path, "never", sleep=waited.append)
    assert sum(waited) == pytest.approx(1)
    assert (path.read_text(), names(tmp_path)) == ("after", ["x"])


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EXDEV, errno.EIO])
def test_what_will_not_pass_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(os, "replace", busy(1, code, os.replace))
    with pytest.raises(OutputError):
        storage.replace(tmp_path / "x", "after", sleep=lambda _seconds: pytest.fail("waited"))


# One writer at a time.


def test_a_lock_is_held_and_let_go(tmp_path: Path) -> None:
    path = tmp_path / "x"
    for _ in range(2):
        with storage.only_writer(path, warn=print):
            assert names(tmp_path) == ["x.lock"]
            assert stat.S_IMODE((tmp_path / "x.lock").stat().st_mode) == 0o600
        assert names(tmp_path) == []


def test_the_lock_is_let_go_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), storage.only_writer(tmp_path / "x", warn=print):
        raise KeyboardInterrupt
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["x", "link"])
def test_a_second_process_is_told_whatever_name_it_uses(tmp_path: Path, name: str) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "x")
    (tmp_path / "x").write_text("before")
    path = tmp_path / name
    with held_elsewhere(tmp_path / "x"):
        with pytest.raises(InputError) as caught, storage.only_writer(path, warn=print):
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
        with storage.only_writer(path, warn=print):
            assert names(tmp_path) == ["x.lock"]
    assert names(tmp_path) == []


def test_who_takes_the_lock_deletes_the_drafts_of_that_file_alone(tmp_path: Path) -> None:
    ours, others = [".x.y.0a1b2c3d.tmp", ".x.y.ffffffff.tmp"], [".x.z.0a1b2c3d.tmp", ".x.y.tmp", ".x.y.0A1B2C3D.tmp", "x.y.0a1b2c3d.tmp"]
    for name in (*ours, *others):
        (tmp_path / name).touch()
    with storage.only_writer(tmp_path / "x.y", warn=print):
        assert names(tmp_path) == sorted([*others, "x.y.lock"])


def test_a_lock_in_a_folder_that_is_read_only_is_an_error(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    path = open_folder / "x"
    with without_privileges(), pytest.raises(OutputError) as caught, storage.only_writer(path, warn=print):
        pytest.fail("it is held")
    assert caught.value.message == f"{path} cannot be written: Permission denied"


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_a_drive_that_knows_no_locks_is_worked_on_with_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(fcntl, "flock", no_locks(code))
    path, heard = tmp_path / "x", list[str]()
    with storage.only_writer(path, warn=heard.append):
        assert names(tmp_path) == []
        storage.replace(path, "after")
    assert heard == [
        f"warning: two windows cannot be told apart here, since the drive of {path} knows no locks. "
        "Work on these answers in one window only."
    ]
    assert names(tmp_path) == ["x"]


def test_where_no_lock_says_whose_a_draft_is_only_an_old_one_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (".x.00000000.tmp", ".x.11111111.tmp"):
        (tmp_path / name).touch()
    os.utime(tmp_path / ".x.00000000.tmp", (1, 1))
    monkeypatch.setattr(fcntl, "flock", no_locks(errno.ENOLCK))
    with storage.only_writer(tmp_path / "x", warn=lambda _text: None):
        assert names(tmp_path) == [".x.11111111.tmp"]


def test_a_drive_that_fails_is_not_taken_for_one_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", no_locks(errno.EIO))
    path = tmp_path / "x"
    with pytest.raises(OutputError) as caught, storage.only_writer(path, warn=pytest.fail):
        pytest.fail("it is held")
    assert caught.value.message == f"{path} cannot be written: Input/output error"


def no_locks(code: int) -> Callable[[int, int], None]:
    """Return a flock that always fails with an error."""

    def flock(descriptor: int, how: int) -> None:
        raise OSError(code, os.strerror(code))

    return flock


def test_where_nothing_open_can_be_deleted_the_lock_is_closed_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deletes, locks, descriptors = Path.unlink, fcntl.flock, list[int]()

    def noted(descriptor: int, how: int) -> None:
        descriptors.append(descriptor)
        locks(descriptor, how)

    def as_on_windows(path: Path, missing_ok: bool = False) -> None:
        with contextlib.suppress(OSError):
            os.fstat(descriptors[-1])
            raise AssertionError(f"{path} is open and cannot be deleted")
        deletes(path, missing_ok=missing_ok)

    monkeypatch.setattr(fcntl, "flock", noted)
    monkeypatch.setattr(Path, "unlink", as_on_windows)
    monkeypatch.setattr(storage, "_ON_WINDOWS", True)
    with storage.only_writer(tmp_path / "x", warn=pytest.fail):
        assert names(tmp_path) == ["x.lock"]
    assert names(tmp_path) == []


def test_of_many_processes_one_at_a_time_is_in(tmp_path: Path) -> None:
    runs = [subprocess.Popen([sys.executable, "-c", CROWD, str(tmp_path / "x")], stderr=subprocess.PIPE) for _ in range(4)]
    told = [run.communicate(timeout=60)[1].decode() for run in runs]
    assert told == [""] * 4
    assert names(tmp_path) == []


def test_a_lock_that_was_deleted_while_it_was_waited_for_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real = tmp_path / "x", fcntl.flock
    deleted: list[bool] = []

    def too_late(descriptor: int, how: int) -> None:
        if not deleted:
            (tmp_path / "x.lock").unlink()
            deleted.append(True)
        real(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", too_late)
    with storage.only_writer(path, warn=print):
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
