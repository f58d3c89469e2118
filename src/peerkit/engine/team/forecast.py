"""What a report of so many people could show at most: the gate itself says it, of invented people who all rate every question.

It hangs on head counts and on what is asked, which everybody knows, and on nobody's answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from peerkit.engine.interview.questions import questions_of
from peerkit.engine.scores.arithmetic import answers_needed
from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import Team
from peerkit.model.answers import Answer, Assessment
from peerkit.model.collection import Forecast, FrameworkForecast, Step
from peerkit.model.framework import Framework
from peerkit.model.scale import LEVELS, ROLES, SMALLEST_GROUP, Role
from peerkit.model.team import TeamFrameworkView, TeamSectionView

_MOST_STEPS: Final = 3
_MANY: Final = 20


def look_ahead(frameworks: Sequence[Framework], asked: Assessment, people: Mapping[Role, int], minimum: int = SMALLEST_GROUP) -> Forecast:
    """Return what could be shown of so many people by role, one at least, and with how many more of a role it would be more.

    `asked` says what all are asked: its set, sections and facts.
    """
    heads = {role: people[role] for role in ROLES if people.get(role)}
    found = _forecasts(frameworks, asked, heads, minimum)
    steps = sorted(_steps(frameworks, asked, heads, minimum, found), key=lambda step: step.people)
    return Forecast(people=heads, minimum=minimum, frameworks=found, steps=tuple(steps[:_MOST_STEPS]))


def _steps(
    frameworks: Sequence[Framework], asked: Assessment, heads: Mapping[Role, int], minimum: int, now: Sequence[FrameworkForecast]
) -> Iterator[Step]:
    """Yield for each role with how few more people more sections are shown, or, where all are, more groups side by side."""
    complete = all(0 < framework.sections == framework.sections_shown for framework in now)
    for role in ROLES:
        if role == "not-said":
            continue
        for more in range(1, minimum + 1):
            then = _forecasts(frameworks, asked, {**heads, role: heads.get(role, 0) + more}, minimum)
            shown, apart = (
                sum(getattr(after, name) - getattr(before, name) for before, after in zip(now, then, strict=True))
                for name in ("sections_shown", "sections_apart")
            )
            if (apart if complete else shown) > 0:
                yield Step(role, more, max(0, shown), max(0, apart))
                break


def _forecasts(
    frameworks: Sequence[Framework], asked: Assessment, heads: Mapping[Role, int], minimum: int
) -> tuple[FrameworkForecast, ...]:
    team = Team(tuple(frameworks), tuple(_invented(frameworks, asked, heads)), asked.facts)
    view, _ = protect(team, minimum=minimum)
    return tuple(map(_forecast, view.frameworks))


def _invented(frameworks: Sequence[Framework], asked: Assessment, heads: Mapping[Role, int]) -> Iterator[Assessment]:
    """Yield somebody for each head, who rates everything; no two neighbours alike, so that nothing is said in words."""
    # NOTE: a role of so many stands alone in any case; more of them change nothing.
    roles = [role for role in ROLES for _ in range(min(heads.get(role, 0), _MANY))]
    answers: dict[Role, list[dict[str, Answer]]] = {}
    for number, role in enumerate(roles):
        person = replace(asked, id=f"{number:04x}", mode="solo", role=role)
        if role not in answers:
            questions = questions_of(frameworks, person)
            answers[role] = [{it.address: Answer(ask=it.ask, answer=level) for it in questions} for level in LEVELS]
        yield replace(person, answers=answers[role][number % len(LEVELS)], written={})


def _forecast(view: TeamFrameworkView) -> FrameworkForecast:
    shown = [section for section in view.sections if _is_shown(section)]
    return FrameworkForecast(
        id=view.framework.id,
        version=view.framework.version,
        name=view.framework.name,
        sections=len(view.sections),
        sections_shown=len(shown),
        sections_apart=sum(any(row.groups for row in section.rows) for section in shown),
        questions=sum(len(section.rows) for section in view.sections),
        questions_shown=sum(row.hidden is None for section in view.sections for row in section.rows),
    )


def _is_shown(section: TeamSectionView) -> bool:
    """Whether enough of a section's questions are shown for a score."""
    counting = [row for row in section.rows if row.hidden != "asked-of-few"]
    return bool(counting) and sum(row.hidden is None for row in counting) >= answers_needed(len(counting))
