"""What tends to get in the way of each theme, and what programs can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from peerkit.model.constraints import Id, Text, Unempty
from peerkit.model.framework import STRICT

FORMAT = "peerkit/barriers/1"


@dataclass(frozen=True, kw_only=True)
class Barrier:
    """Something that gets in the way, and what helps against it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    barrier: Text
    remedy: Text


@dataclass(frozen=True, kw_only=True)
class ThemeBarriers:
    """What gets in the way of a theme, commonest first; `id` is the theme's."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    barriers: Annotated[tuple[Barrier, ...], Unempty()]


@dataclass(frozen=True, kw_only=True)
class Barriers:
    """The barriers of every theme that has any."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/barriers/1"]
    themes: tuple[ThemeBarriers, ...]

    @property
    def by_theme(self) -> dict[str, tuple[Barrier, ...]]:
        """The barriers of each theme, by its id."""
        return {one.id: one.barriers for one in self.themes}
