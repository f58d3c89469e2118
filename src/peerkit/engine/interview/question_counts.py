"""How much an interview would ask, before it is known who answers and how much they want to be asked; and how fast a person answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from peerkit.engine.interview.questions import questions_of, saved_by_asking_once
from peerkit.engine.interview.scope import GROUP_MINUTES, SECONDS_A_QUESTION
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework
from peerkit.model.scale import ROLES, VOICES, Role


@dataclass(frozen=True, slots=True)
class Amount:
    """How many questions are asked: `fewest` to `most`, according to who answers."""

    fewest: int
    most: int


def asked(frameworks: Sequence[Framework], assessment: Assessment, equal: Mapping[str, tuple[str, ...]]) -> int:
    """Return how many questions an assessment really asks: one that another answer serves is not put."""
    questions = questions_of(frameworks, assessment)
    return len(questions) - saved_by_asking_once(questions, equal)


def by_role(frameworks: Sequence[Framework], assessment: Assessment) -> dict[Role, int]:
    """Return how many questions an assessment would ask of each role; a role of whom nothing is asked is left out."""
    counts = {role: len(questions_of(frameworks, replace(assessment, mode="solo", role=role))) for role in VOICES}
    return {role: number for role, number in counts.items() if number}


def progress(frameworks: Sequence[Framework], assessment: Assessment) -> tuple[int, int]:
    """Return how many of the questions that an assessment asks have an answer, and how many it asks."""
    addresses = [question.address for question in questions_of(frameworks, assessment)]
    return sum(address in assessment.answers for address in addresses), len(addresses)


def amount(frameworks: Sequence[Framework], possible: Iterable[Assessment], equal: Mapping[str, tuple[str, ...]]) -> Amount:
    """Return how much is asked, whichever of the `possible` assessments it will be; one that asks nothing is left out."""
    counts = [asked(frameworks, assessment, equal) for assessment in possible]
    return Amount(min(filter(None, counts), default=0), max(counts, default=0))


def whoever_answers(assessment: Assessment) -> Iterator[Assessment]:
    """Yield what an assessment would be for each role, and for a group, that could answer it."""
    yield from (replace(assessment, mode="solo", role=role) for role in ROLES)
    yield replace(assessment, mode="consensus", role=None)


def sets_differ(frameworks: Sequence[Framework], assessment: Assessment) -> bool:
    """Whether the full set asks anything that the quick set does not."""
    quick, full = (questions_of(frameworks, replace(assessment, set=chosen)) for chosen in ("quick", "full"))
    return {question.address for question in quick} != {question.address for question in full}


FEWEST_ANSWERS: Final = 5
"""Answers after which a person's own pace is known."""
LATEST_ANSWERS: Final = 15
"""Answers that say how fast a person is now."""


def seconds_a_question(waits: Sequence[float], *, in_a_group: bool = False) -> float:
    """Return the seconds that a question takes this person: the median of the latest `waits`, each from a question to its answer.

    Until some answers are there it is what a question takes on average. A long pause moves a median by one place only.
    """
    if len(waits) < FEWEST_ANSWERS:
        return 60.0 * sum(GROUP_MINUTES) / len(GROUP_MINUTES) if in_a_group else float(SECONDS_A_QUESTION)
    latest = sorted(waits[-LATEST_ANSWERS:])
    middle = len(latest) // 2
    return (latest[middle] + latest[~middle]) / 2
