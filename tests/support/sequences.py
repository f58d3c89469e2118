"""What terminals send for keys and replies that peerkit does not know: `tests/cases/sequences.tsv`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

TABLE: Final = Path(__file__).parents[1] / "cases" / "sequences.tsv"
_WRITTEN: Final = re.compile(r"\\(?:e|a|r|t|\\|x[0-9a-f]{2}|u[0-9a-f]{4})")
_SHORT: Final = {r"\e": "\x1b", r"\a": "\x07", r"\r": "\r", r"\t": "\t", "\\\\": "\\"}


class Sent(NamedTuple):
    """A sequence, the family of terminals that sends it, and what for."""

    family: str
    meant: str
    text: str


def all_sent() -> list[Sent]:
    """Return the whole table."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return [Sent(family, meant, _WRITTEN.sub(_character, written)) for family, meant, written in rows]


def _character(match: re.Match[str]) -> str:
    written = match.group()
    return _SHORT[written] if written in _SHORT else chr(int(written[2:], 16))
