"""Invented teams: the true scores, worked out here from raw answers, lie inside what is shown, and no comparison points the wrong way."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from statistics import median, quantiles

import pytest

from peerkit.engine.compare import compare, side_of
from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Assessment, Given
from peerkit.model.comparison import ComparedScores
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from peerkit.model.result import Result, SectionResult
from peerkit.model.scale import VOICES, Role
from support.building import make_assessment, make_framework, make_indicator, make_section

MOVES = Fraction(25, 2)
STYLES = ("alike", "around a middle", "two camps", "anything", "each role apart")
LEVELS = range(5)


@dataclass(frozen=True)
class Invented:
    """A team with its framework and what it said on two days: who is of which role, and who gave what to which question."""

    framework: Framework
    roles: Mapping[str, Role]
    rounds: tuple[Mapping[str, Mapping[str, Given | None]], ...]

    def report(self, number: int) -> TeamReport:
        """Return the report of a round."""
        people = {key: self._person(key, number) for key in self.roles}
        view, _ = protect(pool([self.framework], people))
        return make_team_report(view, "2026-11-21")

    def _person(self, key: str, number: int) -> Assessment:
        given = {f"f/{name}": row[key] for name, row in self.rounds[number].items() if row[key] is not None}
        return make_assessment({address: answer for address, answer in given.items() if answer is not None}, id=key, role=self.roles[key])


def invented(chance: random.Random, sizes: tuple[int, int] = (4, 14)) -> Invented:
    """Return a team of one section, in any style, of whose answers a tenth are no ratings."""
    keys = [f"{number:04x}" for number in range(chance.randint(*sizes))]
    named = chance.sample(VOICES, chance.randint(1, 4))
    roles: dict[str, Role] = {key: chance.choice(named) for key in keys}
    names = [f"q{number}" for number in range(chance.randint(1, 7))]
    framework = make_framework(
        make_section("s", *(make_indicator(name, safety=chance.random() < 0.3, weight=chance.choice([1, 1, 1, 2])) for name in names))
    )
    return Invented(framework, roles, tuple({name: _row(chance, roles) for name in names} for _ in range(2)))


def _row(chance: random.Random, roles: Mapping[str, Role]) -> dict[str, Given | None]:
    style = chance.choice(STYLES)
    middle, camps = chance.choice(LEVELS), chance.sample(LEVELS, 2)
    by_role = {role: chance.choice(LEVELS) for role in dict.fromkeys(roles.values())}
    row: dict[str, Given | None] = {}
    for key, role in roles.items():
        level = {
            "alike": middle if chance.random() < 0.9 else chance.choice(LEVELS),
            "around a middle": min(4, max(0, middle + chance.choice([-1, 0, 0, 1]))),
            "two camps": chance.choice(camps),
            "anything": chance.choice(LEVELS),
            "each role apart": by_role[role],
        }[style]
        row[key] = level if chance.random() < 0.9 else chance.choice(["dont-know", "skipped", None])
    return row


def true_score(team: Invented, number: int, section: SectionResult, roles: Sequence[Role]) -> Fraction:
    """Return a group's score, each person of it one voice, over the rows where the group is shown: for everybody, where anything is."""
    reached = weights = Fraction(0)
    alone = len(section.groups) > 1
    for result in section.indicators:
        shown = any(cell.roles == roles for cell in result.groups) if alone else bool(result.cells)
        if shown:
            row = team.rounds[number][result.indicator.id]
            ratings = [given for key, given in row.items() if team.roles[key] in roles and isinstance(given, int)]
            reached += result.indicator.weight * Fraction(sum(ratings), len(ratings))
            weights += result.indicator.weight
    return 100 * reached / (4 * weights)


def true_scores(team: Invented, number: int, section: SectionResult) -> tuple[Fraction, list[Fraction]]:
    """Return the program's true score, the mean of its groups, and theirs."""
    groups = [true_score(team, number, section, group.roles) for group in section.groups]
    return sum(groups, Fraction(0)) / len(groups), groups


def is_safety_matter(team: Invented, number: int, result: Result) -> bool:
    """Whether a third of the ratings, and two, are at 0 or 1, or the median is."""
    ratings = [given for given in team.rounds[number][result.indicator.id].values() if isinstance(given, int)]
    low = sum(given <= 1 for given in ratings)
    return result.indicator.safety and (median(ratings) <= 1 or low >= max(2, ceil(Fraction(len(ratings), 3))))


@dataclass
class Found:
    """What is shown of many teams: the widths of the sections' scores, moves that are there and that are said, and rows."""

    widths: list[Fraction]
    moves: int = 0
    said: int = 0
    wrong: int = 0
    outside: int = 0
    false_alarms: int = 0
    alarms: int = 0
    missed: int = 0
    rows: int = 0
    shown: int = 0


