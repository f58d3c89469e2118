"""Read a YAML file of any of peerkit's formats: its text, the noun it holds, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path as FilePath
from typing import Any, Final, TypeVar

from peerkit.errors import FileName, InputError, did_you_mean
from peerkit.model import framework
from peerkit.model.finding import Fault, Path, Problem
from peerkit.source import file_formats, structure
from peerkit.source.file_formats import IN_YAML
from peerkit.source.structure import mappings
from peerkit.source.yaml.document import Document, parse
from peerkit.source.yaml.document_words import shortened

Noun = TypeVar("Noun")
_HIDES_A_VALUE: Final = ("ambiguous-word", "anchor", "tag", "syntax")
"""The kinds of faults after which nobody knows what the value at their path is."""
_CHARACTERS: Final = ("tab", "control-character")
_HAS_A_FORMAT = re.compile(rb"^\xef?\xbb?\xbf?[\"']?format[\"']?\s*:", re.MULTILINE)
_TRIES_A_FORMAT = re.compile(rb"^\xef?\xbb?\xbf?[\"']?format[\"']?\s*:\s*[\"']?peerkit\b", re.MULTILINE | re.IGNORECASE)
_CLAIMS_A_FORMAT = re.compile(rb"^\xef?\xbb?\xbf?[\"']?format[\"']?\s*:\s*[\"']?peerkit/", re.MULTILINE)
_HEAD: Final = 2_000
_SHAPES: Final = {
    framework.FORMAT: ("sections", "signposts"),
    "peerkit/source/1": ("sections", "(?:gist|statements)"),
    "peerkit/themes/1": ("themes", "definition"),
    "peerkit/crosswalk/1": ("(?:links|tensions)", "(?:positions|relation)"),
}
"""By format, a key at the top and one further in, which together hardly any other file has."""


@dataclass(frozen=True)
class Reading:
    """A file as it was read.

    `noun` is None where it has faults. Then `draft` is what can be made of it all the same, and `doubtful` holds the keys, as
    `sections.indicators.ask`, of which something in it is wrong; the draft is to be trusted in all others, and None where nothing is known.
    """

    file: str
    document: Document
    noun: Any
    faults: tuple[Fault, ...]
    draft: Any = None
    doubtful: frozenset[str] = frozenset()

    @property
    def data(self) -> dict[str, Any]:
        """The file's keys and values; empty where it holds no mapping."""
        return self.document.data if isinstance(self.document.data, dict) else {}

    def is_doubtful(self, key: str) -> bool:
        """Whether something is wrong about a key, as `sections.indicators.ask`, or about a key above it or below it."""
        return any(f"{key}.".startswith(f"{doubt}.") or f"{doubt}.".startswith(f"{key}.") or not doubt for doubt in self.doubtful)

    @property
    def digest(self) -> str:
        """The sha256 of the file's content as canonical JSON: comments, layout and what is told to lint do not change it."""
        import hashlib
        import json

        content = {key: value for key, value in self.data.items() if key != "lint"}
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


class BrokenFileError(InputError):
    """A file of one of peerkit's formats that cannot be used; `reading` says why."""

    def __init__(self, reading: Reading) -> None:
        count = len(reading.faults)
        super().__init__(
            f"{reading.file} cannot be used: {count} {'mistake' if count == 1 else 'mistakes'} in it",
            "Mend what is named above. It is shown again by:",
            ("lint", FileName(reading.file)),
        )
        self.reading = reading


def read_bytes(path: FilePath) -> bytes:
    """Return a YAML file's bytes, one more than the reader takes at most.

    Raises:
        InputError: when the file cannot be read.

    """
    try:
        with path.open("rb") as stream:
            return stream.read(file_formats.LARGEST_YAML + 1)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}", "Check the path and its permissions.") from error


def claims_a_format(raw: bytes) -> bool:
    """Whether a file says that it is one of peerkit's, by a `format: peerkit/…` of its own."""
    return _CLAIMS_A_FORMAT.search(raw) is not None


def is_ours(raw: bytes) -> bool:
    """Whether a file was meant for peerkit: it claims a format, names peerkit as one, or has the keys of one and says nothing."""
    raw = _as_lines_of_letters(raw)
    return claims_a_format(raw) or (_TRIES_A_FORMAT.search(raw) is not None) or likely_format(raw) is not None


