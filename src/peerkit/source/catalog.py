"""Where frameworks come from: a folder that is named, the folder `frameworks` here, and the ones that come with peerkit.

Resolved per id; the first place that has it wins. Also which files a path given to `lint` means, and where a new framework goes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from peerkit.errors import FileName, InputError, OutputError, UsageError, did_you_mean
from peerkit.model.constraints import LONGEST_ID
from peerkit.model.framework import Framework
from peerkit.source import file_formats
from peerkit.source.yaml import yaml_file

if TYPE_CHECKING:
    from peerkit.model.crosswalk import Crosswalk, SourceOutline, Themes
    from peerkit.model.plan import Barriers

VARIABLE = "PEERKIT_FRAMEWORKS"
SCHEMA_FILE: Final = "schemas/framework.schema.json"
"""Where, beside a framework, its first line tells an editor to look for the schema."""
_HERE: Final = Path(__file__).resolve()
_NEW_FRAMEWORK: Final = _HERE.with_name("new_framework.yaml")
_PLACE: Final = "{id}"
_SUFFIXES = (".yaml", ".yml")
_IS_CROSSWALK = re.compile(rb"^[\"']?format[\"']?\s*:\s*[\"']?peerkit/crosswalk/", re.MULTILINE)
_HAS_FACTS = re.compile(rb"^[\"']?facts[\"']?\s*:", re.MULTILINE)
Shared = TypeVar("Shared")


@dataclass(frozen=True)
class Found:
    """A framework with the file it was read from."""

    framework: Framework
    path: Path
    reading: yaml_file.Reading
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


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's name as it is shown, with `/`, and its bytes.

    One that is not `explicit` was met in a folder: it counts if it is one of ours. One that is `beside` is looked at for the sake of
    others, and nothing is said of it.
    """

    file: str
    raw: bytes
    explicit: bool = True
    beside: bool = False


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


def load(name: str, named_folder: Path | None = None, *, needed_by: Path | None = None) -> Found:
    """Return the framework called `name`: an id, also in capital letters, or the path of a file. `needed_by` are answers that need it.

    Raises:
        UsageError: when no framework has that id, and no file needs it.
        InputError: when the file cannot be read or used, or a file needs it and it is not there.

    """
    if is_path(name):
        path, raw = Path(name), yaml_file.read_bytes(Path(name))
    else:
        path, raw = _file_of(name.lower(), folders(named_folder), needed_by)
    framework, reading = yaml_file.noun_in(raw, path, Framework)
    if not is_path(name):
        _check_id(framework, path)
    return Found(framework, path, reading, path.resolve().parent == built_in_folder())


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
                there = load(str(path))
                _check_id(there.framework, path)
                found[path.stem] = there
            except InputError as error:
                broken[path.stem] = error
    return Listing(tuple(found[name] for name in sorted(found)), tuple(broken[name] for name in sorted(broken)))


def built_in_themes() -> Themes:
    """Return the themes that come with peerkit."""
    from peerkit.model.crosswalk import Themes

    themes, _ = yaml_file.read_file(built_in_folder() / "themes.yaml", Themes)
    return themes


def built_in_indicators(name: str) -> frozenset[str] | None:
    """Return the ids of the indicators of a framework that comes with peerkit; None where none is called `name`."""
    path = built_in_folder() / f"{name}.yaml"
    if not path.is_file() or not _is_framework(yaml_file.read_bytes(path)):
        return None
    return frozenset(load(str(path)).framework.by_id)


def load_outline(found: Found) -> SourceOutline:
    """Return the outline of a framework's document, from the folder `sources` beside its file.

    Raises:
        InputError: when there is none, or it cannot be used.

    """
    from peerkit.model.crosswalk import SourceOutline

    path = _called(found.framework.id, found.path.parent / "sources")
    if not path.is_file():
        raise InputError(
            f"the document of {found.framework.id} has no outline", f"An outline is a file {path}; see `peerkit schema source`."
        )
    outline, _ = yaml_file.read_file(path, SourceOutline)
    return outline


def load_themes(named_folder: Path | None = None) -> Themes:
    """Return the themes: those of the first folder that has any.

    Raises:
        InputError: when they cannot be used.

    """
    from peerkit.model.crosswalk import Themes

    return _first("themes", Themes, named_folder)


def load_crosswalk(named_folder: Path | None = None) -> Crosswalk:
    """Return the crosswalk: that of the first folder that has one. See `load_themes` for its errors."""
    from peerkit.model.crosswalk import Crosswalk

    return _first("crosswalk", Crosswalk, named_folder)


def load_barriers(named_folder: Path | None = None) -> Barriers:
    """Return what gets in the way of each theme: the barriers of the first folder that has any. See `load_themes` for its errors."""
    from peerkit.model.plan import Barriers

    return _first("barriers", Barriers, named_folder)


def is_path(name: str) -> bool:
    """Whether a framework argument is a path and not an id."""
    return "/" in name or os.sep in name or name.endswith(_SUFFIXES)


def is_file_name(name: str) -> bool:
    """Whether an argument that may be `framework/indicator` is the path of a framework's file."""
    return name.endswith(_SUFFIXES) or name.startswith((".", os.sep))


def framework_files(folder: Path) -> Sequence[Path]:
    """Return a folder's files that say they are frameworks, or cannot be read, sorted by name.

    Raises:
        InputError: when the folder holds more files than the reader takes.

    """
    paths = _yaml_in(folder)
    if len(paths) > file_formats.MOST_FILES:
        raise InputError(f"{folder} holds more than {file_formats.MOST_FILES:,} files", "Check that it is the right folder.")
    return [path for path in paths if path.is_file() and _may_be_framework(path)]


