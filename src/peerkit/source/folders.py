"""Find the files that a path given to `lint` means, and what lies beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from peerkit.errors import InputError
from peerkit.source import bounds, reading

_SUFFIXES = (".yaml", ".yml")
_IS_CROSSWALK = re.compile(rb"^[\"']?format[\"']?\s*:\s*[\"']?peerkit/crosswalk/", re.MULTILINE)
_HAS_FACTS = re.compile(rb"^[\"']?facts[\"']?\s*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file's name, with `/` as people write it, and its bytes.

    It is `explicit` when it was named itself; it is `beside` when it is only looked at for the sake of one that was.
    """

    name: str
    raw: bytes
    explicit: bool
    beside: bool = False


def read_for_lint(*paths: Path) -> Iterator[FoundFile]:
    """Yield the files at `paths`, then what lies beside them; of a folder every YAML file in it and in the folders in it.

    What lies beside several of them comes once.

    Raises:
        InputError: when there is nothing at a path, a file or a folder cannot be read, or a folder holds too many files.

    """
    found = [file for path in paths for file in _at(path)]
    yield from found
    seen = {file.name for file in found}
    for file in found:
        for path in _beside(file) if file.explicit else ():
            if path.as_posix() not in seen and path.is_file():
                seen.add(path.as_posix())
                yield from _looked_at(path)


def _at(path: Path) -> Iterator[FoundFile]:
    if path.is_dir():
        for inner in _yaml_files(path):
            yield FoundFile(inner.as_posix(), reading.read_bytes(inner), explicit=False)
    elif path.exists():
        yield FoundFile(path.as_posix(), reading.read_bytes(path), explicit=True)
    else:
        raise InputError(f"there is no file or folder {path}", "Check the path.")


def _yaml_files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in (folder, *sorted(folder.rglob("*"))):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            raise InputError(f"{path} cannot be looked into", "Check its permissions.")
        if path.suffix in _SUFFIXES and path.is_file():
            found.append(path)
        if len(found) > bounds.MOST_FILES:
            raise InputError(f"{folder} holds more than {bounds.MOST_FILES:,} files", "Give the folder of the frameworks.")
    return found


def _beside(file: FoundFile) -> Iterator[Path]:
    """Yield where the themes and the outline of a framework, and the framework of an outline would be, and the frameworks to agree with.

    A crosswalk has to agree with all frameworks of its folder, a framework with facts with the others.
    """
    path = Path(file.name)
    yield path.parent / "themes.yaml"
    yield path.parent / "sources" / path.name
    if path.parent.name == "sources":
        yield path.parent.parent / path.name
    if _IS_CROSSWALK.search(file.raw) or _HAS_FACTS.search(file.raw):
        yield from islice(sorted(path.parent.glob("*.yaml")), bounds.MOST_FILES)


def _looked_at(path: Path) -> Iterator[FoundFile]:
    """Yield the file at `path`; nothing where it cannot be read, since nobody has asked about it."""
    try:
        raw = reading.read_bytes(path)
    except InputError:
        return
    yield FoundFile(path.as_posix(), raw, explicit=False, beside=True)
