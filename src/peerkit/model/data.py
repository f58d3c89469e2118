"""A noun as plain data, in the form it has in its file: how keys are written, and that no others are taken."""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any


def file_key(attribute: str) -> str:
    """Return the key in a file for an attribute of the model: `from_` is written `from`."""
    return attribute.removesuffix("_")


STRICT: dict[str, Any] = {"extra": "forbid", "strict": True, "alias_generator": file_key}


def to_data(noun: Any) -> Any:
    """Return a noun as dicts, lists and plain values; what has its default value is left out."""
    if is_dataclass(noun):
        return {file_key(one.name): to_data(value) for one in fields(noun) if not _is_default(one, value := getattr(noun, one.name))}
    if isinstance(noun, dict):
        return {key: to_data(value) for key, value in noun.items()}
    return [to_data(value) for value in noun] if isinstance(noun, tuple) else noun


def _is_default(one: Field[Any], value: object) -> bool:
    if one.default_factory is not MISSING:
        return bool(value == one.default_factory())
    return one.default is not MISSING and bool(value == one.default)
