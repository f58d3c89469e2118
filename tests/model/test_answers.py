from __future__ import annotations

import dataclasses

import pytest

from support.building import make_assessment


def test_an_assessment_holds_what_it_was_given_and_nothing_else() -> None:
    assessment = make_assessment({"f/a": 2})
    assert (assessment.mode, assessment.sections, assessment.facts, assessment.goals, assessment.importance) == ("solo", {}, {}, {}, {})
    assert list(assessment.answers) == ["f/a"]


def test_an_assessment_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_assessment().role = "leader"  # type: ignore[misc]
