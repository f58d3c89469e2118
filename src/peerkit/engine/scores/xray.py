"""X-ray: answers worth another look. Each is a question to those who answered; none changes a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from peerkit.engine.interview import scope
from peerkit.model.answers import Assessment
from peerkit.model.framework import Framework
from peerkit.model.report import Look, ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, ThemeApart
from peerkit.model.result import FrameworkResult, Result

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
    high = [one for framework in results for section in framework.sections for one in section.indicators if (one.level or 0) >= HIGH]
    bare = tuple(one for one in high if not _has_example(one))
    if bare:
        yield NoExample(bare)
    on_paper = tuple(one for one in high if one.answer and {item.kind for item in one.answer.evidence} == {"policy"})
    if on_paper:
        yield OnlyPolicy(on_paper)


def _has_example(one: Result) -> bool:
    return one.answer is not None and (bool(one.answer.note.strip()) or bool(one.answer.evidence))


def _themes(results: Sequence[FrameworkResult]) -> Iterator[Look]:
    """Yield the themes that stand high in one framework and low in another, in alphabetical order of their ids."""
    levels: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for framework in results:
        for section in framework.sections:
            for one in section.indicators:
                for theme in one.indicator.themes if one.level is not None else ():
                    levels[theme][framework.framework.id].append(one.level or 0)
    for theme, found in sorted(levels.items()):
        means = [
            (one.framework, Fraction(sum(found[one.framework.id]), len(found[one.framework.id])))
            for one in results
            if found[one.framework.id]
        ]
        high = tuple(framework for framework, mean in means if mean >= HIGH)
        low = tuple(framework for framework, mean in means if mean <= LOW)
        if high and low:
            yield ThemeApart(theme, high, low)


def _not_applicable(framework: Framework, assessment: Assessment) -> Iterator[Look]:
    """Yield a look where many questions do not apply; sections that do not apply at all count too, although they have no score."""
    asked = [
        f"{framework.id}/{indicator.id}"
        for section in scope.sections_in_scope(framework, assessment)
        for indicator in scope.indicators_in_scope(framework, section, assessment)
    ]
    answers = assessment.answers
    number = sum(address in answers and answers[address].answer == "not-applicable" for address in asked)
    if number >= LEAST_NOT_APPLICABLE and number >= LEAST_SHARE_NOT_APPLICABLE * len(asked):
        yield ManyNotApplicable(framework, number, len(asked))


def _one_level(results: Sequence[FrameworkResult]) -> Iterator[Look]:
    for framework in results:
        for section in framework.sections:
            levels = [one.level for one in section.indicators if one.level is not None]
            if len(levels) >= LEAST_ALIKE and len(set(levels)) == 1:
                yield OneLevel(framework.framework, section.section, levels[0])
