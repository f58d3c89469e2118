"""Who is named: a role whose questions are said to be shown moves the report, one of whose questions none is shown moves nothing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

import pytest

from peerkit.engine.team.gate import protect
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.model.answers import Given
from peerkit.model.framework import Framework
from peerkit.model.page import Entries, Entry
from peerkit.model.report import TeamReport
from peerkit.model.result import SectionResult
from peerkit.model.scale import LEVELS, VOICES, Role
from peerkit.render.pages import team
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.shipped import shipped
from support.teams import assessments, roles_of, team_of

TRIES = 100
ANSWERS: tuple[Given, ...] = (*LEVELS, "dont-know")


@dataclass(frozen=True)
class World:
    """A small team, some of whom are not asked some questions, and what each person gave to each question asked of them."""

    framework: Framework
    roles: tuple[Role, ...]
    given: Mapping[tuple[int, str], Given]

    def report(self) -> TeamReport:
        people = {
            f"{number:04}": make_assessment(
                {f"f/{name}": given for (person, name), given in self.given.items() if person == number}, id=f"{number:04}", role=role
            )
            for number, role in enumerate(self.roles)
        }
        view, _ = protect(pool([self.framework], people))
        return make_team_report(view, "2026-11-21")

    def answered(self, chance: random.Random, *, by: Role, others: bool) -> World:
        """Return the world in which people of a role, or all others, answered otherwise."""
        changed: dict[tuple[int, str], Given] = {
            (person, name): chance.choice(ANSWERS) if (self.roles[person] == by) is not others else given
            for (person, name), given in self.given.items()
        }
        return World(self.framework, self.roles, changed)


def worlds(seed: int) -> Iterator[World]:
    chance = random.Random(seed)
    while True:
        named = chance.sample(VOICES, chance.randint(2, 4))
        roles = tuple(chance.choice(named) for _ in range(chance.randint(5, 9)))
        indicators = [
            make_indicator(
                f"q{number}", voices=tuple(chance.sample(named, chance.randint(1, len(named)))) if chance.random() < 0.7 else None
            )
            for number in range(chance.randint(1, 4))
        ]
        framework = make_framework(make_section("s", *indicators))
        given: dict[tuple[int, str], Given] = {
            (person, indicator.id): chance.choice(LEVELS) if chance.random() < 0.9 else "dont-know"
            for (person, role), indicator in product(enumerate(roles), indicators)
            if indicator.voices is None or role in indicator.voices
        }
        yield World(framework, roles, given)


def sections(report: TeamReport) -> Iterator[SectionResult]:
    for framework in report.frameworks:
        yield from framework.sections


def shown_of(report: TeamReport, role: Role) -> list[int]:
    return [voice.shown for section in sections(report) for voice in section.voices if voice.role == role]


def moves(world: World, role: Role, chance: random.Random) -> bool:
    """Whether somewhere in a bounded search, with some answers of the others, other answers of a role give another report.

    Only reports that say as much of the role as the world's are held against each other: which rows are shown may hang on who rated.
    """
    shown = shown_of(world.report(), role)
    for _ in range(TRIES):
        there = world.answered(chance, by=role, others=True)
        reports = there.report(), there.answered(chance, by=role, others=False).report()
        if reports[0] != reports[1] and all(shown_of(report, role) == shown for report in reports):
            return True
    return False


@pytest.mark.parametrize("seed", [pytest.param(seed, marks=[pytest.mark.long] if seed else []) for seed in range(10)])
def test_a_role_moves_the_report_exactly_where_a_section_says_that_it_shows_what_they_were_asked(seed: int) -> None:
    chance = random.Random(seed)
    found = Counter[bool]()
    for world in islice(worlds(seed), 25):
        for section in sections(world.report()):
            for voice in section.voices:
                if voice.role in world.roles:
                    found[bool(voice.shown)] += 1
                    assert moves(world, voice.role, chance) is bool(voice.shown), (world, voice)
    assert min(found[True], found[False]) > 1


def test_what_a_section_says_that_it_shows_goes_by_who_was_asked_and_never_by_who_rated() -> None:
    for world in islice(worlds(30), 100):
        silent = World(world.framework, world.roles, {**world.given, **{key: "dont-know" for key in world.given if not key[0] % 3}})
        for section, other in zip(sections(world.report()), sections(silent.report()), strict=True):
            assert [(voice.role, voice.asked) for voice in section.voices] == [(voice.role, voice.asked) for voice in other.voices]
            shown, hidden = ([row for row in one.view.rows if not row.hidden] if one.view else [] for one in (section, other))
            if len(shown) == len(hidden):
                assert section.voices == other.voices


def test_cells_and_groups_name_and_count_only_people_who_were_asked() -> None:
    for world in islice(worlds(40), 200):
        for section in sections(world.report()):
            for result in section.indicators:
                asked = [role for person, role in enumerate(world.roles) if (person, result.indicator.id) in world.given]
                assert result.row is not None
                assert set(result.row.asked) == set(asked)
                for cell in (*result.groups, *result.cells):
                    assert set(cell.roles) <= set(asked)
                    assert cell.ratings + cell.dont_know == sum(role in cell.roles for role in asked)
                if result.hidden == "too-few":
                    assert len(asked) >= 5
            for voice in section.voices:
                told = {name for person, name in world.given if world.roles[person] == voice.role}
                assert voice.asked == len(told)
                assert voice.shown == sum(bool(result.cells) for result in section.indicators if result.indicator.id in told)
            for group in section.groups:
                counting = [result for result in section.indicators if result.hidden != "asked-of-few"]
                assert set(group.roles) <= {role for result in counting if result.row for role in result.row.asked}
                assert group.people == sum(role in group.roles for role in world.roles)


FOUR: tuple[Role, ...] = ("peer-worker", "participant", "staff", "leader")


@pytest.mark.parametrize("heads", [(2, 2, 2, 2), (3, 2, 2, 1), (4, 1, 2, 1), (1, 1, 5, 1), (1, 3, 2, 2), (2, 3, 2, 1)])
def test_of_eight_people_in_four_roles_nearly_all_is_shown_and_each_row_says_whose_it_is(heads: tuple[int, ...]) -> None:
    tacsi = shipped("tacsi")
    chance = random.Random(str(heads))
    roles = roles_of(*zip(FOUR, heads, strict=True))
    rows = {name: "".join(chance.choice("01234") for _ in roles) for name in tacsi.by_id}
    people = assessments(tacsi, roles, rows, set="quick")
    view, _ = protect(team_of(tacsi, people))
    report = make_team_report(view, "2026-11-21")

    asked = [result for result in report.indicators() if result.row and {"peer-worker", "staff", "leader"} <= set(result.row.asked)]
    assert sum(bool(result.cells) for result in asked) >= 13
    listed = entries(report)
    for result in report.indicators():
        labels = [detail.label for detail in listed[result.address].details]
        assert result.row is not None
        assert bool(labels) is bool(result.cells)
        assert any(label.startswith("Everyone") for label in labels) is (bool(result.everyone) and set(result.row.asked) == set(FOUR))


def entries(report: TeamReport) -> dict[str, Entry]:
    """Return each question as it stands in the list of all."""
    blocks = team.page(report).blocks_for("room")
    return {entry.address: entry for block in blocks if isinstance(block, Entries) and block.home for entry in block.entries}
