"""Takes a report's numbers apart. It computes none: every sum comes from the functions that made the report."""

from __future__ import annotations

from collections.abc import Iterable

from peerkit.engine.scores import arithmetic, lanes
from peerkit.errors import UsageError, did_you_mean
from peerkit.model.explanation import Explanation, FrameworkExplanation, IndicatorExplanation, SectionExplanation
from peerkit.model.report import Report
from peerkit.model.result import Counts, FrameworkResult, Result, Score, SectionResult
from peerkit.model.scale import HIGHEST


def explain(report: Report, target: str) -> Explanation:
    """Return how a number of the report came about; `target` is `framework`, `framework/section` or `framework/indicator`.

    Raises:
        UsageError: when the report has nothing of that name.

    """
    name, _, part = target.partition("/")
    frameworks = {result.framework.id: result for result in report.frameworks}
    if name not in frameworks:
        raise UsageError(f"there is no framework {name} in this report", did_you_mean(name, frameworks, _choices(frameworks)))
    framework = frameworks[name]
    if not part:
        return _framework(framework)
    sections = {section.section.id: section for section in framework.sections}
    if part in sections:
        return _section(framework, sections[part])
    indicators = {result.indicator.id: (section, result) for section in framework.sections for result in section.indicators}
    if part in indicators:
        section, indicator = indicators[part]
        return IndicatorExplanation(
            framework=framework.framework,
            section=section,
            result=indicator,
            importance=lanes.IMPORTANCE[indicator.importance],
            otherwise=tuple((level, _with(section, indicator, level)) for level in _other_levels(indicator)),
        )
    raise _not_there(framework, part, [*sections, *indicators])


def _not_there(framework: FrameworkResult, part: str, known: list[str]) -> UsageError:
    everything = {section.id for section in framework.framework.sections} | framework.framework.by_id.keys()
    if part in everything:
        why = "was not asked, or nothing in it applies"
        return UsageError(f"{framework.framework.id}/{part} {why}", "The report says what was asked: What this covers.")
    hint = did_you_mean(part, known, _choices(section.section.id for section in framework.sections))
    return UsageError(f"there is no section or indicator {part} in {framework.framework.id}", hint)


def _choices(names: Iterable[str]) -> str:
    return f"There are {', '.join(names)}."


def _framework(result: FrameworkResult) -> FrameworkExplanation:
    counting = tuple(section for section in result.sections if section.score.least is not None)
    counts = sum((section.score.counts for section in counting), Counts())
    return FrameworkExplanation(
        result=result,
        counting=counting,
        weight=sum(section.section.weight for section in counting),
        counts=counts,
        needed=arithmetic.answers_needed_over_all(counts.applicable),
    )


def _section(framework: FrameworkResult, result: SectionResult) -> SectionExplanation:
    answers = [(indicator.indicator.weight, indicator.given) for indicator in result.indicators]
    return SectionExplanation(
        framework=framework.framework,
        result=result,
        sums=arithmetic.sums(answers),
        needed=arithmetic.answers_needed(result.score.counts.applicable),
    )


def _other_levels(result: Result) -> tuple[int, ...]:
    """Return the levels that would change what the question adds, as far as they are near; see `IndicatorExplanation.otherwise`."""
    if not result.indicator.weight or result.state == "not-applicable":
        return ()
    if result.level is None:
        return (0, HIGHEST)
    return (result.level + 1,) if result.level < HIGHEST else ()


def _with(section: SectionResult, chosen: Result, level: int) -> Score:
    """Return the score of a section if one of its questions were answered with a level."""
    return arithmetic.section_score(
        [(result.indicator.weight, level if result is chosen else result.given) for result in section.indicators]
    )
