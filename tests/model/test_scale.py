from __future__ import annotations

from typing import get_args

import pytest

from peerkit.model.scale import (
    ANSWER_LABELS,
    HIGHEST,
    LEVEL_LABELS,
    LEVELS,
    ROLE_LABELS,
    ROLES,
    VOICES,
    AnswerWord,
    Role,
    Voice,
    answer_label,
    meanings,
    stem,
)

PROGRAM = (
    "We do not do this yet, or it happens only by chance.",
    "We have talked about it or tried it a few times. It depends on one or two people.",
    "It happens for some people or some of the time. It slips when we are busy.",
    "It happens for most people, most of the time. It does not hang on one person. We can give an example from the past year.",
    "It is how we work, even when things are hard. We check it with peers and keep making it better.",
)
PARTICIPANT = (
    "I have not seen this here.",
    "I have seen it once or twice, or heard it is planned.",
    "It happens for some of us, or some of the time.",
    "It happens for most of us, most of the time.",
    "I can count on it, even on hard days, and people ask us how it goes.",
)
SMALL_1 = "We have talked about it or tried it a few times. Nothing is written down."
SMALL_3 = "It happens most of the time. Someone else could pick it up from what is written down. We can give an example from the past year."
IN_THE_WORK: tuple[Role | None, ...] = ("peer-worker", "staff", "leader", "partner", "not-said", None)
WHO_USE_IT: tuple[Role, ...] = ("participant", "family")


@pytest.mark.parametrize("role", IN_THE_WORK)
def test_those_in_the_work_are_asked_where_the_program_is(role: Role | None) -> None:
    assert stem(role) == "Thinking about the past 12 months, where is our program with this?"
    assert meanings(role) == PROGRAM


@pytest.mark.parametrize("role", WHO_USE_IT)
@pytest.mark.parametrize("small_team", [False, True])
def test_those_who_use_the_program_are_asked_what_it_is_like_here_however_small_the_team(role: Role, small_team: bool) -> None:
    assert stem(role) == "Thinking about the past 12 months, what is it like here?"
    assert meanings(role, small_team=small_team) == PARTICIPANT


@pytest.mark.parametrize("role", IN_THE_WORK)
def test_a_team_of_one_or_two_has_its_own_words_for_levels_1_and_3(role: Role | None) -> None:
    assert meanings(role, small_team=True) == (PROGRAM[0], SMALL_1, PROGRAM[2], SMALL_3, PROGRAM[4])


def test_the_five_levels_have_labels() -> None:
    assert [answer_label(level) for level in LEVELS] == ["Not yet", "Starting", "Partly", "Mostly", "Built in"]
    assert (len(LEVEL_LABELS), LEVELS[-1]) == (5, HIGHEST)


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("not-applicable", "Does not apply here"),
        ("dont-know", "I don't know / cannot see this from where I stand"),
        ("skipped", "Skip, no reason needed"),
    ],
)
def test_the_answers_that_are_no_ratings_have_labels(word: AnswerWord, label: str) -> None:
    assert answer_label(word) == label


def test_every_role_and_every_word_has_a_label_and_a_place_in_the_order() -> None:
    assert set(get_args(Role)) == set(ROLES) == set(ROLE_LABELS)
    assert set(get_args(Voice)) == set(VOICES) == set(ROLES) - {"not-said"}
    assert set(get_args(AnswerWord)) == set(ANSWER_LABELS)
