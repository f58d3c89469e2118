"""A noun as JSON, in the one way that peerkit writes it: the types in `peerkit.model` that give the schemas give the keys as well."""

from __future__ import annotations

import json
from fractions import Fraction

from peerkit.model.constraints import to_data
from peerkit.render import escape


def as_json(noun: object) -> str:
    """Return a noun as an object of JSON that ends with a line break; nothing in it can steer a terminal."""
    return escape.json_text(json.dumps(to_data(noun), ensure_ascii=False, indent=2)) + "\n"


def decimal(value: Fraction) -> float:
    """Return a number with up to four decimals."""
    return float(round(value, 4))


def decimal_or_none(value: Fraction | None) -> float | None:
    """Return a number with up to four decimals; None where nothing may be said."""
    return None if value is None else decimal(value)
