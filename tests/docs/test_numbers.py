"""The tables of the page on numbers are run: what they say is what the engine does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import pytest
import yaml

from peerkit.engine.first_steps import EFFORT, IN_WEAKEST
from peerkit.engine.scores.lanes import lane_of, priority
from peerkit.engine.team.team_results import cell_in_words
from peerkit.model.answers import Given
from peerkit.model.comparison import FRAMEWORK_MOVES, SECTION_MOVES
from peerkit.model.scale import SMALLEST_GROUP, Role
from support.building import make_framework, make_indicator, make_section
from support.commandline import CHECKOUT
from support.compared import alone, compared
from support.kept import Kept
from support.rendering import text_of
from support.teams import assessments, roles_of, team_report

PAGE: Final = CHECKOUT / "docs" / "numbers.md"
TEXT: Final = PAGE.read_text(encoding="utf-8")
PLANNING: Final = (CHECKOUT / "docs" / "planning.md").read_text(encoding="utf-8")
CASES: Final = sorted((CHECKOUT / "tests" / "cases" / "scoring").glob("*.yaml"))
CALLED: Final = {
    "not-applicable": "does not apply",
    "dont-know": "don't know",
    "no-agreement": "no agreement",
    "skipped": "skip",
    "unanswered": "open",
}


def written(number: Any) -> str:
    """Return a number of a case as the page has it: four decimals at most."""
    return str(number) if number in ("none", "not enough") else f"{float(Fraction(str(number))):.6g}"


def described(section: Mapping[str, Any]) -> str:
    weights = section.get("weights", [1] * len(section["answers"]))
    weigh = set(weights) != {1}
    answers = [CALLED.get(answer, str(answer)) for answer in section["answers"]]
    return ", ".join(f"{answer} (weight {weight})" if weigh else answer for answer, weight in zip(answers, weights, strict=True))


def weight(section: Mapping[str, Any]) -> str:
    return f" (section weight {section['weight']})" if "weight" in section else ""


def span(case: Mapping[str, Any]) -> str:
    low, high = written(case["low"]), written(case["high"])
    return "none" if low == "none" else f"{low} to {high}"


def rows_of_sections(cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| answers | rated, of those that apply | score | range |\n| --- | --- | --- | --- |"
    for [section] in (case["sections"] for case in cases if len(case["sections"]) == 1):
        if section.get("absent"):
            yield f"| {described(section)} | 0 of 0 | left out | none |"
        else:
            yield f"| {described(section)} | {section['answered']} | {written(section['score'])} | {span(section)} |"


def rows_of_frameworks(cases: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "| sections | score | range | weakest |\n| --- | --- | --- | --- |"
    for case in (case for case in cases if len(case["sections"]) > 1):
        sections = (described(section) + weight(section) for section in case["sections"])
        whole = case["framework"]
        weakest = {"none": "none", "s1": "the first", "s2": "the second"}[whole["weakest"]]
        yield f"| {'; '.join(sections)} | {written(whole['score'])} | {span(whole)} | {weakest} |"


def test_the_tables_of_scores_are_the_cases_that_are_run(kept: Kept) -> None:
    cases = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in CASES]
    page = TEXT
    for name, rows in (("sections", rows_of_sections(cases)), ("frameworks", rows_of_frameworks(cases))):
        made = "\n".join(rows)
        page = re.sub(rf"(<!-- made: {name} -->\n).*?(<!-- end -->)", rf"\g<1>\n{made}\n\n\g<2>", page, flags=re.DOTALL)
    kept(PAGE, page)


def table(heading: str) -> list[list[str]]:
    """Return the cells of the table whose first line begins with some words."""
    found = re.search(rf"^\| {re.escape(heading)} .*\n\| ---.*\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    assert found is not None, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


def shown(number: float | None) -> str:
    return "none" if number is None else f"{round(number, 4):.6g}"


def levels(text: str) -> list[Given | None]:
    return [int(word) if word.isdigit() else "skipped" for word in text.split()]


@pytest.mark.parametrize("row", table("level | goal"), ids=" ".join)
def test_a_gap_and_what_follows_from_it(row: list[str]) -> None:
    level, goal, importance, safety, gap, points, lane = row
    missing = max(0, int(goal) - int(level))
    assert importance in ("high", "medium", "low")
    assert str(missing) == gap
    assert f"{round(float(priority(missing, importance)), 2):g}" == points  # type: ignore[arg-type]  # checked above
    assert lane_of("rated", int(level), missing, importance, safety=safety == "yes") == lane  # type: ignore[arg-type]  # checked above


def team_of(roles: Sequence[Role], rows: Mapping[str, str], **keys: Any) -> dict[str, Any]:
    """Return the section of a team's report as JSON has it, of rows that have the answers of all people in the order of their roles."""
    section = make_section("s", *(make_indicator(name, **keys) for name in rows))
    framework = make_framework(section)
    data = json.loads(text_of("team", team_report(framework, assessments(framework, roles, rows)), "json"))
    found: dict[str, Any] = data["frameworks"][0]["sections"][0]
    return found


