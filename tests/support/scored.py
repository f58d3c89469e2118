"""A framework and its answers side by side, as plain lists: what tests of scores are written in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peerkit.engine.scores.report import framework_result
from peerkit.model.answers import Assessment, Given
from peerkit.model.framework import Framework
from peerkit.model.result import FrameworkResult
from support.building import make_assessment, make_framework, make_indicator, make_section


@dataclass(frozen=True)
class Item:
    """An indicator with its answer; None is unanswered."""

    name: str
    answer: Given | None
    weight: int = 1


@dataclass(frozen=True)
class Part:
    """A section of items."""

    name: str
    items: tuple[Item, ...]
    weight: int = 1


def pairs(items: Sequence[Item]) -> list[tuple[int, Given | None]]:
    """Return weights and answers, as `section_score` takes them."""
    return [(item.weight, item.answer) for item in items]


def nouns(parts: Sequence[Part]) -> tuple[Framework, Assessment]:
    """Return the framework and the assessment that the parts describe."""
    sections = [
        make_section(part.name, *(make_indicator(item.name, weight=item.weight) for item in part.items), weight=part.weight)
        for part in parts
    ]
    given = {f"f/{item.name}": item.answer for part in parts for item in part.items if item.answer is not None}
    return make_framework(*sections), make_assessment(given)


def result_of(parts: Sequence[Part]) -> FrameworkResult:
    """Return what the engine reports about the parts."""
    return framework_result(*nouns(parts))


def with_item(parts: Sequence[Part], name: str, answer: Given | None) -> list[Part]:
    """Return the parts with another answer to the item `name`."""
    return [
        replace(part, items=tuple(replace(item, answer=answer) if item.name == name else item for item in part.items)) for part in parts
    ]
