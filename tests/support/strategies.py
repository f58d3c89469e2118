"""What Hypothesis makes up: answers, weights and whole frameworks. How often it tries is said in `conftest.py`."""

from __future__ import annotations

from typing import Final

from hypothesis import settings
from hypothesis import strategies as st

from peerkit.model.answers import Given
from support.scored import Item, Part

LEVELS: Final[st.SearchStrategy[int]] = st.integers(0, 4)
UNKNOWN: Final[st.SearchStrategy[Given | None]] = st.sampled_from(["dont-know", "skipped", None])
ANSWERS: Final[st.SearchStrategy[Given | None]] = st.one_of(LEVELS, UNKNOWN, st.just("not-applicable"))
WEIGHTS: Final[st.SearchStrategy[int]] = st.one_of(st.integers(0, 3), st.integers(0, 1_000_000))


def costly(times: int) -> settings:
    """Return how a property is tried whose every try costs so many times as much as others: that many times less often."""
    return settings(max_examples=max(5, settings().max_examples // times))


@st.composite
def items(draw: st.DrawFn, prefix: str = "i", least: int = 1) -> tuple[Item, ...]:
    """Return up to seven items of one section."""
    drawn = draw(st.lists(st.tuples(ANSWERS, WEIGHTS), min_size=least, max_size=7))
    return tuple(Item(f"{prefix}{number}", answer, weight) for number, (answer, weight) in enumerate(drawn))


@st.composite
def parts(draw: st.DrawFn) -> list[Part]:
    """Return up to four sections with their answers."""
    count = draw(st.integers(1, 4))
    return [Part(f"s{number}", draw(items(f"s{number}-")), draw(st.integers(1, 5))) for number in range(count)]


@st.composite
def parts_with(draw: st.DrawFn, answers: st.SearchStrategy[Given | None]) -> tuple[list[Part], Item]:
    """Return sections, and one item of theirs whose answer is one of `answers`."""
    drawn = draw(parts())
    item = Item("chosen", draw(answers), draw(WEIGHTS))
    where = draw(st.integers(0, len(drawn) - 1))
    chosen = drawn[where]
    drawn[where] = Part(chosen.name, (*chosen.items, item), chosen.weight)
    return drawn, item
