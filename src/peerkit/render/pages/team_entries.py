"""A question as an entry of a team's page: the words asked, where it stands, and what each group answered."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from peerkit.model.answers import Agreed
from peerkit.model.page import Detail, Entry
from peerkit.model.report import TeamReport
from peerkit.model.result import LANE_TITLES, Result
from peerkit.model.scale import LEVEL_LABELS
from peerkit.model.team import Cell
from peerkit.render import wording as words
from peerkit.render.pages.team_words import answered, roles, standing, whose


class TeamEntries:
    """Makes entries of a team report's results."""

    def __init__(self, report: TeamReport) -> None:
        several = len(report.frameworks) > 1
        self._places = {
            result.address: f"{framework.framework.name}: {section.section.title}" if several else section.section.title
            for framework in report.frameworks
            for section in framework.sections
            for result in section.indicators
        }

    def short(self, result: Result) -> Entry:
        """Return an entry with where it stands, and what was agreed on."""
        return self._entry(result, (*agreed_level(result.agreed),))

    def full(self, result: Result) -> Entry:
        """Return an entry with what each group answered, and the next step."""
        return self._entry(result, (*_groups(result), *agreed_level(result.agreed), *_next_step(result)))

    def complete(self, result: Result) -> Entry:
        """Return an entry with what each group answered and its lane."""
        entry = self._entry(result, (*_groups(result), *agreed_level(result.agreed)))
        return Entry(
            text=entry.text,
            standing=entry.standing,
            details=entry.details,
            level=entry.level,
            goal=entry.goal,
            address=entry.address,
            lane=LANE_TITLES[result.lane] if result.lane else "",
        )

    def _entry(self, result: Result, details: tuple[Detail, ...]) -> Entry:
        return Entry(
            text=result.indicator.ask,
            standing=standing(result),
            place=self._places[result.address],
            details=details,
            level=floor(result.standing) if result.standing is not None else None,
            goal=result.goal,
            address=result.address,
        )


def _groups(asked: Result) -> Iterator[Detail]:
    """Yield what each group answered, and everyone."""
    for result in asked.groups:
        yield _detail(roles(result.roles), result)
    if asked.everyone is not None:
        yield _detail(whose(asked), asked.everyone)


def _detail(who: str, result: Cell) -> Detail:
    return Detail(f"{words.sentence(who)} ({result.ratings})", answered(result), counts=result.counts)


def agreed_level(agreed: Agreed | None) -> Iterator[Detail]:
    """Yield the level that a workshop agreed on, and the views that differ; nothing where it agreed on none."""
    if agreed is not None:
        yield Detail("Agreed", LEVEL_LABELS[agreed.level])
        yield from (Detail("Seen differently", words.dissent(view)) for view in agreed.dissent)


def _next_step(result: Result) -> Iterator[Detail]:
    if result.next_step is not None:
        yield Detail("Next step", result.next_step, to_do=True)
