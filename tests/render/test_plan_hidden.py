"""Whatever is hidden leaves no trace in a team's plan: teams that differ only in a hidden row have byte for byte the same one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.engine.team.gate import protect
from peerkit.model.plan import PlanWishes
from render.team_samples import HOUSE, OUTCOME, PEOPLE, ROWS
from render.test_team_hidden import HIDDEN, hidden_rows
from support.planned import team_plan
from support.rendering import text_formats, text_of
from support.teams import assessments, team_of

WISHES = {"proposed": PlanWishes(), "recorded": PlanWishes(outcome=OUTCOME)}


def everything(rows: Mapping[str, str]) -> dict[tuple[str, str], str]:
    view, _ = protect(team_of(HOUSE, assessments(HOUSE, PEOPLE, rows)))
    plans = {name: team_plan(view, wishes) for name, wishes in WISHES.items()}
    return {(name, form): text_of("plan", plan, form) for name, plan in plans.items() for form in text_formats("plan")}


BEFORE = everything(ROWS)


@given(st.fixed_dictionaries(dict.fromkeys(HIDDEN, hidden_rows())))
def test_no_format_of_a_plan_shows_anything_of_a_hidden_row(rows: dict[str, str]) -> None:
    assert everything({**ROWS, **rows}) == BEFORE


@pytest.mark.parametrize("shown", BEFORE, ids=" ".join)
def test_what_is_shown_is_seen_by_the_same_comparison(shown: tuple[str, str]) -> None:
    lower = {name: "000100 00 010001 00" for name in ROWS if name not in HIDDEN}
    assert everything({**ROWS, **lower})[shown] != BEFORE[shown]