def _as_lines_of_letters(raw: bytes) -> bytes:
    """Return the bytes of UTF-16, and of lines that end in a carriage return, so that a key can be found in them; others as they are."""
    start = raw[:_HEAD]
    if b"\0" in start:
        return raw.lstrip(b"\xff\xfe").replace(b"\0", b"").replace(b"\r", b"\n")
    return raw if b"\n" in start or b"\r" not in start else raw.replace(b"\r", b"\n")


def likely_format(raw: bytes) -> str | None:
    """Return the format that a file without a `format:` most likely has, by its keys; None where it looks like none of ours."""
    if _HAS_A_FORMAT.search(raw):
        return None
    return next((form for form, keys in _patterns().items() if all(key.search(raw) for key in keys)), None)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[bytes], re.Pattern[bytes]]]:
    """Return how to find the keys of each shape: at the start of a line, and behind what can stand before a key further in."""
    return {
        form: (
            re.compile(rb"^[\"']?%s[\"']?[ ]*:" % top.encode(), re.MULTILINE),
            re.compile(rb"[ {,][\"']?%s[\"']?[ ]*:" % inner.encode()),
        )
        for form, (top, inner) in _SHAPES.items()
    }


def read_text(raw: bytes | str, file: str) -> Reading:
    """Return what `raw` holds; `file` is the name to show."""
    document = parse(raw)
    if document.is_unreadable:
        return Reading(file, document, None, document.faults)
    faults = tuple(_format_faults(document))
    if faults:
        return Reading(file, document, None, (*document.faults, *_no_echoes(faults, document)))
    noun = IN_YAML[document.data["format"]].load()
    found = check_framework(document.data) if noun is framework.Framework else iter(())
    try:
        built = structure.build(noun, document.data)
    except structure.Mismatch:
        from peerkit.source import structure_faults

        built, found = None, chain(structure_faults.faults(noun, document.data), found)
    faults = _not_too_many(found)
    if not faults and not document.faults:
        return Reading(file, document, built, ())
    return _with_faults(file, document, noun, faults)


def _not_too_many(faults: Iterator[Fault]) -> tuple[Fault, ...]:
    """Return the first faults, and one more that says so where there are many."""
    told = tuple(islice(faults, file_formats.MOST_FAULTS))
    if len(told) < file_formats.MOST_FAULTS:
        return told
    from peerkit.source import structure_faults

    return (*told, structure_faults.too_many_mistakes())


def _with_faults(file: str, document: Document, noun: type[Any], faults: tuple[Fault, ...]) -> Reading:
    about_the_data = [fault for fault in document.faults if fault.kind in (*_HIDES_A_VALUE, "duplicate-key", "several-documents")]
    told = (*_with_fitting_hints(noun, document), *_no_echoes(faults, document))
    doubtful = frozenset(key for fault in (*about_the_data, *faults) if fault.kind != "empty-section" for key in _keys(fault))
    return Reading(file, document, None, told, structure.draft(noun, document.data), doubtful)


def _with_fitting_hints(noun: type[Any], document: Document) -> Iterator[Fault]:
    """Yield what was met in reading, now that we know what can stand where a word is ambiguous."""
    from peerkit.source import value_hints

    for fault in document.faults:
        if fault.kind == "ambiguous-word":
            line, start, _, end = document.place(fault.problem)
            yield value_hints.fitted(fault, document.line(line)[start - 1 : end - 1], noun, document.data)
        else:
            yield fault


def _no_echoes(faults: Iterable[Fault], document: Document) -> Iterator[Fault]:
    """Yield the faults that are no consequence of one met in reading, which hides what a value is or which keys a mapping has."""
    hidden = {fault.problem.path for fault in document.faults if fault.kind in _HIDES_A_VALUE}
    characters = [fault.problem.span for fault in document.faults if fault.kind in _CHARACTERS]
    is_cut_off = any(fault.kind == "several-documents" for fault in document.faults)
    for fault in faults:
        place = document.place(fault.problem)
        if is_cut_off and fault.kind in ("missing-key", "empty-section"):
            continue
        if fault.problem.path not in hidden and not any(span and place[:2] <= span[:2] < place[2:] for span in characters):
            yield fault


def _keys(fault: Fault) -> list[str]:
    """Return the key that a fault is about, and those that it may be about, each with the keys above it."""
    keys = [part for part in fault.problem.path if isinstance(part, str)]
    above = keys if fault.kind == "missing-key" else keys[:-1]
    found = [(*above, key) for key in fault.meant] if fault.meant else [tuple(keys)]
    return [".".join(key) for key in found]


def read_file(path: FilePath, noun: type[Noun]) -> tuple[Noun, Reading]:
    """Return the noun that a file holds.

    Raises:
        InputError: when the file cannot be read or is of another format.
        BrokenFileError: when something in it is wrong.

    """
    return noun_in(read_bytes(path), path, noun)


