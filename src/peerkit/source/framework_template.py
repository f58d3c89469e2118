"""The framework that a new author starts from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from peerkit.errors import InputError, OutputError
from peerkit.source.schemas import schema

SCHEMA_FILE: Final = "schemas/framework.schema.json"
"""Where, beside a framework, its first line tells an editor to look for the schema."""
_TEMPLATE: Final = Path(__file__).with_suffix(".yaml")
_PLACE: Final = "{id}"


def framework_text(name: str) -> str:
    """Return the file of a framework called `name`, an id: it has every part, lint finds nothing in it, and comments say what to write."""
    return _TEMPLATE.read_text(encoding="utf-8").replace(_PLACE, name)


def start_framework(folder: Path, name: str) -> Path:
    """Write the file of a framework called `name`, an id, into a folder, which is made if need be, and return its path.

    The schema goes beside it; one that is there already stays as it is.

    Raises:
        InputError: when the framework's file is there already.
        OutputError: when something cannot be written.

    """
    path, beside = folder / f"{name}.yaml", folder / SCHEMA_FILE
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        _create(path, framework_text(name))
    except FileExistsError as error:
        raise InputError(f"{error.filename} is there already", "Choose another id or folder; nothing was written over.") from error
    except OSError as error:
        raise _cannot_write(path, error) from error
    try:
        _create(beside, f"{json.dumps(schema('framework'), ensure_ascii=False, indent=2)}\n")
    except FileExistsError:
        return path
    except OSError as error:
        raise _cannot_write(beside, error) from error
    return path


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}", "Name another folder with --frameworks.")
