"""A noun out of data that does not fit it, for those who look at the parts of a broken file that are right."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from peerkit.model.constraints import file_key
from peerkit.source import structure
from peerkit.source.model_types import hints


def draft(kind: Any, data: Any) -> Any:
    """Return `data` as a `kind`: what is of another type gets a stand-in, what breaks a limit stays, and unknown keys are left out.

    Every entry of a list stays where it is, so that paths in the data lead to the same things in the noun.
    """
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return draft(inner[0], data)
    if origin in (Union, UnionType):
        return _one_of(inner, data)
    if origin is Literal:
        return data if isinstance(data, str) and data in inner else inner[0]
    if origin is tuple:
        return tuple(draft(inner[0], entry) for entry in data) if isinstance(data, list) else ()
    if origin is dict:
        return {key: draft(inner[1], value) for key, value in data.items()} if isinstance(data, dict) else {}
    if is_dataclass(kind):
        return _dataclass(kind, data if isinstance(data, dict) else {})
    return data if type(data) is kind else kind()


def _one_of(kinds: tuple[Any, ...], data: Any) -> Any:
    """Return `data` as the first of the types that it fits, else drafted as the first of them."""
    for kind in kinds:
        try:
            return structure.build(kind, data)
        except structure.Mismatch:
            continue
    return draft(kinds[0], data)


def _dataclass(noun: Any, data: dict[str, Any]) -> Any:
    values = {}
    for one in fields(noun):
        key = file_key(one.name)
        if key in data or (one.default is MISSING and one.default_factory is MISSING):
            values[one.name] = draft(hints(noun)[one.name], data.get(key))
    return noun(**values)
