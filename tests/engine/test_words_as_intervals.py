"""Words for a team's answers: what each stands for, from the answers of people to the scores, lanes and comparisons of a report."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from peerkit.engine.compare import compare, side_of
from peerkit.model.framework import Framework
from peerkit.model.report import TeamReport
from support.building import ends, make_framework, make_indicator, make_section
from support.teams import assessments, roles_of, team_report

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "words_as_intervals.yaml").read_text(encoding="utf-8"))


def of_staff(framework: Framework, rows: dict[str, str], **keys: Any) -> TeamReport:
    people = len(next(iter(rows.values())).replace(" ", ""))
    return team_report(framework, assessments(framework, roles_of(("staff", people)), rows), **keys)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['ratings']} border {case['border']}")
def test_words_and_their_points_from_answers(case: dict[str, Any]) -> None:
    minimum = case.get("minimum", 5)
    safety = case["border"] == 1 or minimum < 5
    framework = make_framework(make_section("s", make_indicator("a", safety=safety)))
    report = of_staff(framework, {"a": case["ratings"]}, minimum=minimum)

    [section] = report.frameworks[0].sections
    [result] = section.indicators
    assert result.everyone is not None
    assert (result.everyone.alike or "counts") == case["shown"]
    assert section.score.ends == ends(Fraction(case["low"]), Fraction(case["high"]))
    assert (result.lane == "safety") is case.get("alarm", False)


def test_words_beside_counts_make_a_section_an_interval() -> None:
    framework = make_framework(make_section("s", *map(make_indicator, "abc")))
    report = of_staff(framework, {"a": "22222", "b": "33330", "c": "11233"})

    assert report.frameworks[0].sections[0].score.ends == ends(Fraction(110, 3), 70)


def section_of(level: str, *, safety: bool) -> TeamReport:
    """Return the report of a team of twelve in two roles that all say the same to everything."""
    framework = make_framework(make_section("s", *(make_indicator(name, safety=safety) for name in "abc")))
    people = assessments(framework, roles_of(("peer-worker", 6), ("staff", 6)), dict.fromkeys("abc", level * 12))
    return team_report(framework, people)


@pytest.mark.parametrize("safety", [False, True])
def test_a_team_that_is_all_partly_holds_50_and_has_no_matter_of_safety(safety: bool) -> None:
    report = section_of("2", safety=safety)

    [section] = report.frameworks[0].sections
    assert section.score.low is not None
    assert section.score.high is not None
    assert section.score.low <= 50 <= section.score.high
    assert "safety" not in [result.lane for result in section.indicators]


def test_a_team_that_is_all_not_yet_has_a_matter_of_safety_in_every_question_about_it() -> None:
    lanes = [result.lane for result in section_of("0", safety=True).indicators()]
    assert lanes == ["safety"] * 3


def test_a_team_that_is_all_built_in_reads_60_or_more_where_nothing_is_about_safety() -> None:
    [section] = section_of("4", safety=False).frameworks[0].sections
    assert section.score.low is not None
    assert section.score.low >= 60


def test_a_point_against_words_does_not_tell() -> None:
    framework = make_framework(make_section("s", *map(make_indicator, "ab")))
    words, points = (of_staff(framework, dict.fromkeys("ab", row)) for row in ("22222", "11123"))
    sides = [side_of(report, {"f": "1.0.0"}, "2026-11-21") for report in (words, points)]
    [section] = compare(sides, "2026-11-21").frameworks[0].sections

    assert section.scores.ends == (ends(0, 60), ends(40, 40))
    assert section.scores.apart == ends(0, 40)
    assert section.scores.is_about_the_same is None


def test_where_all_of_what_lies_between_is_to_one_side_that_is_said() -> None:
    framework = make_framework(make_section("s", *map(make_indicator, "ab")))
    low, high = (of_staff(framework, dict.fromkeys("ab", row)) for row in ("00011", "44443"))
    mixed = of_staff(framework, {"a": "11122", "b": "11122"})
    named = {"low": low, "high": high, "mixed": mixed}

    def told(first: str, second: str) -> bool | None:
        sides = [side_of(named[name], {"f": "1.0.0"}, "2026-11-21") for name in (first, second)]
        return compare(sides, "2026-11-21").frameworks[0].sections[0].scores.is_about_the_same

    assert told("low", "high") is None
    assert told("mixed", "high") is False
    assert told("low", "low") is None


def test_a_question_that_is_tied_to_one_about_safety_has_its_border() -> None:
    framework = make_framework(make_section("s", *map(make_indicator, "ab")))
    report = of_staff(framework, dict.fromkeys("ab", "22222"), tied=frozenset({"f/a"}))

    assert [result.everyone.alike for result in report.indicators() if result.everyone] == ["partly-or-higher", "partly-or-lower"]
