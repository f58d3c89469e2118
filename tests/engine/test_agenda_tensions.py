"""Which question a card about where the documents differ goes with."""

from __future__ import annotations

import pytest

from peerkit.engine.agenda import cards_for
from peerkit.model.agenda import Topic
from peerkit.model.crosswalk import Tension
from peerkit.model.framework import Framework
from peerkit.model.result import Result
from peerkit.model.team import Hidden, Row
from peerkit.source import catalog
from support.building import make_framework, make_indicator, make_section

THEMES = {"one": ("pay",), "two": ("pay", "rest"), "three": ("rest", "care", "pay"), "four": ("other",), "five": ("care",)}
SECTION = make_section("s", *(make_indicator(name, themes=themes) for name, themes in THEMES.items()))
FRAMEWORK = make_framework(SECTION)


def topic(name: str, framework: Framework = FRAMEWORK, hidden: Hidden | None = None) -> Topic:
    section, indicator = framework.by_id[name]
    row = Row(indicator=indicator, hidden=hidden)
    result = Result(framework=framework, section=section, indicator=indicator, asked=indicator.ask, state="rated", goal=3, row=row)
    return Topic(result=result, reason="gap")


def tension(name: str, *indicators: str, framework: str = "f") -> Tension:
    return Tension(id=name, title=name, positions={framework: "So.", "g": "Not so."}, indicators=indicators, questions=("Where?",))


def cards(topics: str, *tensions: Tension) -> list[str]:
    """Return the name of the card of each question, a dash where it has none."""
    found = cards_for([topic(name) for name in topics.split()], tensions, [FRAMEWORK])
    return [card.id if card else "-" for card in found]


def test_a_card_goes_with_a_question_that_it_names() -> None:
    assert cards("one four", tension("a", "g/x", "f/four")) == ["-", "a"]


def test_a_card_goes_with_a_question_near_one_that_it_names() -> None:
    assert cards("four three", tension("a", "f/two")) == ["-", "a"]


def test_half_of_the_themes_is_not_near_enough() -> None:
    assert cards("one", tension("a", "f/two")) == ["-"]


def test_to_speak_of_the_framework_alone_is_no_reason() -> None:
    assert cards("one two three four", tension("a", "g/x")) == ["-"] * 4


def test_a_card_that_does_not_speak_of_the_framework_is_not_near() -> None:
    assert cards("three", tension("a", "f/two", framework="h")) == ["-"]


def test_what_is_named_goes_before_what_is_near_and_no_card_is_there_twice() -> None:
    assert cards("three two", tension("a", "f/two")) == ["-", "a"]
    assert cards("two one", tension("a", "f/two", "f/one")) == ["a", "-"]


def test_of_two_that_fit_alike_the_first_goes_with_the_question_and_the_other_with_the_next() -> None:
    assert cards("two one", tension("a", "f/two", "f/one"), tension("b", "f/two", "f/one")) == ["a", "b"]


def test_a_hidden_question_gets_a_card_only_where_it_is_named() -> None:
    hidden = topic("three", hidden="too-few")

    assert cards_for([hidden], [tension("a", "f/two")], [FRAMEWORK]) == (None,)


@pytest.mark.parametrize("name", ["tacsi", "mind", "ppsa", "w3", "working-together"])
def test_every_card_that_is_shipped_fits_a_question_it_names(name: str) -> None:
    framework = catalog.load(name).framework
    tensions = catalog.load_crosswalk().tensions
    for one in tensions:
        for address in (address for address in one.indicators if address.startswith(f"{name}/")):
            _, indicator = framework.by_id[address.partition("/")[2]]
            asked = topic(indicator.id, framework)
            assert cards_for([asked], [one], [framework]) == (one,)
