from __future__ import annotations

import dataclasses

import pytest

from peerkit.model.answers import Answer, DontKnow, NotApplicable, Rated, Reply, Skipped
from support.building import Given, make_assessment


@pytest.mark.parametrize(
    ("given", "reply"),
    [
        (0, Rated(0)),
        (3, Rated(3)),
        (4, Rated(4)),
        ("not-applicable", NotApplicable()),
        ("dont-know", DontKnow()),
        ("skipped", Skipped()),
    ],
)
def test_an_answer_becomes_a_type(given: Given, reply: Reply) -> None:
    assert Answer(ask="We …", answer=given).reply == reply


def test_the_answers_that_are_no_ratings_are_three_different_things() -> None:
    replies: set[Reply] = {NotApplicable(), DontKnow(), Skipped(), Rated(0)}
    assert len(replies) == 4


def test_an_assessment_holds_what_it_was_given_and_nothing_else() -> None:
    assessment = make_assessment({"f/a": 2})
    assert (assessment.mode, assessment.sections, assessment.facts, assessment.goals, assessment.importance) == ("solo", {}, {}, {}, {})
    assert list(assessment.answers) == ["f/a"]


def test_an_assessment_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_assessment().role = "leader"  # type: ignore[misc]
