"""Sides held against each other: how far they can be compared, scores of what they share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from peerkit.engine.like_for_like import framework_scores, section_scores
from peerkit.errors import InputError, UsageError
from peerkit.model.comparison import (
    MOST_SIDES,
    ChangedQuestion,
    ComparedFramework,
    ComparedQuestion,
    ComparedSection,
    Comparison,
    PartlyAnswered,
    Side,
    SideFramework,
)
from peerkit.model.framework import Change, Framework, Indicator, Section
from peerkit.model.program import program_key

MOST_SINGLE_FILES = 2
"""How many people's own files of one program may stand beside each other; more of them are a team."""


def compare(sides: Sequence[Side], date: str, *, named: bool = False) -> Comparison:
    """Return two or more sides held against each other; where they are given in another order, everything is in that order.

    `date` is the day it is made; `named` says that programs may be named where they differ.

    Raises:
        UsageError: when there are fewer than two sides, too many, or more than two people of one program by themselves.
        InputError: when there is no framework that all of them answered.

    """
    _refuse(sides)
    answered = {name: one.framework for side in sides for name, one in side.frameworks.items()}
    by_all = [name for name in sorted(answered) if all(name in side.frameworks for side in sides)]
    if not by_all:
        said = "; ".join(", ".join(sorted(side.frameworks)) for side in sides)
        raise InputError(f"these have no framework in common: {said}", "Compare answers to the same framework.")
    changes = {name: _changes(answered[name], [side.frameworks[name].version for side in sides]) for name in by_all}
    frameworks = tuple(_framework([side.frameworks[name] for side in sides], sides, changes[name].keys()) for name in by_all)
    questions = [one for framework in frameworks for section in framework.sections for one in section.questions]
    changed = {f"{name}/{indicator}": notes for name, found in changes.items() for indicator, notes in found.items()}
    shared = [one for one in questions if one.is_rated_by_all and one.address not in changed]
    return Comparison(
        sides=tuple(sides),
        date=date,
        named=named,
        frameworks=frameworks,
        partly=tuple(_partly(answered[name], sides) for name in sorted(answered) if name not in by_all),
        moved=tuple(sorted(filter(_moved, shared), key=lambda one: -one.levels_apart)),
        strong=tuple(one for one in shared if all(stand is not None and stand.is_strength for stand in one.stands)),
        low=tuple(one for one in shared if all(stand is not None and bool(stand.gap) for stand in one.stands)),
        only=tuple(tuple(one for one in questions if _is_rated_by_one(one, number)) for number in range(len(sides))),
        changed=tuple(ChangedQuestion(question=one, notes=changed[one.address]) for one in questions if one.address in changed),
    )


def _refuse(sides: Sequence[Side]) -> None:
    if len(sides) < 2:
        raise UsageError("a comparison needs two sides or more", "Name two files of answers, or two folders: peerkit compare A B")
    if len(sides) > MOST_SIDES:
        raise UsageError(f"{len(sides)} sides are too many to compare", f"There are letters for {MOST_SIDES}. Name fewer.")
    alone = [program_key(side.program) for side in sides if side.kind == "solo"]
    if any(alone.count(name) > MOST_SINGLE_FILES for name in alone):
        raise UsageError(
            "more than two people of one program are a team, and are not compared one by one",
            "Put their files into a folder: a folder is a team. Report on it with `peerkit report FOLDER`, or compare folders.",
        )


def _partly(framework: Framework, sides: Sequence[Side]) -> PartlyAnswered:
    there = tuple(number for number, side in enumerate(sides) if framework.id in side.frameworks)
    return PartlyAnswered(framework=framework, sides=there)


def _changes(framework: Framework, versions: Sequence[str]) -> dict[str, tuple[Change, ...]]:
    """Return what was changed after the oldest of the versions and up to the newest, by indicator."""
    oldest, newest = min(map(_order, versions)), max(map(_order, versions))
    found = {
        indicator.id: tuple(one for one in indicator.change if oldest < _order(one.version) <= newest)
        for _, indicator in framework.indicators()
    }
    return {name: notes for name, notes in found.items() if notes}


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _framework(parts: Sequence[SideFramework], sides: Sequence[Side], changed: AbstractSet[str]) -> ComparedFramework:
    framework = parts[0].framework
    sections = tuple(_sections(framework, parts, sides, changed))
    questions = [one for section in sections for one in section.questions]
    return ComparedFramework(
        framework=framework,
        versions=tuple(one.version for one in parts),
        rated_by_all=sum(one.is_rated_by_all for one in questions),
        rated_by_any=sum(any(stand is not None and stand.state == "rated" for stand in one.stands) for one in questions),
        scores=framework_scores([section.questions for section in sections], sides, changed),
        sections=sections,
        set_aside=tuple(one.set_aside for one in parts),
    )


def _sections(
    framework: Framework, parts: Sequence[SideFramework], sides: Sequence[Side], changed: AbstractSet[str]
) -> Iterator[ComparedSection]:
    for section in framework.sections:
        questions = tuple(one for indicator in section.indicators if any((one := _question(framework, section, indicator, parts)).stands))
        if questions:
            answered = [part.sections.get(section.id) for part in parts]
            yield ComparedSection(section=section, scores=section_scores(questions, answered, parts, sides, changed), questions=questions)


def _question(framework: Framework, section: Section, indicator: Indicator, parts: Sequence[SideFramework]) -> ComparedQuestion:
    answered = (part.sections.get(section.id) for part in parts)
    stands = tuple(one.stands.get(indicator.id) if one else None for one in answered)
    return ComparedQuestion(framework=framework, section=section, indicator=indicator, stands=stands)


def _moved(one: ComparedQuestion) -> bool:
    """Whether a side stands higher than another for certain: the levels that they may have do not meet."""
    lowest = [stand.lowest for stand in one.stands if stand is not None and stand.lowest is not None]
    highest = [stand.highest for stand in one.stands if stand is not None and stand.highest is not None]
    return max(lowest) > min(highest)


def _is_rated_by_one(one: ComparedQuestion, side: int) -> bool:
    return [number for number, stand in enumerate(one.stands) if stand is not None and stand.state == "rated"] == [side]
