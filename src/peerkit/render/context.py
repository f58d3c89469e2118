"""Where a product will be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Where text will be read: `width` columns (20 or more), `plain` without drawing, `colour` with escape sequences for colour.

    With `plain`, or in a format that is no screen, `colour` changes nothing. `day` (2026-11-21) is when a file says it was made. In the
    commands that are printed, `typed` stands in place of words such as FILE, `program` is what starts peerkit, and `goes_on` ends a line.
    """

    width: int = 80
    plain: bool = False
    colour: bool = False
    day: str = "1980-01-01"
    program: str = "peerkit"
    typed: Mapping[str, str] = field(default_factory=dict)
    goes_on: str = "\\"
