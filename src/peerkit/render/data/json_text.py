"""A noun as JSON, in the one way that peerkit writes it: the types in `peerkit.model` that give the schemas give the keys as well."""

from __future__ import annotations

import json
from dataclasses import fields
from fractions import Fraction
from typing import Any, TypeVar

from peerkit.model.constraints import to_data
from peerkit.model.result import Score
from peerkit.render import escape

Kind = TypeVar("Kind")


def as_json(noun: object) -> str:
    """Return a noun as an object of JSON that ends with a line break; nothing in it can steer a terminal."""
    return escape.json_text(json.dumps(to_data(noun), ensure_ascii=False, indent=2)) + "\n"


def entry(kind: type[Kind], *nouns: object, **given: object) -> Kind:
    """Return an entry of a file: each key as it is given, else as the first of the nouns has it that knows it by that name.

    A fraction is written as a number with up to four decimals. Every key that is given must be one of the entry's.

    Raises:
        AttributeError: when none of the nouns knows a key that is not given.

    """
    names = [key.name for key in fields(kind) if key.name not in given]  # type: ignore[arg-type]  # every kind is a dataclass
    known = {**{name: _of_first(nouns, name) for name in names}, **given}
    return kind(**{name: _written(value) for name, value in known.items()})


def ends(score: Score, before: str = "") -> dict[str, Fraction | None]:
    """Return between which points a score lies, as two keys that begin with `before`; None where no score is shown."""
    low, high = score.ends or (None, None)
    return {f"{before}low": low, f"{before}high": high}


def _of_first(nouns: tuple[object, ...], name: str) -> Any:
    knowing = next((noun for noun in nouns if hasattr(noun, name)), None)
    return getattr(knowing, name)


def _written(value: object) -> object:
    return float(round(value, 4)) if isinstance(value, Fraction) else value
