"""Read and write assessment files: JSON that stays readable without peerkit."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peerkit.errors import InputError
from peerkit.model.assessment import FORMAT, Assessment
from peerkit.model.plain import to_data
from peerkit.source import bounds, storage, structure
from peerkit.source.structure_words import readable

SUFFIX = ".peerkit.json"
_LONGEST_SLUG = 48
_HEAD = 4_096
"""Bytes in which a file says what it is."""
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


class UnreadableJson(Exception):
    """The text is no JSON that we take; the reason is for a person."""


def read(path: Path) -> Assessment:
    """Return the assessment in a file.

    Raises:
        InputError: when the file cannot be read, is no assessment, or something in it is wrong.

    """
    return parse(storage.read_bytes(path, bounds.LARGEST_ANSWERS), str(path))


def parse(raw: bytes, name: str) -> Assessment:
    """Return the assessment that `raw` holds; `name` is the file's name in errors. See `read`."""
    try:
        data = load_json(raw)
    except UnreadableJson as error:
        raise InputError(
            f"{name} is no complete answer file: {error}", "Look for a copy; the file is left as it is. Nothing in it was changed."
        ) from error
    if not isinstance(data, dict) or not str(data.get("format", "")).startswith("peerkit/assessment/"):
        raise InputError(f"{name} is no answer file of peerkit", "Answer files are made by `peerkit assess` and end in .peerkit.json.")
    if data["format"] != FORMAT:
        raise InputError(f"{name} has the format {data['format']}, and this version reads {FORMAT}", "Update peerkit.")
    try:
        return structure.build(Assessment, data)
    except structure.Mismatch:
        first = next(structure.faults(Assessment, data)).problem
        where = f" at {readable(first.path)}" if first.path else ""
        raise InputError(f"{name} cannot be read{where}: {first.message}", first.hint) from None


def claims_to_be_one(path: Path) -> bool:
    """Whether a file says that it is an answer file, whole or not."""
    with path.open("rb") as stream:
        return re.search(rb'"format"\s*:\s*"peerkit/assessment/', stream.read(_HEAD)) is not None


def write(path: Path, assessment: Assessment) -> None:
    """Write an assessment, whole or not at all. See `storage.replace`."""
    storage.replace(path, dump(assessment))


def dump(assessment: Assessment) -> str:
    """Return an assessment as the text of its file."""
    return json.dumps(to_data(assessment), ensure_ascii=False, indent=2) + "\n"


def default_name(program: str, frameworks: Iterable[str], short_id: str) -> str:
    """Return the name of a new file: `<program-slug>.<frameworks>.<short id>.peerkit.json`."""
    return f"{slug(program)}.{'+'.join(frameworks)}.{short_id}{SUFFIX}"


def slug(text: str) -> str:
    """Return a name that every file system takes: small letters, digits and hyphens, at most 48 of them."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return words[:_LONGEST_SLUG].strip("-") or "program"


def load_json(raw: bytes) -> Any:
    """Return the data of a JSON text, strictly: UTF-8, no key twice, no NaN, no half of a character.

    Raises:
        UnreadableJson: with the reason in words.

    """
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_each_once, parse_constant=_no_constant)
        if _HALF_CHARACTER.search(raw):
            json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise UnreadableJson("half of a character stands in it") from None
    except UnicodeDecodeError:
        raise UnreadableJson("it is not written in UTF-8") from None
    except json.JSONDecodeError as error:
        raise UnreadableJson(f"it breaks off or is damaged at line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise UnreadableJson("lists and mappings are too deep in it") from None
    except ValueError:
        raise UnreadableJson("a number in it is too long") from None
    return data


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise UnreadableJson(f"the key {key} is in it twice")
        data[key] = value
    return data


def _no_constant(name: str) -> Any:
    raise UnreadableJson(f"{name} is no number")
