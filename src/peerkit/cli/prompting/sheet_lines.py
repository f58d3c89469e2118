"""A line of someone who types a paper sheet in: an answer with its note, a code to go to, or a step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from peerkit.cli.prompting.keys import WORD_KEYS
from peerkit.model.constraints import LONGEST_NOTE
from peerkit.model.scale import PersonWord
from peerkit.model.typed_text import leading_answer

Step = Literal["blank", "back", "help", "quit"]
_STEPS: Final[dict[str, Step]] = {"": "blank", "b": "back", "?": "help", "q": "quit"}
_KEYS: Final[dict[str, PersonWord]] = {**WORD_KEYS, "-": "skipped"}
_CODE: Final = re.compile(r"(?:[a-z0-9-]+/)?[a-z]+[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands on the sheet beside a question."""

    answer: int | PersonWord
    note: str = ""


@dataclass(frozen=True, slots=True)
class Keyed:
    """What a line says: the question it goes to, by address, None for the one it was asked for; and the mark or the step there, if any."""

    address: str | None
    said: Mark | Step | None


def understand(line: str, addresses: Mapping[str, str]) -> Keyed | None:
    """Return what a line says; None where it says nothing we know. `addresses` are those of the codes on the sheet, in capitals.

    A code leads its answer: `B3 2 since May`.
    """
    text = line.strip()
    head, _, rest = text.partition(" ")
    if _CODE.fullmatch(head):
        address = addresses.get(_capitals(head))
        said = _said(rest.strip()) if rest.strip() else None
        return Keyed(address, said) if address is not None and (said is not None or not rest.strip()) else None
    said = _said(text)
    return None if said is None else Keyed(None, said)


def names_another(line: str, addresses: Mapping[str, str]) -> bool:
    """Whether a line begins with what looks like a code and is none of the sheet."""
    head = line.strip().partition(" ")[0]
    return _CODE.fullmatch(head) is not None and _capitals(head) not in addresses


def _capitals(code: str) -> str:
    framework, slash, short = code.rpartition("/")
    return f"{framework.casefold()}{slash}{short.upper()}"


def _said(text: str) -> Mark | Step | None:
    """Return a mark with its note, or a step; an answer may be several words."""
    if text.casefold() in _STEPS:
        return _STEPS[text.casefold()]
    found = leading_answer(text, _KEYS)
    return Mark(*found) if found is not None and len(found[1]) <= LONGEST_NOTE else None
