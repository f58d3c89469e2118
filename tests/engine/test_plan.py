"""Which actions are proposed, what they lead to, and the fewest steps to a goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peerkit.engine.first_steps import EFFORT, first_steps, situation_of
from peerkit.engine.one_level_up import raised
from peerkit.engine.plan import small_steps
from peerkit.engine.scores.lanes import IMPORTANCE
from peerkit.engine.scores.report import make_report
from peerkit.errors import UsageError
from peerkit.model.answers import Action, Agreed, Assessment, Given, Outcome
from peerkit.model.framework import Framework
from peerkit.model.plan import Barrier, Plan, PlanWishes
from peerkit.model.result import Result
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.planned import planned
from support.scored import Item, Part, nouns
from support.strategies import parts

DATE = "2026-11-21"


def plan(
    framework: Framework, answers: Mapping[str, Given], wishes: PlanWishes | None = None, goal: int | None = None, **keys: Any
) -> Plan:
    return planned([framework], make_assessment(answers, **keys), wishes, goal)


def addresses(made: Plan) -> list[str]:
    return [one.result.address for one in made.actions]


def house(**safety: bool) -> Framework:
    """Return two sections of two questions; the questions named in `safety` are safety matters."""
    names = (("care", ("a", "b")), ("power", ("c", "d")))
    return make_framework(
        *(make_section(title, *(make_indicator(name, safety=safety.get(name, False)) for name in inside)) for title, inside in names)
    )


ANSWERS: dict[str, Given] = {"f/a": 1, "f/b": 2, "f/c": 0, "f/d": 2}


# Proposals.


def test_what_is_furthest_from_its_goal_in_the_weakest_section_comes_first() -> None:
    made = plan(house(), ANSWERS)

    assert made.choice == "proposed"
    assert addresses(made) == ["f/c", "f/a", "f/d"]
    assert [one.in_weakest for one in made.actions] == [True, False, True]


def test_value_is_priority_times_points_twice_in_the_weakest_section_by_effort() -> None:
    made = plan(house(), ANSWERS, PlanWishes(efforts={"c": "large", "f/a": "small"}))

    values = {one.result.address: (one.effort, one.value) for one in made.actions}
    assert values == {
        "f/c": ("large", Fraction(50) * Fraction(25, 2) * 2 / 3),
        "f/a": ("small", Fraction(100, 3) * Fraction(25, 2)),
        "f/d": ("medium", Fraction(50, 3) * Fraction(25, 2) * 2 / 2),
    }
    assert addresses(made) == ["f/a", "f/c", "f/d"]


def test_a_large_effort_lets_others_go_first() -> None:
    names = [f"f/{name}" for name in "abcd"]
    even = dict.fromkeys(names, 1)

    assert addresses(plan(house(), even)) == ["f/a", "f/b", "f/c"]
    assert addresses(plan(house(), even, PlanWishes(efforts={"a": "large"}))) == ["f/b", "f/c", "f/d"]
    assert addresses(plan(house(), even, PlanWishes(efforts={"d": "small"}))) == ["f/d", "f/a", "f/b"]


def test_safety_comes_first_however_little_it_adds() -> None:
    made = plan(house(b=True), ANSWERS | {"f/b": 1}, PlanWishes(efforts={"b": "large"}))

    assert addresses(made) == ["f/b", "f/c", "f/a"]
    assert made.left_out == ()


def test_a_safety_matter_at_its_goal_is_proposed_all_the_same() -> None:
    assert addresses(plan(house(b=True), {"f/a": 3, "f/b": 1, "f/c": 3, "f/d": 3}, goal=1)) == ["f/b"]


def test_what_matters_most_goes_before_what_is_as_far_from_its_goal() -> None:
    made = plan(house(), dict.fromkeys(ANSWERS, 2), importance={"f/d": "high", "f/a": "low"})

    assert addresses(made) == ["f/d", "f/b", "f/c"]


def test_nothing_below_its_goal_is_no_action_and_no_change() -> None:
    made = plan(house(), dict.fromkeys(ANSWERS, 3))

    assert (made.actions, made.left_out) == ((), ())
    assert made.outlooks[0].now == made.outlooks[0].then


def test_what_nobody_rated_is_not_proposed() -> None:
    assert addresses(plan(house(), {"f/a": "dont-know", "f/b": "skipped", "f/c": "not-applicable"})) == []


@pytest.mark.parametrize(("most", "count"), [(1, 1), (2, 2), (3, 3)])
def test_there_are_as_many_actions_as_wanted(most: int, count: int) -> None:
    assert len(plan(house(), ANSWERS, PlanWishes(most=most)).actions) == count


@given(parts(), st.data())
def test_proposals_stand_in_the_order_of_safety_then_value_and_none_that_was_passed_over_is_worth_more(
    drawn: list[Part], data: st.DataObject
) -> None:
    framework, assessment = nouns(drawn)
    names = [one.address for one in make_report([framework], assessment, DATE).indicators() if one.level is not None]
    efforts = {name: data.draw(st.sampled_from(sorted(EFFORT))) for name in names}

    made = planned([framework], assessment, PlanWishes(efforts=efforts))

    now = situation_of(make_report([framework], assessment, DATE))
    weakest = now.report.frameworks[0].weakest
    values = {
        one.address: (one.priority or 0) * now.gain(one) * (2 if one.section.id == weakest else 1) / EFFORT[efforts[one.address]]
        for one in now.candidates
        if one.gap and now.steps[one.address]
    }
    assert [one.value for one in made.actions] == sorted(values.values(), reverse=True)[: len(made.actions)]
    assert len(made.actions) == min(3, len(values))
    assert all(one.value == values[one.result.address] for one in made.actions)


@given(parts(), st.data())
def test_a_report_begins_with_what_its_plan_begins_with(drawn: list[Part], data: st.DataObject) -> None:
    framework, assessment = nouns(drawn)
    asked = [one.address for one in make_report([framework], assessment, DATE).indicators()]
    importance = data.draw(st.dictionaries(st.sampled_from(asked), st.sampled_from(sorted(IMPORTANCE)))) if asked else {}
    actions = tuple(Action(id=name) for name in data.draw(st.lists(st.sampled_from(asked), max_size=4))) if asked else ()
    outcome = Outcome(format="peerkit/outcome/1", program="x", date=DATE, importance=importance, actions=actions)
    report = make_report([framework], assessment, DATE, outcome=outcome)

    begun = first_steps(report, lambda answers: make_report([framework], answers, DATE, outcome=outcome))

    assert [one.address for one in begun] == addresses(planned([framework], assessment, PlanWishes(outcome=outcome)))
    assert all(one in report.indicators() for one in begun)


# What the actions lead to.


def test_the_scores_are_those_of_a_report_in_which_the_answers_are_one_level_up() -> None:
    [outlook] = plan(house(), ANSWERS).outlooks

    assert (outlook.now.score.value, outlook.then.score.value) == (Fraction(125, 4), Fraction(50))
    assert [(one.section.id, one.score.value) for one in outlook.then.sections] == [("care", Fraction(50)), ("power", Fraction(50))]
    assert (outlook.now.weakest, outlook.then.weakest) == ("power", None)


@given(parts(), st.data())
def test_every_number_after_the_actions_is_the_one_a_new_report_would_show(drawn: list[Part], data: st.DataObject) -> None:
    framework, assessment = nouns(drawn)
    rated = [one for one in make_report([framework], assessment, DATE).indicators() if one.level is not None and one.level < 4]
    picks = data.draw(st.lists(st.sampled_from([one.address for one in rated]), max_size=3, unique=True)) if rated else []

    made = planned([framework], assessment, PlanWishes(picks=tuple(picks)))

    if not picks:
        picks = addresses(made)
    up = {
        address: replace(answer, answer=answer.answer + 1) if address in picks and isinstance(answer.answer, int) else answer
        for address, answer in assessment.answers.items()
    }
    [then] = make_report([framework], replace(assessment, answers=up), DATE).frameworks
    [outlook] = made.outlooks
    assert (outlook.then.score.value, outlook.then.weakest) == (then.score.value, then.weakest)
    assert [one.score.value for one in outlook.then.sections] == [one.score.value for one in then.sections]


@given(parts())
def test_the_points_of_a_level_are_what_the_section_gains(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    now = situation_of(make_report([framework], assessment, DATE))
    for one in now.candidates:
        gained = []
        current = assessment
        for _ in now.steps[one.address]:
            raised_one = raised(current, [one.address])
            before, after = (section_of(framework, given, one) for given in (current, raised_one))
            gained.append(after - before)
            current = raised_one
        assert tuple(gained) == now.steps[one.address]


def section_of(framework: Framework, assessment: Assessment, one: Result) -> Fraction:
    """Return a section's score where it is shown, else its low end, 0 where there is none."""
    [result] = make_report([framework], assessment, DATE).frameworks
    [score] = [section.score for section in result.sections if section.section.id == one.section.id]
    return (score.least if score.value is None else score.value) or Fraction(0)


