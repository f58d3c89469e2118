"""Where a product will be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderContext:
    """Where text will be read: `width` columns (20 or more), `plain` without drawing, `colour` with escape sequences for colour.

    With `plain`, or in a format that is no screen, `colour` changes nothing. `day` (2026-11-21) is when a file says it was made, and
    `program` is what starts peerkit, in the commands that are printed.
    """

    width: int = 80
    plain: bool = False
    colour: bool = False
    day: str = "1980-01-01"
    program: str = "peerkit"
