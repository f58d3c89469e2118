from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

import peerkit
from peerkit.engine.scores.arithmetic import answers_needed, section_score, weakest
from peerkit.engine.scores.report import framework_result, make_report
from peerkit.model.answers import Given
from peerkit.model.result import Counts, FrameworkResult, Score
from peerkit.model.scale import whole_points
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.scored import Item, Part, nouns, pairs, result_of, with_item
from support.strategies import LEVELS, UNKNOWN, WEIGHTS, items, parts, parts_with

CASES = sorted((Path(__file__).parent.parent / "cases" / "scoring").glob("*.yaml"))


def number(written: object) -> Fraction | None:
    return None if written in ("none", "not enough") else Fraction(str(written))


def part_of(case: Mapping[str, Any], position: int) -> Part:
    given = [None if answer == "unanswered" else answer for answer in case["answers"]]
    weights = case.get("weights", [1] * len(given))
    rows = tuple(Item(f"s{position}-{row}", answer, weight) for row, (answer, weight) in enumerate(zip(given, weights, strict=True)))
    return Part(f"s{position}", rows, case.get("weight", 1))


def numbers(score: Score) -> dict[str, Fraction | None]:
    return {"score": score.value, "mean": score.mean, "low": score.least, "high": score.most}


def expected(case: Mapping[str, Any]) -> dict[str, Fraction | None]:
    return {key: number(case.get(key, case["score"])) for key in ("score", "mean", "low", "high")}


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_score_is_the_one_in_the_case_file(file: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    described = [part_of(section, position) for position, section in enumerate(case["sections"], start=1)]

    result = result_of(described)

    shown = [(part.name, section) for part, section in zip(described, case["sections"], strict=True) if not section.get("absent")]
    assert [one.section.id for one in result.sections] == [name for name, _ in shown]
    for one, (_, section) in zip(result.sections, shown, strict=True):
        assert numbers(one.score) == expected(section)
        assert f"{one.score.counts.rated} of {one.score.counts.applicable}" == section["answered"]
    if "framework" in case:
        assert numbers(result.score) == expected(case["framework"])
        assert (result.weakest or "none") == case["framework"]["weakest"]


def test_there_are_case_files() -> None:
    assert len(CASES) >= 7


# The rules that hold for every input: at section level, then through the report for a framework.


@given(items(), st.randoms(use_true_random=False))
def test_the_order_of_indicators_changes_no_number_of_a_section(rows: tuple[Item, ...], chance: Any) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    assert section_score(pairs(mixed)) == section_score(pairs(rows))


@given(parts(), st.randoms(use_true_random=False))
def test_the_order_of_sections_and_indicators_changes_no_number_of_a_report(described: list[Part], chance: Any) -> None:
    mixed = [replace(part, items=tuple(chance.sample(part.items, len(part.items)))) for part in described]
    chance.shuffle(mixed)
    framework, assessment = nouns(described)
    other, _ = nouns(mixed)

    before, after = (make_report([one], assessment, "2026-11-21").frameworks[0] for one in (framework, other))

    assert (after.score, after.weakest) == (before.score, before.weakest)
    assert scores_by_id(after) == scores_by_id(before)


def scores_by_id(result: FrameworkResult) -> dict[str, Score]:
    return {one.section.id: one.score for one in result.sections}


def none_fell(before: Score, after: Score) -> bool:
    return all(
        old is not None and new is not None and old <= new
        for old, new in ((before.least, after.least), (before.most, after.most), (before.mean, after.mean), (before.value, after.value))
        if old is not None or new is not None
    )


@given(items(least=0), st.integers(0, 3), WEIGHTS)
def test_raising_a_level_lowers_no_number_of_a_section(rows: tuple[Item, ...], level: int, weight: int) -> None:
    before, after = (section_score([*pairs(rows), (weight, reached)]) for reached in (level, level + 1))
    assert none_fell(before, after)


@given(parts_with(st.integers(0, 3)))
def test_raising_a_level_lowers_no_number_of_a_framework(drawn: tuple[list[Part], Item]) -> None:
    described, item = drawn
    assert isinstance(item.answer, int)
    raised = with_item(described, item.name, item.answer + 1)
    assert none_fell(result_of(described).score, result_of(raised).score)


def without_counts(score: Score) -> Score:
    return replace(score, counts=replace(score.counts, in_scope=0, not_applicable=0))


@given(items(), WEIGHTS)
def test_one_more_that_does_not_apply_changes_nothing_in_a_section(rows: tuple[Item, ...], weight: int) -> None:
    before, after = section_score(pairs(rows)), section_score([*pairs(rows), (weight, "not-applicable")])
    assert without_counts(after) == without_counts(before)
    assert after.counts.applicable == before.counts.applicable


@given(parts(), WEIGHTS, st.integers(1, 5))
def test_one_more_that_does_not_apply_changes_nothing_in_a_framework(described: list[Part], weight: int, section_weight: int) -> None:
    extra = Item("extra", "not-applicable", weight)
    in_a_section = [replace(described[0], items=(extra, *described[0].items)), *described[1:]]
    in_its_own = [*described, Part("alone", (extra,), section_weight)]

    before = result_of(described)

    for after in (result_of(in_a_section), result_of(in_its_own)):
        assert without_counts(after.score) == without_counts(before.score)
        assert after.weakest == before.weakest
        assert [one.section.id for one in after.sections] == [one.section.id for one in before.sections]


@given(items(), st.integers(1, 1_000))
def test_all_weights_times_k_change_no_number_of_a_section(rows: tuple[Item, ...], k: int) -> None:
    heavier = [replace(row, weight=row.weight * k) for row in rows]
    assert section_score(pairs(heavier)) == section_score(pairs(rows))


@given(parts(), st.integers(1, 1_000))
def test_all_weights_times_k_change_no_number_of_a_framework(described: list[Part], k: int) -> None:
    heavier = [Part(part.name, tuple(replace(item, weight=item.weight * k) for item in part.items), part.weight * k) for part in described]
    before, after = result_of(described), result_of(heavier)
    assert (after.score, after.weakest, scores_by_id(after)) == (before.score, before.weakest, scores_by_id(before))


def lies_within_its_range(score: Score) -> bool:
    if score.least is None or score.most is None:
        return score.mean is None and not score.enough
    return 0 <= score.least <= score.most <= 100 and (score.mean is None or score.least <= score.mean <= score.most)


@given(parts())
def test_every_score_lies_within_its_range(described: list[Part]) -> None:
    result = result_of(described)
    assert all(lies_within_its_range(score) for score in (result.score, *scores_by_id(result).values()))


def width(score: Score) -> Fraction:
    return Fraction(0) if score.least is None or score.most is None else score.most - score.least


@given(items(least=0), UNKNOWN, LEVELS, WEIGHTS)
def test_answering_an_unknown_never_widens_the_range_of_a_section(rows: tuple[Item, ...], unknown: Any, level: int, weight: int) -> None:
    before, after = (section_score([*pairs(rows), (weight, reply)]) for reply in (unknown, level))
    assert width(after) <= width(before)


@given(parts_with(UNKNOWN), LEVELS)
def test_answering_an_unknown_never_widens_the_range_of_a_framework(drawn: tuple[list[Part], Item], level: int) -> None:
    described, item = drawn
    assert width(result_of(with_item(described, item.name, level)).score) <= width(result_of(described).score)


@given(parts_with(LEVELS))
def test_taking_a_rating_back_to_dont_know_never_raises_low(drawn: tuple[list[Part], Item]) -> None:
    described, item = drawn
    before, after = result_of(described), result_of(with_item(described, item.name, "dont-know"))
    for old, new in ((before.score, after.score), *zip(scores_by_id(before).values(), scores_by_id(after).values(), strict=True)):
        assert new.least == old.least or (new.least is not None and old.least is not None and new.least < old.least)


@given(parts())
def test_the_range_is_reached_when_every_unknown_turns_out_worst_or_best(described: list[Part]) -> None:
    unknown = [item.name for part in described for item in part.items if item.answer in ("dont-know", "skipped", None)]
    worst = best = described
    for name in unknown:
        worst, best = with_item(worst, name, 0), with_item(best, name, 4)
    score = result_of(described).score
    assert (result_of(worst).score.mean, result_of(best).score.mean) == (score.least, score.most)


# Traps found in real tools.


def test_weight_zero_is_not_treated_as_one() -> None:
    assert section_score([(0, 0), (1, 4)]).mean == 100


def test_a_score_is_not_truncated_to_a_whole_number() -> None:
    assert section_score([(1, 1), (1, 0), (1, 0)]).mean == Fraction(25, 3)
    assert section_score([(1, 2), (1, 1), (1, 0)]).mean == 25


def test_every_number_is_an_exact_fraction() -> None:
    result = result_of([Part("a", (Item("a1", 1), Item("a2", 0), Item("a3", None)))])
    for score in (result.score, result.sections[0].score):
        assert [type(value) for value in (score.mean, score.least, score.most)] == [Fraction] * 3


@pytest.mark.parametrize("blank", [None, "dont-know", "skipped"], ids=["unanswered", "dont-know", "skipped"])
def test_a_blank_counts_neither_as_the_best_nor_as_the_worst_answer_and_spoils_no_total(blank: Given | None) -> None:
    score = section_score([(1, 2), (1, 3), (1, blank)])
    assert (score.value, score.least, score.most) == (Fraction(125, 2), Fraction(125, 3), Fraction(75))


def test_a_blank_of_any_weight_leaves_the_score_where_it_is() -> None:
    assert section_score([(1, 3), (1_000_000, None), (1, 1)]).mean == 50


def test_answers_are_matched_by_address_and_not_by_position() -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b"), make_indicator("c")))
    assessment = make_assessment({"other/a": 0, "f/c": 4, "f/a": 1, "g/b": 3})
    levels = {one.indicator.id: one.level for one in framework_result(framework, assessment).sections[0].indicators}
    assert levels == {"a": 1, "b": None, "c": 4}


def test_an_answer_to_a_question_out_of_scope_adds_nothing() -> None:
    framework = make_framework(make_section("s", make_indicator("a", core=True), make_indicator("b"), make_indicator("c", core=True)))
    assessment = make_assessment({"f/a": 4, "f/b": 0, "f/c": 4, "f/gone": 0}, set="quick")
    score = framework_result(framework, assessment).score
    assert (score.value, score.counts) == (Fraction(100), Counts(in_scope=2, rated=2))


@given(items(least=0), WEIGHTS)
def test_dont_know_lifts_neither_the_score_nor_its_low(rows: tuple[Item, ...], weight: int) -> None:
    before, after = section_score(pairs(rows)), section_score([*pairs(rows), (weight, "dont-know")])
    assert after.mean == before.mean
    assert before.least is None or (after.least is not None and after.least <= before.least)


@given(parts())
def test_the_report_and_the_scorer_agree_on_every_section(described: list[Part]) -> None:
    reported = scores_by_id(make_report([nouns(described)[0]], nouns(described)[1], "2026-11-21").frameworks[0])
    scored = {part.name: section_score(pairs(part.items)) for part in described}
    assert reported == {name: score for name, score in scored.items() if score.counts.applicable}


def test_scores_are_made_in_one_module_only() -> None:
    source = Path(peerkit.__file__).parent
    makers = {
        file.relative_to(source).as_posix()
        for file in source.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "Score"
    }
    assert makers == {"engine/scores/arithmetic.py"}


def test_an_empty_group_is_left_out_and_not_averaged_as_zero() -> None:
    rated = Part("a", (Item("a1", 4), Item("a2", 4)))
    empty = Part("b", (Item("b1", "not-applicable"),), weight=50)
    assert result_of([rated, empty]).score.value == 100


def test_no_answers_at_all_give_no_number() -> None:
    assert section_score([]) == Score(low=None, high=None, enough=False)


# Enough, weakest, display.


@pytest.mark.parametrize(
    ("applicable", "needed"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (5, 4), (6, 4), (7, 5), (8, 6), (9, 6), (10, 7), (100, 67)]
)
def test_two_thirds_of_the_applicable_questions_must_be_rated_and_two_at_least(applicable: int, needed: int) -> None:
    assert answers_needed(applicable) == needed


@pytest.mark.parametrize("applicable", range(1, 13))
def test_one_rating_more_or_less_decides_whether_a_score_is_shown(applicable: int) -> None:
    needed = answers_needed(applicable)
    rated: list[tuple[int, Given | None]] = [(1, 2)] * needed
    assert section_score(rated + [(1, None)] * (applicable - needed)).value == 50
    assert section_score(rated[1:] + [(1, None)] * (applicable - needed + 1)).value is None


def test_ratings_without_weight_count_towards_enough() -> None:
    assert section_score([(1, 4), (0, 0), (1, None)]).value == 100


def test_a_framework_needs_two_thirds_over_all_sections_that_have_a_range() -> None:
    weightless = Part("w", tuple(Item(f"w{row}", None, 0) for row in range(9)))
    rated = Part("r", (Item("r1", 4), Item("r2", 2)))
    assert result_of([weightless, rated]).score.value == 75


def test_a_framework_of_one_question_is_scored_by_it() -> None:
    assert result_of([Part("a", (Item("a1", 3),))]).score.value == 75


def shown(value: int | Fraction | None) -> Score:
    exact = None if value is None else Fraction(value)
    return Score(low=exact, high=exact, enough=value is not None)


@pytest.mark.parametrize(
    ("sections", "name"),
    [
        ([], None),
        ([("a", 50)], None),
        ([("a", 50), ("b", None)], None),
        ([("a", 50), ("b", 50)], None),
        ([("a", 50), ("b", 49)], "b"),
        ([("b", 10), ("a", 10), ("c", 11)], "a"),
        ([("a", 50), ("b", None), ("c", 75)], "a"),
        ([("a", Fraction(100, 3)), ("b", Fraction(333, 10))], "b"),
    ],
)
def test_the_weakest_section_is_the_lowest_shown(sections: list[tuple[str, int | Fraction | None]], name: str | None) -> None:
    assert weakest((section, shown(value)) for section, value in sections) == name


def test_a_mean_that_is_not_shown_is_never_the_weakest() -> None:
    low_but_thin = replace(shown(1), enough=False)
    assert weakest([("a", low_but_thin), ("b", shown(50)), ("c", shown(60))]) == "b"


@pytest.mark.parametrize(
    ("exact", "points"),
    [
        ("0", 0),
        ("1/2", 1),
        ("5/2", 3),
        ("7/2", 4),
        ("125/2", 63),
        ("199/400", 0),
        ("62499999999999999999999/1000000000000000000000", 62),
        ("99.5", 100),
        ("100", 100),
    ],
)
def test_points_are_rounded_half_up_from_the_exact_value(exact: str, points: int) -> None:
    assert whole_points(Fraction(exact)) == points


@given(parts())
def test_counts_add_up(described: list[Part]) -> None:
    result = result_of(described)
    for counts in (result.score.counts, *(score.counts for score in scores_by_id(result).values())):
        answered = counts.rated + counts.dont_know + counts.skipped + counts.unanswered
        assert (counts.applicable, counts.in_scope) == (answered, answered + counts.not_applicable)
    assume(result.sections)
    assert result.score.counts.applicable == sum(item.answer != "not-applicable" for part in described for item in part.items)
