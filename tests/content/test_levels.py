"""What holds for the texts of the levels: practice decides, and a paper is one proof of it."""

from __future__ import annotations

import pytest

from peerkit.model.framework import Indicator
from support.levels import NAMED_ONLY, asks_for_paper, names_paper
from support.readability import words
from support.shipped import framework_ids, shipped

FRAMEWORKS = framework_ids()
MOST_WORDS = {"0": 30, "2": 30, "4": 45}
A_QUARTER = 4

pytestmark = pytest.mark.parametrize("name", FRAMEWORKS)


def indicators(name: str) -> list[Indicator]:
    return [indicator for _, indicator in shipped(name).indicators()]


def test_a_level_is_short(name: str) -> None:
    long = {
        f"{one.id} {level}": len(words(text))
        for one in indicators(name)
        for level, text in one.signposts.items()
        if len(words(text)) > MOST_WORDS.get(level, 30)
    }
    assert long == {}


def test_at_most_a_quarter_of_the_fourth_levels_ask_for_a_paper(name: str) -> None:
    asked_for = asks_for_paper(name)
    assert len(asked_for) * A_QUARTER <= len(indicators(name)), asked_for


def test_no_mark_is_left_over(name: str) -> None:
    marked = {address for address in NAMED_ONLY if address.startswith(f"{name}/")}
    assert marked <= names_paper(name).keys()
