"""Whatever is hidden leaves no trace: two teams that differ only in a hidden row have byte for byte the same report in every format."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerkit.model.report import TeamReport
from peerkit.render.context import RenderContext
from render.team_samples import HOUSE, OUTCOME, PEOPLE, ROWS
from support.rendering import text_of
from support.teams import assessments, team_report

TEXTS = {
    "drawn": ("terminal", RenderContext(80)),
    "narrow": ("terminal", RenderContext(40, colour=True)),
    "plain": ("terminal", RenderContext(80, plain=True)),
    **{name: (name, RenderContext()) for name in ("markdown", "html", "json", "csv")},
}
HIDDEN = ("fair-pay", "neighbours", "street-map", "street-walk")


def report_of(rows: Mapping[str, str]) -> TeamReport:
    return team_report(HOUSE, assessments(HOUSE, PEOPLE, rows), outcome=OUTCOME, comments=True)


def everything(rows: Mapping[str, str]) -> dict[str, str]:
    report = report_of(rows)
    return {name: text_of("team", report, form, context) for name, (form, context) in TEXTS.items()}


def test_the_rows_of_the_sample_are_hidden() -> None:
    hidden = [one.indicator.id for one in report_of(ROWS).indicators() if one.hidden]

    assert tuple(hidden) == HIDDEN


@st.composite
def hidden_rows(draw: st.DrawFn) -> str:
    """Return a row in which at most four people rate."""
    row = [draw(st.sampled_from("?-x.")) for _ in PEOPLE]
    for _ in range(draw(st.integers(0, 4))):
        row[draw(st.integers(0, len(PEOPLE) - 1))] = draw(st.sampled_from("01234"))
    return "".join(row)


BEFORE = everything(ROWS)


@given(st.fixed_dictionaries(dict.fromkeys(HIDDEN, hidden_rows())))
def test_no_format_shows_anything_of_a_hidden_row(rows: dict[str, str]) -> None:
    assert everything({**ROWS, **rows}) == BEFORE


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_shown_is_seen_by_the_same_comparison(name: str) -> None:
    after = everything({**ROWS, "open-door": "243443 34 334433 43"})

    assert after[name] != BEFORE[name]


def test_the_order_of_the_files_changes_nothing() -> None:
    people = assessments(HOUSE, PEOPLE, ROWS)
    reports = [team_report(HOUSE, files) for files in (people, people[::-1], [*people[7:], *people[:7]])]

    for form, context in TEXTS.values():
        assert len({text_of("team", report, form, context) for report in reports}) == 1