@pytest.mark.parametrize("row", table("ratings | median"), ids=" ".join)
def test_how_far_people_agree(row: list[str]) -> None:
    ratings, median, distance, result, far = row
    section = team_of(roles_of(("staff", len(ratings.split()))), {"a": ratings})
    [question] = section["indicators"]
    assert [shown(question["median"]), shown(question["ad"]), question["agreement"]] == [median, distance, result]
    assert question["outlier"] == (far == "yes")


@pytest.mark.parametrize("row", table("ratings | about safety"), ids=" ".join)
def test_what_words_count_as(row: list[str]) -> None:
    ratings, about_safety, said, points = row
    section = team_of(roles_of(("staff", len(ratings.split()))), {"a": ratings}, safety=about_safety == "yes")
    [question] = section["indicators"]
    assert (question["words"] or "counts") == said
    low, high = shown(section["low"]), shown(section["high"])
    assert (low if low == high else f"{low} to {high}") == points


@pytest.mark.parametrize("ratings", [5, 8, 14])
@pytest.mark.parametrize("row", table("words | a question"), ids=" ".join)
def test_words_allow_the_mean_levels_that_the_page_says(row: list[str], ratings: int) -> None:
    words, _, formula = row
    alike = words.partition(": ")[2].lower().replace(" ", "-")
    cell = cell_in_words(("staff",), ratings, 0, alike)  # type: ignore[arg-type]  # one that there is not would be an error
    assert [value_of(end, ratings) for end in formula.split(" to ")] == [cell.mean_low, cell.mean_high]


def value_of(formula: str, ratings: int) -> Fraction:
    """Return what a formula of the page is worth for so many ratings: a whole number, or a sum over n."""
    above, _, below = formula.replace("\N{MINUS SIGN}", "-").partition(" ÷ ")
    found = re.fullmatch(r"(\d+)|\(n \+ (\d+)\)|(\d)\(n - 1\)|\((\d)\(n - 1\) \+ (\d)\)", above)
    assert found is not None
    plain, added, times, times_too, more = (int(part or 0) for part in found.groups())
    total = plain + (ratings + added) * bool(added) + (times + times_too) * (ratings - 1) + more
    return Fraction(total, ratings if below else 1)


@pytest.mark.parametrize("row", table("peer workers | staff"), ids=" ".join)
def test_each_group_is_one_voice(row: list[str]) -> None:
    peers, staff, *scores = row
    roles = roles_of(("peer-worker", len(peers.split())), ("staff", len(staff.split())))
    section = team_of(roles, {"a": f"{peers} {staff}"})
    found = [*(group["score"] for group in section["groups"]), section["score"], section["perspective_gap"]]
    assert [shown(number) for number in found] == scores


@pytest.mark.parametrize("row", table("side A"), ids=" ".join)
def test_sides_that_are_compared(row: list[str]) -> None:
    a, b, score_a, score_b, said = row
    names = [f"q{number}" for number, _ in enumerate(a.split())]
    framework = make_framework(make_section("s", *(make_indicator(name) for name in names)))
    one, other = (alone(framework, dict(zip(names, levels(text), strict=True))) for text in (a, b))
    scores = compared(one, other).frameworks[0].sections[0].scores
    assert [shown(float(score.value or 0)) for score in scores.sides] == [score_a, score_b]
    assert scores.is_about_the_same == (said == "about the same")


def test_the_words_name_the_bounds_of_the_code() -> None:
    assert f"under {float(SECTION_MOVES)} points apart, and a framework under {FRAMEWORK_MOVES}," in TEXT
    assert "**V = P · G / E**" in PLANNING
    assert "doubled in the weakest section" in PLANNING
    assert "small 1, medium 2, large 3; medium unless you say otherwise" in PLANNING
    assert (EFFORT["small"], EFFORT["medium"], EFFORT["large"], IN_WEAKEST, SMALLEST_GROUP) == (1, 2, 3, 2, 5)
