"""Comparisons as a whole, in every format. See `conftest.py` for how to write the golden files anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerkit.model.comparison import Comparison
from render.comparison_samples import team_over_time, three, versions
from render.test_snapshots import CONTEXTS
from support.rendering import text_of

SAMPLES: dict[str, Callable[[], Comparison]] = {"teams": team_over_time, "versions": versions}


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_comparison_on_a_terminal_is_the_golden_one(name: str, context: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"comparison-{name}-{context}.txt", text_of("comparison", SAMPLES[name](), "terminal", CONTEXTS[context]))


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("json", "json"), ("html", "html"), ("csv", "csv")])
def test_a_comparison_as_a_file_is_the_golden_one(form: str, ending: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"comparison.{ending}", text_of("comparison", three(named=True), form))
