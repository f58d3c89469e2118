"""Files that hold people's answers: replaced whole or not at all, readable by their owner only, written by one process at a time."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from peerkit.errors import InputError, OutputError, PeerkitError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


OWNER_ONLY = 0o600
SHARED = 0o644


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


def replace(path: Path, text: str | bytes, mode: int = OWNER_ONLY) -> None:
    """Write `text` to `path`, in UTF-8, so that at any moment the file holds either what it held before or all of the new text.

    The new text is flushed to the disk before it takes the place of the old one. Only its owner can read the file, unless `mode` says
    otherwise. What is no file, such as a device or a pipe, is written to and stays what it is.

    Raises:
        OutputError: when the text cannot be written; the file is then as it was.

    """
    raw = text.encode("utf-8") if isinstance(text, str) else text
    target = path.resolve()
    if target.exists() and not target.is_file() and not target.is_dir():
        _write_into(path, raw)
        return
    draft = target.with_name(f".{target.name}.{os.urandom(4).hex()}.tmp")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(raw)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise _cannot_write(path, error) from error
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _write_into(path: Path, raw: bytes) -> None:
    try:
        with path.open("wb") as stream:
            stream.write(raw)
    except OSError as error:
        raise _cannot_write(path, error) from error


@contextlib.contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the file `<path>.lock` while the answers in `path` are worked on, and delete what a killed process left half-written.

    The answers' own file cannot be locked, since every save puts a new file in its place.

    Raises:
        InputError: when another process holds it.
        OutputError: when nothing can be written beside `path`.

    """
    target = path.resolve()
    lock = target.with_name(f"{target.name}.lock")
    descriptor = _held(lock, path)
    try:
        _delete_drafts(target)
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink(missing_ok=True)
        os.close(descriptor)


def _held(lock: Path, path: Path) -> int:
    """Return the descriptor of the lock file, held; its last holder may delete it while we open it, so look whether ours is there."""
    while True:
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        except OSError as error:
            raise _cannot_write(path, error) from error
        try:
            _try_lock(descriptor)
        except (BlockingIOError, PermissionError) as error:
            os.close(descriptor)
            raise InputError(f"{path} is open in another peerkit", "Close the other one first; nothing was changed.") from error
        except OSError as error:
            os.close(descriptor)
            raise _cannot_write(path, error) from error
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), lock.stat()):
                return descriptor
        os.close(descriptor)


def _delete_drafts(target: Path) -> None:
    """Delete the drafts of `target`; whoever holds its lock is the only one who writes them."""
    draft = re.compile(rf"\.{re.escape(target.name)}\.[0-9a-f]{{8}}\.tmp")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if draft.fullmatch(entry.name):
                Path(entry).unlink()


def _flush_folder(folder: Path) -> None:
    """Flush the folder's entry, where the system can: after a power cut the new file is there."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _cannot_write(path: Path, error: OSError) -> PeerkitError:
    reason = error.strerror or str(error)
    missing = isinstance(error, FileNotFoundError) and not path.parent.exists()
    what = f"Make the folder {path.parent}" if missing else "Make room and check the permissions"
    return OutputError(f"{path} cannot be written: {reason}", f"{what}, or choose another place.")
