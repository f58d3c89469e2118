"""What a comparison says of its sides and of where they stand, in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from peerkit.model.comparison import ComparedQuestion, ComparedSide, Comparison, stand_of
from peerkit.model.result import Result
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render import wording as words
from peerkit.render.pages.plan_words import levels
from peerkit.render.pages.team_words import between

_STATES: Final = {
    "dont-know": "don't know",
    "not-answered": "not answered",
    "not-applicable": "does not apply",
    "hidden": "cannot be shown",
}
_NOT_ASKED: Final = "not asked"
_IN_WORDS: Final = {(Fraction(0), Fraction(2)): "Partly or lower", (Fraction(3), Fraction(4)): "Mostly or higher"}


def who(side: ComparedSide, comparison: Comparison) -> str:
    """Return a side in full: which program, where that may be said, who answered, which questions, and when."""
    program = [side.program] if comparison.named else []
    return ", ".join([*program, _answered(side), f"{side.set} set", f"answered until {words.day(side.day)}"])


def short(side: ComparedSide, comparison: Comparison) -> str:
    """Return a side in a few words: what tells it apart from the others."""
    if comparison.named and not comparison.is_one_program:
        return f"{side.program}, {words.day(side.day)}"
    return words.day(side.day) if comparison.is_over_time else kind(side)


def kind(side: ComparedSide) -> str:
    """Return who a side is, without its numbers by role."""
    number = sum(side.respondents.values())
    if side.kind == "solo":
        return words.who(side.role)
    if side.kind == "team":
        return f"a team of {number}"
    return f"a group of {number}, together" if number else "a group, together"


def letters(comparison: Comparison, numbers: Sequence[int]) -> str:
    """Return some sides by their letters: "A and C"."""
    return words.listed([comparison.labels[number] for number in numbers])


def standing(stand: Result | None) -> str:
    """Return where a side stands, or why that cannot be said."""
    if stand is None or stand.standing is None:
        return _NOT_ASKED if stand is None else _STATES[stand_of(stand)]
    if stand.low is None or stand.high is None or stand.low == stand.high:
        return between(stand.standing)
    roughly = "about" if stand.standing.denominator == 1 else "roughly"
    return _IN_WORDS.get((stand.low, stand.high), f"{roughly} {between(stand.standing)}")


def standings(question: ComparedQuestion, comparison: Comparison) -> str:
    """Return where each side stands: "A Partly, B Mostly", or "all Mostly" where it is the same for all."""
    said = [standing(stand) for stand in question.results]
    if len(set(said)) == 1:
        return f"{'both' if len(said) == 2 else 'all'} {said[0]}"
    return ", ".join(f"{label} {text}" for label, text in zip(comparison.labels, said, strict=True))


def goals(question: ComparedQuestion, comparison: Comparison) -> str:
    """Return the level to aim at, of each side where they differ."""
    aims = [LEVEL_LABELS[stand.goal] if stand else _NOT_ASKED for stand in question.results]
    if len(set(aims)) == 1:
        return f"goal {aims[0]}"
    return f"goals: {', '.join(f'{label} {aim}' for label, aim in zip(comparison.labels, aims, strict=True))}"


def distance(question: ComparedQuestion) -> str:
    """Return how many levels lie between the sides; empty where a team's answers are said in words, since that is not known."""
    certain = all(stand is not None and stand.low == stand.high for stand in question.results)
    return levels(question.levels_apart) if certain else ""


def _answered(side: ComparedSide) -> str:
    room = words.room(side.respondents)
    if side.kind == "solo":
        return words.who(side.role)
    if side.kind == "team":
        return f"a team of {room}"
    return f"together by {room}" if room else "together by a group"
