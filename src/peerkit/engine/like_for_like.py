"""Scores that can be held against each other: of each side over the same questions, by the same functions as in its own report.

A question counts when every side rated it, and that can be shown. Whether that is enough goes by the questions that all sides were
asked, as in a report, so that a side beside itself has the scores that it has alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from peerkit.engine.scoring import framework_score, section_score
from peerkit.engine.team_scores import everybody_score, section_result
from peerkit.model.assessment import Rated
from peerkit.model.comparison import (
    FRAMEWORK_MOVES,
    SECTION_MOVES,
    ComparedQuestion,
    Scores,
    Side,
    SideFramework,
    SideScore,
    SideSection,
)
from peerkit.model.report import Score
from peerkit.model.team import TeamSectionView

Questions = Sequence[ComparedQuestion]


def section_scores(
    questions: Questions,
    answered: Sequence[SideSection | None],
    parts: Sequence[SideFramework],
    sides: Sequence[Side],
    changed: AbstractSet[str],
) -> Scores:
    """Return each side's score of a section; `changed` holds the ids of indicators that are in no score.

    Teams are counted alike: where they are not shown in the same groups, each is scored from everybody together.
    """
    asked = _asked(questions, changed)
    shared = [one for one in asked if one.is_rated_by_all]
    views = {number: _narrowed(one.view, asked, shared) for number, one in enumerate(answered) if one and one.view and shared}
    teams = _team_scores(views, parts, sides)
    alone = [SideScore(_score(asked, number).value) if shared else SideScore(None) for number in range(len(sides))]
    return Scores(
        sides=tuple(teams.get(number, one) for number, one in enumerate(alone)), shared=len(shared), asked=len(asked), moves=SECTION_MOVES
    )


def framework_scores(sections: Sequence[Questions], sides: Sequence[Side], changed: AbstractSet[str]) -> Scores | None:
    """Return each side's score of a framework over its sections of which all sides were asked something; None where a side is a team."""
    if any(side.kind == "team" for side in sides):
        return None
    asked = [found for questions in sections if (found := _asked(questions, changed))]
    scores = [
        framework_score([(questions[0].section.weight, _score(questions, number)) for questions in asked]) for number in range(len(sides))
    ]
    return Scores(
        sides=tuple(SideScore(one.value) for one in scores),
        shared=sum(one.is_rated_by_all for questions in asked for one in questions),
        asked=sum(len(questions) for questions in asked),
        moves=FRAMEWORK_MOVES,
    )


def _asked(questions: Questions, changed: AbstractSet[str]) -> list[ComparedQuestion]:
    return [one for one in questions if one.is_asked_of_all and one.indicator.id not in changed]


def _score(asked: Questions, number: int) -> Score:
    """Return the score of a person or a group, as if what the others did not rate were not rated here either."""
    return section_score([(one.indicator.weight, _reply(one, number)) for one in asked])


def _reply(one: ComparedQuestion, number: int) -> Rated | None:
    stand = one.stands[number]
    return Rated(int(stand.level)) if one.is_rated_by_all and stand is not None and stand.level is not None else None


def _narrowed(view: TeamSectionView, asked: Questions, shared: Questions) -> TeamSectionView:
    """Return a team's section with nothing but what all sides were asked; a row that they do not share counts as hidden."""
    kept = {one.indicator.id for one in shared}
    names = {one.indicator.id for one in asked}
    rows = (row for row in view.rows if row.indicator.id in names)
    hidden = tuple(
        row if row.indicator.id in kept else replace(row, groups=(), everyone=None, hidden=row.hidden or "too-few") for row in rows
    )
    return replace(view, rows=hidden)


def _team_scores(views: dict[int, TeamSectionView], parts: Sequence[SideFramework], sides: Sequence[Side]) -> dict[int, SideScore]:
    """Return the score of each team by its number: the mean of its groups where all teams have the same, else of everybody together."""
    results = {number: section_result(view, (), parts[number].respondents, sides[number].set) for number, view in views.items()}
    if len({tuple(group.roles for group in one.groups) for one in results.values()}) == 1:
        return {number: SideScore(one.score, one.about) for number, one in results.items()}
    together = {number: everybody_score(view) for number, view in views.items()}
    return {number: SideScore(one.score, one.about) for number, one in together.items()}