def read_for_lint(*paths: Path) -> Iterator[SourceText]:
    """Yield the files at `paths`, then what lies beside them; of a folder every YAML file in it and in the folders in it.

    What lies beside several of them comes once.

    Raises:
        InputError: when there is nothing at a path, a file or a folder cannot be read, or a folder holds too many files.

    """
    found = [file for path in paths for file in _at(path)]
    yield from found
    seen = {file.file for file in found}
    for file in found:
        for path in _beside(file) if file.explicit else ():
            if path.as_posix() not in seen and path.is_file():
                seen.add(path.as_posix())
                yield from _looked_at(path)


def framework_text(name: str) -> str:
    """Return the file of a framework called `name`, an id: it has every part, lint finds nothing in it, and comments say what to write."""
    return _NEW_FRAMEWORK.read_text(encoding="utf-8").replace(_PLACE, name)


def start_framework(folder: Path, name: str) -> Path:
    """Write the file of a framework called `name`, an id, into a folder, which is made if need be, and return its path.

    The schema goes beside it; one that is there already stays as it is. Each is written whole or not at all.

    Raises:
        InputError: when the framework's file is there already.
        OutputError: when something cannot be written.

    """
    import json

    from peerkit.source.file_formats import schema
    from peerkit.source.json import storage

    path, beside = _called(name, folder), folder / SCHEMA_FILE
    if os.path.lexists(path):
        raise _is_there(path)
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise _is_there(beside.parent) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    # NOTE: the framework comes last; where one of the two cannot be written, the same command can be run again.
    try:
        storage.create(beside, f"{json.dumps(schema('framework'), ensure_ascii=False, indent=2)}\n")
    except FileExistsError:
        pass
    except OSError as error:
        raise _cannot_write(beside, error) from error
    try:
        storage.create(path, framework_text(name))
    except FileExistsError as error:
        raise _is_there(path) from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    return path


def _file_of(name: str, places: Sequence[Path], needed_by: Path | None) -> tuple[Path, bytes]:
    """Return the file of the framework that has an id, in the first of these places that has it, and its bytes. See `load`."""
    for folder in places if len(name) <= LONGEST_ID else ():
        path = _called(name, folder)
        if path.is_file() and yaml_file.claims_a_format(raw := yaml_file.read_bytes(path)):
            return path, raw
    known = sorted({path.stem for folder in places for path in framework_files(folder)})
    hint = did_you_mean(name, known, f"There are {', '.join(known)}.")
    if needed_by is None:
        raise UsageError(f'there is no framework called "{name}"', hint)
    hint = f"{hint} Give its folder with --frameworks, or read the answers:"
    raise InputError(f"{needed_by} needs the framework {name}, and it is not there", hint, ("show", FileName(needed_by)))


def _called(name: str, folder: Path) -> Path:
    """Return where a folder's file of a name is, or would be: it ends in `.yaml`; one in `.yml` is found where there is no such file."""
    first, *others = (folder / f"{name}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in (first, *others) if os.path.lexists(path)), first)


def _yaml_in(folder: Path) -> list[Path]:
    return sorted(path for suffix in _SUFFIXES for path in folder.glob(f"*{suffix}"))


def _check_id(framework: Framework, path: Path) -> None:
    """Refuse a framework that has another id than its file is named after: everything else goes by the file's name."""
    if framework.id != path.stem:
        raise InputError(f"{path} says that its id is {framework.id}", f"Rename the file, or write id: {path.stem} in it.")


def _first(name: str, noun: type[Shared], named_folder: Path | None) -> Shared:
    """Return what a file shared by all frameworks holds: that of the first folder that has one."""
    candidates = [_called(name, folder) for folder in folders(named_folder)]
    path = next((path for path in candidates if path.is_file()), _called(name, built_in_folder()))
    return yaml_file.read_file(path, noun)[0]


def _may_be_framework(path: Path) -> bool:
    """Whether a file says that it is a framework; one that cannot be read may be one, and who reads it is told why it cannot be used."""
    try:
        return _is_framework(yaml_file.read_bytes(path))
    except InputError:
        return True


def _is_framework(raw: bytes) -> bool:
    return yaml_file.claims_a_format(raw) and b"peerkit/framework/" in raw


def _at(path: Path) -> Iterator[SourceText]:
    if path.is_dir():
        for inner in _yaml_files(path):
            yield SourceText(inner.as_posix(), yaml_file.read_bytes(inner), explicit=False)
    elif path.exists():
        yield SourceText(path.as_posix(), yaml_file.read_bytes(path), explicit=True)
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
        if len(found) > file_formats.MOST_FILES:
            raise InputError(f"{folder} holds more than {file_formats.MOST_FILES:,} files", "Give the folder of the frameworks.")
    return found


def _beside(file: SourceText) -> Iterator[Path]:
    """Yield where the themes and the outline of a framework, and the framework of an outline would be, and the frameworks to agree with.

    A crosswalk has to agree with all frameworks of its folder, a framework with facts with the others.
    """
    path = Path(file.file)
    yield _called("themes", path.parent)
    yield _called(path.stem, path.parent / "sources")
    if path.parent.name == "sources":
        yield _called(path.stem, path.parent.parent)
    if _IS_CROSSWALK.search(file.raw) or _HAS_FACTS.search(file.raw):
        yield from islice(_yaml_in(path.parent), file_formats.MOST_FILES)


def _looked_at(path: Path) -> Iterator[SourceText]:
    """Yield the file at `path`; nothing where it cannot be read, since nobody has asked about it."""
    try:
        raw = yaml_file.read_bytes(path)
    except InputError:
        return
    yield SourceText(path.as_posix(), raw, explicit=False, beside=True)


def _is_there(path: Path) -> InputError:
    return InputError(f"{path} is there already", "Choose another id or folder; nothing was written over.")


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}", "Name another folder with --frameworks.")
