"""An assessment and its frameworks to a report: the one place where every output's numbers come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerkit.engine.interview import scope
from peerkit.engine.scores import arithmetic, lanes, xray
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework
from peerkit.model.outcome import Outcome
from peerkit.model.report import Report
from peerkit.model.result import FrameworkResult, SectionResult

GENERAL_LIMITS = (
    "For reflection and planning. Not for audit, ranking, funding decisions or judging a person.",
    "Not validated: nobody has yet tested these questions against what programs achieve.",
    "People rate their own program kindly. Ask those who use it too.",
    "It looks at how a program works, not at what comes of it.",
    "Anonymity depends on who collects the files.",
)


def make_report(
    frameworks: Sequence[Framework],
    assessment: Assessment,
    date: str,
    goal: int | None = None,
    *,
    outcome: Outcome | None = None,
    theme_titles: Mapping[str, str] | None = None,
) -> Report:
    """Return the report of one assessment; `frameworks` in the order of the file, `date` the day it is made, `goal` 1 to 4 for all.

    `outcome`, what a workshop agreed on since, and `theme_titles`, by id, are shown and change no number.
    """
    results = tuple(framework_result(framework, assessment, goal) for framework in frameworks)
    indicators = [result for framework in results for result in framework.indicators()]
    return Report(
        assessment=assessment,
        date=date,
        respondents=_respondents(assessment),
        frameworks=results,
        strengths=lanes.strengths(indicators),
        priorities=lanes.priorities(indicators),
        not_answered=lanes.not_answered(indicators),
        drift_watch=lanes.drift_watch(indicators),
        limits=(*GENERAL_LIMITS, *(limit for framework in frameworks for limit in framework.limits)),
        looks=xray.looks(frameworks, assessment, results),
        disputed=sum(bool(result.beside and result.beside.dissent) for result in indicators),
        outcome=outcome,
        theme_titles=theme_titles or {},
    )


def framework_result(framework: Framework, assessment: Assessment, goal: int | None = None) -> FrameworkResult:
    """Return one framework's scores; a section with nothing applicable in scope is absent."""
    sections: list[SectionResult] = []
    chosen = goal or assessment.goals.get(framework.id)
    for section in scope.sections_in_scope(framework, assessment):
        asked = scope.indicators_in_scope(framework, section, assessment)
        results = tuple(lanes.result_of(framework, section, indicator, assessment, goal) for indicator in asked)
        score = arithmetic.section_score([(result.indicator.weight, result.answer.answer if result.answer else None) for result in results])
        if score.counts.applicable:
            aim = chosen or section.goal or framework.goal
            sections.append(SectionResult(section=section, score=score, goal=aim, indicators=results))
    return FrameworkResult(
        framework=framework,
        score=arithmetic.framework_score([(part.section.weight, part.score) for part in sections]),
        weakest=arithmetic.weakest((part.section.id, part.score) for part in sections),
        sections=tuple(sections),
        goal=chosen or framework.goal,
    )


def _respondents(assessment: Assessment) -> dict[str, int]:
    """Return head counts by role: of the room for a group, else the one person."""
    if assessment.mode == "consensus":
        return {str(role): people for role, people in assessment.room.items()}
    return {assessment.role or "not-said": 1}
