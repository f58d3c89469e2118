"""A group that did not agree: it says so in every format, first of all, and it counts as unknown."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from peerkit.engine.agenda import agenda_for
from peerkit.engine.compare import compare, side_of
from peerkit.engine.scores.report import make_report
from peerkit.model.answers import Answer, Dissent
from peerkit.model.report import Report
from peerkit.render.context import RenderContext
from peerkit.render.products import FILES, formats
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.rendering import text_of

FRAMEWORK = make_framework(make_section("s", *(make_indicator(name) for name in "abcd")))
APART = Answer(
    ask="We do a.",
    answer="no-agreement",
    note="We stopped here.",
    dissent=(Dissent(answer=0, people=2, why="nights are not"), Dissent(answer=4, people=3)),
)


def report() -> Report:
    group = make_assessment({"f/b": 3, "f/c": 2, "f/d": 4}, mode="consensus", role=None, room={"staff": 5})
    return make_report([FRAMEWORK], replace(group, answers={"f/a": APART, **group.answers}), "2026-11-21")


@pytest.mark.parametrize("form", [form for form in formats("report") if form not in FILES | {"csv", "json"}])
def test_it_is_said_first_with_the_views_that_differ(form: str) -> None:
    text = " ".join(text_of("report", report(), form, RenderContext(80, plain=True)).split())
    assert "Talk first" in text
    assert "We see this differently. Hear each other before planning." in text
    assert "No agreement" in text
    assert "Two people said Not yet: nights are not" in text
    assert "Three people said Built in" in text


def test_in_a_picture_it_has_a_pattern_of_its_own() -> None:
    page = text_of("report", report(), "html")
    assert page.count('id="slants"') == 1
    assert "svg .no-agreement { fill: url(#slants)" in page
    assert 'class="no-agreement"' in page


def test_in_data_it_has_a_state_and_a_lane_and_no_level() -> None:
    data = json.loads(text_of("report", report(), "json"))
    [framework] = data["frameworks"]
    [section] = framework["sections"]
    assert framework["counts"]["no_agreement"] == section["counts"]["no_agreement"] == 1
    found = section["indicators"][0]
    assert (found["state"], found["lane"], found["level"], found["gap"], found["priority"]) == ("no-agreement", "talk", None, None, None)
    assert (section["score"], section["low"], section["high"]) == (75, 56.25, 81.25)
    assert "f/a" not in (*data["strengths"], *data["priorities"], *data["not_answered"])


def test_an_agenda_talks_about_it_before_all_other_differences() -> None:
    agenda = agenda_for(report(), 60)
    assert [topic.address for topic in agenda.topics] == ["f/a", "f/c"]
    text = text_of("agenda", agenda, "terminal", RenderContext(80, plain=True))
    assert "We do not agree, goal Mostly" in text
    assert "Somebody sees this differently" not in text


def test_a_comparison_says_so() -> None:
    side = side_of(report(), {"f": "1.0.0"})
    text = text_of("comparison", compare([side, side], "2026-11-21"), "json")
    assert '"no-agreement"' in text