# Questions that share an answer.


def shared() -> tuple[list[Framework], Assessment]:
    """Return two frameworks; `g/x` was answered through `f/a`."""
    first = make_framework(make_section("s", make_indicator("a"), make_indicator("b")))
    second = make_framework(make_section("t", make_indicator("x"), make_indicator("y")), name="g")
    assessment = make_assessment({"f/a": 0, "f/b": 2, "g/x": 0, "g/y": 3})
    answers = assessment.answers | {"g/x": replace(assessment.answers["g/x"], via="f/a")}
    return [first, second], replace(assessment, answers=answers)


def test_an_answer_that_serves_two_questions_is_one_action_and_raises_both() -> None:
    frameworks, assessment = shared()

    made = planned(frameworks, assessment)

    assert addresses(made) == ["f/a", "f/b"]
    assert made.actions[0].twins == ("g/x",)
    assert [one.then.score.value for one in made.outlooks] == [Fraction(50), Fraction(50)]


def test_picking_either_of_the_two_raises_both() -> None:
    frameworks, assessment = shared()

    made = planned(frameworks, assessment, PlanWishes(picks=("x",)))

    assert [(one.now.score.value, one.then.score.value) for one in made.outlooks] == [
        (Fraction(25), Fraction(75, 2)),
        (Fraction(75, 2), Fraction(50)),
    ]


