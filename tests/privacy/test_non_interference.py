"""What is hidden stays hidden: no answer in a hidden row, and nobody's name or file order, moves anything in a report."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team import cells
from peerkit.engine.team.cells import AskedRow, Gate
from peerkit.engine.team.gate import protect
from peerkit.engine.team.groups import Roles
from peerkit.engine.team.membership import pool
from peerkit.engine.team.team_report import make_team_report
from peerkit.engine.team.team_results import cell_in_counts
from peerkit.model.answers import Answer, Assessment, Given
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from peerkit.model.scale import VOICES
from peerkit.model.team import Memory, Row
from support.building import make_assessment, make_framework, make_indicator, make_section

FRAMEWORK = make_framework(
    make_section("care", *(make_indicator(f"c{number}", safety=number == 0) for number in range(4))),
    make_section("power", *(make_indicator(f"p{number}") for number in range(2)), needs_voices=("participant",)),
)
ADDRESSES = tuple(f"f/{name}" for name in FRAMEWORK.by_id)
ANY: tuple[Given, ...] = (0, 1, 2, 3, 4, "dont-know", "skipped", "not-applicable")


def report_of(people: Sequence[Assessment], before: Memory | None = None, framework: Framework = FRAMEWORK) -> tuple[TeamReport, Memory]:
    view, shown = protect(pool([framework], {one.id: one for one in people}), before or Memory(), comments=True)
    return make_team_report(view, "2026-11-21"), shown


def hidden(report: TeamReport) -> list[str]:
    return [one.address for one in report.indicators() if one.hidden]


def answered(person: Assessment, address: str, given: Given) -> Assessment:
    return replace(person, answers={**person.answers, address: Answer(ask="We …", answer=given)})


@st.composite
def teams(draw: st.DrawFn) -> list[Assessment]:
    """Return people of whom many do not rate, so that rows are hidden."""
    chance = random.Random(draw(st.integers(0, 10_000)))
    size = draw(st.integers(4, 11))
    roles = chance.choices(VOICES, k=size)
    rated = {address: chance.choice([0.3, 0.5, 0.9]) for address in ADDRESSES}
    return [
        make_assessment(
            {address: chance.randint(0, 4) if chance.random() < rated[address] else chance.choice(ANY[5:]) for address in ADDRESSES},
            id=f"{number:04}",
            role=roles[number],
        )
        for number in range(size)
    ]


@given(teams(), st.data())
def test_no_answer_in_a_hidden_row_moves_anything(people: list[Assessment], data: st.DataObject) -> None:
    before, _ = report_of(people)
    for address in hidden(before):
        number = data.draw(st.integers(0, len(people) - 1))
        changed = [*people]
        changed[number] = answered(people[number], address, data.draw(st.sampled_from(ANY)))
        after, _ = report_of(changed)
        if address in hidden(after):
            assert after == before


@given(teams(), st.data())
def test_no_answer_that_an_earlier_report_keeps_back_moves_anything(people: list[Assessment], data: st.DataObject) -> None:
    late = people.pop()
    _, shown = report_of(people)
    before, _ = report_of([*people, late], shown)
    for address in hidden(before):
        changed = answered(late, address, data.draw(st.sampled_from(ANY)))
        after, _ = report_of([*people, changed], shown)
        if address in hidden(after):
            assert after == before


@given(teams(), st.randoms(use_true_random=False))
def test_the_order_of_files_moves_nothing(people: list[Assessment], chance: random.Random) -> None:
    mixed = [*people]
    chance.shuffle(mixed)
    assert report_of(mixed) == report_of(people)


@given(teams(), st.sampled_from([*VOICES, "not-said"]))
def test_somebody_who_answered_nothing_moves_nothing(people: list[Assessment], role: str) -> None:
    silent = make_assessment({}, id="ffff", role=role)
    assert report_of([*people, silent]) == report_of(people)


@pytest.mark.parametrize("seed", range(3))
def test_the_same_files_show_the_same_again(seed: int) -> None:
    chance = random.Random(seed)
    people = [
        make_assessment({address: chance.randint(0, 4) for address in ADDRESSES}, id=f"{number:04}", role=chance.choice(VOICES))
        for number in range(12)
    ]
    first, shown = report_of(people)
    again, shown_again = report_of(people, shown)
    assert (again, shown_again) == (first, shown)
    assert hidden(first) == []


def test_a_score_that_is_taken_from_hidden_rows_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def everything(row: AskedRow, groups: Sequence[Roles], gate: Gate) -> Row:
        shown = decided(row, groups, gate)
        everyone = cells.tally(row.of(VOICES).values())
        leaks = shown.hidden and everyone.ratings
        return replace(shown, groups=(), everyone=cell_in_counts(VOICES, everyone.counts), hidden=None) if leaks else shown

    decided = cells._shown_row
    rows = dict.fromkeys(ADDRESSES[:3], "01234") | {ADDRESSES[3]: "012??"}
    people = [
        make_assessment(
            {address: "dont-know" if row[number] == "?" else int(row[number]) for address, row in rows.items()},
            id=f"{number:04}",
            role="staff",
        )
        for number in range(5)
    ]
    changed = [answered(people[0], ADDRESSES[3], 4), *people[1:]]
    assert hidden(report_of(people)[0]) == hidden(report_of(changed)[0]) != []
    assert report_of(people)[0] == report_of(changed)[0]
    monkeypatch.setattr(cells, "_shown_row", everything)
    before, after = (report_of(team)[0].frameworks[0].sections[0].score for team in (people, changed))
    assert before != after
