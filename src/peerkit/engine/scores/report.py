"""An assessment and its frameworks to a report: the one place where every output's numbers come from, and what is worth another look."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from peerkit.engine.interview import scope
from peerkit.engine.scores import arithmetic, lanes
from peerkit.engine.scores.audience import report_for
from peerkit.model.answers import Assessment, Outcome
from peerkit.model.framework import Framework
from peerkit.model.report import ANONYMITY, Audience, Look, ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from peerkit.model.result import FrameworkResult, Result, SectionResult

GENERAL_LIMITS = (
    "For reflection and planning. Not for audit, ranking, funding decisions or judging a person.",
    "Not validated: nobody has yet tested these questions against what programs achieve.",
    "People rate their own program kindly. Ask those who use it too.",
    "It looks at how a program works, not at what comes of it.",
    ANONYMITY,
)


def make_report(
    frameworks: Sequence[Framework],
    assessment: Assessment,
    date: str,
    goal: int | None = None,
    *,
    outcome: Outcome | None = None,
    theme_titles: Mapping[str, str] | None = None,
    audience: Audience = "team",
) -> Report:
    """Return the report of one assessment; `frameworks` in the order of the file, `date` the day it is made, `goal` 1 to 4 for all.

    `outcome`, what a workshop agreed on since, and `theme_titles`, by id, are shown and change no number. See `report_for` for what an
    `audience` may see.
    """
    results = tuple(framework_result(framework, assessment, goal) for framework in frameworks)
    indicators = [result for framework in results for result in framework.indicators()]
    report = Report(
        assessment=assessment,
        date=date,
        respondents=_respondents(assessment),
        frameworks=results,
        strengths=lanes.strengths(indicators),
        priorities=lanes.priorities(indicators),
        not_answered=lanes.not_answered(indicators),
        drift_watch=lanes.drift_watch(indicators),
        limits=(*GENERAL_LIMITS, *(limit for framework in frameworks for limit in framework.limits)),
        looks=looks(frameworks, assessment, results),
        disputed=sum(bool(result.dissent) for result in indicators),
        outcome=outcome,
        theme_titles=theme_titles or {},
    )
    return report_for(report, audience)


def framework_result(framework: Framework, assessment: Assessment, goal: int | None = None) -> FrameworkResult:
    """Return one framework's scores; a section with nothing applicable in scope is absent."""
    sections: list[SectionResult] = []
    chosen = goal or assessment.goals.get(framework.id)
    for section in scope.sections_in_scope(framework, assessment):
        asked = scope.indicators_in_scope(framework, section, assessment)
        results = tuple(lanes.result_of(framework, section, indicator, assessment, goal) for indicator in asked)
        score = arithmetic.section_score([(result.indicator.weight, result.given) for result in results])
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
    role = assessment.role_asked
    return {role: 1} if role else {str(present): people for present, people in assessment.room.items()}


HIGH: Final = 3
"""The level from which an answer is a high claim, and from which a theme, by its mean, stands high."""
LOW: Final = 1
"""The level up to which a theme, by its mean, stands low."""
LEAST_NOT_APPLICABLE: Final = 3
LEAST_SHARE_NOT_APPLICABLE: Final = Fraction(1, 4)
"""From how many questions of a framework, and from what part of them, "does not apply" is many."""
LEAST_ALIKE: Final = 3
"""From how many ratings one level throughout a section is worth a look."""


def looks(frameworks: Sequence[Framework], assessment: Assessment, results: Sequence[FrameworkResult]) -> tuple[Look, ...]:
    """Return what is worth another look: claims without an example, then themes, then "does not apply", then sections of one level.

    `results` are those of `frameworks`, in the same order.
    """
    return (
        *_claims(results),
        *_themes(results),
        *(look for framework in frameworks for look in _not_applicable(framework, assessment)),
        *_one_level(results),
    )


def _claims(results: Sequence[FrameworkResult]) -> Iterator[Look]:
    high = [result for framework in results for result in framework.indicators() if (result.level or 0) >= HIGH]
    bare = tuple(result for result in high if not _has_example(result))
    if bare:
        yield NoExample(bare)
    on_paper = tuple(result for result in high if result.answer and {item.kind for item in result.answer.evidence} == {"policy"})
    if on_paper:
        yield OnlyPolicy(on_paper)


def _has_example(result: Result) -> bool:
    return result.answer is not None and (bool(result.answer.note.strip()) or bool(result.answer.evidence))


def _themes(results: Sequence[FrameworkResult]) -> Iterator[Look]:
    """Yield the themes that stand high in one framework and low in another, in alphabetical order of their ids."""
    levels: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for framework in results:
        for result in framework.indicators():
            for theme in result.indicator.themes if result.level is not None else ():
                levels[theme][framework.framework.id].append(result.level or 0)
    for theme, found in sorted(levels.items()):
        means = [
            (result.framework, Fraction(sum(found[result.framework.id]), len(found[result.framework.id])))
            for result in results
            if found[result.framework.id]
        ]
        high = tuple(framework for framework, mean in means if mean >= HIGH)
        low = tuple(framework for framework, mean in means if mean <= LOW)
        if high and low:
            yield ThemeApart(theme, high, low)


def _not_applicable(framework: Framework, assessment: Assessment) -> Iterator[Look]:
    """Yield a look where many questions do not apply; sections that do not apply at all count too, although they have no score."""
    asked = [f"{framework.id}/{indicator.id}" for _, indicator in scope.questions_in_scope(framework, assessment)]
    answers = assessment.answers
    number = sum(address in answers and answers[address].answer == "not-applicable" for address in asked)
    if number >= LEAST_NOT_APPLICABLE and number >= LEAST_SHARE_NOT_APPLICABLE * len(asked):
        yield ManyNotApplicable(framework, number, len(asked))


def _one_level(results: Sequence[FrameworkResult]) -> Iterator[Look]:
    for framework in results:
        for section in framework.sections:
            levels = [result.level for result in section.indicators if result.level is not None]
            if len(levels) >= LEAST_ALIKE and len(set(levels)) == 1:
                yield OneLevel(framework.framework, section.section, levels[0])
