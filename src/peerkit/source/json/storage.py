"""Files that hold people's answers: replaced whole or not at all, for their owner only, and written by one process at a time."""

from __future__ import annotations

import contextlib
import errno
import math
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol, TypeVar

from peerkit.errors import InputError, OutputError, PeerkitError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


OWNER_ONLY: Final = 0o600
SHARED: Final = 0o644
NO_LOCKS: Final = (
    "warning: two windows cannot be told apart here, since the drive of {path} knows no locks. Work on these answers in one window only."
)
_PERMISSIONS: Final = 0o777
_GROUP: Final = 0o070
_ON_WINDOWS = sys.platform == "win32"
_UNKNOWN_TO_THE_DRIVE: Final = frozenset({errno.EINVAL, errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a drive says that knows no flush, or no locks; a full or failing one says something else."""
_HELD_FOR_A_MOMENT: Final = frozenset({errno.EBUSY, errno.ETXTBSY})
_WAITS: Final = (0.05,) * 20
"""Seconds between tries while another program holds a file, such as one that looks for viruses: a second in all."""
_ANOTHER_WINDOWS: Final = 3_600.0
"""Seconds after which a draft is nobody's any more, where no lock says so."""
Done = TypeVar("Done")
Sleep = Callable[[float], None]


class Place(Protocol):
    """Somewhere that a result can be written to, once. `is_seen` is whether anybody may have read any of it: never False when in doubt."""

    is_seen: bool

    def put(self, raw: bytes) -> None:
        """Write all of `raw`. Raises OSError."""


def read_bytes(path: Path, most: int) -> bytes:
    """Return a file's bytes.

    Raises:
        InputError: when it cannot be read or has more than `most` bytes.

    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except FileNotFoundError as error:
        raise InputError(f"{path} is not there", "Check the path.") from error
    except IsADirectoryError as error:
        raise InputError(f"{path} is a folder", "Give the file in it.") from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}", "Check its permissions.") from error
    if len(raw) > most:
        raise InputError(f"{path} is larger than {most:,} bytes", "Check that it is the right file.")
    return raw


def replace(path: Path, text: str | bytes, *, sleep: Sleep = time.sleep) -> None:
    """Write answers to `path`, in UTF-8, so that at any moment the file holds either what it held before or all of the new text.

    The new text is flushed to the disk before it takes the place of the old one; once it has, it is saved, whatever becomes of its
    folder. Only its owner can read the file. What is no file, such as a device or a pipe, is written to and stays what it is.

    Raises:
        OutputError: when the text cannot be written; a file is then as it was, and a device or a pipe may have got some of it.

    """
    with opened(path, sleep=sleep) as place:
        place.put(text.encode("utf-8") if isinstance(text, str) else text)


def create(path: Path, text: str) -> None:
    """Write a text to a new file, in UTF-8, whole or not at all, open to whom new files are.

    Raises:
        FileExistsError: when something is there already.
        OSError: when it cannot be written.

    """
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        with draft.open("xb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            _flush(stream.fileno())
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            raise
        except OSError:
            # NOTE: not every drive knows that a file can have two names.
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            draft.replace(path)
        _flush_folder(path.parent)
    finally:
        _delete(draft)


@contextlib.contextmanager
def opened(path: Path, mode: int = OWNER_ONLY, *, keeps_mode: bool = False, room: int = 0, sleep: Sleep = time.sleep) -> Iterator[Place]:
    """Make sure that `path` can be written to, with `room` bytes on the disk, and give the place to `put` them; until then nothing changes.

    A new file gets the mode; one that is there gets it too, or, with `keeps_mode`, stays as open to others as it is. Its group stays, where
    that can be, and where root writes its owner does as well. With `keeps_mode` no lock is needed: what a killed process left half-written
    is deleted once it is old.

    Raises:
        OutputError: when it cannot be written, here or in the body; see `replace` for how it is left.

    """
    try:
        target = _resolved(path)
        is_special = target.exists() and not target.is_file() and not target.is_dir()
        place = _Device(path) if is_special else _Draft(target, mode, sleep, keeps_mode=keeps_mode)
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        place.make_room(room)
        if keeps_mode:
            _delete_drafts(target, time.time() - _ANOTHER_WINDOWS)
        yield place
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        place.leave()


class _Draft:
    """A file beside another, whose place it takes when it is whole. Holds nothing of the result before it is put."""

    def __init__(self, target: Path, mode: int, sleep: Sleep, *, keeps_mode: bool) -> None:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        self.is_seen = False
        self.target = target
        self.sleep = sleep
        self.path = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
        before = target.stat() if target.exists() else None
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY if before else mode)
        self.stream = os.fdopen(descriptor, "wb")
        if before is not None and not _ON_WINDOWS:
            _take_after(before, descriptor, before.st_mode & _PERMISSIONS if keeps_mode else mode)

    def make_room(self, size: int) -> None:
        """Take space on the disk, so that it is not missing later; what stands in it says nothing."""
        self.stream.write(bytes(size))
        self.stream.flush()
        self.stream.seek(0)

    def put(self, raw: bytes) -> None:
        """See `Place`."""
        self.stream.write(raw)
        self.stream.truncate()
        self.stream.flush()
        _flush(self.stream.fileno())
        whole = os.fstat(self.stream.fileno())
        self.stream.close()
        self.is_seen = True
        try:
            _patiently(lambda: self.path.replace(self.target), self.sleep)
        except OSError:
            # NOTE: a share may do what it is asked, lose the reply, and be asked again.
            self.is_seen = _is_at(self.target, whole)
            if not self.is_seen:
                raise
        _flush_folder(self.target.parent)

    def leave(self) -> None:
        """Leave no draft behind, whatever happened."""
        with contextlib.suppress(OSError):
            self.stream.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)


class _Device:
    """A device or a pipe: whoever listens gets what is written at once."""

    def __init__(self, path: Path) -> None:
        self.is_seen = False
        self.stream = path.open("wb")

    def make_room(self, size: int) -> None:
        """Do nothing: there is no room to be taken."""

    def put(self, raw: bytes) -> None:
        """See `Place`."""
        self.is_seen = True
        try:
            # NOTE: one byte goes ahead; where not even that can be written, nobody has seen anything.
            self.stream.write(raw[:1])
            self.stream.flush()
        except OSError:
            self.is_seen = False
            raise
        self.stream.write(raw[1:])
        self.stream.flush()

    def leave(self) -> None:
        """Close it, also where it takes nothing any more."""
        with contextlib.suppress(OSError):
            self.stream.close()


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _is_at(path: Path, file: os.stat_result) -> bool:
    with contextlib.suppress(OSError):
        return os.path.samestat(path.stat(), file)
    return False


def _take_after(before: os.stat_result, descriptor: int, mode: int) -> None:
    """Give a new file a mode, and the owner and group of the file whose place it takes; a group that is another may not read it."""
    with contextlib.suppress(OSError):
        os.fchown(descriptor, before.st_uid if os.geteuid() == 0 else -1, before.st_gid)
    if os.fstat(descriptor).st_gid != before.st_gid:
        mode &= ~_GROUP
    with contextlib.suppress(OSError):
        os.fchmod(descriptor, mode)


def _flush(descriptor: int) -> None:
    """Flush a file to the disk; that a drive knows no such thing is no failure."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNKNOWN_TO_THE_DRIVE:
            raise


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry, where that can be: after a power cut the new file is there. Some folders cannot even be opened."""
    if _ON_WINDOWS:
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _patiently(act: Callable[[], Done], sleep: Sleep) -> Done:
    """Do something, and try again for a second while another program holds the file."""
    for wait in _WAITS:
        try:
            return act()
        except OSError as error:
            if error.errno not in _HELD_FOR_A_MOMENT and not (_ON_WINDOWS and isinstance(error, PermissionError)):
                raise
        sleep(wait)
    return act()


@contextlib.contextmanager
def only_writer(path: Path, warn: Callable[[str], None], *, sleep: Sleep = time.sleep) -> Iterator[None]:
    """Hold the file `<path>.lock` while the answers in `path` are worked on, and delete what a killed process left half-written.

    The answers' own file cannot be locked, since every save puts a new file in its place. Where the drive knows no locks, `warn` is
    told, and the work goes on without.

    Raises:
        InputError: when another process holds it.
        OutputError: when nothing can be written beside `path`.

    """
    try:
        target = _resolved(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    lock = target.with_name(f"{target.name}.lock")
    descriptor = _held(lock, path, sleep)
    if descriptor is None:
        warn(NO_LOCKS.format(path=path))
    try:
        _delete_drafts(target, time.time() - _ANOTHER_WINDOWS if descriptor is None else math.inf)
        yield
    finally:
        if descriptor is not None:
            _let_go(lock, descriptor)


def _held(lock: Path, path: Path, sleep: Sleep) -> int | None:
    """Return the descriptor of the lock file, held, or None where the drive knows no locks.

    Its last holder may delete it while we open it, so look whether ours is there.
    """
    while True:
        try:
            descriptor = _patiently(lambda: os.open(lock, os.O_RDWR | os.O_CREAT, OWNER_ONLY), sleep)
        except OSError as error:
            raise _cannot_write(path, error) from error
        try:
            _try_lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if isinstance(error, (BlockingIOError, PermissionError)):
                raise InputError(f"{path} is open in another peerkit", "Close the other one first; nothing was changed.") from error
            if error.errno not in _UNKNOWN_TO_THE_DRIVE:
                raise _cannot_write(path, error) from error
            _delete(lock)
            return None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        os.close(descriptor)


def _let_go(lock: Path, descriptor: int) -> None:
    """Delete the lock file and close it, in the order in which nobody else can lose it.

    Here it is deleted while it is held: who has opened it meanwhile sees that it is gone. Windows deletes nothing that is open, so
    there it is closed first, and stays where another has it by then.
    """
    if _ON_WINDOWS:
        os.close(descriptor)
        _delete(lock)
    else:
        _delete(lock)
        os.close(descriptor)


def _delete(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def is_draft(path: Path) -> bool:
    """Whether a file is named as what `replace` writes before it takes the place of another."""
    return re.fullmatch(r"\..+\.[0-9a-f]{8}\.tmp", path.name) is not None


def _delete_drafts(target: Path, until: float) -> None:
    """Delete the drafts of `target` from before a time; whoever holds its lock is the only one who writes them."""
    draft = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.tmp")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if draft.fullmatch(entry.name) and entry.stat().st_mtime <= until:
                Path(entry).unlink()


def _cannot_write(path: Path, error: OSError) -> PeerkitError:
    reason = error.strerror or str(error)
    if isinstance(error, FileNotFoundError) and not path.parent.exists():
        hint = f"Make the folder {path.parent}, or choose another place."
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        hint = "Copy the folder to where you can write, or name another place with --output or --file."
    else:
        hint = "Make room and check the permissions, or choose another place."
    return OutputError(f"{path} cannot be written: {reason}", hint)
