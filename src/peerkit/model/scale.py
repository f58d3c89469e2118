"""The scale: five fixed levels in words, the answers that are no ratings, and the roles people answer in."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from fractions import Fraction

Role = Literal["peer-worker", "participant", "family", "staff", "leader", "partner", "not-said"]
Voice = Literal["peer-worker", "participant", "family", "staff", "leader", "partner"]
PersonWord = Literal["not-applicable", "dont-know", "skipped"]
"""An answer of one person that is no rating."""
AnswerWord = Literal["not-applicable", "dont-know", "skipped", "no-agreement"]
"""The last is a group's, which answered together and did not agree; nobody else has it."""
Importance = Literal["high", "medium", "low"]
Mode = Literal["solo", "consensus"]

VOICES: Final[tuple[Voice, ...]] = ("peer-worker", "participant", "family", "staff", "leader", "partner")
MODES: Final[tuple[Mode, ...]] = ("solo", "consensus")
SETS: Final = ("quick", "full")
ROLES: Final[tuple[Role, ...]] = (*VOICES, "not-said")
SMALLEST_GROUP: Final = 5
LEAST_GROUP: Final = 3
"""The number of people below which no group of a team is shown, and the lowest that it may be set to."""
WHO_USE_IT: Final[tuple[Voice, ...]] = ("participant", "family")
LIVED_EXPERIENCE: Final[tuple[Voice, ...]] = ("peer-worker", "participant", "family")

ROLE_LABELS: Final[dict[str, str]] = {
    "peer-worker": "peer worker",
    "participant": "someone who uses the program",
    "family": "family or friend of someone who uses it",
    "staff": "staff in another role",
    "leader": "leader or manager",
    "partner": "partner from another organisation",
    "not-said": "I'd rather not say",
}

HIGHEST: Final = 4
LEVELS: Final = (0, 1, 2, 3, 4)
LEVEL_LABELS: Final = ("Not yet", "Starting", "Partly", "Mostly", "Built in")

_PROGRAM_MEANINGS: Final = (
    "We do not do this yet, or it happens only by chance.",
    "We have talked about it or tried it a few times. It depends on one or two people.",
    "It happens for some people or some of the time. It slips when we are busy.",
    "It happens for most people, most of the time. It does not hang on one person. We can give an example from the past year.",
    "It is how we work, even when things are hard. We check it with peers and keep making it better.",
)
_SMALL_TEAM_MEANINGS: Final = {
    1: "We have talked about it or tried it a few times. Nothing is written down.",
    3: "It happens most of the time. Someone else could pick it up from what is written down. We can give an example from the past year.",
}
_PARTICIPANT_MEANINGS: Final = (
    "I have not seen this here.",
    "I have seen it once or twice, or heard it is planned.",
    "It happens for some of us, or some of the time.",
    "It happens for most of us, most of the time.",
    "I can count on it, even on hard days, and people ask us how it goes.",
)

ANSWER_LABELS: Final[dict[AnswerWord, str]] = {
    "dont-know": "I don't know / cannot see this from where I stand",
    "not-applicable": "Does not apply here",
    "skipped": "Skip, no reason needed",
    "no-agreement": "We do not agree",
}


def stem(role: Role | None) -> str:
    """Return the question that stands above every statement, in the wording for `role`."""
    where = "what is it like here?" if role in WHO_USE_IT else "where is our program with this?"
    return f"Thinking about the past 12 months, {where}"


def meanings(role: Role | None, *, small_team: bool = False) -> tuple[str, ...]:
    """Return what levels 0 to 4 mean to `role`; a team of one or two has its own words for levels 1 and 3."""
    if role in WHO_USE_IT:
        return _PARTICIPANT_MEANINGS
    if small_team:
        return tuple(_SMALL_TEAM_MEANINGS.get(level, _PROGRAM_MEANINGS[level]) for level in LEVELS)
    return _PROGRAM_MEANINGS


def answer_label(answer: int | AnswerWord) -> str:
    """Return an answer in words: a level's label, or the words of an answer that is no rating."""
    return LEVEL_LABELS[answer] if isinstance(answer, int) else ANSWER_LABELS[answer]


def whole_points(score: Fraction) -> int:
    """Return a score for display: whole points, half up from the exact value."""
    return (floor(2 * score) + 1) // 2
