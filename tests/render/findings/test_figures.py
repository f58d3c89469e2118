from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from peerkit.model.lint_figures import Statistics
from peerkit.render.findings import json, text
from peerkit.render.layout import cell_width
from support.statistics import FIGURES


def test_the_table_counts_questions_by_role_and_set_and_then_the_rules() -> None:
    assert "\n".join(text.figures(FIGURES, 80)) == dedent(
        r"""
        \x3a:error::\x23#[error]x.yaml
            2 sections, 12 indicators, 4 core
            asked of      quick set   full set
            peer-worker       5 min     14 min
            participant       0 min      4 min

        Rules
            12  PK105 bad-id
             1  PK101 duplicate-id"""
    )


def test_nothing_is_said_where_nobody_asked_or_nothing_is_there() -> None:
    assert text.figures(None, 80) == []
    assert text.figures(Statistics(frameworks=(), rules=()), 80) == []
    assert text.figures(replace(FIGURES, rules=()), 80)[-1] == "    participant       0 min      4 min"


@pytest.mark.parametrize("width", [40, 60, 80])
def test_every_line_fits(width: int) -> None:
    [framework] = FIGURES.frameworks
    long = replace(FIGURES, frameworks=(replace(framework, file="a" * 200),))
    assert max(map(cell_width, text.figures(long, width))) <= width


def test_as_data_each_number_has_its_name() -> None:
    assert json.figures(FIGURES) == {
        "frameworks": [
            {
                "file": "::error::##[error]x.yaml",
                "id": "x",
                "sections": 2,
                "indicators": 12,
                "core": 4,
                "workloads": (
                    {"role": "peer-worker", "set": "quick", "questions": 4, "minutes": 5},
                    {"role": "peer-worker", "set": "full", "questions": 12, "minutes": 14},
                    {"role": "participant", "set": "quick", "questions": 0, "minutes": 0},
                    {"role": "participant", "set": "full", "questions": 3, "minutes": 4},
                ),
            }
        ],
        "rules": [{"code": "PK105", "name": "bad-id", "findings": 12}, {"code": "PK101", "name": "duplicate-id", "findings": 1}],
        "severities": {},
        "silenced": 0,
        "put_off": 0,
    }
