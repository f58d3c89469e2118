"""What pydantic says about data that does not fit the model, in plain words and as the kind of fault a lint rule reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args
from unicodedata import normalize

from peerkit.errors import did_you_mean, near_names
from peerkit.model.constraints import LONGEST_ADDRESS, LONGEST_ID, NO_SUCH_DAY, SEEN_PATTERN, Address, Id, Matches, Scope, StatementId
from peerkit.model.finding import Fault, Path, Problem
from peerkit.model.scale import VOICES
from peerkit.source import shapes, yaml_words
from peerkit.source.model_types import keys_of
from peerkit.source.yaml_words import shortened


def _pattern_of(kind: Any) -> str:
    pattern: str = get_args(kind)[1].pattern
    return pattern


_ID_PATTERNS = {_pattern_of(kind) for kind in (Id, Address, Scope, StatementId)}
_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "a mapping of keys and values",
    "dataclass_type": "a mapping of keys and values",
}
_OTHER_UNION = "true, false, a text or a list of texts"
_UNIONS: dict[str | int, str] = {"answer": "a level from 0 to 4, not-applicable, dont-know or skipped", "default": "true, false or a text"}
"""What may stand at the keys that take values of several types."""
_PATTERN_HINTS = {
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "Write three whole numbers, like 1.0.0.",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "Write a day like 2026-11-21.",
    SEEN_PATTERN: "Write something, or leave the key out if it may be absent.",
}


def fault(noun: type[Any], data: Any, detail: Mapping[str, Any]) -> Fault:
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


def without_echoes(details: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
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
    message, hint = yaml_words.too_many_mistakes()
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


def _pattern(detail: Mapping[str, Any], path: Path, at_key: bool) -> Fault:
    pattern, value = detail["ctx"]["pattern"], detail["input"]
    if pattern in _ID_PATTERNS:
        hint = pattern_hint(pattern, value, in_list=bool(path) and isinstance(path[-1], int))
        return Fault("bad-id", Problem(message=f'"{shortened(value)}" cannot be an id', hint=hint, path=path, at_key=at_key))
    if pattern == SEEN_PATTERN:
        return Fault("wrong-value", Problem(message=f"{_name(path)} is empty", hint=_PATTERN_HINTS[pattern], path=path, at_key=at_key))
    hint = pattern_hint(pattern, value)
    return Fault(
        "wrong-value", Problem(message=f'"{shortened(value)}" is no good value for {_name(path)}', hint=hint, path=path, at_key=at_key)
    )


def pattern_hint(pattern: str, value: str, *, in_list: bool = False) -> str:
    """Return how to write a text that does not match `pattern`, one of the model's; `in_list` where it is an entry of a list."""
    if pattern not in _ID_PATTERNS:
        return _PATTERN_HINTS.get(pattern, "Look at the documentation of the format.")
    if pattern == _pattern_of(Address):
        return "Write the id of a framework, a slash and the id of an indicator: like mind/paid-roles."
    if pattern == _pattern_of(StatementId):
        return "Use letters and digits, with single points or hyphens between them: like A1 or p2.3."
    parts = value.split()
    if in_list and len(parts) > 1 and all(Matches(pattern).admits(part) for part in parts):
        return f"Put a comma between the ids: {shortened(', '.join(parts))}."
    ascii_only = normalize("NFKD", value).encode("ascii", "ignore").decode().casefold()
    near = "-".join(re.findall(r"[a-z0-9]+", ascii_only))
    such = near if near and Matches(pattern, LONGEST_ID).admits(near) else "planned-co-design"
    return f"Use small letters, digits and single hyphens, at most {LONGEST_ID} characters: like {such}."


def _literal(detail: Mapping[str, Any], path: Path, at_key: bool) -> Fault:
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
    hint = (not union and shapes.hint(noun, path, value)) or hint
    return Fault("wrong-type", Problem(message=f"{_name(path)} should be {expected}, and is {kind_of(value)}", hint=hint, path=path))


def _limit(detail: Mapping[str, Any], path: Path, at_key: bool) -> Fault:
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
