"""A comparison's page in a real browser, under the rules of axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from outside.test_html import HOSTILE, Browse, Complaints, Visit, browse, complaints, looks
from peerkit.model.comparison import Comparison
from render.comparison_samples import team_over_time, three
from render.test_comparison_hostile import hostile_comparison
from support.rendering import text_of

__all__ = ["browse", "complaints"]


def written(folder: Path, comparison: Comparison, name: str = "comparison") -> str:
    path = folder / f"{name}.html"
    path.write_text(text_of("comparison", comparison, "html"), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("make", [team_over_time, three])
def test_the_page_breaks_no_rule_fits_and_asks_for_nothing(browse: Browse, tmp_path: Path, make: Callable[[], Comparison]) -> None:
    visits = looks(written(tmp_path, make()))

    for visit, found in zip(visits, browse(visits)["found"], strict=True):
        assert found["violations"] == [], visit
        assert found["noise"] == [], visit
        assert found["wide"] <= visit.width, visit
        assert found["main"] > 1_000


def test_the_page_is_valid_html(complaints: Complaints, tmp_path: Path) -> None:
    pages = [written(tmp_path, team_over_time()), written(tmp_path, hostile_comparison(HOSTILE[1]), "hostile")]

    assert complaints(pages) == [[], []]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_hostile_comparison_runs_or_is_fetched(browse: Browse, tmp_path: Path, text: str) -> None:
    [found] = browse([Visit(written(tmp_path, hostile_comparison(text)), width=320, free=True)])["found"]

    assert found["noise"] == []
