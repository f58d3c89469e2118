"""What ties frameworks together: themes, links between indicators, tensions, and the outline of each source document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from peerkit.model.constraints import Address, Id, StatementId, Text
from peerkit.model.framework import STRICT


@dataclass(frozen=True, kw_only=True)
class Theme:
    """An idea that occurs in more than one document."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    definition: Text


@dataclass(frozen=True, kw_only=True)
class Themes:
    """Every theme, for finding one's way between frameworks; never for adding scores."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/themes/1"]
    themes: tuple[Theme, ...]


@dataclass(frozen=True, kw_only=True)
class Link:
    """How an indicator of one framework relates to one of another."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    from_: Address
    to: Address
    relation: Literal["equal", "subset", "superset", "intersects"]
    why: Text


@dataclass(frozen=True, kw_only=True)
class Tension:
    """A place where documents differ, with questions for a group."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: Id
    title: Text
    positions: dict[Id, Text]
    indicators: tuple[Address, ...] = ()
    questions: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class Crosswalk:
    """Links and tensions between frameworks."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/crosswalk/1"]
    links: tuple[Link, ...] = ()
    tensions: tuple[Tension, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One assessable point of a source document, in our own words.

    `force` is absent where the document states the point itself; `implied` where it was turned from a risk or finding, `outcome`
    where it is an effect, `quoted` where it stands only in a quotation. A `negative` point is a sign of trouble.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: StatementId
    gist: Text
    force: Literal["implied", "outcome", "quoted"] | None = None
    polarity: Literal["negative"] | None = None


@dataclass(frozen=True, kw_only=True)
class OutlineSection:
    """A part of a source document."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: StatementId
    title: Text
    statements: tuple[Statement, ...]


@dataclass(frozen=True, kw_only=True)
class SourceOutline:
    """A source document as the list of its assessable points."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    format: Literal["peerkit/source/1"]
    sections: tuple[OutlineSection, ...]
