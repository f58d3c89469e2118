"""The plan in each of its formats."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from wcwidth import wcswidth

from peerkit.errors import UsageError
from peerkit.model.answers import Given, Governance
from peerkit.model.framework import Framework
from peerkit.model.plan import Plan, PlanFile, PlanWishes, Protection
from peerkit.model.scale import whole_points
from peerkit.render.context import RenderContext
from peerkit.render.escape import one_line, visible_lines
from peerkit.render.layout import as_words, cell_width
from peerkit.render.products import check_format, formats
from peerkit.source import structure
from render.hostile import HOSTILE
from render.plan_samples import hostile_plan, proposed_plan, recorded_plan
from render.test_hostile_texts import COLOUR, CONTEXTS, PAGE, SCREENS, UNSEEN, inner
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.planned import planned
from support.rendering import text_of
from support.scored import Part, nouns
from support.strategies import parts

PLANS: dict[str, Callable[[], Plan]] = {"proposed": proposed_plan, "recorded": recorded_plan}
PLAIN = RenderContext(80, plain=True)


def shown(plan: Plan, form: str = "terminal", context: RenderContext = PLAIN) -> str:
    return text_of("plan", plan, form, context)


def joined(plan: Plan) -> str:
    """Return the plain page with its line breaks taken out."""
    return " ".join(shown(plan).split())


def small_plan(answers: dict[str, Given], wishes: PlanWishes | None = None, framework: Framework | None = None, **keys: Any) -> Plan:
    care = make_section("care", make_indicator("plan"), make_indicator("learn"))
    power = make_section("power", make_indicator("share"), make_indicator("vote"))
    return planned([framework or make_framework(care, power)], make_assessment(answers, **keys), wishes)


# The whole of it.


def test_the_formats_are_the_files() -> None:
    assert formats("plan") == ("csv", "docx", "html", "json", "markdown", "pdf", "terminal", "xlsx")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="there is no format markdwon for a plan") as caught:
        check_format("plan", "markdwon")

    assert caught.value.hint == "Did you mean markdown?"


@pytest.mark.parametrize("kind", PLANS)
def test_as_data_it_is_what_the_format_says(kind: str) -> None:
    structure.build(PlanFile, json.loads(shown(PLANS[kind](), "json")))


# What it says.


def test_it_says_what_the_actions_lead_to() -> None:
    page = joined(small_plan({"f/plan": 1, "f/learn": 3, "f/share": 3, "f/vote": 4}))

    assert "If you do this. An action counts as one level up. This is arithmetic, not a promise." in page
    assert "The score of F rises from 69 to 75. The weakest section, Care, rises from 50 to 63." in page
    assert "Care reaches its goal, 75 of 100, with two levels up in all: 1. We … Two levels up." in page


def test_it_names_the_section_that_is_weakest_then() -> None:
    page = joined(small_plan({"f/plan": 0, "f/learn": 3, "f/share": 2, "f/vote": 2}, PlanWishes(picks=("plan",))))

    assert "The weakest section, Care, rises from 38 to 50." in page
    page = joined(small_plan({"f/plan": 1, "f/learn": 2, "f/share": 2, "f/vote": 2}, PlanWishes(picks=("plan", "learn"))))
    assert "The weakest section, Care, rises from 38 to 63. The weakest is then Power, at 50." in page


def test_it_says_what_stays() -> None:
    page = joined(small_plan({"f/plan": 1, "f/learn": 1, "f/share": 2, "f/vote": 2}, PlanWishes(picks=("share",))))

    assert "The weakest section, Care, stays at 25." in page


def test_a_rise_under_a_point_is_said_as_one() -> None:
    sections = [make_section(f"s{number}", *(make_indicator(f"q{number}-{one}") for one in range(6))) for number in range(9)]
    answers: dict[str, Given] = {f"f/q{number}-{one}": 2 for number in range(9) for one in range(6)}

    page = joined(small_plan(answers, PlanWishes(picks=("q0-0",)), make_framework(*sections)))

    assert "The score of F stays near 50, up by less than a point." in page


def test_without_enough_answers_no_score_is_said() -> None:
    page = joined(small_plan({"f/plan": 1}))

    assert "F as a whole has no score here." in page
    assert "one level up adds 13 points to the low end of Care." in page


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ((0, 3, 3, 3), "Three levels below its goal; one level up adds 13 points to Care, the weakest section."),
        ((2, 3, 2, 3), "One level below its goal; one level up adds 13 points to Care."),
    ],
)
def test_each_action_says_why(answers: tuple[int, ...], why: str) -> None:
    given_answers: dict[str, Given] = dict(zip(("f/plan", "f/learn", "f/share", "f/vote"), answers, strict=True))
    assert f"Why: {why}" in joined(small_plan(given_answers))


def test_importance_effort_safety_and_a_goal_that_is_reached_are_part_of_why() -> None:
    framework = make_framework(make_section("care", make_indicator("plan", safety=True), make_indicator("none", weight=0)))
    wishes = PlanWishes(efforts={"plan": "small"}, picks=("plan", "none"))

    page = joined(small_plan({"f/plan": 1, "f/none": 3}, wishes, framework, importance={"f/plan": "high"}))

    assert (
        "Why: A safety matter, two levels below its goal, said to matter most, seen as a small effort; one level up adds 25 points" in page
    )
    assert "Why: At its goal already; it carries no weight in the score of Care." in page


def test_a_plan_without_actions_says_so() -> None:
    page = joined(small_plan(dict.fromkeys(("f/plan", "f/learn", "f/share", "f/vote"), 3)))

    assert "Nothing is below its goal, as far as it was answered." in page
    assert "If you do" not in page


def test_a_safety_matter_that_is_left_out_is_not_overlooked() -> None:
    page = joined(recorded_plan())

    assert "Important: One safety matter is not in this plan. It is named below." in page
    assert "Safety matters that are not in this plan. 1. Every peer worker can reach supervision" in page


def test_nothing_that_a_workshop_recorded_is_missing() -> None:
    page = joined(recorded_plan())

    for text in (
        "Put the pace into the rota.",
        "Who: Ana and Sam",
        "By when: 1 February 2027",
        "By when: spring",
        "Re-check on: 1 May 2027",
    ):
        assert text in page
    for text in (
        "Ask the Tuesday group.",
        "Three people say it fits.",
        "Half a day",
        "The night team",
        "The lease ends in May.",
        "Who: Mo",
    ):
        assert text in page
    assert (
        "Agreed level: Starting. The scores here go by the answers. Seen differently: Two people said Mostly: it works on Mondays" in page
    )
    assert "Also recorded in the workshop." in page
    assert "house/old-gate" in page


def test_an_empty_line_is_left_for_what_is_not_recorded() -> None:
    assert shown(proposed_plan()).count("Who: not filled in yet\n") == 3
    assert shown(proposed_plan(), "markdown").count(f"  - **Who:** {'…' * 24}\n") == 3


def test_the_first_step_can_be_ticked_off_on_paper() -> None:
    assert shown(proposed_plan(), "markdown").count("  - [ ] **First step:** ") == 3


@given(parts())
def test_every_score_on_the_page_is_the_exact_one_in_whole_points(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    plan = planned([framework], assessment)

    page = joined(plan)

    [outlook] = plan.outlooks
    found = re.search(r"The score of F rises from (\d+) to (\d+)\.", page)
    if found:
        assert outlook.now.score.value is not None
        assert outlook.then.score.value is not None
        assert found.groups() == (str(whole_points(outlook.now.score.value)), str(whole_points(outlook.then.score.value)))
    else:
        assert (
            not plan.actions
            or outlook.now.score.value is None
            or whole_points(outlook.now.score.value) == whole_points(outlook.then.score.value or outlook.now.score.value)
        )
    data = json.loads(shown(plan, "json"))
    structure.build(PlanFile, data)
    [told] = data["frameworks"]
    for section, now, then in zip(told["sections"], outlook.now.sections, outlook.then.sections, strict=True):
        assert [section["now"], section["then"]] == [rounded(now.score.value), rounded(then.score.value)]
    assert [one["value"] for one in data["actions"]] == [rounded(one.value) for one in plan.actions]


def rounded(value: Fraction | None) -> float | None:
    return None if value is None else float(round(value, 4))


# As a table.


def table(plan: Plan) -> list[dict[str, str]]:
    text = shown(plan, "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_there_is_a_row_for_each_action_and_for_what_was_recorded_besides() -> None:
    rows = table(recorded_plan())

    assert [(one["framework"], one["indicator"]) for one in rows] == [
        ("house", "own-pace"),
        ("house", "street-map"),
        ("", "neighbours"),
        ("house", "old-gate"),
    ]
    assert (rows[0]["who"], rows[0]["points"], rows[2]["what"], rows[2]["value"]) == (
        "Ana and Sam",
        "4.1667",
        "Ask the shop at the corner.",
        "",
    )


# Hostile texts.

PICKS = ((), ("i1", "i2", "i4"))


@pytest.mark.parametrize("context", SCREENS)
@pytest.mark.parametrize("name", HOSTILE)
def test_on_a_screen_a_hostile_text_is_text_and_fits(name: str, context: RenderContext) -> None:
    wanted = re.sub(r"\s", "", as_words(HOSTILE[name]))

    for picks in PICKS:
        page = shown(hostile_plan(HOSTILE[name], *picks), "terminal", context)
        bare = COLOUR.sub("", page) if context.colour else page
        assert not UNSEEN.search(bare)
        assert not re.search(r"^\s*::\w|##\[", bare, re.MULTILINE)
        assert wanted in re.sub(r"[\s▎]", "", bare)
        for line in bare.splitlines():
            assert max(cell_width(line), wcswidth(line)) <= context.width
            assert line == line.rstrip(" ")


@pytest.mark.parametrize("name", HOSTILE)
def test_in_markdown_a_hostile_text_is_text(name: str) -> None:
    for picks in PICKS:
        page = shown(hostile_plan(HOSTILE[name], *picks), "markdown")

        tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
        assert {token.type for token in tokens} <= PAGE
        assert {token.type for token in inner(tokens)} <= {"text", "strong_open", "strong_close", "code_inline"}
        assert all(token.content.startswith("peerkit ") for token in inner(tokens) if token.type == "code_inline")
        assert not UNSEEN.search(page)
        assert one_line(HOSTILE[name]) in "".join(token.content for token in inner(tokens))


@pytest.mark.parametrize("name", HOSTILE)
def test_in_a_table_a_hostile_text_is_text(name: str) -> None:
    wanted = "\n".join(visible_lines(HOSTILE[name]))

    rows = table(hostile_plan(HOSTILE[name]))

    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for value in row.values())
    assert rows[0]["question"] in (wanted, f"'{wanted}")
    assert rows[0]["who"] in (wanted, f"'{wanted}")


@pytest.mark.parametrize("name", HOSTILE)
def test_in_json_a_hostile_text_is_the_same_text(name: str) -> None:
    page = shown(hostile_plan(HOSTILE[name]), "json")

    data = json.loads(page)
    assert (data["program"], data["actions"][0]["ask"], data["actions"][0]["recorded"][0]["who"]) == (HOSTILE[name],) * 3
    assert not UNSEEN.search(page)
    page.encode("utf-8")


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip() != ""), st.sampled_from(CONTEXTS))
def test_no_text_makes_a_plan_fail_or_overflow(text: str, context: RenderContext) -> None:
    bare = COLOUR.sub("", shown(hostile_plan(text), "terminal", context))

    assert not UNSEEN.search(bare)
    assert max(cell_width(line) for line in bare.splitlines()) <= context.width


@pytest.mark.parametrize("plain", [True, False])
@pytest.mark.parametrize("width", [20, 21, 30, 39, 40, 41, 59, 60, 61, 79, 80, 95, 96, 120])
def test_every_line_fits_at_every_width(width: int, plain: bool) -> None:
    page = shown(recorded_plan(), "terminal", RenderContext(width, plain=plain))

    assert max(cell_width(line) for line in page.splitlines()) <= width
    assert page.endswith("\n")


# Who decides, and how people are protected.


def test_who_decides_about_the_answers_stands_on_the_plan() -> None:
    governance = Governance(authority="The peer council", until="next spring")

    assert "Who decides: The peer council Until when: next spring" in joined(small_plan({"f/plan": 1}, governance=governance))
    assert "who decides" not in joined(small_plan({"f/plan": 1}))


@pytest.mark.parametrize(
    ("minimum", "hidden", "said"),
    [
        (5, 0, "at least five people; every question can be shown."),
        (5, 1, "at least five people; 1 of 4 questions is not shown, and so not planned."),
        (3, 2, "The smallest group was lowered from 5 to 3 people, and that was confirmed."),
    ],
)
def test_a_teams_plan_says_how_people_are_protected(minimum: int, hidden: int, said: str) -> None:
    protection = Protection(minimum=minimum, questions=4, hidden=hidden)

    assert said in joined(replace(small_plan({"f/plan": 1}), protection=protection))


@pytest.mark.parametrize(
    ("hidden", "said"),
    [
        (0, "Nothing is below its goal, as far as it was answered."),
        (1, "Nothing that can be shown here is below its goal."),
        (4, "No question can be shown here, so there is nothing to plan from."),
    ],
)
def test_without_an_action_what_is_hidden_is_never_said_to_be_at_its_goal(hidden: int, said: str) -> None:
    protection = Protection(minimum=5, questions=4, hidden=hidden)

    assert said in joined(replace(small_plan({"f/plan": 3}), protection=protection))


def test_the_commands_keep_the_outcome_that_the_plan_was_made_with() -> None:
    page = joined(recorded_plan())

    assert "peerkit plan FILE --outcome OUTCOME --format html --output plan.html" in page
    assert "peerkit report FILE --outcome OUTCOME" in page
    assert "OUTCOME" not in joined(proposed_plan())
