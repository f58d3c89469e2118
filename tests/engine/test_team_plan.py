"""A plan for a team is made from what is shown of it, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.first_steps import Situation, first_steps, situation_of
from peerkit.engine.one_level_up import raised
from peerkit.engine.plan import small_steps
from peerkit.engine.team.team_report import make_team_report
from peerkit.engine.team.team_results import cell_in_counts, cell_in_words
from peerkit.model.answers import Action, Governance, Outcome
from peerkit.model.framework import Framework, Section
from peerkit.model.plan import Plan, PlanWishes, Protection
from peerkit.model.result import Result
from peerkit.model.scale import Role
from peerkit.model.team import Alike, Cell, Group, Row, TeamFrameworkView, TeamSectionView, TeamView
from peerkit.render.context import RenderContext
from support.building import ends, make_framework, make_indicator, make_section
from support.planned import team_plan
from support.rendering import text_of

DATE = "2026-11-21"
PEERS: tuple[Role, ...] = ("peer-worker",)
STAFF: tuple[Role, ...] = ("staff",)
ALL: tuple[Role, ...] = ("peer-worker", "staff")


def counted(*counts: int, roles: tuple[Role, ...] = ALL, dont_know: int = 0) -> Cell:
    return cell_in_counts(roles, counts, dont_know)


def in_words(alike: Alike, roles: tuple[Role, ...] = ALL, ratings: int = 5) -> Cell:
    return cell_in_words(roles, ratings, 0, alike)


def row(name: str, *groups: Cell, everyone: Cell | None = None, hidden: bool = False, **keys: Any) -> Row:
    return Row(indicator=make_indicator(name, **keys), groups=groups, everyone=everyone, hidden="too-few" if hidden else None)


def section_view(name: str, *rows: Row, groups: tuple[tuple[Role, ...], ...] = (ALL,), **keys: Any) -> TeamSectionView:
    section: Section = make_section(name, *(one.indicator for one in rows), **keys)
    return TeamSectionView(section=section, groups=tuple(Group(roles=one, people=6) for one in groups), rows=rows)


def view_of(*sections: TeamSectionView) -> TeamView:
    framework: Framework = make_framework(*(one.section for one in sections))
    respondents: dict[Role, int] = {"peer-worker": 6, "staff": 6}
    return TeamView(
        program="Lantern",
        set="full",
        facts={},
        minimum=5,
        respondents=respondents,
        frameworks=(TeamFrameworkView(framework=framework, respondents=respondents, sections=sections),),
    )


def situation(view: TeamView) -> Situation:
    return situation_of(make_team_report(view, DATE))


def candidates(view: TeamView) -> dict[str, Result]:
    return {result.address: result for result in situation(view).candidates}


def plan(view: TeamView, wishes: PlanWishes | None = None) -> Plan:
    return team_plan(view, wishes)


LOW, HIGH = counted(1, 3, 2, 0, 0), counted(0, 0, 2, 3, 1)
VIEW = view_of(
    section_view("care", row("plan", everyone=LOW), row("learn", everyone=HIGH), row("away", hidden=True)),
    section_view("power", row("share", everyone=HIGH), row("vote", everyone=HIGH)),
)


def test_a_hidden_row_is_no_candidate() -> None:
    now = situation_of(make_team_report(VIEW, DATE))

    assert [one.address for one in now.candidates] == ["f/plan", "f/learn", "f/share", "f/vote"]
    assert [one.result.address for one in plan(VIEW).actions] == ["f/plan"]


def test_a_team_s_report_begins_with_what_its_plan_begins_with() -> None:
    outcome = Outcome(format="peerkit/outcome/1", program="Lantern", date=DATE, importance={"f/learn": "high"})

    assert [one.address for one in first_steps(make_team_report(VIEW, DATE))] == [one.result.address for one in plan(VIEW).actions]
    for wishes in (PlanWishes(outcome=outcome), PlanWishes(outcome=replace(outcome, actions=(Action(id="f/vote"),)))):
        begun = first_steps(make_team_report(VIEW, DATE, None, wishes.outcome))
        assert [one.address for one in begun] == [one.result.address for one in plan(VIEW, wishes).actions]


def test_a_row_stands_at_its_median_and_keeps_its_goal_gap_and_lane() -> None:
    one = candidates(VIEW)["f/plan"]

    assert (one.standing, one.goal, one.gap, one.lane) == (Fraction(1), 3, Fraction(2), "plan")


def test_a_row_in_words_stands_between_two_levels_and_both_ends_rise() -> None:
    view = view_of(
        section_view("s", row("a", everyone=in_words("partly-or-lower")), row("b", everyone=in_words("mostly-or-higher"))),
    )

    found = candidates(view)

    steps = situation(view).steps
    assert {name: ((one.low, one.high), steps[name]) for name, one in found.items()} == {
        "f/a": (ends(0, 2), (Fraction(25, 2),) * 4),
        "f/b": (ends(3, 4), (Fraction(25, 2), Fraction(15, 2))),
    }
    [outlook] = plan(view, PlanWishes(picks=("a", "b"))).outlooks
    assert [one.score.ends for one in outlook.now.sections] == [ends(30, 80)]
    assert [one.score.ends for one in outlook.then.sections] == [ends(55, Fraction(185, 2))]


def test_each_group_has_one_voice_in_what_a_level_adds() -> None:
    rows = [
        row(name, counted(*peers, roles=PEERS), counted(*staff, roles=STAFF))
        for name, peers, staff in (("a", (3, 3, 0, 0, 0), (0, 0, 0, 2, 4)), ("b", (0, 0, 3, 3, 0), (0, 0, 3, 3, 0)))
    ]
    view = view_of(section_view("s", *rows, groups=(PEERS, STAFF)))

    steps = situation(view).steps["f/a"]

    peers = Fraction(100, 8)
    staff = Fraction(100, 8) * Fraction(2, 6)
    assert steps == ((peers + staff) / 2, peers / 2, peers / 2, Fraction(100, 8) * Fraction(3, 6) / 2)


def test_there_is_no_score_of_a_framework_and_the_weakest_section_is_the_lowest_shown() -> None:
    [standing] = situation_of(make_team_report(VIEW, DATE)).report.frameworks

    assert (standing.score.value, standing.weakest) == (None, "care")


def test_people_see_it_differently_so_it_is_not_proposed_and_can_be_picked() -> None:
    split = view_of(section_view("s", row("a", everyone=counted(3, 0, 0, 0, 3)), row("b", everyone=HIGH)))

    assert candidates(split)["f/a"].lane == "talk"
    assert plan(split).actions == ()
    assert [one.result.address for one in plan(split, PlanWishes(picks=("a",))).actions] == ["f/a"]


def test_the_first_step_goes_by_the_level_below_a_median_between_two() -> None:
    view = view_of(section_view("s", row("a", everyone=counted(0, 3, 3, 0, 0)), row("b", everyone=HIGH)))

    [action] = plan(view).actions

    assert (action.result.standing, action.first_step) == (Fraction(3, 2), "Begin.")


def test_the_roles_that_did_not_answer_are_who_else_to_ask() -> None:
    assert plan(VIEW).actions[0].unheard == ("participant", "family", "leader", "partner")


def test_the_outcome_sets_importance_and_the_actions() -> None:
    outcome = Outcome(
        format="peerkit/outcome/1", program="Lantern", date=DATE, importance={"f/plan": "high"}, actions=(Action(id="plan", who="Ana"),)
    )

    made = plan(VIEW, PlanWishes(outcome=outcome))

    assert (made.choice, [one.result.importance for one in made.actions]) == ("recorded", ["high"])


def test_a_raised_view_puts_everybody_one_level_up_and_leaves_what_is_hidden() -> None:
    view = view_of(
        section_view(
            "s", row("a", everyone=counted(1, 2, 3, 4, 5)), row("b", everyone=in_words("starting-or-lower")), row("c", hidden=True)
        )
    )

    a, b, c = raised(view, {"f/a", "f/b", "f/c"}).frameworks[0].sections[0].rows

    assert a.everyone is not None
    assert a.everyone.counts == (0, 1, 2, 3, 9)
    assert b.everyone is not None
    assert (b.everyone.counts, (b.everyone.low, b.everyone.high)) == (None, ends(1, 2))
    assert (b.everyone.mean_low, b.everyone.mean_high) == ends(1, Fraction(16, 5))
    assert c == row("c", hidden=True)
    assert raised(view, set()) == view


COUNTS = st.tuples(*(st.integers(0, 4) for _ in range(5))).filter(lambda counts: sum(counts) >= 5)
ROWS = st.lists(st.tuples(COUNTS, COUNTS, st.integers(0, 3)), min_size=1, max_size=3)


def grouped(rows: list[tuple[tuple[int, ...], tuple[int, ...], int]]) -> TeamView:
    made = [
        row(f"q{number}", counted(*peers, roles=PEERS), counted(*staff, roles=STAFF), weight=weight)
        for number, (peers, staff, weight) in enumerate(rows)
    ]
    best = [row(f"t{number}", everyone=counted(0, 0, 0, 0, 6)) for number in range(2)]
    return view_of(section_view("s", *made, groups=(PEERS, STAFF)), section_view("t", *best))


@given(ROWS)
def test_the_points_of_a_level_are_what_a_new_report_would_show_and_never_rise(
    rows: list[tuple[tuple[int, ...], tuple[int, ...], int]],
) -> None:
    view = grouped(rows)
    now = situation(view)
    for one in now.candidates:
        address, steps = one.address, now.steps[one.address]
        current, gained = view, []
        for _ in steps:
            before, current = current, raised(current, {address})
            scores = [
                section.score.value
                for report in (make_team_report(before, DATE), make_team_report(current, DATE))
                for section in report.frameworks[0].sections
                if section.section.id == one.section.id
            ]
            gained.append((scores[1] or 0) - (scores[0] or 0))
        assert tuple(gained) == steps
        assert list(steps) == sorted(steps, reverse=True)


@given(ROWS, st.integers(1, 4))
def test_no_fewer_levels_bring_the_weakest_section_to_its_goal(rows: list[tuple[tuple[int, ...], tuple[int, ...], int]], goal: int) -> None:
    now = situation_of(make_team_report(grouped(rows), DATE, goal))
    [standing] = now.report.frameworks
    section = standing.section("s")
    assert section is not None
    found = small_steps(replace(standing, weakest="s"), now)
    if section.score.value is None:
        assert found is None
        return

    here = [one for one in now.candidates if one.section.id == "s"]
    reachable = {0: section.score.value}
    for one in here:
        steps = now.steps[one.address]
        ups = [sum(steps[:number], Fraction(0)) for number in range(len(steps) + 1)]
        best: dict[int, Fraction] = {}
        for levels, score in reachable.items():
            for number, points in enumerate(ups):
                best[levels + number] = max(best.get(levels + number, Fraction(0)), score + points)
        reachable = best
    assert found is not None
    assert found.levels == min(levels for levels, score in reachable.items() if score >= 25 * goal)


def test_a_plan_says_how_many_questions_are_hidden_and_in_how_large_groups_people_are_counted() -> None:
    assert plan(VIEW).protection == Protection(minimum=5, questions=5, hidden=1)
    assert plan(replace(VIEW, governance=Governance(authority="the team"))).governance == Governance(authority="the team")


def test_a_section_that_is_the_weakest_then_is_shown_between_two_numbers_where_words_entered() -> None:
    view = view_of(
        section_view("care", row("plan", everyone=counted(6, 0, 0, 0, 0)), row("learn", everyone=counted(0, 6, 0, 0, 0))),
        section_view("power", row("share", everyone=in_words("starting-or-lower")), row("vote", everyone=counted(0, 5, 0, 0, 0))),
        section_view("pace", row("slow", everyone=in_words("mostly-or-higher")), row("sure", everyone=in_words("mostly-or-higher"))),
    )
    page = text_of("plan", plan(view, PlanWishes(picks=("share",))), "terminal", RenderContext(200, plain=True))
    assert "Power: from between 12 and 40 to between 25 and 53" in page


def test_the_weakest_section_is_named_only_where_that_is_certain() -> None:
    low = section_view("care", row("plan", everyone=in_words("starting-or-lower")), row("learn", everyone=counted(5, 0, 0, 0, 0)))
    high = section_view("power", row("share", everyone=in_words("mostly-or-higher")), row("vote", everyone=counted(0, 0, 0, 5, 0)))
    now = situation(view_of(low, high))

    assert now.report.frameworks[0].weakest == "care"
    assert small_steps(now.report.frameworks[0], now) is None