# Small steps.


def test_the_lowest_answers_go_first() -> None:
    [outlook] = plan(house(), ANSWERS).outlooks

    assert outlook.small_steps is not None
    assert (outlook.small_steps.weakest.section.id, outlook.small_steps.levels) == ("power", 4)
    assert [(one.address, levels) for one, levels in outlook.small_steps.raises] == [("f/c", 3), ("f/d", 1)]


def test_a_weakest_section_at_its_goal_needs_no_step() -> None:
    [outlook] = plan(house(), {"f/a": 3, "f/b": 3, "f/c": 4, "f/d": 3}).outlooks

    assert outlook.small_steps is not None
    assert (outlook.small_steps.weakest.section.id, outlook.small_steps.levels, outlook.small_steps.raises) == ("care", 0, ())


def test_without_a_weakest_section_there_are_no_small_steps() -> None:
    assert plan(house(), dict.fromkeys(ANSWERS, 1)).outlooks[0].small_steps is None


@pytest.mark.parametrize(
    ("goal", "file_goal", "section_goal", "framework_goal", "aim"),
    [(1, 2, 3, 4, 1), (None, 2, 3, 4, 2), (None, None, 1, 4, 1), (None, None, None, 4, 4)],
)
def test_a_sections_goal_is_the_one_asked_for_then_the_files_then_its_own_then_the_frameworks(
    goal: int | None, file_goal: int | None, section_goal: int | None, framework_goal: int, aim: int
) -> None:
    framework = make_framework(make_section("s", make_indicator("a"), goal=section_goal), make_section("t"), goal=framework_goal)
    made = plan(framework, {"f/a": 0, "f/t-1": 2}, goal=goal, goals={} if file_goal is None else {"f": file_goal})

    [outlook] = made.outlooks
    assert outlook.small_steps is not None
    assert (outlook.small_steps.weakest.goal, outlook.small_steps.levels) == (aim, aim)


RATED = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=4)


@given(RATED, st.integers(1, 4))
def test_no_fewer_levels_reach_the_goal(rated: list[tuple[int, int]], goal: int) -> None:
    items = tuple(Item(f"q{number}", level, weight) for number, (level, weight) in enumerate(rated))
    framework, assessment = nouns([Part("s", items), Part("t", (Item("t0", 4), Item("t1", 4)))])
    now = situation_of(make_report([framework], assessment, DATE, goal))
    assume(now.report.frameworks[0].weakest == "s")

    found = small_steps(now.report.frameworks[0], now)

    assert found is not None
    assert found.levels == fewest(rated, goal)
    ups = {one.address: levels for one, levels in found.raises}
    reached = sum(weight * (level + ups.get(f"f/q{number}", 0)) for number, (level, weight) in enumerate(rated))
    assert reached >= goal * sum(weight for _, weight in rated)
    assert all((one.standing or 0) + levels <= 4 for one, levels in found.raises)


