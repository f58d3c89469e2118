"""A program's name, as it is compared."""

from __future__ import annotations


def program_key(name: str) -> str:
    """Return a program's name without what does not tell it apart: case, how many spaces, and how its letters are put together."""
    import unicodedata

    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
