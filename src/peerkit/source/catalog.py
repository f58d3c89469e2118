"""Where frameworks come from: a folder that is named, the folder `frameworks` here, and the ones that come with peerkit.

Resolved per id; the first place that has it wins.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from peerkit.errors import InputError, UsageError, did_you_mean
from peerkit.model.constraints import LONGEST_ID
from peerkit.model.framework import Framework
from peerkit.source import bounds, reading

if TYPE_CHECKING:
    from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
    from peerkit.model.plan import Barriers

VARIABLE = "PEERKIT_FRAMEWORKS"
_HERE = Path(__file__).resolve()


@dataclass(frozen=True)
class Found:
    """A framework with the file it was read from."""

    framework: Framework
    path: Path
    reading: reading.Reading
    built_in: bool

    @property
    def digest(self) -> str:
        """What identifies the framework's content; computed when it is asked for."""
        return self.reading.digest


@dataclass(frozen=True)
class Listing:
    """The frameworks that can be used, by id in alphabetical order, and the files that cannot be read."""

    found: tuple[Found, ...]
    broken: tuple[InputError, ...]


def built_in_folder() -> Path:
    """Return the folder of the frameworks that come with peerkit: inside the package, or of the checkout it is run from."""
    packaged = _HERE.parents[1] / "frameworks"
    return packaged if packaged.is_dir() else _HERE.parents[3] / "frameworks"


def folders(named: Path | None) -> tuple[Path, ...]:
    """Return the folders to look in, best first; `named` is the one the person gave, if any.

    Raises:
        InputError: when the named folder is not there.

    """
    chosen = named or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if chosen is not None and not chosen.is_dir():
        raise InputError(f"there is no folder {chosen}", f"Check --frameworks or {VARIABLE}.")
    places = (chosen, Path("frameworks"), built_in_folder())
    return tuple(place for place in places if place is not None and place.is_dir())


def load(name: str, named_folder: Path | None = None) -> Found:
    """Return the framework called `name`: an id, or the path of a file.

    Raises:
        UsageError: when no framework has that id.
        InputError: when the file cannot be read or used.

    """
    if is_path(name):
        return _read(Path(name))
    places = folders(named_folder)
    for folder in places if len(name) <= LONGEST_ID else ():
        path = folder / f"{name}.yaml"
        if path.is_file() and reading.claims_a_format(reading.read_bytes(path)):
            return _named(name, _read(path))
    known = sorted({path.stem for folder in places for path in framework_files(folder)})
    raise UsageError(f'there is no framework called "{name}"', did_you_mean(name, known, f"There are {', '.join(known)}."))


def list_all(named_folder: Path | None = None) -> Listing:
    """Return every framework that can be used, and why others cannot.

    Raises:
        InputError: when the named folder is not there, or a folder holds more files than the reader takes.

    """
    found: dict[str, Found] = {}
    broken: dict[str, InputError] = {}
    for folder in folders(named_folder):
        for path in framework_files(folder):
            if path.stem in found or path.stem in broken:
                continue
            try:
                found[path.stem] = _named(path.stem, _read(path))
            except InputError as error:
                broken[path.stem] = error
    return Listing(tuple(found[name] for name in sorted(found)), tuple(broken[name] for name in sorted(broken)))


def built_in_themes() -> Themes:
    """Return the themes that come with peerkit."""
    from peerkit.model.crosswalk import Themes

    themes, _ = reading.read_file(built_in_folder() / "themes.yaml", Themes)
    return themes


def built_in_indicators(name: str) -> frozenset[str] | None:
    """Return the ids of the indicators of a framework that comes with peerkit; None where none is called `name`."""
    path = built_in_folder() / f"{name}.yaml"
    if not path.is_file() or not _is_framework(reading.read_bytes(path)):
        return None
    return frozenset(_read(path).framework.by_id)


def load_outline(found: Found) -> SourceOutline:
    """Return the outline of a framework's document, from the folder `sources` beside its file.

    Raises:
        InputError: when there is none, or it cannot be used.

    """
    from peerkit.model.crosswalk import SourceOutline

    path = found.path.parent / "sources" / f"{found.framework.id}.yaml"
    if not path.is_file():
        raise InputError(
            f"the document of {found.framework.id} has no outline", f"An outline is a file {path}; see `peerkit schema source`."
        )
    outline, _ = reading.read_file(path, SourceOutline)
    return outline


def load_themes(named_folder: Path | None = None) -> Themes:
    """Return the themes: those of the first folder that has any.

    Raises:
        InputError: when they cannot be used.

    """
    from peerkit.model.crosswalk import Themes

    themes, _ = reading.read_file(_first("themes.yaml", named_folder), Themes)
    return themes


def load_crosswalk(named_folder: Path | None = None) -> Crosswalk:
    """Return the crosswalk: that of the first folder that has one.

    Raises:
        InputError: when it cannot be used.

    """
    from peerkit.model.crosswalk import Crosswalk

    crosswalk, _ = reading.read_file(_first("crosswalk.yaml", named_folder), Crosswalk)
    return crosswalk


def load_barriers(named_folder: Path | None = None) -> Barriers:
    """Return what gets in the way of each theme: the barriers of the first folder that has any.

    Raises:
        InputError: when they cannot be used.

    """
    from peerkit.model.plan import Barriers

    barriers, _ = reading.read_file(_first("barriers.yaml", named_folder), Barriers)
    return barriers


def _first(name: str, named_folder: Path | None) -> Path:
    candidates = [folder / name for folder in folders(named_folder)]
    return next((path for path in candidates if path.is_file()), built_in_folder() / name)


def is_path(name: str) -> bool:
    """Whether a framework argument is a path and not an id."""
    return "/" in name or os.sep in name or name.endswith((".yaml", ".yml"))


def is_file_name(name: str) -> bool:
    """Whether an argument that may be `framework/indicator` is the path of a framework's file."""
    return name.endswith((".yaml", ".yml")) or name.startswith((".", os.sep))


def framework_files(folder: Path) -> Sequence[Path]:
    """Return a folder's files that say they are frameworks, or cannot be read, sorted by name.

    Raises:
        InputError: when the folder holds more files than the reader takes.

    """
    paths = sorted(folder.glob("*.yaml"))
    if len(paths) > bounds.MOST_FILES:
        raise InputError(f"{folder} holds more than {bounds.MOST_FILES:,} files", "Check that it is the right folder.")
    return [path for path in paths if path.is_file() and _may_be_framework(path)]


def _may_be_framework(path: Path) -> bool:
    """Whether a file says that it is a framework; one that cannot be read may be one, and who reads it is told why it cannot be used."""
    try:
        return _is_framework(reading.read_bytes(path))
    except InputError:
        return True


def _is_framework(raw: bytes) -> bool:
    return reading.claims_a_format(raw) and b"peerkit/framework/" in raw


def _named(name: str, found: Found) -> Found:
    """Return `found` if it has the id its file is named after: everything else goes by the file's name."""
    if found.framework.id != name:
        raise InputError(f"{found.path} says that its id is {found.framework.id}", f"Rename the file, or write id: {name} in it.")
    return found


def _read(path: Path) -> Found:
    framework, read = reading.read_file(path, Framework)
    return Found(framework, path, read, path.resolve().parent == built_in_folder())