def fewest(rated: list[tuple[int, int]], goal: int) -> int:
    """Return the fewest levels by trying every way to raise."""
    needed = goal * sum(weight for _, weight in rated)
    ways = product(*(range(5 - level) for level, _ in rated))
    sums = ((sum(way), sum(weight * (level + up) for (level, weight), up in zip(rated, way, strict=True))) for way in ways)
    return min(levels for levels, reached in sums if reached >= needed)


# What the group chose.


def test_picks_stand_in_the_order_they_were_named_each_once() -> None:
    made = plan(house(), ANSWERS, PlanWishes(picks=("d", "f/a", "f/d")))

    assert (made.choice, addresses(made)) == ("picked", ["f/d", "f/a"])


def test_what_is_at_its_goal_can_be_picked() -> None:
    assert addresses(plan(house(), ANSWERS | {"f/a": 3}, PlanWishes(picks=("a",)))) == ["f/a"]


def test_a_safety_matter_that_is_not_picked_is_named() -> None:
    made = plan(house(c=True), ANSWERS, PlanWishes(picks=("a",)))

    assert [one.address for one in made.left_out] == ["f/c"]


@pytest.mark.parametrize(
    ("picks", "most", "message", "hint"),
    [
        (("pan",), 3, 'there is no question called "pan" in these answers', "Did you mean plan?"),
        (("f/plann",), 3, 'there is no question called "f/plann" in these answers', "Did you mean plan?"),
        (
            ("zzz",),
            3,
            'there is no question called "zzz" in these answers',
            "The ids stand in the report as CSV.",
        ),
        (("ask",), 3, 'there is more than one question called "ask"', "Write the framework too: f/ask or g/ask."),
        (
            ("unsure",),
            3,
            "f/unsure has no level yet, so it cannot go one up",
            "Find out first who could tell; going on with the file asks it again.",
        ),
        (
            ("care",),
            3,
            '"care" is a section, and an action is about one question',
            "Pick a question in it: f/plan, f/ask or f/low.",
        ),
        (
            ("f/care",),
            3,
            '"f/care" is a section, and an action is about one question',
            "Pick a question in it: f/plan, f/ask or f/low.",
        ),
        (("other",), 3, '"other" is a section, and an action is about one question', "No question in it can go one level up."),
        (("away",), 3, '"away" was not asked here', "A plan is made from what was answered; the report says what was asked."),
        (("full",), 3, "f/full is at Built in, and there is no level above it", "Keep it as a strength, and pick another."),
        (
            ("plan", "f/ask", "g/ask", "low"),
            3,
            "this plan holds three actions, and you picked 4",
            "Pick what matters most now. The rest can wait until you look again.",
        ),
        (
            ("plan", "low"),
            1,
            "this plan holds one action, and you picked 2",
            "Pick what matters most now. The rest can wait until you look again.",
        ),
    ],
)
def test_a_pick_that_cannot_be_taken_is_said_kindly(picks: tuple[str, ...], most: int, message: str, hint: str) -> None:
    care = make_section("care", *(make_indicator(name) for name in ("plan", "ask", "full", "low", "unsure")))
    other = make_section("other", make_indicator("away", only_if={"fact": True}), make_indicator("open"))
    frameworks = [make_framework(care, other), make_framework(make_section("s", make_indicator("ask")), name="g")]
    answers: dict[str, Given] = {"f/plan": 1, "f/ask": 1, "f/full": 4, "f/low": 0, "f/unsure": "dont-know", "g/ask": 2}

    with pytest.raises(UsageError) as raised_error:
        planned(frameworks, make_assessment(answers), PlanWishes(picks=picks, most=most))

    assert (raised_error.value.message, raised_error.value.hint) == (message, hint)


def test_an_effort_for_a_question_that_is_not_there_is_said() -> None:
    with pytest.raises(UsageError, match='there is no question called "zzz"'):
        plan(house(), ANSWERS, PlanWishes(efforts={"zzz": "small"}))


