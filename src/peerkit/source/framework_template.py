"""The framework that a new author starts from."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from peerkit.errors import InputError, OutputError
from peerkit.source import storage
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

    The schema goes beside it; one that is there already stays as it is. Each is written whole or not at all.

    Raises:
        InputError: when the framework's file is there already.
        OutputError: when something cannot be written.

    """
    path, beside = folder / f"{name}.yaml", folder / SCHEMA_FILE
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


def _is_there(path: Path) -> InputError:
    return InputError(f"{path} is there already", "Choose another id or folder; nothing was written over.")


def _cannot_write(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}", "Name another folder with --frameworks.")
