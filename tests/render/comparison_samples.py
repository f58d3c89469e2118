"""Comparisons in which everything happens that a comparison has words for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from peerkit.model.answers import Answer, Assessment, SetAside
from peerkit.model.comparison import ComparedSide, Comparison
from peerkit.model.framework import Change, Framework
from render.samples import FRAMEWORK, SOLO
from render.team_samples import HOUSE, PEOPLE, ROWS
from support.building import make_framework, make_indicator, make_section
from support.compared import compared, side_of_file, teams
from support.teams import assessments

LATER: Final = {
    **ROWS,
    "open-door": "343443 34 334433 34",
    "own-pace": "233323 23 334343 34",
    "quiet-room": "000440 40 044004 40",
    "first-talk": "112211 1? 121211 21",
    "supervision": "333234 33 333343 33",
    "own-story": "332222 33 233332 33",
    "risk-talk": "232433 33 334334 43",
    "counting": "?????? ?? ???--- ..",
}
OTHER: Final = make_framework(make_section("s", make_indicator("a")), name="other", title="Another document")


def team_over_time() -> Comparison:
    """Return two rounds of a team of sixteen."""
    rounds = (ROWS, "2025-11-21", "a"), (LATER, "2026-11-20", "b")
    groups = [
        [replace(one, id=f"{letter}{one.id}") for one in assessments(HOUSE, PEOPLE, rows, started=day, updated=day)]
        for rows, day, letter in rounds
    ]
    return compared(*teams(HOUSE, *groups))


def overlapping_teams() -> Comparison:
    """Return a team beside itself with one person less, so that nearly nothing can be shown of one of them."""
    people = assessments(HOUSE, PEOPLE, ROWS)
    return compared(*teams(HOUSE, people, people[1:]))


def versions() -> Comparison:
    """Return two files of one person, a year and a version apart."""
    changed = replace(
        FRAMEWORK.by_id["own-pace"][1], change=(Change(version="1.1.0", note="It asks about people, no longer about workers."),)
    )
    sections = tuple(
        replace(section, indicators=tuple(changed if one.id == changed.id else one for one in section.indicators))
        for section in FRAMEWORK.sections
    )
    framework: Framework = replace(FRAMEWORK, version="1.1.0", sections=sections)
    gone = (SetAside(id="house/old", ask="We have a sign.", answer=2, why="not asked any more in 1.1.0"),)
    answers = _levels(SOLO, raised=0)
    answers["house/own-pace"] = replace(answers["house/own-pace"], ask="Workers go at the pace of the house.")
    earlier: Assessment = replace(SOLO, updated="2025-11-21", set_aside=gone, answers=answers)
    return compared(side_of_file([framework], earlier, "1.0.0"), side_of_file([framework], replace(SOLO, answers=_levels(SOLO, raised=1))))


def three(*, named: bool = False) -> Comparison:
    """Return a person, a group and a team of three programs; the person answered another framework too."""
    both = replace(SOLO, program="Harbour Bridge Outreach", frameworks=(SOLO.frameworks[0], replace(SOLO.frameworks[0], id="other")))
    group = replace(SOLO, program="New Leaf Circle", mode="consensus", role=None, room={"peer-worker": 3, "staff": 2})
    [team] = teams(HOUSE, assessments(HOUSE, PEOPLE, ROWS))
    sides: tuple[ComparedSide, ...] = (side_of_file([HOUSE, OTHER], both), side_of_file([HOUSE], group), team)
    return compared(*sides, named=named)


def _levels(assessment: Assessment, raised: int) -> dict[str, Answer]:
    """Return the answers with every third level so many steps higher, at most 4, and one of them gone where nothing is raised."""
    answers = {
        name: replace(one, answer=min(4, one.answer + raised)) if isinstance(one.answer, int) and number % 3 == 0 else one
        for number, (name, one) in enumerate(assessment.answers.items())
    }
    return {name: one for name, one in answers.items() if raised or name != "house/way-back"}
