"""The report as data: a table for a spreadsheet, and JSON."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit import __version__
from peerkit.engine.scores.report import make_report
from peerkit.model.report import Report
from peerkit.model.scale import LEVEL_LABELS
from peerkit.render.data.tables import cell
from peerkit.render.escape import visible_lines
from render.hostile import HOSTILE, hostile_report
from render.samples import DATE, group_report, solo_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.rendering import text_of
from support.scored import Part, nouns
from support.strategies import parts

HEADS = [
    "framework", "section", "indicator", "question", "state", "level", "label", "goal", "gap", "importance", "priority", "lane", "note",
    "evidence", "next step", "seen differently",
]  # fmt: skip


def table(report: Report) -> list[dict[str, str]]:
    text = text_of("report", report, "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def row(name: str) -> dict[str, str]:
    [found] = [one for one in table(group_report()) if one["indicator"] == name]
    return found


def test_there_is_a_row_for_each_question_in_scope_in_file_order_then_for_what_is_kept_and_not_counted() -> None:
    rows = table(group_report())

    assert list(rows[0]) == HEADS
    asked = [one.address for one in group_report().indicators()]
    assert [f"{one['framework']}/{one['indicator']}" for one in rows] == [*asked, "house/old-gate"]
    assert [one["state"] for one in rows].count("not-counted") == 1
    assert {name: value for name, value in rows[-1].items() if value} == {
        "framework": "house",
        "indicator": "old-gate",
        "question": "The gate is open at night.",
        "state": "not-counted",
        "level": "2",
        "label": "Partly",
    }


def test_a_row_says_all_about_a_question() -> None:
    assert row("supervision") == {
        "framework": "house",
        "section": "safety",
        "indicator": "supervision",
        "question": "Every peer worker can reach supervision within a week of a hard moment.",
        "state": "rated",
        "level": "1",
        "label": "Starting",
        "goal": "3",
        "gap": "2",
        "importance": "medium",
        "priority": "33.3333",
        "lane": "safety",
        "note": "It hangs on Ana being there.\nSince May she is away on Mondays.",
        "evidence": "",
        "next step": "The coordinator and one peer worker put two names and numbers on the wall by Friday week.",
        "seen differently": "",
    }
    assert row("first-talk")["evidence"] == "The page by the door (policy, 2026-05)"
    assert row("own-pace")["seen differently"] == "Two people said Not yet: the waiting list decides"


def test_what_was_not_rated_has_no_number() -> None:
    unknown = row("neighbours")

    assert (unknown["state"], unknown["lane"], unknown["goal"]) == ("dont-know", "find-out", "3")
    assert [unknown[name] for name in ("level", "label", "gap", "priority", "next step")] == [""] * 5


def test_every_record_ends_as_the_standard_says_and_line_breaks_in_a_cell_do_not() -> None:
    text = text_of("report", group_report(), "csv")

    rows = table(group_report())
    assert text.count("\r\n") == len(rows) + 1
    assert text.count("\r") == len(rows) + 1
    assert text.endswith("\r\n")
    assert text.count("\n") == len(rows) + 2


@given(parts())
def test_every_number_is_the_exact_one_to_four_decimals(drawn: list[Part]) -> None:
    framework, assessment = nouns(drawn)
    report = make_report([framework], assessment, DATE)

    rows = table(report)

    asked = list(report.indicators())
    assert {one["state"] for one in rows[len(asked) :]} <= {"not-applicable"}
    for found, one in zip(rows[: len(asked)], asked, strict=True):
        assert found["level"] == ("" if one.level is None else str(one.level))
        assert found["label"] == ("" if one.level is None else LEVEL_LABELS[one.level])
        assert found["gap"] == ("" if one.gap is None else str(one.gap))
        assert (found["priority"] == "") == (one.priority is None)
        if one.priority is not None:
            assert abs(Fraction(found["priority"]) - one.priority) <= Fraction(1, 20_000)


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "\u00a0=1"])
def test_no_cell_is_taken_for_a_formula(start: str) -> None:
    assert cell(start).startswith("'")


@pytest.mark.parametrize("text", ["We plan.", "", "1-2", "a=b", "'quoted'", "3"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_text(name: str) -> None:
    wanted = "\n".join(visible_lines(HOSTILE[name]))

    for one in table(hostile_report(HOSTILE[name])):
        assert one["question"] in (wanted, f"'{wanted}")


@given(st.text(max_size=40))
def test_a_cell_starts_with_nothing_that_acts_and_loses_nothing_that_can_be_seen(text: str) -> None:
    shown = cell(text)

    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.removeprefix("'") == "\n".join(visible_lines(text)).removeprefix("'")


def test_no_line_of_the_output_is_a_command_to_a_build_server() -> None:
    assert cell("one\n::error::two\n ##[group]three") == "one\n'::error::two\n' ##[group]three"


# JSON.


def data_of(report: Any) -> Any:
    return json.loads(text_of("report", report, "json"))


def test_a_small_report_is_exactly_this() -> None:
    section = make_section("s", *(make_indicator(name) for name in ("a", "b", "c")))
    assessment = make_assessment({"f/a": 3, "f/b": 1, "f/c": "dont-know"}, importance={"f/b": "high"})

    report = make_report([make_framework(section, limits=("Ours.",))], assessment, DATE)

    counts = {"in_scope": 3, "rated": 2, "dont_know": 1, "skipped": 0, "unanswered": 0, "not_applicable": 0, "no_agreement": 0}
    data = data_of(report)
    assert data.pop("limits")[-1] == "Ours."
    assert data == {
        "format": "peerkit/report/1",
        "peerkit": __version__,
        "program": "Lantern Street Peers",
        "date": "2026-11-21",
        "respondents": {"total": 1, "by_role": {"peer-worker": 1}},
        "settings": {"goal": {"f": 3}, "minimum_group": 5},
        "frameworks": [
            {
                "id": "f",
                "version": "1.0.0",
                "title": "F",
                "score": 50.0,
                "low": 33.3333,
                "high": 66.6667,
                "weakest": None,
                "counts": counts,
                "sections": [
                    {
                        "id": "s",
                        "title": "S",
                        "score": 50.0,
                        "low": 33.3333,
                        "high": 66.6667,
                        "enough": True,
                        "counts": counts,
                        "indicators": [
                            entry("a", level=3, gap=0, priority=0.0, lane="keep"),
                            entry("b", level=1, gap=2, priority=50.0, lane="act") | {"importance": "high"},
                            entry("c", level=None, gap=None, priority=None, lane="find-out") | {"state": "dont-know"},
                        ],
                    }
                ],
            }
        ],
        "strengths": ["f/a"],
        "priorities": ["f/b"],
        "not_answered": ["f/c"],
    }


def entry(name: str, **keys: object) -> dict[str, object]:
    return {"id": name, "state": "rated", "goal": 3, "importance": "medium", "note": "", **keys}


def test_a_section_without_enough_answers_has_no_score_and_keeps_its_range() -> None:
    street = data_of(group_report())["frameworks"][0]["sections"][-1]

    assert (street["score"], street["low"], street["high"], street["enough"]) == (None, 25.0, 75.0, False)


def test_a_group_is_counted_by_role_and_the_weakest_section_named() -> None:
    data = data_of(group_report())

    assert data["respondents"] == {"total": 5, "by_role": {"peer-worker": 3, "staff": 2}}
    assert data["frameworks"][0]["weakest"] == "pay"


def test_notes_are_the_words_that_were_written() -> None:
    indicators = [one for section in data_of(solo_report())["frameworks"][0]["sections"] for one in section["indicators"]]

    notes = {one["id"]: one["note"] for one in indicators}
    assert notes["supervision"] == "It hangs on Ana being there.\nSince May she is away on Mondays."
    assert notes["no-papers"] == ""


def test_the_keys_stand_in_the_order_of_the_format() -> None:
    text = text_of("report", group_report(), "json")

    assert list(json.loads(text)) == [
        "format", "peerkit", "program", "date", "respondents", "settings", "frameworks", "strengths", "priorities",
        "not_answered", "limits",
    ]  # fmt: skip
    assert text.startswith('{\n  "format"')
    assert text.endswith("}\n")
