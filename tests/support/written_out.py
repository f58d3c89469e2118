"""What a page or data holds, without the form of a medium or a format: each thing on a line while it fits, else what it holds below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from fractions import Fraction
from typing import Any, Final

_WIDTH: Final = 160
_STEP: Final = "  "


def written_out(value: object) -> str:
    """Return a noun of ours or data as lines; fields of a noun that are as always are left out, and the name of the one list it has."""
    return "\n".join(_lines(value, "", "")) + "\n"


def _lines(value: object, name: str, margin: str) -> Iterator[str]:
    short = f"{margin}{name}{_short(value)}"
    inner = list(_inner(value))
    large = [(key, part) for key, part in inner if any(_inner(part))]
    if len(short) <= _WIDTH or not large:
        yield short
        return
    small = ", ".join(f"{key}{_short(part)}" for key, part in inner if not any(_inner(part)))
    yield f"{margin}{name}{_called(value)} {small}".rstrip()
    if len(large) == 1 and isinstance(large[0][1], (list, tuple)):
        large = list(_inner(large[0][1]))
    for key, part in large:
        yield from _lines(part, key, margin + _STEP)


def _inner(value: Any) -> Iterator[tuple[str, object]]:
    """Yield the parts of a value, each with its name and what stands between."""
    if is_dataclass(value) and not isinstance(value, type):
        yield from ((f"{field.name}: ", getattr(value, field.name)) for field in fields(value) if not _as_always(value, field))
    elif isinstance(value, Mapping):
        yield from ((f"{key}: ", part) for key, part in value.items())
    elif isinstance(value, (list, tuple)):
        yield from (("", part) for part in value)


def _short(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    inside = ", ".join(f"{key}{_short(part)}" for key, part in _inner(value))
    if is_dataclass(value):
        return f"{type(value).__name__}({inside})"
    if isinstance(value, Mapping):
        return f"{{{inside}}}"
    if isinstance(value, (list, tuple)):
        return f"[{inside}]"
    return repr(value)


def _called(value: object) -> str:
    return type(value).__name__ if is_dataclass(value) else "-"


def _as_always(value: object, field: Field[Any]) -> bool:
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    return bool(getattr(value, field.name) == default)
