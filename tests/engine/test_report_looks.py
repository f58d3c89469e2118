from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Assessment, Evidence, Given
from peerkit.model.framework import Framework
from peerkit.model.report import ManyNotApplicable, NoExample, OneLevel, OnlyPolicy, Report, ThemeApart
from support.building import make_assessment, make_fact, make_framework, make_indicator, make_section
from support.scored import Part, nouns
from support.strategies import parts

DATE = "2026-11-21"


def of_one(*given: Given, **keys: Any) -> Report:
    """Return a report on one section in which these answers were given, all with the same words beside them."""
    framework = make_framework(make_section("s", *(make_indicator(f"q{number}") for number in range(len(given)))))
    answers = {f"f/q{number}": Answer(ask="We do it.", answer=answer, **keys) for number, answer in enumerate(given)}
    return make_report([framework], replace(make_assessment(), answers=answers), DATE)


def evidence(*kinds: Any) -> tuple[Evidence, ...]:
    return tuple(Evidence(kind=kind, text="It is there.") for kind in kinds)


def test_a_high_claim_without_note_and_evidence_is_asked_for_an_example() -> None:
    [look] = of_one(4, 2, 3, "dont-know").looks

    assert isinstance(look, NoExample)
    assert [one.address for one in look.results] == ["f/q0", "f/q2"]


@pytest.mark.parametrize(
    ("level", "keys"),
    [(2, {}), (0, {}), ("skipped", {}), (3, {"note": "On Monday."}), (4, {"evidence": evidence("testimony")})],
)
def test_a_low_answer_or_one_with_an_example_is_asked_for_none(level: Given, keys: Any) -> None:
    assert of_one(level, **keys).looks == ()


def test_a_note_of_spaces_is_no_example() -> None:
    assert [type(look) for look in of_one(4, note=" \n").looks] == [NoExample]


@pytest.mark.parametrize("kinds", [("policy",), ("policy", "policy")])
def test_a_high_claim_with_nothing_but_policies_is_asked_whether_it_is_done(kinds: tuple[str, ...]) -> None:
    [look] = of_one(3, evidence=evidence(*kinds), note="See there.").looks

    assert isinstance(look, OnlyPolicy)
    assert [one.address for one in look.results] == ["f/q0"]


@pytest.mark.parametrize(("level", "kinds"), [(2, ("policy",)), (4, ("policy", "record")), (4, ("roster",))])
def test_a_low_claim_or_one_with_more_than_a_policy_is_not(level: int, kinds: tuple[str, ...]) -> None:
    assert of_one(level, evidence=evidence(*kinds)).looks == ()


def two(first: tuple[Given, ...], second: tuple[Given, ...]) -> tuple[list[Framework], Assessment]:
    """Return two frameworks whose questions all have one theme, and answers to them with notes."""
    frameworks = [
        make_framework(make_section("s", *(make_indicator(f"q{number}", themes=("power",)) for number in range(len(given)))), name=name)
        for name, given in (("f", first), ("g", second))
    ]
    answers = {
        f"{name}/q{number}": Answer(ask="We do it.", answer=answer, note="So.")
        for name, given in (("f", first), ("g", second))
        for number, answer in enumerate(given)
    }
    return frameworks, replace(make_assessment(), answers=answers)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ((3,), (1,), True),
        ((0, 2), (4, 2, 3), True),
        ((4, 2, "dont-know"), (1, "skipped"), True),
        ((4, 1), (1,), False),
        ((3,), (2, 1), False),
        ((4,), (3,), False),
        ((4,), ("dont-know",), False),
    ],
)
def test_a_theme_stands_apart_when_its_means_do(first: tuple[Given, ...], second: tuple[Given, ...], apart: bool) -> None:
    frameworks, assessment = two(first, second)

    looks = make_report(frameworks, assessment, DATE).looks

    assert [type(look) for look in looks] == [ThemeApart] * apart


def test_a_theme_apart_names_where_it_is_high_and_where_it_is_low() -> None:
    frameworks, assessment = two((1,), (4,))

    [look] = make_report(frameworks, assessment, DATE).looks

    assert look == ThemeApart("power", high=(frameworks[1],), low=(frameworks[0],))


@pytest.mark.parametrize(
    ("number", "asked", "many"), [(3, 12, True), (3, 13, False), (2, 2, False), (2, 8, False), (3, 3, True), (5, 20, True)]
)
def test_does_not_apply_is_many_from_three_questions_and_a_quarter(number: int, asked: int, many: bool) -> None:
    given: list[Given] = ["not-applicable" if place < number else "dont-know" for place in range(asked)]

    looks = of_one(*given).looks

    assert [(look.number, look.asked) for look in looks if isinstance(look, ManyNotApplicable)] == [(number, asked)] * many
    assert len(looks) == many


def test_what_the_facts_hide_is_not_asked_and_what_no_section_shows_still_counts() -> None:
    away = make_section("away", *(make_indicator(f"n{number}") for number in range(3)))
    hidden = make_section("hidden", *(make_indicator(f"h{number}", only_if={"big": True}) for number in range(9)))
    framework = make_framework(away, hidden, make_section("s", make_indicator("q")), facts=(make_fact("big", False),))
    assessment = make_assessment({"f/q": 1, **{f"f/n{number}": "not-applicable" for number in range(3)}})

    report = make_report([framework], assessment, DATE)

    assert [one.section.id for one in report.frameworks[0].sections] == ["s"]
    assert report.looks == (ManyNotApplicable(framework, 3, 4),)


@pytest.mark.parametrize(
    ("given", "level"),
    [((2, 2, 2), 2), ((0, 0, 0, "dont-know"), 0), ((2, 2), None), ((2, 2, 1), None), ((2, "skipped", "skipped"), None)],
)
def test_one_level_throughout_is_worth_a_look_from_three_ratings(given: tuple[Given, ...], level: int | None) -> None:
    report = of_one(*given)

    framework = report.frameworks[0].framework
    assert report.looks == (() if level is None else (OneLevel(framework, framework.sections[0], level),))


def test_the_looks_come_in_a_settled_order() -> None:
    report = of_one(4, 4, 4, "not-applicable", "not-applicable", "not-applicable")

    assert [type(look) for look in report.looks] == [NoExample, ManyNotApplicable, OneLevel]


@given(parts())
def test_a_look_changes_no_number(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    told = replace(assessment, answers={name: replace(one, note="For example.") for name, one in assessment.answers.items()})

    plain, with_notes = (make_report([framework], one, DATE) for one in (assessment, told))

    assert [one.score for one in plain.frameworks] == [one.score for one in with_notes.frameworks]
    assert not any(isinstance(look, NoExample) for look in with_notes.looks)
    claims = [one for one in plain.indicators() if (one.level or 0) >= 3]
    assert [one.address for look in plain.looks if isinstance(look, NoExample) for one in look.results] == [one.address for one in claims]
