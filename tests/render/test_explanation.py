from __future__ import annotations

import re

import pytest

from peerkit.engine.scores.explanation import explain
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Given
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from render.samples import DATE, group_report, solo_report
from support.rendering import text_of
from support.scored import Item, Part, nouns


def lines_of(report: Report, target: str) -> list[str]:
    return text_of("explanation", explain(report, target), "terminal", RenderContext(1_000, plain=True)).splitlines()


def section_lines(*given: Given | None, weights: tuple[int, ...] = ()) -> list[str]:
    items = [Item(f"q{number}", answer, weights[number] if weights else 1) for number, answer in enumerate(given)]
    framework, assessment = nouns([Part("s", tuple(items))])
    return lines_of(make_report([framework], assessment, DATE), "f/s")


def test_a_section_is_a_sum_a_fraction_and_a_score() -> None:
    lines = section_lines(3, 2, 4, "dont-know")

    assert lines[:2] == ["How this score came about: S", "75 of 100, 3 of 4 answered."]
    assert "(3 + 2 + 4) of 12 possible points = 9/12 = 75." in lines
    assert "All open at Not yet: 9/16 = 56 (rounded)" in lines
    assert "All open at Built in: 13/16 = 81 (rounded)" in lines
    assert "Answering the one open question would put the score between 56 and 81." in lines


@pytest.mark.parametrize(
    ("given", "weights", "line"),
    [
        ((4, 0, 2), (3, 1, 0), "(3 × 4 + 0) of 16 possible points = 12/16 = 75."),  # noqa: RUF001
        ((3, "not-applicable"), (1, 1), "3 of 4 possible points = 3/4 = 75."),
        ((3, 2, "not-applicable", "dont-know"), (1, 1, 1, 1), "(3 + 2) of 8 possible points = 5/8 = 63 (rounded)."),
        ((3, 2, None, None), (1, 1, 1, 1), "(3 + 2) of 8 possible points = 5/8, too few answers for a score."),
        ((4, 4, None), (0, 0, 1), "There is nothing to add up: no answer on the scale carries weight."),
    ],
)
def test_the_sum_shows_weights_and_stops_where_no_score_may_be_said(
    given: tuple[Given | None, ...], weights: tuple[int, ...], line: str
) -> None:
    assert line in section_lines(*given, weights=weights)


@pytest.mark.parametrize(
    ("given", "weights", "line"),
    [
        ((3, 2, None, None), (1, 1, 1, 1), "It takes 3 of 4 answers on the scale; two are there."),
        ((3, None), (1, 1), "It takes 2 of 2 answers on the scale; one is there."),
        ((None, None), (1, 1), "It takes 2 of 2 answers on the scale; none is there yet."),
        ((4, 4, None), (0, 0, 1), "The questions that are answered carry no weight."),
    ],
)
def test_where_there_is_no_score_the_reason_stands_there(given: tuple[Given | None, ...], weights: tuple[int, ...], line: str) -> None:
    lines = section_lines(*given, weights=weights)

    assert lines[lines.index("Why there is no score.") + 1] == line


@pytest.mark.parametrize(
    ("given", "weights", "line"),
    [
        ((3, 3), (1, 1), "Nothing that is open could move the score."),
        ((3, 3, None), (1, 1, 0), "Nothing that is open could move the score."),
        ((3, 3, None, "skipped"), (1, 1, 1, 1), "Answering the two open questions would put the score between 38 and 88."),
        ((3,), (0,), "The questions here carry no weight: there is no range, and the section leaves the framework's sums."),
    ],
)
def test_the_range_says_what_could_change(given: tuple[Given | None, ...], weights: tuple[int, ...], line: str) -> None:
    assert section_lines(*given, weights=weights)[-1] == line


@pytest.mark.parametrize(
    ("given", "weight", "standing"),
    [
        (3, 1, "Mostly: 3 of 4 points."),
        (3, 2, "Mostly: 3 × weight 2 = 6 of 8 points."),  # noqa: RUF001
        (3, 0, "Mostly: weight 0, adds nothing."),
        ("dont-know", 2, "Don't know: open, anything from 0 to 8 points."),
        ("skipped", 0, "Skipped: weight 0, adds nothing."),
        (None, 1, "Unanswered: open, anything from 0 to 4 points."),
        ("not-applicable", 1, "Does not apply: left out of every sum."),
    ],
)
def test_every_question_says_what_it_adds(given: Given | None, weight: int, standing: str) -> None:
    assert standing in section_lines(given, 2, weights=(weight, 1))


def test_a_framework_weighs_its_sections() -> None:
    lines = lines_of(group_report(), "house")

    assert "(1 × 125/2 + 1 × 50 + 2 × 25 + 1 × 75 + 1 × 50) / 6 = 575/12 = 48 (rounded)." in lines  # noqa: RUF001
    assert "50, weight 1, from 1 of 2 answers, too few to show it by itself." in lines
    assert "Pay: peerkit explain FILE house/pay" in lines


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (
            [Part("s", (Item("a", 3),)), Part("t", (Item("b", None),))],
            "A score needs an answer on the scale in every section. There is none that counts in T.",
        ),
        (
            [Part("s", (Item("a", 3), Item("b", None), Item("c", None), Item("d", None)))],
            "It takes 3 of 4 answers on the scale; one is there.",
        ),
    ],
)
def test_a_framework_without_a_score_says_why(parts: list[Part], line: str) -> None:
    framework, assessment = nouns(parts)

    lines = lines_of(make_report([framework], assessment, DATE), "f")

    assert lines[lines.index("Why there is no score.") + 1] == line


