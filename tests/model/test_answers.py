from __future__ import annotations

import dataclasses

import pytest

from peerkit.model.answers import program_key
from support.building import make_assessment


def test_an_assessment_holds_what_it_was_given_and_nothing_else() -> None:
    assessment = make_assessment({"f/a": 2})
    assert (assessment.mode, assessment.sections, assessment.facts, assessment.goals, assessment.importance) == ("solo", {}, {}, {}, {})
    assert list(assessment.answers) == ["f/a"]


def test_an_assessment_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        make_assessment().role = "leader"  # type: ignore[misc]


@pytest.mark.parametrize("name", ["lantern STREET peers", "  Lantern \t Street\nPeers ", "LANTERN STREET PEERS"])
def test_case_and_spaces_make_no_other_program(name: str) -> None:
    assert program_key(name) == program_key("Lantern Street Peers")


def test_a_letter_is_the_same_however_it_is_put_together() -> None:
    assert program_key("Cafe\u0301") == program_key("CAF\u00c9")


@pytest.mark.parametrize("name", ["Lantern Street Peer", "Lantern-Street Peers", "Lantern\u200bStreet Peers", "L\u0430ntern Street Peers"])
def test_another_name_is_another_program(name: str) -> None:
    assert program_key(name) != program_key("Lantern Street Peers")