def look_at(teams: Iterator[Invented]) -> Found:
    """Return what is found in teams, each of two rounds."""
    found = Found([])
    for team in teams:
        reports = [team.report(number) for number in range(2)]
        for number, report in enumerate(reports):
            _look_at_one(team, number, report, found)
        sides = [side_of(report, {"f": "1.0.0"}, f"2026-11-2{number}") for number, report in enumerate(reports)]
        [section] = compare(sides, "2026-11-29").frameworks[0].sections or [None]
        if section is not None and section.scores.ends:
            _look_at_move(team, reports, section.scores, found)
    return found


def _look_at_one(team: Invented, number: int, report: TeamReport, found: Found) -> None:
    for section in report.frameworks[0].sections:
        found.rows += len(section.indicators)
        found.shown += sum(bool(result.cells) for result in section.indicators)
        for result in section.indicators:
            if result.cells:
                truth = is_safety_matter(team, number, result)
                said = result.lane == "safety"
                found.alarms += said
                found.false_alarms += said and not truth
                found.missed += truth and not said
        if section.score.ends:
            whole, groups = true_scores(team, number, section)
            shown = [(section.score.ends, whole), *zip((group.score.ends for group in section.groups), groups, strict=True)]
            found.outside += sum(ends is None or not ends[0] <= truth <= ends[1] for ends, truth in shown)
            found.widths.append(section.score.ends[1] - section.score.ends[0])


def _look_at_move(team: Invented, reports: Sequence[TeamReport], scores: ComparedScores, found: Found) -> None:
    """Hold what a comparison says against the true scores of both rounds, over the rows that both show, in the groups that both have."""
    first, second = (report.frameworks[0].sections[0] for report in reports)
    shared = {result.indicator.id for result in first.indicators if result.cells} & {
        result.indicator.id for result in second.indicators if result.cells
    }
    truths = _shared_truths(team, (first, second), shared)
    if truths is None:
        return
    move = truths[1] - truths[0]
    found.moves += abs(move) >= MOVES
    if scores.is_about_the_same is None:
        return
    if scores.is_about_the_same:
        found.wrong += abs(move) >= MOVES
        return
    found.said += abs(move) >= MOVES
    found.wrong += abs(move) < MOVES or (move > 0) != (scores.ends[1] > scores.ends[0])


def _shared_truths(team: Invented, sections: Sequence[SectionResult], shared: set[str]) -> list[Fraction] | None:
    """Return both true scores over the shared rows, None where groups do not show all of these side by side on both days."""
    groups = [group.roles for group in sections[0].groups]
    if groups != [group.roles for group in sections[1].groups]:
        return None
    rows = [[result for result in section.indicators if result.indicator.id in shared] for section in sections]
    if len(groups) > 1 and not all([cell.roles for cell in result.groups] == groups for several in rows for result in several):
        return None
    scores = []
    for number, results in enumerate(rows):
        means = []
        for roles in groups:
            reached = weights = Fraction(0)
            for result in results:
                row = team.rounds[number][result.indicator.id]
                ratings = [given for key, given in row.items() if team.roles[key] in roles and isinstance(given, int)]
                reached += result.indicator.weight * Fraction(sum(ratings), len(ratings))
                weights += result.indicator.weight
            means.append(100 * reached / (4 * weights))
        scores.append(sum(means, Fraction(0)) / len(means))
    return scores


def assert_true(found: Found) -> None:
    assert len(found.widths) > 50
    assert found.alarms
    assert found.moves
    assert (found.outside, found.false_alarms, found.wrong) == (0, 0, 0)


def test_the_truth_lies_inside_what_is_shown() -> None:
    chance = random.Random(1)
    assert_true(look_at(invented(chance) for _ in range(150)))


@pytest.mark.long
def test_the_truth_lies_inside_what_is_shown_of_two_thousand_teams() -> None:
    chance = random.Random(2)
    assert_true(look_at(invented(chance) for _ in range(2000)))


@pytest.mark.long
@pytest.mark.parametrize(("sizes", "middle", "wide"), [((8, 14), 20, 45), ((5, 7), 45, 65)])
def test_intervals_stay_useful(sizes: tuple[int, int], middle: int, wide: int, record_property: Callable[[str, object], None]) -> None:
    chance = random.Random(3)
    found = look_at(invented(chance, sizes) for _ in range(500))
    record_property("figures", figures(found))
    assert_true(found)
    assert median(found.widths) <= middle
    assert quantiles(found.widths, n=10)[-1] <= wide


def figures(found: Found) -> str:
    """Return what is found in numbers."""
    ninetieth = float(quantiles(found.widths, n=10)[-1])
    return (
        f"width in the middle {float(median(found.widths)):.1f}, at the ninetieth percentile {ninetieth:.1f}; "
        f"{found.said} of {found.moves} moves said; {found.shown} of {found.rows} rows shown; {found.missed} safety matters not certain"
    )
