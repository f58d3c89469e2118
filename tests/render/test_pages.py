"""What every product says, without a medium: its page of blocks, kept in `tests/snapshots`. How a medium says it is in `test_media`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from peerkit.engine.crosswalk import matrix, trace
from peerkit.engine.interview import scope
from peerkit.engine.scores.explanation import explain
from peerkit.lint.rule import notes
from peerkit.model.crosswalk import OutlineSection, SourceOutline, Statement, Theme
from peerkit.model.framework import PlacedIndicator
from peerkit.render.products import PRODUCTS
from render.agenda_samples import group_agenda, solo_agenda, team_agenda
from render.collection_samples import collection
from render.comparison_samples import team_over_time, three, versions
from render.plan_samples import proposed_plan, recorded_plan
from render.samples import FRAMEWORK, answers_here, group_report, solo_report
from render.team_samples import workshop_report
from render.test_sheet import sheet_of
from support.kept import SNAPSHOTS, Kept
from support.rendering import page_of
from support.written_out import written_out

EXPLAINED: Final = ("", "/welcome", "/safety", "/pay", "/learning", "/street", "/supervision", "/neighbours")
OUTLINE: Final = SourceOutline(
    format="peerkit/source/1",
    sections=(
        OutlineSection(
            id="h1",
            title="A house",
            statements=(Statement(id="h1.1", gist="Every guest is greeted."), Statement(id="h1.2", gist="Doors are never locked.")),
        ),
    ),
)
THEMES: Final = (Theme(id="welcome", title="Welcome", definition="How people come in."),)
NOUNS: Final[dict[str, Callable[[], object]]] = {
    "agenda-group": group_agenda,
    "agenda-solo": solo_agenda,
    "agenda-team": team_agenda,
    "answered": workshop_report,
    "answers": lambda: group_report().assessment,
    "assessments": answers_here,
    "collection": collection,
    "comparison-named": lambda: three(named=True),
    "comparison-teams": team_over_time,
    "comparison-versions": versions,
    "crosswalk": lambda: matrix([FRAMEWORK], THEMES),
    **{f"explanation{name.replace('/', '-')}": lambda name=name: explain(group_report(), f"house{name}") for name in EXPLAINED},  # type: ignore[misc]
    "framework": lambda: FRAMEWORK,
    "frameworks": lambda: [scope.overview(FRAMEWORK, "comes with peerkit")],
    "indicator": lambda: PlacedIndicator(FRAMEWORK, *next(iter(FRAMEWORK.indicators()))),
    "plan-proposed": proposed_plan,
    "plan-recorded": recorded_plan,
    "report-group": group_report,
    "report-solo": solo_report,
    "rule": lambda: notes()[10],
    "rules": lambda: notes()[:3],
    "short_report-group": group_report,
    "short_report-solo": solo_report,
    "sheet": sheet_of,
    "summary-group": group_report,
    "summary-solo": solo_report,
    "short_team": workshop_report,
    "team": workshop_report,
    "team_summary": workshop_report,
    "trace": lambda: trace(FRAMEWORK, OUTLINE),
}
"""A noun for each page that is kept; the name begins with the product."""


@pytest.mark.parametrize("name", NOUNS)
def test_a_page_says_what_the_golden_one_says(name: str, kept: Kept) -> None:
    kept(SNAPSHOTS / "pages" / f"{name}.txt", written_out(page_of(name.partition("-")[0], NOUNS[name]())))


def test_every_product_has_a_page_that_is_kept_and_no_other_page_is_kept() -> None:
    assert {name.partition("-")[0] for name in NOUNS} == PRODUCTS.keys()
    assert {path.stem for path in (SNAPSHOTS / "pages").iterdir()} == NOUNS.keys()
