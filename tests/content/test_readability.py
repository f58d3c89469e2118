"""The measure itself: it must tell hard from easy, or no framework could fail."""

from __future__ import annotations

import pytest

from support.building import make_framework, make_indicator
from support.readability import grade, plain_text, without, words

EASY = "We plan the work with peers. We ask them what they need. We write it down. They can read it and change it."
HARD = (
    "Organisational accountability necessitates comprehensive documentation of participatory governance arrangements, "
    "notwithstanding administrative considerations regarding confidentiality and institutional responsibility."
)


@pytest.mark.parametrize(("text", "is_hard"), [(EASY, False), (HARD, True)])
def test_a_hard_text_gets_a_high_grade_and_an_easy_one_does_not(text: str, is_hard: bool) -> None:
    assert (grade(text) > 8) is is_hard


def test_words_the_glossary_explains_are_left_out_wherever_they_stand() -> None:
    assert without("Whanaungatanga first, then whanaungatanga-work.", ["whanaungatanga"]) == "it first, then it-work."
    assert without("The peerage.", ["peer"]) == "The peerage."


def test_an_indicators_texts_are_put_together_as_sentences() -> None:
    indicator = make_indicator("a", ask="We plan", why="Else nobody knows.", look_for=("A plan",), next_steps=(), signposts={"0": "None."})
    assert plain_text(indicator, make_framework()) == "We plan. Else nobody knows. None. A plan."


def test_a_hyphen_or_an_apostrophe_joins_a_word() -> None:
    assert words("Co-design isn\u2019t whānau's, 3-9!") == ["co-design", "isn\u2019t", "whānau's", "3-9"]
