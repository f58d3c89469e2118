"""Which question a discussion card about where the documents differ goes with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from peerkit.engine.interview.questions import closeness
from peerkit.model.agenda import Topic
from peerkit.model.crosswalk import Tension
from peerkit.model.framework import Framework

NAMED: Final = Fraction(2)
"""How well a card fits a question that it names."""
CLOSE: Final = Fraction(1, 2)
"""A question that is not named has to share more than this part of its themes with one that is."""


def cards_for(topics: Sequence[Topic], tensions: Sequence[Tension], frameworks: Sequence[Framework]) -> tuple[Tension | None, ...]:
    """Return the card for each question, None where none fits; each card goes with one question, the earliest of those it fits best.

    A card fits a question that it names. Where it speaks of the question's framework, it also fits one that shares more than half of
    its themes with a question that the card names; a card that speaks of the framework and of nothing near fits none. All that are
    named come first; of two that fit alike, the card that stands first in the crosswalk.
    """
    by_address = {f"{one.id}/{indicator.id}": frozenset(indicator.themes) for one in frameworks for _, indicator in one.indicators()}
    pairs = [
        (-found, place, number)
        for place, topic in enumerate(topics)
        for number, tension in enumerate(tensions)
        if (found := fit(topic, tension, by_address)) > CLOSE
    ]
    chosen: dict[int, int] = {}
    for _, place, number in sorted(pairs):
        if place not in chosen and number not in chosen.values():
            chosen[place] = number
    return tuple(tensions[chosen[place]] if place in chosen else None for place in range(len(topics)))


def fit(topic: Topic, tension: Tension, themes: Mapping[str, frozenset[str]]) -> Fraction:
    """Return how well a card fits a question: `NAMED`, or the largest share of themes with one that it names, from 0 to 1.

    `themes` holds those of each question, by address.
    """
    if topic.address in tension.indicators:
        return NAMED
    if topic.result.hidden is not None or topic.result.framework.id not in tension.positions:
        return Fraction(0)
    own = frozenset(topic.result.indicator.themes)
    return max((closeness(own, themes[address]) for address in tension.indicators if address in themes), default=Fraction(0))