def noun_in(raw: bytes, path: FilePath, noun: type[Noun]) -> tuple[Noun, Reading]:
    """Return the noun that the bytes of a file hold. See `read_file`."""
    reading = read_text(raw, str(path))
    if isinstance(reading.noun, noun):
        return reading.noun, reading
    if reading.noun is not None:
        raise InputError(f"{path} is a {reading.data['format']} file, and not a framework", "Give the file of a framework.")
    raise BrokenFileError(reading)


def _format_faults(document: Document) -> Iterator[Fault]:
    """Yield what keeps us from knowing which format a file has."""
    data = document.data
    if isinstance(data, dict) and isinstance(data.get("format"), str) and data["format"] in IN_YAML:
        return
    from peerkit.source import structure_faults

    if not isinstance(data, dict):
        message = (
            "the file is empty" if data is None else f"the file holds {structure_faults.kind_of(data)}, and should hold keys and values"
        )
        yield Fault("wrong-type", Problem(message=message, hint="Start with format: peerkit/framework/1."))
    elif "format" not in data:
        yield structure_faults.missing_format(likely_format(document.text.encode("utf-8", "replace")))
    elif not isinstance(data["format"], str):
        message = f"format should be a text, and is {structure_faults.kind_of(data['format'])}"
        yield Fault("wrong-type", Problem(message=message, hint="Start with format: peerkit/framework/1.", path=("format",)))
    else:
        hint = did_you_mean(shortened(data["format"]), IN_YAML, f"This version reads {', '.join(IN_YAML)}.")
        message = f"the format {shortened(data['format'])} is not known"
        yield Fault("unsupported-format", Problem(message=message, hint=hint, path=("format",)))


def check_framework(data: dict[str, Any]) -> Iterator[Fault]:
    """Yield what the types of the model cannot say about a framework: ids are used once, and facts have a value to fall back on.

    It looks at raw data, so that a file with other mistakes is checked all the same.
    """
    yield from _duplicate_ids(data)
    for position, fact in enumerate(mappings(data.get("facts"))):
        yield from _fact(fact, ("facts", position))


def _duplicate_ids(data: dict[str, Any]) -> Iterator[Fault]:
    """Sections and indicators share one namespace; facts have their own."""
    for name_space in (_section_ids(data), _fact_ids(data)):
        first: dict[str, Path] = {}
        for identifier, path in name_space:
            if identifier in first:
                message = f"the id {shortened(identifier)} is used twice"
                hint = f"Give this one another id; the first is the {_described(first[identifier])}."
                yield Fault("duplicate-id", Problem(message=message, hint=hint, path=(*path, "id")))
            first.setdefault(identifier, path)


def _described(path: Path) -> str:
    positions = [part + 1 for part in path if isinstance(part, int)]
    if path[0] == "facts":
        return f"fact number {positions[0]}"
    return f"section number {positions[0]}" if len(positions) == 1 else f"indicator number {positions[1]} of section number {positions[0]}"


def _section_ids(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    for position, section in enumerate(mappings(data.get("sections"))):
        if isinstance(section.get("id"), str):
            yield section["id"], ("sections", position)
        for inner, indicator in enumerate(mappings(section.get("indicators"))):
            if isinstance(indicator.get("id"), str):
                yield indicator["id"], ("sections", position, "indicators", inner)


def _fact_ids(data: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    for position, fact in enumerate(mappings(data.get("facts"))):
        if isinstance(fact.get("id"), str):
            yield fact["id"], ("facts", position)


def _fact(fact: dict[str, Any], path: Path) -> Iterator[Fault]:
    kind, options, default = fact.get("kind"), fact.get("options", []), fact.get("default")
    if kind == "yes-no" and isinstance(default, str):
        message, hint = "the default of a yes-no fact should be true or false", "Write true or false, without quotes."
        yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "default")))
    if kind == "choice" and isinstance(options, list):
        if len(options) < 2:
            message, hint = "a fact of kind choice needs at least two options", "Add options: with the answers to choose from."
            yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "options") if options else path))
        elif isinstance(default, bool | str) and default not in options and all(isinstance(option, str) for option in options):
            shown = shortened(str(default).lower() if isinstance(default, bool) else default)
            message, hint = f"the default {shown} is none of the options", f"Write one of {shortened(', '.join(options))}."
            yield Fault("wrong-value", Problem(message=message, hint=hint, path=(*path, "default")))
