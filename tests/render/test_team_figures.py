"""The facilitator's figure in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from peerkit.model.report import AgreementFigure, TeamReport
from peerkit.render.context import RenderContext
from support.building import make_framework, make_indicator, make_section
from support.rendering import text_of
from support.teams import assessments, roles_of, team_report

FRAMEWORK = make_framework(make_section("s", make_indicator("one"), make_indicator("two")))
PLAIN = RenderContext(width=100, plain=True)


@pytest.fixture
def report() -> TeamReport:
    people = assessments(FRAMEWORK, roles_of(("staff", 6)), {"one": "012344", "two": "112233"})
    return team_report(FRAMEWORK, people)


def figure(**keys: Any) -> AgreementFigure:
    plain: dict[str, Any] = {"framework": FRAMEWORK, "alpha": 0.456, "people": 6, "questions": 12, "left_out": 3}
    return AgreementFigure(**(plain | keys))


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({}, "alpha 0.46. From 12 questions with up to 6 ratings each; 3 left out."),
        ({"alpha": -0.004}, "alpha 0.00. From 12 questions"),
        ({"alpha": None, "alike": True}, "everyone gave the same answer. From 12 questions"),
        ({"alpha": None, "questions": 1}, "no figure: it takes 10 questions with counts from 3 people or more. From 1 question with"),
    ],
)
def test_the_figure_says_what_it_rests_on(report: TeamReport, keys: dict[str, Any], said: str) -> None:
    text = text_of("team", replace(report, figures=(figure(**keys),)), "terminal", PLAIN)
    assert said in " ".join(text.split())
    assert "neither praise nor blame" in text


def test_every_page_carries_it_and_none_does_unasked(report: TeamReport) -> None:
    for form in ("terminal", "markdown", "html"):
        assert "For the facilitator" in text_of("team", replace(report, figures=(figure(),)), form, PLAIN)
        assert "facilitator" not in text_of("team", report, form, PLAIN)
