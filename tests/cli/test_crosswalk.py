from __future__ import annotations

import json

import pytest

from peerkit.errors import ExitCode
from support.commandline import peerkit

FRAMEWORKS = ["mind", "ppsa", "tacsi", "w3", "working-together"]


def test_the_matrix_counts_the_questions_of_each_framework() -> None:
    data = json.loads(peerkit("crosswalk", "--format", "json").out)
    assert data["frameworks"] == FRAMEWORKS
    assert len(data["themes"]) == 45
    assert data["themes_without_indicator"] == []
    drift = next(theme for theme in data["themes"] if theme["id"] == "peer-drift")
    plain = peerkit("crosswalk").out
    counts = ", ".join(f"{name} {len(here)}" for name, here in drift["indicators"].items() if here)
    assert f"({drift['id']}): {counts}" in " ".join(plain.split())


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_matrix_on_a_screen_fits_it(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.delenv("TERM", raising=False)
    lines = peerkit("crosswalk", screen=True).out.split("\n")
    assert max(map(len, lines)) <= int(columns)
    assert lines[0] == "1  mind: Peer work framework"


def test_one_theme_shows_its_questions_side_by_side() -> None:
    out = peerkit("crosswalk", "--theme", "peer-drift").out
    assert out.startswith("Peer drift (keeping the role a peer role)\n")
    assert "     mind/notice-drift\n" in out
    assert "How they relate\n" in out


def test_the_tensions_are_cards_with_questions() -> None:
    out = peerkit("crosswalk", "--tensions", "--format", "markdown").out
    assert out.count("\n## ") == 7
    assert out.count("To talk about:") == 7


@pytest.mark.parametrize(
    ("arguments", "error", "hint"),
    [
        (["--theme", "powr"], 'there is no theme called "powr"', "Did you mean power?"),
        (["--theme", "power", "--tensions"], "--theme and --tensions show different things", "Give one of them."),
    ],
)
def test_what_cannot_be_shown_is_a_usage_error(arguments: list[str], error: str, hint: str) -> None:
    ended = peerkit("crosswalk", *arguments)
    assert (ended.code, ended.err) == (ExitCode.USAGE, f"error: {error}\nhint: {hint}\n")
