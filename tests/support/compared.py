"""Sides of a comparison in few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from peerkit.engine.compare import compare, side_of
from peerkit.engine.scores.report import make_report
from peerkit.engine.team.gate import protect_sides
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Answer, Assessment, FrameworkRef, Given
from peerkit.model.comparison import ComparedSide, Comparison
from peerkit.model.framework import Framework
from peerkit.model.team import Memory
from support.building import DIGEST, make_assessment

DATE: Final = "2026-11-21"


def alone(
    framework: Framework, answers: Mapping[str, Given | None], version: str = "", asks: Mapping[str, str] | None = None, **keys: Any
) -> ComparedSide:
    """Return one person's side, or with `mode` a group's; `answers` by the id of the indicator, None where there is none.

    `asks` are the words that were asked, where these are not those of the framework.
    """
    words = {indicator.id: indicator.ask for _, indicator in framework.indicators()} | dict(asks or {})
    given = {f"{framework.id}/{name}": Answer(ask=words[name], answer=answer) for name, answer in answers.items() if answer is not None}
    reference = FrameworkRef(id=framework.id, version=framework.version, digest=DIGEST)
    return side_of_file([framework], replace(make_assessment(**({"frameworks": (reference,)} | keys)), answers=given), version)


def side_of_file(frameworks: Sequence[Framework], assessment: Assessment, version: str = "") -> ComparedSide:
    """Return the side of a file; `version` is the one that was answered, where that is not today's."""
    versions = {one.id: version or one.version for one in frameworks}
    return side_of(make_report(frameworks, assessment, DATE), versions)


def teams(framework: Framework, *groups: Sequence[Assessment], before: Sequence[Memory] | None = None) -> tuple[ComparedSide, ...]:
    """Return a side for each group of people, protected together."""
    pooled = [pool([framework], {one.id: one for one in people}) for people in groups]
    shown = protect_sides(pooled, before or [Memory()] * len(pooled))
    versions = {framework.id: framework.version}
    return tuple(
        side_of(make_team_report(view, DATE), versions, max(one.updated for one in people))
        for (view, _), people in zip(shown, groups, strict=True)
    )


def compared(*sides: ComparedSide, named: bool = False) -> Comparison:
    """Return the sides held against each other."""
    return compare(sides, DATE, named=named)


def mirrored(one: Comparison) -> Comparison:
    """Return a comparison with its sides the other way round, and everything that is said of each."""

    def question(found: Any) -> Any:
        return replace(found, results=found.results[::-1], words=found.words[::-1])

    def scores(found: Any) -> Any:
        return found and replace(found, sides=found.sides[::-1])

    return replace(
        one,
        sides=one.sides[::-1],
        frameworks=tuple(
            replace(
                framework,
                versions=framework.versions[::-1],
                set_aside=framework.set_aside[::-1],
                scores=scores(framework.scores),
                sections=tuple(
                    replace(section, scores=scores(section.scores), questions=tuple(map(question, section.questions)))
                    for section in framework.sections
                ),
            )
            for framework in one.frameworks
        ),
        partly=tuple(replace(other, sides=tuple(sorted(len(one.sides) - 1 - at for at in other.sides))) for other in one.partly),
        moved=tuple(map(question, one.moved)),
        strong=tuple(map(question, one.strong)),
        low=tuple(map(question, one.low)),
        only=tuple(tuple(map(question, found)) for found in one.only[::-1]),
        changed=tuple(map(question, one.changed)),
    )
