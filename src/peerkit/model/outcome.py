"""What a workshop agreed on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from peerkit.model.answers import Dissent
from peerkit.model.constraints import Address, Day, Id, Level, Note, Text
from peerkit.model.data import STRICT
from peerkit.model.scale import Importance

FORMAT = "peerkit/outcome/1"


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """The level a group agreed on, with the views that differ."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    level: Level
    dissent: tuple[Dissent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something the group will do about an indicator: what, who, by when, the first step, and how they will know."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Address | Id
    what: Note = ""
    who: Note = ""
    by: Note = ""
    first_step: Note = ""
    sign: Note = ""
    help: Note = ""
    ask_also: Note = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The file that a workshop leaves behind."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/outcome/1"]
    program: Text
    date: Day
    agreed: dict[Address, Agreed] = field(default_factory=dict)
    importance: dict[Address, Importance] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    outside_our_control: tuple[Note, ...] = ()
    recheck: Note = ""
