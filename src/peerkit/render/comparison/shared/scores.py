"""Scores of what the sides share, beside each other, and whether they differ by more than they may by chance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.comparison import ComparedFramework, ComparedSection, Comparison, Scores
from peerkit.model.page import Block, Heading, Paragraph, Side, Sides, SidesRow
from peerkit.model.report import whole_points
from peerkit.render.comparison.shared import wording

_NOTE: Final = "On the questions that every side rated, and on no others. So these are not the scores of their reports."
ABOUT_THE_SAME: Final = "about the same"
NO_SCORES: Final = "The sides have too little in common for scores."


def blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield the scores of each framework that all sides answered; there is no number across frameworks."""
    for one in comparison.frameworks:
        yield from framework_blocks(one, comparison)


def framework_blocks(one: ComparedFramework, comparison: Comparison) -> Iterator[Block]:
    """Yield the scores of one framework, and of its sections."""
    yield Heading(one.framework.name, note=_NOTE)
    if all(section.scores.apart is None for section in one.sections):
        yield Paragraph(NO_SCORES)
        return
    whole = [_row("All sections", one.scores, comparison)] if one.scores else []
    yield Sides((*whole, *(_section(section, comparison) for section in one.sections)), of="sides")


def verdict(scores: Scores, comparison: Comparison) -> str:
    """Return in words whether the sides differ, and by how much."""
    if scores.apart is None:
        return f"too little in common for a score ({scores.shared} of {scores.asked} rated on every side)"
    if scores.is_about_the_same:
        return ABOUT_THE_SAME
    points = whole_points(scores.apart)
    first, second, *more = (one.value for one in scores.sides)
    if more or first is None or second is None:
        return f"{points} points apart"
    if comparison.is_over_time:
        return f"{'up' if second > first else 'down'} {points} points from A to B"
    return f"{'B' if second > first else 'A'} stands {points} points higher"


def _section(one: ComparedSection, comparison: Comparison) -> SidesRow:
    native = f" ({one.section.native_title})" if one.section.native_title else ""
    return _row(f"{one.section.title}{native}", one.scores, comparison)


def _row(title: str, scores: Scores, comparison: Comparison) -> SidesRow:
    sides = tuple(
        Side(wording.short(side, comparison), score.value, score.about, label)
        for label, side, score in zip(comparison.labels, comparison.sides, scores.sides, strict=True)
    )
    rests = f"on {scores.shared} {'question' if scores.shared == 1 else 'questions'}"
    said = verdict(scores, comparison)
    return SidesRow(title, None, sides, (said if scores.apart is None else f"{said}, {rests}",))
