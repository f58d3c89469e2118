"""Plain data to the nouns of the model, and which keys and types they have.

`build` follows the types of the model's dataclasses and says only whether data fits: it is what every command runs, and it loads
nothing heavy. Where data does not fit, `peerkit.source.structure_faults` says what is wrong in all places at once. The two agree; a
property test holds them to it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from peerkit.model.constraints import file_key

if TYPE_CHECKING:
    from peerkit.model.finding import Path

Noun = TypeVar("Noun")
_Convert = Callable[[Any], Any]


class Mismatch(Exception):
    """The data does not fit the model."""


def build(noun: type[Noun], data: object) -> Noun:
    """Return `data` (dicts, lists, texts, numbers, booleans, None) as a `noun`.

    Raises:
        Mismatch: when anything in it is missing, unknown, of another type or outside its limits.

    """
    converter: _Convert = _converter(noun)  # type: ignore[arg-type]  # a class is hashable
    built: Noun = converter(data)
    return built


def draft(kind: Any, data: Any) -> Any:
    """Return `data` that does not fit as a `kind`, for those who look at the parts of it that are right.

    What is of another type gets a stand-in, what breaks a limit stays, and unknown keys are left out. Every entry of a list stays where
    it is, so that paths in the data lead to the same things in the noun.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return draft(inner[0], data)
    if origin in (Union, UnionType):
        return _draft_of_one(inner, data)
    if origin is Literal:
        return data if isinstance(data, str) and data in inner else inner[0]
    if origin is tuple:
        return tuple(draft(inner[0], entry) for entry in data) if isinstance(data, list) else ()
    if origin is dict:
        return {key: draft(inner[1], value) for key, value in data.items()} if isinstance(data, dict) else {}
    if is_dataclass(kind):
        return _draft_of_dataclass(kind, data if isinstance(data, dict) else {})
    return data if type(data) is kind else kind()


def keys_of(noun: type[Any], path: Path) -> list[str]:
    """Return the keys that the mapping at `path` may have; empty where it is none of the model's."""
    inner = type_at(noun, path)
    return [file_key(attribute.name) for attribute in fields(inner)] if is_dataclass(inner) else []


def type_at(kind: Any, path: Path) -> Any:
    """Return the type of what stands at `path` of a noun, without its limits and without None; None where nothing can stand there."""
    return bare(limited_type_at(kind, path))


def limited_type_at(kind: Any, path: Path) -> Any:
    """Return the type of what stands at `path` of a noun, limits and all; None where nothing can stand there."""
    for part in path:
        kind = bare(kind)
        if is_dataclass(kind) and isinstance(kind, type):
            kind = {file_key(name): hint for name, hint in _types(kind).items()}.get(str(part))
        elif get_origin(kind) in (tuple, dict):
            kind = get_args(kind)[0 if get_origin(kind) is tuple else 1]
        else:
            return None
    return kind


def bare(kind: Any) -> Any:
    """Return a type without its limits and without None."""
    if get_origin(kind) is Annotated:
        return bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        inner = [possible for possible in get_args(kind) if possible is not NoneType]
        return bare(inner[0]) if len(inner) == 1 else kind
    return kind


def needed(noun: type[Any]) -> list[Field[Any]]:
    """Return the attributes of a noun that have no default."""
    return [attribute for attribute in fields(noun) if attribute.default is MISSING and attribute.default_factory is MISSING]


def mappings(value: Any) -> list[dict[str, Any]]:
    """Return the entries of a list, with an empty mapping in the place of whatever is none, so that positions stay right."""
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {} for entry in entries]


@cache
def _converter(kind: Any) -> _Convert:
    """Return the function that turns data into `kind` or raises Mismatch."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _limited(_converter(inner[0]), inner[1:])
    if origin in (Union, UnionType):
        return _one_of([_converter(possible) for possible in inner])
    if origin is Literal:
        return _only(lambda data: isinstance(data, str) and data in inner)
    if origin is tuple:
        return _sequence(_converter(inner[0]))
    if origin is dict:
        return _mapping(_converter(inner[0]), _converter(inner[1]))
    return _dataclass(kind) if is_dataclass(kind) else _only(lambda data: type(data) is kind)


def _only(fits: Callable[[Any], bool]) -> _Convert:
    def convert(data: Any) -> Any:
        if not fits(data):
            raise Mismatch
        return data

    return convert


def _limited(inner: _Convert, limits: tuple[Any, ...]) -> _Convert:
    checks = tuple(limit.admits for limit in limits)

    def convert(data: Any) -> Any:
        value = inner(data)
        for admits in checks:
            if not admits(value):
                raise Mismatch
        return value

    return convert


def _one_of(converters: list[_Convert]) -> _Convert:
    def convert(data: Any) -> Any:
        for converter in converters:
            try:
                return converter(data)
            except Mismatch:
                continue
        raise Mismatch

    return convert


def _sequence(inner: _Convert) -> _Convert:
    def convert(data: Any) -> Any:
        if not isinstance(data, list):
            raise Mismatch
        return tuple(inner(value) for value in data)

    return convert


def _mapping(key: _Convert, inner: _Convert) -> _Convert:
    def convert(data: Any) -> Any:
        if not isinstance(data, dict):
            raise Mismatch
        return {key(name): inner(value) for name, value in data.items()}

    return convert


def _dataclass(noun: Any) -> _Convert:
    types = _types(noun)
    converters = {file_key(attribute.name): (attribute.name, _converter(types[attribute.name])) for attribute in fields(noun)}
    required = {file_key(attribute.name) for attribute in needed(noun)}

    def convert(data: Any) -> Any:
        if not isinstance(data, dict) or not data.keys() <= converters.keys() or not required <= data.keys():
            raise Mismatch
        values = {}
        for key, value in data.items():
            name, converter = converters[key]
            values[name] = converter(value)
        return noun(**values)

    return convert


def _draft_of_one(kinds: tuple[Any, ...], data: Any) -> Any:
    """Return `data` as the first of the types that it fits, else drafted as the first of them."""
    for kind in kinds:
        try:
            return build(kind, data)
        except Mismatch:
            continue
    return draft(kinds[0], data)


def _draft_of_dataclass(noun: Any, data: dict[str, Any]) -> Any:
    values = {}
    types, required = _types(noun), needed(noun)
    for attribute in fields(noun):
        key = file_key(attribute.name)
        if key in data or attribute in required:
            values[attribute.name] = draft(types[attribute.name], data.get(key))
    return noun(**values)


@cache
def _types(noun: type[Any]) -> dict[str, Any]:
    """Return the type of each attribute of a noun, limits and all."""
    return get_type_hints(noun, include_extras=True)