# The outcome of a workshop.


def outcome(*actions: Action, **keys: Any) -> Outcome:
    return Outcome(format="peerkit/outcome/1", program="Lantern", date="2026-11-20", actions=actions, **keys)


def test_what_was_recorded_is_the_plan_unless_something_else_is_picked() -> None:
    recorded = outcome(Action(id="f/b", who="Ana"), Action(id="d"))

    made = plan(house(), ANSWERS, PlanWishes(outcome=recorded))
    picked = plan(house(), ANSWERS, PlanWishes(outcome=recorded, picks=("a",)))

    assert (made.choice, addresses(made), made.others, made.recorded_on) == ("recorded", ["f/b", "f/d"], (), "2026-11-20")
    assert [one.who for one in made.actions[0].recorded] == ["Ana"]
    assert (picked.choice, addresses(picked)) == ("picked", ["f/a"])
    assert picked.others == recorded.actions


def test_what_was_recorded_and_cannot_be_counted_is_kept() -> None:
    recorded = outcome(
        Action(id="f/gone", what="Ask around"),
        Action(id="a"),
        Action(id="f/a", what="Twice"),
        Action(id="c"),
        Action(id="d"),
        Action(id="b"),
    )

    made = plan(house(), ANSWERS | {"f/c": "dont-know"}, PlanWishes(outcome=recorded, most=2))

    assert addresses(made) == ["f/a", "f/d"]
    assert [one.what for one in made.actions[0].recorded] == ["", "Twice"]
    assert [one.id for one in made.others] == ["f/gone", "c", "b"]


def test_without_an_action_that_can_be_counted_the_outcome_leaves_proposals() -> None:
    made = plan(house(), ANSWERS, PlanWishes(outcome=outcome(Action(id="f/gone"))))

    assert (made.choice, addresses(made)) == ("proposed", ["f/c", "f/a", "f/d"])
    assert [one.id for one in made.others] == ["f/gone"]


def test_importance_from_the_outcome_goes_before_the_files() -> None:
    even = dict.fromkeys(ANSWERS, 2)

    made = plan(house(), even, PlanWishes(outcome=outcome(importance={"f/d": "high", "f/a": "low"})), importance={"f/a": "high"})

    assert addresses(made) == ["f/d", "f/b", "f/c"]


def test_agreed_levels_are_shown_and_change_no_number() -> None:
    agreed = Agreed(level=3)

    made = plan(
        house(), ANSWERS, PlanWishes(outcome=outcome(agreed={"f/c": agreed}, outside_our_control=("The rent", " "), recheck=" 2027-05 "))
    )

    assert (made.actions[0].agreed, made.actions[0].result.standing) == (agreed, Fraction(0))
    assert (made.outside_our_control, made.recheck) == (("The rent",), "2027-05")


# What helps to do it.


def test_the_first_step_is_the_frameworks_next_step_from_where_it_stands() -> None:
    assert [one.first_step for one in plan(house(), ANSWERS).actions] == ["Begin.", "Begin.", "Go on."]


def test_barriers_are_taken_from_each_theme_in_turn_up_to_three() -> None:
    def barriers(*names: str) -> tuple[Barrier, ...]:
        return tuple(Barrier(barrier=name, remedy=f"Help {name}") for name in names)

    framework = make_framework(make_section("s", make_indicator("a", themes=("power", "none", "hope"))))
    by_theme = {"power": barriers("p1", "p2", "p3"), "hope": barriers("h1")}

    [action] = plan(framework, {"f/a": 1}, PlanWishes(barriers=by_theme)).actions

    assert [one.barrier for one in action.barriers] == ["p1", "h1", "p2"]


def test_who_else_to_ask_are_the_roles_that_were_not_heard_and_those_the_section_needs_first() -> None:
    indicator = make_indicator("a", voices=("peer-worker", "staff", "participant", "leader"))
    framework = make_framework(make_section("s", indicator, needs_voices=("participant", "family")))

    [solo] = plan(framework, {"f/a": 1}).actions
    [together] = plan(framework, {"f/a": 1}, mode="consensus", role=None, room={"staff": 2, "leader": 0}).actions

    assert solo.unheard == ("participant", "staff", "leader")
    assert together.unheard == ("participant", "peer-worker", "leader")
