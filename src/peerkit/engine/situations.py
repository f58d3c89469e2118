"""One person's or one group's report as a situation to plan from, and their answers with some of them one level up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from peerkit.engine import scoring
from peerkit.model.assessment import Answer, Assessment
from peerkit.model.planning import Candidate, FrameworkStanding, SectionStanding, Situation
from peerkit.model.report import FrameworkResult, IndicatorResult, Report, SectionResult
from peerkit.model.scale import HIGHEST, VOICES, Voice


def situation_of(report: Report, goal: int | None = None) -> Situation:
    """Return where a report says that the program stands; `goal` as the report was made with."""
    return Situation(
        program=report.assessment.program,
        date=report.date,
        frameworks=tuple(_standing(one, report.assessment, goal) for one in report.frameworks),
        candidates=tuple(_candidates(report)),
        unrated=tuple(one.address for one in report.indicators() if one.level is None),
        governance=report.assessment.governance,
    )


def raised(assessment: Assessment, addresses: Collection[str]) -> Assessment:
    """Return the assessment with the answers at `addresses`, and those that share them, one level up; Built in stays."""
    twins = shared_answers(assessment)
    up = {other for address in addresses for other in (address, *twins.get(address, ()))}
    return replace(assessment, answers={name: _one_up(given) if name in up else given for name, given in assessment.answers.items()})


def shared_answers(assessment: Assessment) -> dict[str, tuple[str, ...]]:
    """Return for each address whose answer serves other questions too, or was given with another one, those addresses."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for address, answer in assessment.answers.items():
        groups[answer.via or address].append(address)
    return {one: tuple(other for other in group if other != one) for group in groups.values() if len(group) > 1 for one in group}


def unheard(indicator_voices: Collection[Voice] | None, needed: Collection[Voice], heard: Collection[str]) -> tuple[Voice, ...]:
    """Return who could tell more about a question: the roles it is asked of that were not heard, those the section needs first."""
    could_tell = [voice for voice in VOICES if (indicator_voices is None or voice in indicator_voices) and voice not in heard]
    return tuple(sorted(could_tell, key=lambda voice: voice not in needed))


def _one_up(answer: Answer) -> Answer:
    return replace(answer, answer=min(HIGHEST, answer.answer + 1)) if isinstance(answer.answer, int) else answer


def _standing(result: FrameworkResult, assessment: Assessment, goal: int | None) -> FrameworkStanding:
    framework = result.framework
    chosen = goal or assessment.goals.get(framework.id)
    return FrameworkStanding(
        framework=framework,
        score=result.score.value,
        weakest=result.weakest,
        sections=tuple(
            SectionStanding(section=one.section, score=one.score.value, goal=chosen or one.section.goal or framework.goal)
            for one in result.sections
        ),
    )


def _candidates(report: Report) -> Iterator[Candidate]:
    twins = shared_answers(report.assessment)
    heard = {role for role, people in report.respondents.items() if people}
    for framework in report.frameworks:
        for section in framework.sections:
            points = _points_a_level(section)
            for one in section.indicators:
                if one.level is not None:
                    yield _candidate(framework, section, one, points, twins, heard)


def _points_a_level(section: SectionResult) -> Fraction:
    """Return the points that one level of a question of weight 1 adds to the section. See `Candidate`."""
    sums = scoring.sums((one.indicator.weight, one.answer.reply if one.answer else None) for one in section.indicators)
    possible = sums.whole if section.score.value is None else sums.possible
    return Fraction(100, possible) if possible else Fraction(0)


def _candidate(
    framework: FrameworkResult,
    section: SectionResult,
    one: IndicatorResult,
    points: Fraction,
    twins: Mapping[str, tuple[str, ...]],
    heard: Collection[str],
) -> Candidate:
    assert one.level is not None
    assert one.gap is not None
    assert one.priority is not None
    assert one.lane is not None
    return Candidate(
        address=one.address,
        framework=framework.framework,
        section=section.section,
        indicator=one.indicator,
        asked=one.asked,
        standing=Fraction(one.level),
        goal=one.goal,
        gap=Fraction(one.gap),
        importance=one.importance,
        priority=one.priority,
        lane=one.lane,
        steps=(one.indicator.weight * points,) * (HIGHEST - one.level),
        twins=twins.get(one.address, ()),
        unheard=unheard(one.indicator.voices, section.section.needs_voices, heard),
    )
