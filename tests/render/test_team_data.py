"""The team report as data: JSON exactly as it is described, and a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from peerkit import __version__
from peerkit.model.report import TeamReport
from peerkit.model.report_file import TeamReportFile
from peerkit.model.scale import LEVEL_LABELS
from peerkit.source import structure
from peerkit.source.file_formats import schema
from render.team_samples import plain_report, workshop_report
from support.building import make_framework, make_indicator, make_section
from support.rendering import text_of
from support.teams import assessments, roles_of, team_report

REPORTS = {"plain": plain_report, "workshop": workshop_report}


def data_of(report: TeamReport) -> Any:
    return json.loads(text_of("team", report, "json"))


def indicator(data: Any, name: str) -> Any:
    [found] = [one for section in data["frameworks"][0]["sections"] for one in section["indicators"] if one["id"] == name]
    return found


def test_a_small_report_is_exactly_this() -> None:
    framework = make_framework(make_section("s", make_indicator("a"), make_indicator("b")))
    rows = {"a": "12233 33444", "b": "11233 3333?"}

    [framework_data] = (data := data_of(team_report(framework, assessments(framework, ROLES, rows)))).pop("frameworks")

    by_role = {"peer-worker": 5, "staff": 5}
    assert data == {
        "format": "peerkit/team-report/1",
        "peerkit": __version__,
        "program": "Lantern Street Peers",
        "date": "2026-11-21",
        "respondents": {"total": 10, "by_role": by_role},
        "settings": {"goal": {"f": 3}, "minimum_group": 5},
    }
    [section] = framework_data.pop("sections")
    assert framework_data == {"id": "f", "version": "1.0.0", "title": "F", "respondents": {"total": 10, "by_role": by_role}}
    first, second = section.pop("indicators")
    assert section == {
        "id": "s", "title": "S", "score": 66.8056, "low": 66.8056, "high": 66.8056, "groups": [], "perspective_gap": None, "hidden": None,
        "voices": [
            {"role": "peer-worker", "asked": 2, "shown": 2}, {"role": "participant", "asked": 0, "shown": 0},
            {"role": "family", "asked": 0, "shown": 0},
        ],
    }  # fmt: skip
    assert first == {
        "id": "a", "asked": ["peer-worker", "staff"],
        "n": 10, "dont_know": 0, "counts": [0, 1, 2, 4, 3], "words": None, "median": 3.0, "median_low": 3.0,
        "median_high": 3.0, "ad": 0.7, "agreement": "shared", "outlier": True, "groups": [], "goal": 3, "gap": 0.0, "gap_low": 0.0,
        "gap_high": 0.0, "lane": "keep", "hidden": None,
    }  # fmt: skip
    assert second["dont_know"] == 1


ROLES = roles_of(("peer-worker", 5), ("staff", 5))


def test_groups_have_their_roles_numbers_counts_or_words_and_median() -> None:
    found = indicator(data_of(plain_report()), "no-papers")

    assert found["groups"] == [
        {
            "roles": ["peer-worker", "participant"],
            "n": 8,
            "counts": None,
            "words": "almost everyone: Mostly or higher",
            "median": None,
            "median_low": 3.0,
            "median_high": 4.0,
        },
        {
            "roles": ["staff", "leader"],
            "n": 8,
            "counts": [0, 0, 3, 5, 0],
            "words": None,
            "median": 3.0,
            "median_low": 3.0,
            "median_high": 3.0,
        },
    ]
    assert [found[key] for key in ("n", "dont_know", "counts", "words", "median", "ad", "agreement", "hidden")] == [None] * 8
    assert [found[key] for key in ("median_low", "median_high", "gap", "gap_low", "gap_high", "lane")] == [3, 3.5, 0, 0, 0, "keep"]


def test_what_is_hidden_is_null_and_says_why() -> None:
    data = data_of(plain_report())

    assert indicator(data, "fair-pay") == {
        "id": "fair-pay", "asked": ["peer-worker", "participant", "staff", "leader"],
        "n": None, "dont_know": None, "counts": None, "words": None, "median": None, "median_low": None,
        "median_high": None, "ad": None, "agreement": None, "outlier": None, "groups": [], "goal": 3, "gap": None, "gap_low": None,
        "gap_high": None, "lane": "find-out", "hidden": "too few answers",
    }  # fmt: skip
    [pay] = [one for one in data["frameworks"][0]["sections"] if one["id"] == "pay"]
    assert (pay["score"], pay["groups"], pay["perspective_gap"], pay["hidden"]) == (None, [], None, "too few answers")


def test_a_section_has_its_groups_and_what_lies_between_them() -> None:
    [safety] = [one for one in data_of(plain_report())["frameworks"][0]["sections"] if one["id"] == "safety"]

    assert (safety["score"], safety["low"], safety["high"], safety["perspective_gap"]) == (None, 41.4062, 55.4688, 23.4375)
    assert safety["hidden"] is None
    assert safety["groups"] == [
        {"roles": ["peer-worker", "participant"], "n": 8, "score": None, "low": 15.625, "high": 43.75},
        {"roles": ["staff", "leader"], "n": 8, "score": 67.1875, "low": 67.1875, "high": 67.1875},
    ]


@pytest.mark.parametrize("name", REPORTS)
def test_it_follows_its_schema_and_the_reader_takes_it(name: str) -> None:
    data = data_of(REPORTS[name]())

    Draft202012Validator(schema("team-report")).validate(data)
    assert structure.build(TeamReportFile, data).program == "Lantern Street Peers"


# The table.


def table(report: TeamReport) -> list[dict[str, str]]:
    text = text_of("team", report, "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_there_is_a_row_for_everyone_and_one_for_each_group() -> None:
    report = plain_report()

    wanted = [(one.indicator.id, 1 + len(one.groups)) for one in report.indicators()]
    rows = [row["indicator"] for row in table(report)]
    assert list(dict.fromkeys(rows)) == [name for name, _ in wanted]
    assert [rows.count(name) for name, _ in wanted] == [number for _, number in wanted]


def test_a_row_says_what_is_shown_and_what_follows() -> None:
    everyone, lived, others = (row for row in table(workshop_report()) if row["indicator"] == "own-pace")

    assert everyone == {
        "framework": "house", "section": "welcome", "indicator": "own-pace", "question": "People decide for themselves how fast things go.",
        "group": "everyone", "rated": "16", "Not yet": "1", "Starting": "3", "Partly": "4", "Mostly": "5", "Built in": "3", "in words": "",
        "don't know": "0", "median": "2.5", "median from": "2.5", "median to": "2.5", "agreement": "views are spread",
        "not everyone sees it so": "yes", "goal": "3", "gap": "0.5", "gap from": "0.5", "gap to": "0.5",
        "importance": "high", "priority": "12.5", "lane": "act", "hidden": "",
    }  # fmt: skip
    assert lived["group"] == "peer workers and people who use the program"
    assert (lived["rated"], lived["median"], lived["goal"]) == ("8", "1.5", "")
    assert [others[label] for label in LEVEL_LABELS] == ["0", "0", "0", "5", "3"]


def test_words_stand_instead_of_counts_and_a_hidden_row_is_empty() -> None:
    rows = table(plain_report())
    words = next(row for row in rows if row["indicator"] == "no-papers" and row["in words"])
    hidden = next(row for row in rows if row["indicator"] == "fair-pay")

    assert (words["in words"], words["rated"], [words[label] for label in LEVEL_LABELS]) == (
        "almost everyone: Mostly or higher", "8", [""] * 5,
    )  # fmt: skip
    assert (hidden["hidden"], hidden["lane"], hidden["rated"], hidden["don't know"]) == ("too few answers", "find-out", "", "")
