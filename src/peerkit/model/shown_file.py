"""What reports of a round have shown, as a file beside the answers: whose answers were counted together, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Literal

from peerkit.model.constraints import Matches, Scope, Text, Weight
from peerkit.model.framework import STRICT

FORMAT: Final = "peerkit/shown/1"
NOTE: Final = (
    "peerkit keeps this beside the answers, so that two reports of one round do not give away anybody's answer. "
    "Leave it here, hand it to nobody, and delete it together with the answers."
)
PersonKey = Annotated[str, Matches("^[0-9a-f]{8,64}$", 64)]


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """One set of people, by its place in `sets`, with the numbers that a report printed of them; no `counts` where it used words."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    set: Weight
    ratings: Weight
    counts: tuple[Weight, ...] | None = None


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """The whole file. `people` are keys; each of `sets` holds places in `people`; `rows` go by address, or by framework."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/shown/1"]
    note: Text = NOTE
    people: tuple[PersonKey, ...]
    sets: tuple[tuple[Weight, ...], ...]
    rows: dict[Scope, tuple[ShownEntry, ...]]
