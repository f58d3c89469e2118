"""The team report as a whole, in every format. See `conftest.py` for how to write the golden files anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerkit.render.interface import RenderContext
from peerkit.render.team.registry import load
from render.team_samples import plain_report, workshop_report
from render.test_snapshots import CONTEXTS


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_team_report_on_a_terminal_is_the_golden_one(context: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"team-{context}.txt", load("terminal").render(workshop_report(), CONTEXTS[context]))


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("json", "json"), ("html", "html"), ("csv", "csv")])
def test_the_team_report_as_a_file_is_the_golden_one(form: str, ending: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"team.{ending}", load(form).render(workshop_report(), RenderContext()))


def test_without_options_there_are_no_comments_and_no_workshop() -> None:
    text = load("terminal").render(plain_report(), RenderContext(plain=True))

    assert "What people wrote" not in text
    assert "What the workshop agreed on" not in text
    assert "Ana does it alone" not in text
