"""Read a filled answer sheet, CSV, YAML or JSON: rows of `id`, `answer` and an optional `note`, which may stand alone.

A row may have the short `code` of its question instead of the id, and may name the `framework` with its version; a sheet that was made
from another version is not read. What else a sheet holds, such as the words of the questions, is for people and passed over.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from peerkit.errors import InputError, did_you_mean
from peerkit.model.constraints import LONGEST_ADDRESS, LONGEST_NOTE
from peerkit.model.scale import ROLE_LABELS, ROLES, AnswerWord, Role
from peerkit.model.typed_text import answer_of, answer_of_a_group, sign_in_csv
from peerkit.source import file_formats
from peerkit.source.json import json_file, storage
from peerkit.source.yaml import document
from peerkit.source.yaml.document_words import shortened

ACCEPTED: Final = "0 to 4, Not yet, Starting, Partly, Mostly, Built in, na, dk, skip, or nothing"
_COLUMNS: Final = ("id", "answer", "note", "code", "framework")
_UNSEEN: Final = "\u200b\u2060\ufeff"
_NOT_IN_A_NAME: Final = re.compile("[\\s\xad\u200b-\u200f\u2060\ufeff]+")
_SEPARATOR: Final = re.compile(r"\"?sep=([,;\t|])\"?[,;\t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_OPENING: Final = 8_000
_FOR_ROLE: Final = re.compile(r"^[\s{,;\"]*(?:For: (?P<label>[^.\"\r\n]+)\.|role\"?\s*:\s*\"?(?P<id>[a-z-]+))", re.MULTILINE)
_UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Known:
    """What a sheet can be about.

    `asked` holds addresses (framework/indicator), `codes` the code of every indicator that is there, asked or not, by its address, and
    `versions` that of each framework, by its id; `in_a_group` says that a group answers together.
    """

    asked: Collection[str]
    codes: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    in_a_group: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that was understood; `where` names it for a person. There is no answer where somebody has only written a note."""

    where: str
    address: str
    answer: int | AnswerWord | None
    note: str


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """A row that was not understood, and what would be."""

    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """What a sheet says: the rows that were understood, without the empty ones, and every problem with the others."""

    rows: tuple[SheetRow, ...]
    problems: tuple[SheetProblem, ...]


@dataclass(frozen=True, slots=True)
class _RawRow:
    where: str
    id: Any
    answer: Any
    note: Any
    code: Any
    framework: Any
    extra: bool = field(default=False, kw_only=True)


def role_in(path: Path) -> Role | None:
    """Return the role that a sheet says it is for, in its opening lines or under the key `role`; None where it says none.

    Raises:
        InputError: when the file cannot be read at all.

    """
    raw = storage.read_bytes(path, file_formats.LARGEST_ANSWERS)[:_OPENING]
    text = raw.decode("utf-16" if raw[:2] in _UTF_16_MARKS else "utf-8", errors="replace")
    found = _FOR_ROLE.search(text)
    return next((role for role in ROLES if found and (found["id"] == role or found["label"] == ROLE_LABELS[role])), None)


def read(path: Path, known: Known) -> FilledSheet:
    """Return what a sheet says about the indicators that are asked; an id may leave the framework out.

    Raises:
        InputError: when the file cannot be read at all, or is a sheet of another framework or of another version.

    """
    raw = storage.read_bytes(path, file_formats.LARGEST_ANSWERS)
    name = str(path)
    readers: dict[str, Callable[[bytes, str], Iterator[_RawRow]]] = {".csv": _csv, ".yaml": _yaml, ".yml": _yaml, ".json": _json}
    reader = readers.get(path.suffix.casefold())
    if reader is None:
        raise InputError(f"{name} is no answer sheet", "A sheet ends in .csv, .yaml or .json.")
    rows = list(reader(raw, name))
    _check_editions(rows, name, known.versions)
    return _understood(rows, known, csv_words=reader is _csv)


