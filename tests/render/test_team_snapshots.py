"""The team report as a whole, in every format. See `conftest.py` for how to write the golden files anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peerkit.render.context import RenderContext
from render.team_samples import plain_report, workshop_report
from render.test_snapshots import CONTEXTS
from support.rendering import text_of


@pytest.mark.parametrize("context", CONTEXTS)
def test_the_team_report_on_a_terminal_is_the_golden_one(context: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"team-{context}.txt", text_of("team", workshop_report(), "terminal", CONTEXTS[context]))


@pytest.mark.parametrize(("form", "ending"), [("markdown", "md"), ("json", "json"), ("html", "html"), ("csv", "csv")])
def test_the_team_report_as_a_file_is_the_golden_one(form: str, ending: str, matches_snapshot: Callable[[str, str], None]) -> None:
    matches_snapshot(f"team.{ending}", text_of("team", workshop_report(), form))


def test_without_options_there_are_no_comments_and_no_workshop() -> None:
    text = text_of("team", plain_report(), "terminal", RenderContext(plain=True))

    assert "What people wrote" not in text
    assert "What the workshop agreed on" not in text
    assert "Ana does it alone" not in text
