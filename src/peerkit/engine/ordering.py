"""The order in which the sections of several frameworks are asked: each whole, each framework in its own order, close themes together."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from peerkit.model.framework import Framework, Section

LEAD = Fraction(1, 4)
"""How far a framework may be ahead of the one that is furthest behind, as a share of its sections."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A section that is still to come; `before` is the share of its framework's sections that stand before it."""

    number: int
    framework: Framework
    section: Section
    themes: frozenset[str]
    before: Fraction


def asking_order(frameworks: Sequence[Framework]) -> tuple[tuple[Framework, Section], ...]:
    """Return every section with its framework, in the order they are asked, whatever is in scope.

    Of one framework this is file order. Of several, the next section is that one, among the frameworks that are at most `LEAD` ahead of
    the last, whose themes are closest to those just asked; then the one whose framework is furthest behind; then the framework named
    first. It hangs on the frameworks alone, so that it stays the same when facts change and when the interview goes on another day.
    """
    queues = [deque(_queue(number, framework)) for number, framework in enumerate(frameworks)]
    order: list[tuple[Framework, Section]] = []
    themes: frozenset[str] = frozenset()
    while heads := [queue[0] for queue in queues if queue]:
        limit = min(one.before for one in heads) + LEAD
        near = [(-closeness(themes, one.themes), one.before, one.number) for one in heads if one.before <= limit]
        chosen = queues[min(near)[2]].popleft()
        order.append((chosen.framework, chosen.section))
        themes = chosen.themes
    return tuple(order)


def closeness(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """Return the share of themes that two sections have in common among those that either has: 0 to 1, 0 where neither has any."""
    return Fraction(len(one & other), len(one | other)) if one or other else Fraction(0)


def _queue(number: int, framework: Framework) -> Iterator[_Waiting]:
    for place, section in enumerate(framework.sections):
        themes = frozenset(theme for indicator in section.indicators for theme in indicator.themes)
        yield _Waiting(number, framework, section, themes, Fraction(place, len(framework.sections)))
