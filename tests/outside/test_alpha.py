"""The facilitator's figure against Krippendorff's own definition, worked out by hand-written loops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations
from random import Random

import pytest

from peerkit.cli.commands.report import agreement_figure
from peerkit.model.framework import Framework
from peerkit.model.report import AgreementFigure
from support.building import make_framework, make_indicator, make_section
from support.teams import assessments, roles_of, team_report

QUESTIONS = [f"q{number}" for number in range(14)]


def framework_of(names: Sequence[str]) -> Framework:
    return make_framework(make_section("all", *(make_indicator(name) for name in names)))


def figure(rows: Sequence[str]) -> AgreementFigure:
    framework = framework_of(QUESTIONS[: len(rows)])
    people = assessments(framework, roles_of(("staff", len(rows[0]))), dict(zip(QUESTIONS, rows, strict=False)))
    [result] = team_report(framework, people).frameworks
    return agreement_figure(result)


def by_definition(units: Sequence[Sequence[int]]) -> float:
    """Return 1 - observed / expected disagreement, from every pair of ratings of a unit and from every pair there is.

    The distance of two levels is the square of the ratings between them, half of each end left out (Krippendorff 2011, Computing
    Krippendorff's alpha-reliability, ordinal metric).
    """
    used = Counter(level for unit in units for level in unit)
    total = used.total()

    def distance(one: int, other: int) -> float:
        low, high = sorted((one, other))
        between = sum(used[level] for level in range(low, high + 1))
        return 0 if low == high else (between - (used[low] + used[high]) / 2) ** 2

    observed = sum(distance(*pair) / (len(unit) - 1) for unit in units for pair in permutations(unit, 2)) / total
    expected = sum(distance(one, other) * used[one] * used[other] for one in used for other in used) / (total * (total - 1))
    return 1 - observed / expected


def teams() -> Iterator[list[str]]:
    random = Random(7)
    for _ in range(40):
        people, questions = random.randint(6, 14), random.randint(11, 14)
        middles = [random.choice("01234") for _ in range(questions)]
        yield ["".join(random.choice([middle, middle, *"01234", "?"]) for _ in range(people)) for middle in middles]


@pytest.mark.parametrize("rows", list(teams()))
def test_alpha_is_what_the_definition_says(rows: list[str]) -> None:
    found = figure(rows)
    framework = framework_of(QUESTIONS[: len(rows)])
    people = assessments(framework, roles_of(("staff", len(rows[0]))), dict(zip(QUESTIONS, rows, strict=False)))
    [result] = team_report(framework, people).frameworks
    shown = [
        [level for level, number in enumerate(one.everyone.counts) for _ in range(number)]
        for section in result.sections
        for one in section.indicators
        if one.everyone and one.everyone.counts
    ]
    assert (found.questions, found.left_out) == (len(shown), len(rows) - len(shown))
    if len(shown) < 10:
        assert found.alpha is None
    else:
        assert found.alpha == pytest.approx(by_definition(shown))


def test_most_of_the_teams_above_have_a_figure() -> None:
    assert sum(figure(rows).alpha is not None for rows in teams()) > 25


def test_too_few_questions_give_no_figure() -> None:
    assert figure(["0123401234"] * 9).alpha is None
    assert figure(["0123401234"] * 10).alpha is not None
