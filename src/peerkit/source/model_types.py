"""The types of the model as data: which keys a noun has, and of which type each is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from peerkit.model.constraints import file_key
from peerkit.model.finding import Path


def keys_of(noun: type[Any], path: Path) -> list[str]:
    """Return the keys that the mapping at `path` may have; empty where it is none of the model's."""
    inner = type_at(noun, path)
    return [file_key(one.name) for one in fields(inner)] if is_dataclass(inner) else []


@cache
def hints(noun: type[Any]) -> dict[str, Any]:
    """Return the type of each attribute of a noun, limits and all."""
    return get_type_hints(noun, include_extras=True)


def type_at(kind: Any, path: Path) -> Any:
    """Return the type of what stands at `path` of a noun, without its limits and without None; None where nothing can stand there."""
    return bare(limited_type_at(kind, path))


def limited_type_at(kind: Any, path: Path) -> Any:
    """Return the type of what stands at `path` of a noun, limits and all; None where nothing can stand there."""
    for part in path:
        kind = bare(kind)
        if is_dataclass(kind) and isinstance(kind, type):
            kind = {file_key(name): hint for name, hint in hints(kind).items()}.get(str(part))
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
        inner = [one for one in get_args(kind) if one is not NoneType]
        return bare(inner[0]) if len(inner) == 1 else kind
    return kind
