"""Read the JSON files of peerkit: strictly, and with what is wrong in words a person can act on."""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from peerkit.errors import InputError
from peerkit.source import file_formats, structure
from peerkit.source.json import storage

Noun = TypeVar("Noun")
_HEAD = 4_096
"""Bytes in which a file says what it is."""
_FORM = re.compile(r'"format"\s*:\s*"(peerkit/[a-z-]+/[0-9]+)"')
_FORM_IN_YAML = re.compile(r"^[\"']?format[\"']?\s*:\s*[\"']?(peerkit/[a-z-]+/[0-9]+)", re.MULTILINE)
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


class UnreadableJson(Exception):
    """The text is no JSON that we take; the reason is for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of file: the `format` it says, what people call it, and what to do about one that is damaged or of another kind."""

    form: str
    called: str
    damaged: str
    foreign: str


def read(noun: type[Noun], path: Path, kind: Kind) -> Noun:
    """Return what stands in a file.

    Raises:
        InputError: when the file cannot be read, is of another kind, or something in it is wrong.

    """
    raw, name = storage.read_bytes(path, file_formats.LARGEST_ANSWERS), str(path)
    try:
        data = load_json(raw)
    except UnreadableJson as error:
        raise _unreadable(raw, name, kind, str(error)) from error
    form = str(data.get("format", "")) if isinstance(data, dict) else ""
    if not form.startswith(_any_version(kind)):
        raise _foreign(form, name, kind)
    if form != kind.form:
        from peerkit.source.yaml.document_words import shortened

        raise InputError(f"{name} has the format {shortened(form)}, and this version reads {kind.form}", "Update peerkit.")
    try:
        return structure.build(noun, data)
    except structure.Mismatch:
        where, message, hint = first_fault(noun, data)
        raise InputError(f"{name} cannot be read{where and f' at {where}'}: {message}", hint) from None


def first_fault(noun: type[Any], data: object) -> tuple[str, str, str]:
    """Return where in data something does not fit a noun, which may be empty, what is wrong there, and what to do."""
    from peerkit.source.structure_faults import faults, readable

    first = next(faults(noun, data)).problem
    return readable(first.path), first.message, first.hint


def _unreadable(raw: bytes, name: str, kind: Kind, reason: str) -> InputError:
    """Say what is wrong with bytes that are no JSON: only what begins like it, or is named like it, was such a file once."""
    text = _text_of(raw[:_HEAD]).lstrip()
    in_yaml = _FORM_IN_YAML.search(text)
    if in_yaml:
        return _foreign(in_yaml[1], name, kind)
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if text and not wide and not text.startswith(("{", "[")) and not name.casefold().endswith(".json"):
        return _foreign("", name, kind)
    return InputError(f"{name} is no complete {kind.called}: {reason}", kind.damaged)


def _foreign(form: str, name: str, kind: Kind) -> InputError:
    """Say that a file is of another kind, and of which where it says one of ours."""
    what = file_formats.called(form)
    return InputError(f"{name} is {what}, and no {kind.called}" if what else f"{name} is no {kind.called} of peerkit", kind.foreign)


def start_of(path: Path) -> bytes:
    """Return the first bytes of a file, in which most say what they are. Raises OSError."""
    with path.open("rb") as stream:
        return stream.read(_HEAD)


def form_in(path: Path, start: bytes) -> str | None:
    """Return the format that a JSON file says it has, whole or not; None where it is no such file. `start` is what `start_of` returns.

    The rest is read only of what begins like JSON and says nothing yet: a tool that puts keys in order may have moved it. Raises OSError.
    """
    if not _text_of(start).lstrip().startswith("{"):
        return None
    said = _FORM.search(_text_of(start))
    if said is None and len(start) == _HEAD:
        with path.open("rb") as stream:
            said = _FORM.search(_text_of(stream.read(file_formats.LARGEST_ANSWERS)))
    return said[1] if said else None


def _text_of(raw: bytes) -> str:
    """Return the text that bytes may be, to look into: what cannot be read of it has marks in its place."""
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if wide else "utf-8-sig", errors="replace")


def claims_to_be(path: Path, kind: Kind) -> bool:
    """Whether a file says that it is of a kind, whole or not.

    Raises:
        InputError: when the file cannot be read.

    """
    claim = re.compile(rb'"format"\s*:\s*"' + re.escape(_any_version(kind)).encode())
    try:
        with path.open("rb") as stream:
            return claim.search(stream.read(_HEAD)) is not None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}", "Check its permissions.") from error


def _any_version(kind: Kind) -> str:
    return kind.form[: kind.form.rindex("/") + 1]


def load_json(raw: bytes) -> Any:
    """Return the data of a JSON text, strictly: UTF-8, no key twice, no NaN, no half of a character.

    Raises:
        UnreadableJson: with the reason in words.

    """
    if not raw.strip():
        raise UnreadableJson("it is empty")
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
            from peerkit.source.yaml.document_words import shortened

            raise UnreadableJson(f"the key {shortened(key)} is in it twice")
        data[key] = value
    return data


def _no_constant(name: str) -> Any:
    raise UnreadableJson(f"{name} is no number")
