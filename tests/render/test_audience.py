"""Nothing that an audience may not see stands in any format of its report; what it may see does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from peerkit.engine.scores.audience import report_for
from peerkit.engine.scores.report import make_report
from peerkit.model.report import AUDIENCES, Audience, Report
from peerkit.model.scale import ROLES
from peerkit.render.context import RenderContext
from render.samples import DATE, solo_report
from render.told import GIVEN, TYPED, told_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.pages import page_of
from support.rendering import text_of

TEXTS = ("csv", "html", "json", "markdown", "terminal")
SHORT = ("html", "markdown", "terminal")
PAGES = SHORT
WIDE = RenderContext(2_000, plain=True)
LEFT_OUT = {
    "board": "For the board. Left out: notes, evidence, views that differed, what was set aside, and which questions were skipped.",
    "funder": "For a funder. Left out: the answers to single questions, notes, evidence, who answered, and where the answers are kept.",
    "public": "For the public. Left out: the answers to single questions, notes, evidence, facts about the program, who answered, and who "
    "decides about the answers.",
}
DISPUTED = "On nine questions not everyone agreed."
WITHHELD = "Where a section rests on one answer, its score would be that answer: it is left out too, and with it the framework's."


def outputs(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every text that a report can become, under its format."""
    for name in TEXTS:
        yield name, text_of("report", report, name, WIDE)
    for name in SHORT:
        yield f"{name} in short", text_of("summary", report, name, WIDE)
    yield "drawn", text_of("report", report, "terminal", RenderContext(2_000))


def read(name: str, text: str) -> str:
    """Return what a person reads, on one line."""
    return page_of(text).the("body").text if name.startswith("html") else " ".join(text.replace("\\", "").split())


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_was_typed_stands_in_no_format_of_those_who_may_not_read_it(audience: Audience) -> None:
    kept_back = [word for typed in TYPED if audience not in typed.readers for word in typed.words]

    for name, text in outputs(report_for(told_report(), audience)):
        assert [word for word in kept_back if word in text] == [], name


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("form", PAGES)
def test_what_was_typed_stands_in_each_page_of_those_who_may_read_it(form: str, audience: Audience) -> None:
    text = text_of("report", report_for(told_report(), audience), form, WIDE)

    readable = [word for typed in TYPED if audience in typed.readers for word in typed.words]
    assert [word for word in readable if word not in text] == []


@pytest.mark.parametrize("audience", ["funder", "public"])
def test_no_level_of_any_question_is_written_for_outsiders(audience: Audience) -> None:
    report = report_for(told_report(), audience)

    rows = text_of("report", report, "csv", WIDE).splitlines()[1:]
    assert {tuple(row.split(",")[4:]) for row in rows} == {("",) * 7 + ("keep",) + ("",) * 4, ("",) * 7 + ("plan",) + ("",) * 4}
    data = json.loads(text_of("report", report, "json", WIDE))
    assert [section["indicators"] for section in data["frameworks"][0]["sections"]] == [[], []]
    assert data["not_answered"] == []
    for name, text in outputs(report):
        if name not in ("csv", "json"):
            assert "goal Mostly" not in text, name
            assert "Next step" not in text, name
            assert not any(f"Question {one}." in text for one in ("unseen", "passed", "away", "hidden", "gone")), name


def test_the_public_does_not_learn_of_a_safety_matter() -> None:
    for name, text in outputs(report_for(told_report(), "public")):
        assert "afety" not in read(name, text), name
        assert "risky" not in text, name


@pytest.mark.parametrize("audience", ["funder", "public"])
def test_outsiders_cannot_tell_the_role_of_whoever_answered(audience: Audience) -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b")))
    reports = [report_for(make_report([framework], make_assessment({"f/a": 4, "f/b": 1}, role=role), DATE), audience) for role in ROLES]

    assert len({tuple(outputs(one)) for one in reports}) == 1


@pytest.mark.parametrize("audience", ["board", "funder", "public"])
def test_notes_and_evidence_change_no_byte_for_others_than_the_team(audience: Audience) -> None:
    report = told_report()
    bare = {address: replace(one, note="", evidence=()) for address, one in report.assessment.answers.items()}
    frameworks = tuple(one.framework for one in report.frameworks)
    silent = make_report(frameworks, replace(report.assessment, answers=bare), DATE, outcome=report.outcome)

    assert list(outputs(report_for(report, audience))) == list(outputs(report_for(silent, audience)))


@pytest.mark.parametrize("audience", ["board", "funder", "public"])
def test_a_page_says_for_whom_it_is_and_what_was_left_out(audience: Audience) -> None:
    said = " ".join((LEFT_OUT[audience], DISPUTED if audience == "board" else WITHHELD))

    for name, text in outputs(report_for(told_report(), audience)):
        if name == "json":
            assert json.loads(text)["limits"][-1] == said
        elif name != "csv":
            assert said in read(name, text), name


def test_the_teams_page_leaves_nothing_out_and_says_nothing_of_it() -> None:
    for name, text in outputs(solo_report()):
        assert "Left out" not in text.replace("Left out of", ""), name


def test_a_withheld_score_is_said_to_be_so() -> None:
    lines = text_of("report", report_for(told_report(), "funder"), "terminal", WIDE).splitlines()

    assert "Not shown here, 6 of 8 answered." in lines
    assert "Lone-Section: 1 of 1 answered, not shown here." in lines
    assert len(GIVEN) == 11


def test_other_pages_do_not_say_where_to_go_with_the_file() -> None:
    for audience in AUDIENCES:
        text = text_of("report", report_for(solo_report(), audience), "markdown", WIDE)
        assert ("peerkit explain FILE" in text) == (audience == "team")
