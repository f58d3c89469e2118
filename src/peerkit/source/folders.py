"""Find the files that a path given to `lint` means, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peerkit.errors import InputError
from peerkit.source import bounds, reading

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file's name, with `/` as people write it, and its bytes.

    It is `explicit` when it was named itself; it is `beside` when it is only looked at for the sake of one that was.
    """

    name: str
    raw: bytes
    explicit: bool
    beside: bool = False


def read_for_lint(path: Path) -> Iterator[FoundFile]:
    """Yield the file at `path` with what lies beside it, or every YAML file in the folder there and in the folders in it.

    Raises:
        InputError: when there is nothing at `path`, a file cannot be read, or the folder holds too many files.

    """
    if path.is_dir():
        for inner in _yaml_files(path):
            yield FoundFile(inner.as_posix(), reading.read_bytes(inner), explicit=False)
    elif path.exists():
        yield FoundFile(path.as_posix(), reading.read_bytes(path), explicit=True)
        for inner in _beside(path):
            yield FoundFile(inner.as_posix(), reading.read_bytes(inner), explicit=False, beside=True)
    else:
        raise InputError(f"there is no file or folder {path}", "Check the path.")


def _yaml_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SUFFIXES and path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            found.append(path)
        if len(found) > bounds.MOST_FILES:
            raise InputError(f"{folder} holds more than {bounds.MOST_FILES:,} files", "Give the folder of the frameworks.")
    return found


def _beside(path: Path) -> list[Path]:
    """Return the themes of a framework's folder, and the outline of its document."""
    candidates = (path.parent / "themes.yaml", path.parent / "sources" / path.name)
    return [candidate for candidate in candidates if candidate.is_file() and candidate != path]
