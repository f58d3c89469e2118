"""What a comparison says, in words: which sides these are, how far they can be compared, and where they stand."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from peerkit.engine.scores.arithmetic import team_score
from peerkit.errors import UsageError
from peerkit.model.answers import Governance
from peerkit.model.comparison import ComparedScores, Comparison
from peerkit.model.result import Result
from peerkit.render.context import RenderContext
from peerkit.render.pages import comparison as wording
from peerkit.render.pages.comparison import verdict
from peerkit.render.products import check_format, formats
from render.comparison_samples import overlapping_teams, team_over_time, three, versions
from support.building import make_framework, make_indicator, make_section
from support.compared import alone, compared
from support.rendering import text_of

FRAMEWORK = make_framework(make_section("s", *(make_indicator(name, core=name in "ab") for name in "abcd")))
TOO_LITTLE = "too little in common for a score (2 of 5 rated on every side)"
NEVER_SAID = ("better", "worse", "best", "worst", "winner", "first place", "ranking:")


def told(comparison: Comparison, width: int = 1_000) -> str:
    return text_of("comparison", comparison, "terminal", RenderContext(width=width, plain=True))


def lines(comparison: Comparison) -> list[str]:
    return told(comparison).splitlines()


# Whose sides these are.


def test_a_program_over_time_is_named_and_each_side_has_its_day() -> None:
    page = lines(versions())

    assert page[:4] == [
        "Comparison: Lantern Street Peers",
        "A: a peer worker, full set, answered until 21 November 2025",
        "B: a peer worker, full set, answered until 21 November 2026",
        "Made on: 21 November 2026",
    ]
    assert "A, 21 November 2025: 47." in page


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "csv", "json"])
def test_programs_that_differ_are_named_only_when_asked_for(form: str) -> None:
    hidden, shown = (text_of("comparison", three(named=named), form, RenderContext(plain=True)) for named in (False, True))

    assert "Harbour" not in hidden
    assert "New Leaf" not in hidden
    assert ("New Leaf" in shown) is (form != "csv")
    assert (hidden == shown) is (form == "csv")


def test_with_names_each_side_has_its_program_and_its_day() -> None:
    page = lines(three(named=True))

    assert page[0] == "Comparison: A, B and C"
    assert page[2] == "B: New Leaf Circle, together by 5 people (3 peer workers, 2 staff), full set, answered until 21 November 2026"
    assert "B, New Leaf Circle, 21 November 2026: 63." in page


def test_nobody_is_ranked() -> None:
    for comparison in (team_over_time(), versions(), three(), overlapping_teams()):
        page = told(comparison).casefold().partition("about these answers")[0]
        assert not [word for word in NEVER_SAID if word in page]
        labels = [line[:2] for line in page.splitlines() if line[:2] in ("a,", "b,", "c,")]
        assert labels == ["a,", "b,", "c,"][: len(comparison.sides)] * (len(labels) // len(comparison.sides))


# How far they can be compared.


def test_sides_that_were_asked_alike_are_like_for_like() -> None:
    page = lines(compared(alone(FRAMEWORK, {"a": 1, "b": 2}), alone(FRAMEWORK, {"a": 1, "b": 3})))

    assert "Like for like: the same questions, answered in the same way." in page
    assert "1. F: of 2 questions that any side rated, both sides rated 2 (100%)." in page
    assert "3. The same, the set of questions: full set." in page


def test_what_makes_it_hard_to_compare_comes_before_any_number() -> None:
    page = told(compared(alone(FRAMEWORK, dict.fromkeys("abcd", 1)), alone(FRAMEWORK, {"a": 1, "b": 3}, set="quick", role="staff")))

    care = (
        "Compare with care: the sets of questions differ; they answered in other roles; they share fewer than two thirds of the questions."
    )
    assert care in page
    assert "both sides rated 2 (50%)" in page
    assert "Not the same, the set of questions: A (full set) and B (quick set)." in page
    assert "Not the same, who answered: A (a peer worker) and B (staff in another role)." in page
    assert page.index(care) < page.index("On the questions that every side rated")


def test_versions_and_answers_to_what_is_gone_are_said() -> None:
    page = told(versions())

    assert "House foundations: not the same version: A (1.0.0) and B (1.1.0)." in page
    assert "House foundations: one answer in A is to a question that is gone; it does not count." in page
    assert "1. People decide for themselves how fast things go.\nBoth Partly.\nChanged in 1.1.0: It asks about people" in page


def test_a_framework_of_some_sides_and_what_a_team_hides_are_said() -> None:
    page = told(three())

    assert "Another document: answered in A only, and left out here." in page
    assert "House foundations: 4 of 17 questions cannot be shown in C. Too few people answered them, or" in page


def test_sides_that_do_not_differ_are_told_so() -> None:
    side = alone(FRAMEWORK, {"a": 1, "b": 2})

    assert "Important: Nothing differs: every question stands the same on both sides." in lines(compared(side, side))
    assert "Nothing differs" not in told(versions())


def test_who_decides_about_the_answers_is_said_where_programs_may_be_named() -> None:
    ours, theirs = Governance(authority="the Lantern meeting", may_see="the team"), Governance(authority="the Harbour board")
    sides = alone(FRAMEWORK, {"a": 1}, governance=ours), alone(FRAMEWORK, {"a": 2}, governance=theirs, program="Harbour")

    page = told(compared(*sides, named=True))
    assert "A, who decides: the Lantern meeting\nA, who may see: the team\nB, who decides: the Harbour board\n" in page
    assert "the Harbour board" not in told(compared(*sides))


def test_a_lower_smallest_group_is_said_first() -> None:
    comparison = team_over_time()
    lowered = replace(comparison, sides=tuple(replace(side, minimum=3) for side in comparison.sides))

    assert "Important: The smallest group was lowered from 5 to 3 people, and that was confirmed." in told(lowered)
    assert "at least three people" in told(lowered)
    assert "was lowered" not in told(comparison)


# Scores and questions.


def scores(*values: float | None) -> ComparedScores:
    sides = tuple(team_score(None if value is None else (Fraction(value), Fraction(value))) for value in values)
    return ComparedScores(sides=sides, shared=2, asked=5, moves=Fraction(25, 2))


@pytest.mark.parametrize(
    ("values", "over_time", "apart"),
    [
        ((50, 62), "about the same", "about the same"),
        ((50, 63), "up 13 points from A to B", "B stands 13 points higher"),
        ((80.25, 50), "down 30 points from A to B", "A stands 30 points higher"),
        ((None, None), TOO_LITTLE, TOO_LITTLE),
    ],
)
def test_a_difference_is_said_in_words(values: tuple[float, ...], over_time: str, apart: str) -> None:
    now = alone(FRAMEWORK, {"a": 1})

    assert verdict(scores(*values), compared(alone(FRAMEWORK, {"a": 1}, updated="2025-01-01"), now)) == over_time
    assert verdict(scores(*values), compared(now, now)) == apart


def test_of_three_sides_only_the_distance_is_said() -> None:
    assert verdict(scores(10, 90, 40), three()) == "80 points apart"
    assert verdict(scores(40, 45, 50), three()) == "about the same"


def test_what_moved_is_apart_by_direction_and_says_from_where_to_where() -> None:
    page = told(team_over_time())

    up, down = page.index("Up from A to B."), page.index("Down from A to B.")
    assert up < page.index("People decide for themselves how fast things go.\nA between Partly and Mostly, B Mostly; half a level.") < down
    assert down < page.index("A Partly, B Starting; one level.")


def test_sides_of_one_day_stand_higher_and_have_not_moved() -> None:
    page = told(compared(alone(FRAMEWORK, {"a": 1, "b": 4}), alone(FRAMEWORK, {"a": 3, "b": 1}, role="staff")))

    assert "\nWhere they differ.\n" in page
    assert "\nHigher in B.\n1. We do a.\nA Starting, B Mostly; two levels.\n" in page
    assert "\nHigher in A.\n1. We do b.\nA Built in, B Starting; 3 levels.\n".replace("3", "three") in page


def test_goals_that_differ_are_said_for_each_side() -> None:
    page = told(compared(alone(FRAMEWORK, {"a": 1}, goals={"f": 4}), alone(FRAMEWORK, {"a": 1})))

    assert "1. We do a.\nBoth Starting; goals: A Built in, B Mostly.\n" in page


def stand(**keys: Any) -> Result:
    section, indicator = next(FRAMEWORK.indicators())
    return Result(framework=FRAMEWORK, section=section, indicator=indicator, asked="We do a.", **keys)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "not asked"),
        (stand(state="hidden", goal=3), "cannot be shown"),
        (stand(state="dont-know", goal=3), "don't know"),
        (stand(state="skipped", goal=3), "not answered"),
        (stand(state="not-applicable", goal=3), "does not apply"),
        (stand(state="rated", goal=3, low=Fraction(5, 2), high=Fraction(5, 2)), "between Partly and Mostly"),
        (stand(state="rated", goal=3, low=Fraction(1), high=Fraction(5, 2)), "anywhere from Starting to Mostly"),
    ],
)
def test_every_way_to_stand_has_its_words(found: Result | None, said: str) -> None:
    assert wording.standing(found) == said


def test_a_skip_and_an_open_question_are_not_told_apart() -> None:
    skipped, open_ = (told(compared(alone(FRAMEWORK, {"a": 1, "b": 1}), alone(FRAMEWORK, {"a": 1, "b": b}))) for b in ("skipped", None))

    assert skipped == open_


def test_sides_that_share_nothing_have_no_table_of_empty_scores() -> None:
    page = told(overlapping_teams())

    assert "The sides have too little in common for scores." in page
    assert "no score" not in page


def test_how_people_are_protected_stands_where_a_team_is() -> None:
    assert "Answers are only ever counted together for at least five people" in told(team_over_time())
    assert "counted together" not in told(versions())


# Data.


def test_it_comes_in_every_medium_and_as_rows() -> None:
    assert formats("comparison") == ("csv", "docx", "html", "json", "markdown", "pdf", "terminal", "xlsx")
    with pytest.raises(UsageError, match="there is no format yaml for a comparison"):
        check_format("comparison", "yaml")


def test_the_table_has_a_row_for_every_question_and_columns_for_every_side() -> None:
    text = text_of("comparison", versions(), "csv")
    rows = {row["indicator"]: row for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))}

    assert (rows["supervision"]["A level"], rows["supervision"]["B in words"]) == ("1", "Partly")
    assert (rows["supervision"]["levels apart"], rows["supervision"]["list"]) == ("1", "moved, low")
    assert (rows["way-back"]["A level"], rows["way-back"]["A in words"], rows["way-back"]["list"]) == ("", "not answered", "only B")
    assert (rows["own-pace"]["levels apart"], rows["own-pace"]["list"]) == ("", "")
    assert rows["own-pace"]["changed"].splitlines() == [
        "1.1.0: It asks about people, no longer about workers.",
        "A: Workers go at the pace of the house.",
        f"B: {rows['own-pace']['question']}",
    ]


def test_the_data_has_the_numbers_of_the_page() -> None:
    data: dict[str, Any] = json.loads(text_of("comparison", team_over_time(), "json"))
    safety = data["frameworks"][0]["sections"][1]

    assert (data["format"], data["sides"][0]["kind"], data["sides"][0]["minimum_group"]) == ("peerkit/comparison/1", "team", 5)
    assert all(side["score"] is None and side["low"] < side["high"] for side in safety["scores"]["sides"])
    assert (safety["scores"]["shared"], safety["scores"]["asked"], safety["scores"]["about_the_same"]) == (3, 3, None)
    assert data["frameworks"][0]["scores"] is None
    assert data["only"] == [["house/counting"], []]
    assert data["moved"][-1] == "house/own-story"


def test_on_a_page_every_score_is_a_dot_with_its_letter_and_in_the_table() -> None:
    from support.pages import page_of

    tree = page_of(text_of("comparison", versions(), "html"))
    [table] = [one for one in tree.walk() if one.tag == "table"]
    marks = [one.text for one in table.walk() if one.tag == "text" and one.attributes.get("class") == "mark"]
    named = [one.text for one in table.walk() if one.attributes.get("class") == "letter"]

    assert marks == ["A", "B"] * 5
    assert named == ["A", "B"] * 6


def test_plain_lines_fit_where_there_is_little_room() -> None:
    assert all(len(line) <= 40 for line in told(replace(team_over_time(), named=True), 40).splitlines())
