"""Which questions are asked of whom, and how long they take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import TYPE_CHECKING

from peerkit.model.framework import Condition, Fact, FactValue, Framework, Indicator, Overview, Section
from peerkit.model.scale import VOICES, WHO_USE_IT, Role

if TYPE_CHECKING:
    from peerkit.model.answers import Assessment, Set

SECONDS_A_QUESTION = 70
GROUP_MINUTES = (8, 10)
"""What a group takes for a question that it talks about until it agrees, or knows that it does not."""


def minutes(questions: int, seconds: float = SECONDS_A_QUESTION) -> int:
    """Return how many minutes `questions` take, at so many seconds each, rounded up."""
    return ceil(questions * seconds / 60)


def is_asked_of(indicator: Indicator, role: Role | None) -> bool:
    """Whether an indicator is asked of a role.

    No `voices` means everyone. A group (no role) is asked everything. Someone who would rather not say their role is asked what
    anybody who runs the program or works with it is asked.
    """
    if role is None or indicator.voices is None:
        return True
    if role == "not-said":
        return any(voice not in WHO_USE_IT for voice in indicator.voices)
    return role in indicator.voices


def is_in_set(indicator: Indicator, chosen: Set) -> bool:
    """Whether an indicator belongs to a set: to the quick one the core indicators do, whoever answers."""
    return chosen == "full" or indicator.core


def fact_values(framework: Framework, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    """Return the value of every fact of a framework: the one given, else its default."""
    return {fact.id: facts.get(fact.id, fact.default) for fact in framework.facts}


def holds(condition: Condition, values: Mapping[str, FactValue]) -> bool:
    """Whether a condition holds: every key must, and a list of values is an or. A fact nobody knows holds nothing."""
    return all(_matches(wanted, values.get(fact)) for fact, wanted in condition.items())


def _matches(wanted: bool | str | tuple[str, ...], value: FactValue | None) -> bool:
    return value in wanted if isinstance(wanted, tuple) else type(value) is type(wanted) and value == wanted


def is_section_in_scope(framework: Framework, section: Section, assessment: Assessment) -> bool:
    """Whether the assessment is about a section; it is about all where it names none."""
    chosen = assessment.sections.get(framework.id)
    return chosen is None or section.id in chosen


def sections_in_scope(framework: Framework, assessment: Assessment) -> tuple[Section, ...]:
    """Return the sections the assessment is about, in file order."""
    return tuple(section for section in framework.sections if is_section_in_scope(framework, section, assessment))


def indicators_in_scope(framework: Framework, section: Section, assessment: Assessment) -> tuple[Indicator, ...]:
    """Return a section's indicators that the assessment's set, role and facts admit, in file order."""
    values = fact_values(framework, assessment.facts)
    return tuple(indicator for indicator in _possible(section, assessment) if holds(indicator.only_if, values))


def _possible(section: Section, assessment: Assessment) -> Iterator[Indicator]:
    """Yield a section's indicators that the assessment could ask, whatever the facts are."""
    for indicator in section.indicators:
        if is_in_set(indicator, assessment.set) and is_asked_of(indicator, assessment.role_asked):
            yield indicator


def answerable(framework: Framework, assessment: Assessment) -> tuple[str, ...]:
    """Return the address of every indicator that the assessment could ask, whatever the facts are."""
    return tuple(
        f"{framework.id}/{indicator.id}"
        for section in sections_in_scope(framework, assessment)
        for indicator in _possible(section, assessment)
    )


def questions_in_scope(framework: Framework, assessment: Assessment) -> tuple[tuple[Section, Indicator], ...]:
    """Return every question of a framework that the assessment asks, with its section, in file order."""
    return tuple(
        (section, indicator)
        for section in sections_in_scope(framework, assessment)
        for indicator in indicators_in_scope(framework, section, assessment)
    )


def facts_needed(frameworks: Iterable[Framework], assessment: Assessment) -> tuple[Fact, ...]:
    """Return the facts that decide about a question the assessment could ask, or about its wording; each once, in file order."""
    needed: dict[str, Fact] = {}
    for framework in frameworks:
        used = set() if assessment.role_asked in WHO_USE_IT else set(framework.small_team)
        for section in sections_in_scope(framework, assessment):
            used.update(fact for indicator in _possible(section, assessment) for fact in indicator.only_if)
        for fact in framework.facts:
            if fact.id in used:
                needed.setdefault(fact.id, fact)
    return tuple(needed.values())


def is_small_team(framework: Framework, assessment: Assessment) -> bool:
    """Whether the meanings for a team of one or two are shown."""
    return bool(framework.small_team) and holds(framework.small_team, fact_values(framework, assessment.facts))


def wording(indicator: Indicator, assessment: Assessment) -> str:
    """Return the words an indicator is asked in: the role's own, else `ask`; a group is asked `ask`."""
    return indicator.asked_as(assessment.role_asked or "")


def overview(framework: Framework, origin: str) -> Overview:
    """Return a framework at a glance; `origin` says where its file is."""
    indicators = [indicator for _, indicator in framework.indicators()]
    quick = sum(indicator.core for indicator in indicators)
    return Overview(
        id=framework.id,
        version=framework.version,
        title=framework.title,
        sections=len(framework.sections),
        indicators=len(indicators),
        quick=quick,
        minutes=minutes(len(indicators)),
        quick_minutes=minutes(quick),
        quick_by_role={role: number for role in VOICES if (number := sum(_is_asked_quickly(it, role) for it in indicators))},
        publisher=framework.source.publisher,
        origin=origin,
    )


def _is_asked_quickly(indicator: Indicator, role: Role) -> bool:
    return indicator.core and is_asked_of(indicator, role)
