"""Rows as a table for a spreadsheet, in the one way that peerkit writes it: RFC 4180 with CRLF.

It begins with a byte order mark, without which Excel would not read it as UTF-8. A cell that a spreadsheet would take for a formula, or
a build server for a command, begins with an apostrophe; other characters that cannot be seen are written out, line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from peerkit.render.escape import visible_lines

_BYTE_ORDER_MARK: Final = "\ufeff"
_COMMAND: Final = re.compile(r"\s*(::|##\[)")
_FORMULA: Final = re.compile(r"[\t\r]|\s*[=+\-@]")


def as_csv(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return rows under their heads. The heads stand as they are, so that only words of ours and letters may be in them."""
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([cell(text) for text in row] for row in rows)
    return _BYTE_ORDER_MARK + out.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula."""
    first, *rest = visible_lines(text)
    shown = "\n".join([first, *(f"'{line}" if _COMMAND.match(line) else line for line in rest)])
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def number(value: int | Fraction | None) -> str:
    """Return a number with up to four decimals; empty where there is none."""
    if value is None:
        return ""
    return str(value) if value.denominator == 1 else str(round(float(value), 4))