def _check_editions(rows: Sequence[_RawRow], name: str, versions: Mapping[str, str]) -> None:
    """Refuse a sheet that names another version of a framework, or no framework that is asked."""
    editions = [_text(row.framework).partition(" ")[::2] for row in rows if _text(row.framework)]
    for framework, version in editions:
        ours = versions.get(framework)
        if ours and version.strip() and version.strip() != ours:
            hint = f"Fill in the sheet of {ours} (`peerkit sheet {framework}`), or give the folder of {version.strip()} with --frameworks."
            raise InputError(f"{name} is a sheet of {framework} {version.strip()}, and here is {framework} {ours}", hint)
    if versions and editions and not any(framework in versions for framework, _ in editions):
        theirs = editions[0][0]
        raise InputError(f"{name} is a sheet of {theirs}, and {', '.join(versions)} is asked", f"Name {theirs} in place of it.")


def _understood(raw: list[_RawRow], known: Known, *, csv_words: bool) -> FilledSheet:
    rows: dict[str, SheetRow] = {}
    problems: list[SheetProblem] = []
    for filled in raw:
        row = _row(filled, known, csv_words=csv_words)
        if isinstance(row, SheetRow) and row.address in rows:
            earlier = rows[row.address]
            done = "written to" if earlier.answer is None else "answered"
            row = SheetProblem(filled.where, f"{row.address} was {done} before, in {earlier.where}", "Keep one of the two.")
        if isinstance(row, SheetProblem):
            problems.append(row)
        elif row is not None:
            rows[row.address] = row
    return FilledSheet(tuple(rows.values()), tuple(problems))


def _row(raw: _RawRow, known: Known, *, csv_words: bool) -> SheetRow | SheetProblem | None:
    """Return a row as it was understood; None where nothing was filled in."""
    text, note, name = _text(raw.answer), _text(raw.note), _name(raw.id) or _name(raw.code)
    if raw.extra:
        return SheetProblem(raw.where, "there is more in this row than the sheet has columns", "Put a note that holds commas in quotes.")
    if not (text or note):
        return None
    if not name:
        filled = "an answer" if text else "a note"
        return SheetProblem(raw.where, f"this row has {filled} and no id", "Write the id or the code of the question in it.")
    address = _question(raw, known)
    if isinstance(address, SheetProblem):
        return address
    sign = sign_in_csv(text) if csv_words else None
    answer = (answer_of_a_group if known.in_a_group else answer_of)(text) if sign is None else sign
    if text and (answer is None or isinstance(raw.answer, bool)):
        return SheetProblem(raw.where, f'"{shortened(text)}" is no answer to {address}', f"Accepted are {ACCEPTED}.")
    if len(note) > LONGEST_NOTE:
        return SheetProblem(raw.where, f"the note has {len(note):,} characters", f"At most {LONGEST_NOTE:,} are kept.")
    return SheetRow(raw.where, address, answer, note)


def _question(raw: _RawRow, known: Known) -> str | SheetProblem:
    """Return the address of the question a row is about, by its id, or by its code where it has no id."""
    name, code = _name(raw.id), _name(raw.code)
    coded = _addresses_of(code, _text(raw.framework).partition(" ")[0], known.codes) if code else ()
    if not name and len(coded) == 1:
        return coded[0] if coded[0] in known.asked else _not_asked(raw.where, code, known)
    if not name and coded:
        meant = f"{coded[0].partition('/')[0]}/{code}"
        return SheetProblem(raw.where, f"{code} stands in several frameworks", f"Name the one that is meant, as in {meant}.")
    address = _address(name or code, known.asked)
    if address is None:
        return _not_asked(raw.where, name or code, known)
    if coded and address not in coded:
        return SheetProblem(raw.where, f"the id {name} and the code {code} are not of one question", "Take both from one row of the sheet.")
    return address


