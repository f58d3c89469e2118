"""A comparison's opening: which sides these are, and how far they can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from peerkit.model.comparison import ComparedFramework, Comparison, Difference
from peerkit.model.page import Block, Bullets, Facts, Heading, Notice, Paragraph, Title
from peerkit.model.scale import SMALLEST_GROUP
from peerkit.render import wording as words
from peerkit.render.comparison.shared import wording

PURPOSE: Final = "For reflection and planning. Nobody is ranked here: the sides stand in the order in which they were given."
NOTHING_DIFFERS: Final = "Nothing differs: every question stands the same on {all} sides."
_WHY_HIDDEN: Final = "Too few people answered them, or too many of the same people are on another side or in an earlier report."
_DIFFER: Final[dict[Difference, str]] = {
    "frameworks": "not all answered the same frameworks",
    "versions": "the versions of a framework differ",
    "sets": "the sets of questions differ",
    "kinds": "a person, a group and a team do not answer alike",
    "roles": "they answered in other roles",
    "questions": "they share fewer than two thirds of the questions",
}


def blocks(comparison: Comparison) -> Iterator[Block]:
    """Yield the title, each side by its letter, and what the page is for."""
    yield Title(_title(comparison), "Comparison")
    yield Facts(tuple((label, wording.who(side, comparison)) for label, side in zip(comparison.labels, comparison.sides, strict=True)))
    yield Facts((("Made on", words.day(comparison.date)),))
    yield Paragraph(PURPOSE)
    minimum = min((side.minimum for side in comparison.sides if side.minimum is not None), default=SMALLEST_GROUP)
    if minimum < SMALLEST_GROUP:
        yield Notice(
            f"The smallest group was lowered from {SMALLEST_GROUP} to {minimum} people, and that was confirmed. "
            "Smaller groups are easier to see through."
        )
    if comparison.is_empty:
        yield Notice(NOTHING_DIFFERS.format(all="both" if len(comparison.sides) == 2 else "all"))


def comparability(comparison: Comparison) -> Iterator[Block]:
    """Yield what the sides share and what they do not, before any number."""
    yield Heading("How far these can be compared")
    reasons = [_DIFFER[name] for name in comparison.differs_in]
    said = f"Compare with care: {'; '.join(reasons)}." if reasons else "Like for like: the same questions, answered in the same way."
    yield Paragraph(said)
    yield Bullets(tuple(line for one in comparison.frameworks for line in _framework(one, comparison)) + tuple(_all(comparison)))


def _title(comparison: Comparison) -> str:
    if comparison.is_one_program:
        return comparison.sides[0].program
    return wording.letters(comparison, range(len(comparison.sides)))


def _framework(one: ComparedFramework, comparison: Comparison) -> Iterator[str]:
    name = f"{one.framework.name}: "
    if one.rated_by_any:
        percent = 100 * one.rated_by_all // one.rated_by_any
        by = "both sides" if len(comparison.sides) == 2 else "all sides"
        shown = " and that can be shown" if any(side.kind == "team" for side in comparison.sides) else ""
        yield f"{name}of {one.rated_by_any} questions that any side rated{shown}, {by} rated {one.rated_by_all} ({percent}%)."
    else:
        yield f"{name}nobody rated a question that can be shown."
    if len(set(one.versions)) > 1:
        yield f"{name}not the same version: {_by_side(one.versions, comparison)}."
    else:
        yield f"{name}version {one.versions[0]} on every side."
    yield from (f"{name}{line}" for line in _hidden(one, comparison))
    for label, number in zip(comparison.labels, one.set_aside, strict=True):
        if number:
            yield f"{name}{_gone(number, label)}"


def _hidden(one: ComparedFramework, comparison: Comparison) -> Iterator[str]:
    """Yield for each team how many of its questions cannot be shown."""
    for number, label in enumerate(comparison.labels):
        asked = [stand for section in one.sections for question in section.questions if (stand := question.stands[number])]
        hidden = sum(stand.state == "hidden" for stand in asked)
        if hidden:
            yield f"{hidden} of {len(asked)} questions cannot be shown in {label}. {_WHY_HIDDEN}"


def _gone(number: int, label: str) -> str:
    if number == 1:
        return f"one answer in {label} is to a question that is gone; it does not count."
    return f"{number} answers in {label} are to questions that are gone; they do not count."


def _by_side(texts: tuple[str, ...], comparison: Comparison) -> str:
    return words.listed([f"{label} ({text})" for label, text in zip(comparison.labels, texts, strict=True)])


def _all(comparison: Comparison) -> Iterator[str]:
    for other in comparison.partly:
        yield f"{other.framework.name}: answered in {wording.letters(comparison, other.sides)} only, and left out here."
    for what, values in (
        ("the set of questions", tuple(f"{side.set} set" for side in comparison.sides)),
        ("who answered", tuple(wording.kind(side) for side in comparison.sides)),
    ):
        if len(set(values)) > 1:
            yield f"Not the same, {what}: {_by_side(values, comparison)}."
        else:
            yield f"The same, {what}: {values[0]}."
