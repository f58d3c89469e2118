"""What a report of so many people could show: the gate says it, of heads alone."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team.forecast import look_ahead
from peerkit.model.collection import Forecast, Step
from peerkit.model.scale import ROLES, Role
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.teams import assessments, roles_of, team_report

FRAMEWORK = make_framework(
    make_section("s", make_indicator("a"), make_indicator("b")),
    make_section("t", make_indicator("c", voices=("participant",)), make_indicator("d", voices=("participant",))),
)


def ahead(people: Mapping[Role, int]) -> Forecast:
    return look_ahead([FRAMEWORK], make_assessment(), people)


def shown(people: Mapping[Role, int]) -> tuple[int, int, int, int, int]:
    """Return the sections, those shown and those with groups side by side, the questions and those shown."""
    [it] = ahead(people).frameworks
    return it.sections, it.sections_shown, it.sections_apart, it.questions, it.questions_shown


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ({"peer-worker": 4}, (1, 0, 0, 2, 0)),
        ({"peer-worker": 3, "staff": 2}, (1, 1, 0, 2, 2)),
        ({"peer-worker": 5, "staff": 5}, (1, 1, 1, 2, 2)),
        ({"peer-worker": 5, "participant": 3}, (2, 1, 0, 4, 2)),
        ({"peer-worker": 5, "participant": 5}, (2, 2, 1, 4, 4)),
    ],
)
def test_what_could_be_shown_hangs_on_heads_and_on_who_is_asked(people: dict[Role, int], expected: tuple[int, ...]) -> None:
    assert shown(people) == expected


def test_it_is_said_with_how_many_more_of_which_role_more_would_be_shown() -> None:
    assert ahead({"peer-worker": 3, "staff": 1}).steps[0] == Step("peer-worker", 1, 1, 0)
    assert Step("participant", 2, 1, 1) in ahead({"peer-worker": 5, "participant": 3}).steps
    assert ahead({"peer-worker": 5, "staff": 4}).steps[0] == Step("staff", 1, 0, 1)


def test_nobody_is_asked_to_bring_people_who_would_rather_not_say_who_they_are() -> None:
    assert "not-said" not in {step.role for step in ahead({"not-said": 4}).steps}


@given(people=st.dictionaries(st.sampled_from(ROLES), st.integers(1, 7), min_size=1, max_size=4), data=st.data())
def test_no_report_of_so_many_people_shows_more(people: dict[Role, int], data: st.DataObject) -> None:
    roles = roles_of(*((role, people[role]) for role in ROLES if role in people))
    if len(roles) < 2:
        return
    rows = {name: data.draw(st.text("01234?-.", min_size=len(roles), max_size=len(roles))) for name in ("a", "b", "c", "d")}
    report = team_report(FRAMEWORK, assessments(FRAMEWORK, roles, {**rows, "a": "0" + rows["a"][1:]}))

    found = {result.indicator.id for result in report.indicators() if result.hidden is None}

    assert len(found) <= shown(people)[4]
