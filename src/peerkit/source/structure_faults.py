"""What does not fit the model in data, and the one slip behind many faults: in plain words, as the kinds of fault that lint rules report.

pydantic says what is wrong, in all places at once, over the types that `peerkit.source.structure` follows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from peerkit.errors import did_you_mean, near_names
from peerkit.model.constraints import LONGEST_ADDRESS, LONGEST_ID, NO_SUCH_DAY, SEEN_PATTERN
from peerkit.model.finding import Fault, Path, Problem
from peerkit.model.scale import VOICES
from peerkit.source import file_formats, value_hints
from peerkit.source.structure import keys_of, type_at
from peerkit.source.value_hints import ID_PATTERNS, pattern_hint
from peerkit.source.yaml import document_words
from peerkit.source.yaml.document_words import shortened

_Place = tuple[Any, ...]
_Detail = Mapping[str, Any]
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys and values",
    "dataclass_type": "a mapping of keys and values",
}
_OTHER_UNION = "true, false, a text or a list of texts"
_UNIONS: dict[str | int, str] = {
    "answer": "a level from 0 to 4, not-applicable, dont-know, skipped or, of a group, no-agreement",
    "default": "true, false or a text",
}
"""What may stand at the keys that take values of several types."""


def faults(noun: type[Any], data: object) -> Iterator[Fault]:
    """Yield everything about `data` that does not fit `noun`, in words a person can act on."""
    seen: set[tuple[str, Path]] = set()
    details, are_all = _details(noun, data)
    slips = _Slips(details)
    others = (detail for detail in _without_echoes(details) if not slips.covers(detail))
    for fault in chain(slips.faults(noun), (_fault(noun, data, detail) for detail in others)):
        place = (fault.problem.message, fault.problem.path)
        if place not in seen:
            yield fault
        seen.add(place)
    if not are_all:
        yield too_many_mistakes()


def missing_key(name: str, path: Path = (), entry: str | None = None) -> Fault:
    """Say that the mapping at `path`, called `entry` where it has a name, lacks the key `name`."""
    where = f" in {entry or readable(path)}" if path else ""
    hint = f"Add {name}: with its value."
    return Fault("missing-key", Problem(message=f"the key {name} is missing{where}", hint=hint, path=path), meant=(name,))


def missing_format(likely: str | None) -> Fault:
    """Say that the file lacks the key `format`; `likely` is the one that its other keys speak for."""
    fault = missing_key("format")
    return replace(fault, problem=replace(fault.problem, hint=f"Start with format: {likely}.")) if likely else fault


def too_many_mistakes() -> Fault:
    """Say that there are more mistakes than are told."""
    message, hint = document_words.TOO_MANY_MISTAKES
    return Fault("too-large", Problem(message=message, hint=hint))


def readable(path: Path) -> str:
    """Return a path as a person reads it: sections 2, indicators 1, ask."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else shortened(part, LONGEST_ADDRESS) for part in path)