def _addresses_of(code: str, framework: str, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses that a code stands for, in the framework where one is named; it may lead the code too: `tacsi/B3`."""
    named, slash, short = code.rpartition("/")
    wanted, of = short.upper(), named if slash else framework
    return tuple(address for address, known in codes.items() if known == wanted and of in ("", address.partition("/")[0]))


def _not_asked(where: str, name: str, known: Known) -> SheetProblem:
    if _address(name, known.codes) or _addresses_of(name, "", known.codes):
        message = f"{name} is not asked in this set, of this role, or in these sections"
        return SheetProblem(where, message, "Ask every question with --set full, or look at --role and --section.")
    names = {name for address in known.asked for name in (address, address.partition("/")[2])}
    hint = did_you_mean(name, names, "The ids stand in `peerkit show FRAMEWORK`.")
    return SheetProblem(where, f'no question asked here has the id "{shortened(name, LONGEST_ADDRESS)}"', hint)


def _address(identifier: str, addresses: Collection[str]) -> str | None:
    """Return the address that an id, with or without the framework, stands for; None where it is unknown or not the only one."""
    folded = identifier.casefold()
    if folded in addresses:
        return folded
    matching = [address for address in addresses if address.partition("/")[2] == folded]
    return matching[0] if len(matching) == 1 else None


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip().strip(_UNSEEN).strip()


def _name(value: Any) -> str:
    """Return an id or a code without what a spreadsheet may have put into it: there is no space in either."""
    return _NOT_IN_A_NAME.sub("", _text(value))


def _csv(raw: bytes, name: str) -> Iterator[_RawRow]:
    try:
        text = raw.decode("utf-16" if raw[:2] in _UTF_16_MARKS else "utf-8").lstrip("\ufeff")
    except UnicodeDecodeError:
        raise InputError(f"{name} is not written in UTF-8", "In the spreadsheet, save it as CSV UTF-8.") from None
    told = _SEPARATOR.match(text)
    text = text[told.end() :].lstrip("\ufeff") if told else text
    first_line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    delimiter = told[1] if told else _delimiter(first_line)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise InputError(f"{name} is no readable CSV: {error}", "Save it again as CSV from the spreadsheet.") from None
    header = [_name(cell).casefold() for cell in rows[0]] if rows else []
    if not {"id", "code"} & set(header) or "answer" not in header:
        raise InputError(f"{name} has no columns id and answer", "Write id,answer,note in its first line.")
    twice = next((column for column in _COLUMNS if header.count(column) > 1), None)
    if twice:
        raise InputError(f"{name} has two columns {twice}", "Keep one of them.")
    for number, cells in enumerate(rows[1:], start=2):
        values = dict(zip(header, cells, strict=False))
        extra = any(_text(cell) for cell in cells[len(header) :])
        yield _RawRow(f"row {number}", *(values.get(column) for column in _COLUMNS), extra=extra)


def _delimiter(header: str) -> str:
    """Return what parts the cells of a header: what finds most of our columns there, with least beside them."""

    def fit(delimiter: str) -> tuple[int, int]:
        cells = [_name(_name(cell).strip('"')).casefold() for cell in header.split(delimiter)]
        return len(set(cells) & set(_COLUMNS)), -len(cells)

    return max((",", ";", "\t"), key=fit)


def _yaml(raw: bytes, name: str) -> Iterator[_RawRow]:
    read_document = document.parse(raw)
    if read_document.faults:
        problem = read_document.faults[0].problem
        line, column, *_ = read_document.place(problem)
        raise InputError(f"{name}:{line}:{column} cannot be read: {problem.message}", problem.hint)
    yield from _entries(read_document.data, name)


def _json(raw: bytes, name: str) -> Iterator[_RawRow]:
    try:
        data = json_file.load_json(raw)
    except json_file.UnreadableJson as error:
        raise InputError(f"{name} cannot be read: {error}", "Check where it comes from.") from None
    yield from _entries(data, name)


def _entries(data: Any, name: str) -> Iterator[_RawRow]:
    """Yield the entries of a list, or of the list under `answers`."""
    entries = data.get("answers") if isinstance(data, dict) else data
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError(f"{name} holds no list of answers", "Write a list whose entries have id, answer and, if you like, note.")
    for number, entry in enumerate(entries, start=1):
        unknown = set(entry) - set(_COLUMNS)
        if unknown:
            raise InputError(f"{name}, entry {number}: the key {min(unknown)} is not known", f"The keys are {', '.join(_COLUMNS)}.")
        yield _RawRow(f"entry {number}", *(entry.get(column) for column in _COLUMNS))
