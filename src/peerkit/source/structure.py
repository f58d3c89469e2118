"""Plain data to the nouns of the model.

`build` follows the types of the model's dataclasses and says only whether data fits: it is what every command runs, and it loads
nothing heavy. Where data does not fit, `faults` asks pydantic, over the same types, what is wrong in all places at once. The two
agree; a property test holds them to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from peerkit.model.constraints import file_key
from peerkit.model.finding import Fault, Path
from peerkit.source import bounds
from peerkit.source.model_types import hints

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


def faults(noun: type[Any], data: object) -> Iterator[Fault]:
    """Yield everything about `data` that does not fit `noun`, in words a person can act on."""
    from peerkit.source.cascades import Slips
    from peerkit.source.structure_words import fault, too_many_mistakes, without_echoes

    seen: set[tuple[str, Path]] = set()
    details, are_all = _details(noun, data)
    slips = Slips(details)
    others = (detail for detail in without_echoes(details) if not slips.covers(detail))
    for one in chain(slips.faults(noun), (fault(noun, data, detail) for detail in others)):
        place = (one.problem.message, one.problem.path)
        if place not in seen:
            yield one
        seen.add(place)
    if not are_all:
        yield too_many_mistakes()


def _details(noun: type[Any], data: object) -> tuple[Sequence[Mapping[str, Any]], bool]:
    """Return what pydantic says is wrong, and whether that is all; where it is very much, only of the first entries of each list."""
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(noun)
    for longest in (bounds.MOST_NODES, 100, 10, 1):
        try:
            adapter.validate_json(json.dumps(data if longest == bounds.MOST_NODES else _with_short_lists(data, longest)))
        except ValidationError as error:
            # NOTE: each mistake takes a kilobyte to tell, and a hostile file may have hundreds of thousands.
            if longest == 1 or error.error_count() <= bounds.MOST_FAULTS:
                return error.errors(include_url=False), longest == bounds.MOST_NODES
    return (), True


def _with_short_lists(data: Any, longest: int) -> Any:
    """Return data with the first entries of each list; what stays stands where it stood."""
    if isinstance(data, list):
        return [_with_short_lists(entry, longest) for entry in data[:longest]]
    return {key: _with_short_lists(value, longest) for key, value in data.items()} if isinstance(data, dict) else data


@cache
def _converter(kind: Any) -> _Convert:
    """Return the function that turns data into `kind` or raises Mismatch."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _limited(_converter(inner[0]), inner[1:])
    if origin in (Union, UnionType):
        return _one_of([_converter(one) for one in inner])
    if origin is Literal:
        return _literal(inner)
    if origin is tuple:
        return _sequence(_converter(inner[0]))
    if origin is dict:
        return _mapping(_converter(inner[0]), _converter(inner[1]))
    return _dataclass(kind) if is_dataclass(kind) else _plain(kind)


def _plain(kind: type[Any]) -> _Convert:
    def convert(data: Any) -> Any:
        if type(data) is not kind:
            raise Mismatch
        return data

    return convert


def _literal(values: tuple[Any, ...]) -> _Convert:
    def convert(data: Any) -> Any:
        if not isinstance(data, str) or data not in values:
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
    converters = {file_key(one.name): (one.name, _converter(hints(noun)[one.name])) for one in fields(noun)}
    required = {file_key(one.name) for one in fields(noun) if one.default is MISSING and one.default_factory is MISSING}

    def convert(data: Any) -> Any:
        if not isinstance(data, dict) or not data.keys() <= converters.keys() or not required <= data.keys():
            raise Mismatch
        values = {}
        for key, value in data.items():
            name, converter = converters[key]
            values[name] = converter(value)
        return noun(**values)

    return convert