def kind_of(value: Any) -> str:
    """Return what a value is, in words."""
    names = (
        (bool, "true or false"),
        (int, "a number"),
        (str, "a text"),
        (list, "a list"),
        (dict, "a mapping"),
        (float, "a number with a point"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "nothing")


def _details(noun: type[Any], data: object) -> tuple[Sequence[_Detail], bool]:
    """Return what pydantic says is wrong, and whether that is all; where it is very much, only of the first entries of each list."""
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(noun)
    for longest in (file_formats.MOST_NODES, 100, 10, 1):
        try:
            adapter.validate_json(json.dumps(data if longest == file_formats.MOST_NODES else _with_short_lists(data, longest)))
        except ValidationError as error:
            # NOTE: each mistake takes a kilobyte to tell, and a hostile file may have hundreds of thousands.
            if longest == 1 or error.error_count() <= file_formats.MOST_FAULTS:
                return error.errors(include_url=False), longest == file_formats.MOST_NODES
    return (), True


def _with_short_lists(data: Any, longest: int) -> Any:
    """Return data with the first entries of each list; what stays stands where it stood."""
    if isinstance(data, list):
        return [_with_short_lists(entry, longest) for entry in data[:longest]]
    return {key: _with_short_lists(value, longest) for key, value in data.items()} if isinstance(data, dict) else data


def _fault(noun: type[Any], data: Any, detail: _Detail) -> Fault:
    """Return one of pydantic's error details about `data`, which was to be a `noun`, as a fault."""
    location = tuple(detail["loc"])
    at_key = location[-1:] == ("[key]",)
    path = _existing(data, location[:-1] if at_key else location)
    said = detail["type"]
    if said == "unexpected_keyword_argument":
        return _unknown_key(noun, location)
    if said == "missing":
        return missing_key(str(location[-1]), path, _entry(data, path))
    if said == "string_pattern_mismatch":
        return _pattern(detail, path, at_key)
    if said == "literal_error":
        return _literal(detail, path, at_key)
    if said == NO_SUCH_DAY:
        hint = "Write the day as year-month-day: 2026-11-21."
        return Fault("wrong-value", Problem(message=f"there is no day {detail['input']}", hint=hint, path=path))
    if said in _EXPECTED:
        return _type(noun, said, path, _at(data, path), union=len(location) > len(path))
    return _limit(detail, path, at_key)


def _without_echoes(details: Sequence[_Detail]) -> Iterator[_Detail]:
    """Yield the errors that repeat no other one: a list whose entries are wrong has no right entry, a misspelt key is missing."""
    unknown: dict[tuple[Any, ...], list[str]] = {}
    for detail in details:
        if detail["type"] == "unexpected_keyword_argument":
            unknown.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    for detail in details:
        *place, name = detail["loc"] or ("",)
        beside = unknown.get(tuple(place), []) if detail["type"] == "missing" else []
        is_empty = detail["type"] != "too_short" or not detail["input"]
        if is_empty and not any(near_names(key, [str(name)]) for key in beside):
            yield detail


def _existing(data: Any, location: Iterable[Any]) -> Path:
    """Return the part of a location that is there in the data: pydantic adds the name of the type it tried."""
    path: list[str | int] = []
    for part in location:
        if (isinstance(data, dict) and part in data) or (isinstance(data, list) and isinstance(part, int) and part < len(data)):
            data = data[part]
            path.append(part)
        else:
            break
    return tuple(path)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _unknown_key(noun: type[Any], path: Path) -> Fault:
    known = keys_of(noun, path[:-1])
    key = shortened(path[-1])
    hint = did_you_mean(key, known, f"The keys here are {', '.join(known)}.")
    problem = Problem(message=f"the key {key} is not known here", hint=hint, path=path, at_key=True)
    return Fault("unknown-key", problem, meant=tuple(near_names(key, known)))


def _entry(data: Any, path: Path) -> str | None:
    """Return the name of what stands at `path`, by the id of it or of the nearest thing around it; None where nothing has an id."""
    for depth in range(len(path), 0, -1):
        part = _at(data, path[:depth])
        identifier = part.get("id") if isinstance(part, dict) else None
        if isinstance(identifier, str) and isinstance(path[depth - 1], int):
            shown = shortened(identifier)
            return f"the entry {shown} of {path[depth - 2]}" if depth == len(path) else f"{_name(path)} of {shown}"
    return None


def _pattern(detail: _Detail, path: Path, at_key: bool) -> Fault:
    pattern, value = detail["ctx"]["pattern"], detail["input"]
    if pattern in ID_PATTERNS:
        hint = pattern_hint(pattern, value, in_list=bool(path) and isinstance(path[-1], int))
        return Fault("bad-id", Problem(message=f'"{shortened(value)}" cannot be an id', hint=hint, path=path, at_key=at_key))
    message = f"{_name(path)} is empty" if pattern == SEEN_PATTERN else f'"{shortened(value)}" is no good value for {_name(path)}'
    return Fault("wrong-value", Problem(message=message, hint=pattern_hint(pattern, value), path=path, at_key=at_key))


def _literal(detail: _Detail, path: Path, at_key: bool) -> Fault:
    expected = [word.strip("'") for word in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")]
    value = str(detail["input"])
    hint = did_you_mean(value, expected, f"Write one of {', '.join(expected)}.")
    if set(VOICES) <= set(expected):
        message = f'"{shortened(value)}" is no role'
        return Fault("unknown-role", Problem(message=message, hint=hint, path=path, at_key=at_key))
    message = f'"{shortened(value)}" is no good value for {_name(path[:-1] if at_key else path)}'
    return Fault("wrong-value", Problem(message=message, hint=hint, path=path, at_key=at_key))


def _type(noun: type[Any], said: str, path: Path, value: Any, *, union: bool) -> Fault:
    expected = _UNIONS.get(path[-1] if path else "", _OTHER_UNION) if union else _EXPECTED[said]
    hint = "Put the text in quotes." if expected == "a text" and type(value) in (int, bool) else f"Write {expected} here."
    hint = (not union and value_hints.hint(noun, path, value)) or hint
    return Fault("wrong-type", Problem(message=f"{_name(path)} should be {expected}, and is {kind_of(value)}", hint=hint, path=path))


def _limit(detail: _Detail, path: Path, at_key: bool) -> Fault:
    said, limits, name = detail["type"], detail.get("ctx", {}), _name(path)
    if said == "too_short":
        empty = path[-1:] in (("sections",), ("indicators",))
        kind, hint = ("empty-section", "Add one.") if empty else ("wrong-value", "Add one, or leave the key out.")
        return Fault(kind, Problem(message=f"{name} has no entry", hint=hint, path=path, at_key=True))
    if said == "string_too_long":
        kind = "bad-id" if limits["max_length"] in (LONGEST_ID, LONGEST_ADDRESS) else "wrong-value"
        hint = f"At most {limits['max_length']:,} characters are read here."
        return Fault(kind, Problem(message=f"{name} has {len(detail['input']):,} characters", hint=hint, path=path, at_key=at_key))
    kind = "goal-range" if path and path[-1] == "goal" else "wrong-value"
    hint = f"Write a number of at least {limits['ge']}." if "ge" in limits else f"Write a number of at most {limits.get('le')}."
    hint = "Write a level from 1 to 4." if kind == "goal-range" else hint
    return Fault(kind, Problem(message=f"{shortened(detail['input'])} is out of range for {name}", hint=hint, path=path))


def _name(path: Path) -> str:
    """Return the name of what stands at `path`: its key, or the entry of a list."""
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {_name(path[:-1])}"
    return shortened(path[-1])


class _Slips:
    """The slips in one file that each leave a whole entry wrong: `- A1: text`, or one key in the place of another. See `faults`."""

    def __init__(self, details: Sequence[_Detail]) -> None:
        self._unknown: dict[_Place, list[_Detail]] = {}
        self._missing: dict[_Place, list[_Detail]] = {}
        for detail in details:
            kinds = {"unexpected_keyword_argument": self._unknown, "missing": self._missing}
            if (kind := kinds.get(detail["type"])) is not None:
                kind.setdefault(tuple(detail["loc"][:-1]), []).append(detail)
        both = [place for place in self._unknown if place in self._missing and not self._is_misspelt(place)]
        self._strange = [place for place in both if self._has_no_key_of_its_own(place)]
        self._swapped = [
            place for place in both if place not in self._strange and len(self._unknown[place]) == 1 == len(self._missing[place])
        ]
        self._told = {*self._strange, *self._swapped}

    def covers(self, detail: _Detail) -> bool:
        """Whether a detail is about one of the slips, so that nothing more is to be said of it."""
        return detail["type"] in ("unexpected_keyword_argument", "missing") and tuple(detail["loc"][:-1]) in self._told

    def faults(self, noun: type[Any]) -> Iterator[Fault]:
        """Yield one fault for each slip; entries of one list that are all written in the same wrong way are one."""
        lists: dict[_Place, list[_Place]] = {}
        for place in self._strange:
            lists.setdefault(place[:-1], []).append(place)
        for entries in lists.values():
            yield self._strange_entries(noun, entries)
        for place in self._swapped:
            yield self._swapped_key(place)

    def _is_misspelt(self, place: _Place) -> bool:
        missing = self._names(self._missing, place)
        return any(near_names(key, missing) for key in self._names(self._unknown, place))

    def _has_no_key_of_its_own(self, place: _Place) -> bool:
        mapping = self._missing[place][0]["input"]
        is_entry = bool(place) and isinstance(place[-1], int)
        return is_entry and isinstance(mapping, dict) and len(mapping) == len(self._unknown[place])

    def _strange_entries(self, noun: type[Any], entries: list[_Place]) -> Fault:
        first = entries[0]
        key = self._names(self._unknown, first)[0]
        others = len(entries) - 1
        also = f", nor are those of {others} more {'entry' if others == 1 else 'entries'} of {first[-2]}" if others else ""
        shown = value_hints.entry(type_at(noun, first), self._missing[first][0]["input"])
        message = f"the key {shortened(key)} is not known here{also}"
        problem = Problem(message=message, hint=f"Write - {shown}.", path=(*first, key), at_key=True)
        return Fault("unknown-key", problem, meant=tuple(self._names(self._missing, first)))

    def _swapped_key(self, place: _Place) -> Fault:
        [key], [name] = self._names(self._unknown, place), self._names(self._missing, place)
        message = f"the key {shortened(key)} is not known here, and {name} is missing"
        hint = f"Write {name} in the place of {shortened(key)}, or add {name}: with its value."
        return Fault("unknown-key", Problem(message=message, hint=hint, path=(*place, key), at_key=True), meant=(name,))

    @staticmethod
    def _names(details: dict[_Place, list[_Detail]], place: _Place) -> list[str]:
        return [str(detail["loc"][-1]) for detail in details[place]]