def test_a_framework_without_weight_says_so() -> None:
    framework, assessment = nouns([Part("s", (Item("a", 3, weight=0),))])

    lines = lines_of(make_report([framework], assessment, DATE), "f")

    assert "No weight in its questions: left out of the sum." in lines
    assert "No score: the questions here carry no weight." in lines


@pytest.mark.parametrize(
    ("target", "lane", "why"),
    [
        ("house/supervision", "Safety first", "It is marked as a safety matter and stands at Not yet or Starting."),
        ("house/fair-pay", "Act", "It is below its goal, and it was said to matter most."),
        ("house/quiet-room", "Plan", "It is below its goal."),
        ("house/open-door", "Protect", "It is at its goal, and it was said to matter most."),
        ("house/no-papers", "Keep", "It is at its goal."),
        ("house/neighbours", "Find out", "The answer was that this cannot be seen from there. Who could tell?"),
        ("house/both-ways", "none", "A question without an answer on the scale is no gap and has no place in the list."),
        ("house/risk-talk", "none", "A question without an answer on the scale is no gap and has no place in the list."),
        ("house/street-walk", "none", "A question without an answer on the scale is no gap and has no place in the list."),
    ],
)
def test_a_question_says_which_lane_it_is_in_and_why(target: str, lane: str, why: str) -> None:
    lines = lines_of(group_report(), target)

    assert f"Lane: {lane}" in lines
    assert lines[lines.index("Why it stands there.") + 1] == why


@pytest.mark.parametrize(
    ("target", "formula"),
    [
        ("house/fair-pay", "100 × gap 2/4 × importance 3/3 = 50."),  # noqa: RUF001
        ("house/own-pace", "100 × gap 1/4 × importance 3/3 = 25."),  # noqa: RUF001
        ("house/training", "100 × gap 1/4 × importance 2/3 = 17 (rounded)."),  # noqa: RUF001
        ("house/open-door", "100 × gap 0/4 × importance 3/3 = 0."),  # noqa: RUF001
    ],
)
def test_the_place_in_the_list_is_a_formula(target: str, formula: str) -> None:
    lines = lines_of(solo_report(), target)

    assert f"{formula} It orders the list and changes no score." in lines


@pytest.mark.parametrize(
    ("target", "gap"), [("house/fair-pay", "two levels"), ("house/own-pace", "one level"), ("house/no-papers", "none")]
)
def test_the_gap_is_said_in_words(target: str, gap: str) -> None:
    assert f"Gap: {gap}" in lines_of(group_report(), target)


def test_a_frameworks_range_is_taken_apart_like_its_score() -> None:
    lines = lines_of(group_report(), "house")

    start = lines.index("The range.")
    assert lines[start + 1 : start + 4] == [
        "All open at Not yet: (1 × 125/2 + 1 × 100/3 + 2 × 25 + 1 × 225/4 + 1 × 25) / 6 = 2725/72 = 38 (rounded)",  # noqa: RUF001
        "All open at Built in: (1 × 125/2 + 1 × 200/3 + 2 × 25 + 1 × 325/4 + 1 × 75) / 6 = 4025/72 = 56 (rounded)",  # noqa: RUF001
        "Answering the three open questions would put the score between 38 and 56.",
    ]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        ([Part("s", (Item("a", 3), Item("b", 1)))], "Nothing that is open could move the score."),
        (
            [Part("s", (Item("a", 3),)), Part("t", (Item("b", None),))],
            "Answering the one open question would put the score between 38 and 88.",
        ),
    ],
)
def test_a_frameworks_range_says_what_would_change_it(parts: list[Part], line: str) -> None:
    framework, assessment = nouns(parts)

    lines = lines_of(make_report([framework], assessment, DATE), "f")

    assert line in lines[lines.index("The range.") : lines.index("Look closer.")]


@pytest.mark.parametrize(
    ("target", "line"),
    [
        ("house/supervision", "At Partly, 63 of 100. Now: 50 of 100."),
        ("house/looking-back", "At Built in, 92 of 100. Now: 75 of 100."),
        ("house/neighbours", "At Not yet, 25 of 100; at Built in, 75 of 100. Now: not enough answers (1 of 2)."),
        ("house/risk-talk", "At Not yet, 33 of 100; at Built in, 67 of 100. Now: 50 of 100."),
        ("house/open-door", "It is at the highest level. Now: 63 of 100."),
        ("house/street-walk", "An answer on the scale would bring the question into the sums."),
        ("house/counting", "Its weight is 0: no answer to it changes the score."),
    ],
)
def test_a_question_says_what_another_answer_would_change(target: str, line: str) -> None:
    lines = lines_of(group_report(), target)

    assert lines[lines.index("What would change the section's score.") + 1] == line


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("target", ["house", "house/learning", "house/supervision"])
def test_the_drawn_and_the_plain_form_say_the_same_words(target: str, width: int) -> None:
    forms = [
        text_of("explanation", explain(group_report(), target), "terminal", RenderContext(width, plain=plain)) for plain in (True, False)
    ]

    plain, drawn = (set(re.findall("[a-z]{3,}", form.casefold())) for form in forms)
    assert plain == drawn
