from __future__ import annotations

import json
from typing import Any

from peerkit import __version__
from peerkit.engine.scores.report import make_report
from render.samples import DATE, group_report, solo_report
from support.building import make_assessment, make_framework, make_indicator, make_section
from support.rendering import text_of


def data_of(report: Any) -> Any:
    return json.loads(text_of("report", report, "json"))


def test_a_small_report_is_exactly_this() -> None:
    section = make_section("s", *(make_indicator(name) for name in ("a", "b", "c")))
    assessment = make_assessment({"f/a": 3, "f/b": 1, "f/c": "dont-know"}, importance={"f/b": "high"})

    report = make_report([make_framework(section, limits=("Ours.",))], assessment, DATE)

    counts = {"in_scope": 3, "rated": 2, "dont_know": 1, "skipped": 0, "unanswered": 0, "not_applicable": 0}
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
