"""A whole number that somebody typed, or that stands in a variable of the environment."""

from __future__ import annotations


def whole_number(text: str, most: int) -> int | None:
    """Return the number from 0 to `most` that a text says in plain digits; None where it says none.

    Every text that was not read by a strict reader becomes a number here: `int` takes digits of any script, and raises on very many.
    """
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal()) or len(digits.lstrip("0")) > len(str(most)):
        return None
    number = int(digits.lstrip("0") or "0")
    return number if number <= most else None
