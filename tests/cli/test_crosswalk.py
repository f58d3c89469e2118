from __future__ import annotations

import json
import re

import pytest

from peerkit.errors import ExitCode
from support.commandline import peerkit
from support.pages import page_of

FRAMEWORKS = ["mind", "ppsa", "tacsi", "w3", "working-together"]


def test_the_matrix_counts_the_questions_of_each_framework() -> None:
    data = json.loads(peerkit("crosswalk", "--format", "json").out)
    assert data["frameworks"] == FRAMEWORKS
    assert len(data["themes"]) == 45
    assert data["themes_without_indicator"] == []
    drift = next(theme for theme in data["themes"] if theme["id"] == "peer-drift")
    plain = peerkit("crosswalk").out
    counts = ", ".join(f"{name} {len(here)}" for name, here in drift["indicators"].items() if here)
    assert f"({drift['id']}) {counts}." in " ".join(plain.split())


@pytest.mark.parametrize("columns", ["40", "80"])
def test_the_matrix_on_a_screen_fits_it(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.delenv("TERM", raising=False)
    lines = peerkit("crosswalk", screen=True).out.split("\n")
    bare = [re.sub("\x1b[^m]*m", "", line) for line in lines]
    assert max(map(len, bare)) <= int(columns)
    assert "Questions that carry a theme" in "\n".join(bare)


def test_where_there_is_room_the_matrix_is_a_table() -> None:
    tables = page_of(peerkit("crosswalk", "--format", "html").out).all("table", kind="themes")
    assert [head.text for head in tables[0].all("th")[1 : 1 + len(FRAMEWORKS)]] == FRAMEWORKS
    assert [cell.text for cell in tables[0].all("td")[: len(FRAMEWORKS)]] == ["3", "4", "5", "2", "1"]


def test_one_theme_shows_its_questions_side_by_side() -> None:
    out = peerkit("crosswalk", "--theme", "peer-drift").out
    assert out.startswith("Theme: Peer drift (keeping the role a peer role)\n")
    assert "\nId: mind/notice-drift\n" in out
    assert "How they relate.\n" in out


def test_the_tensions_are_cards_with_questions() -> None:
    out = peerkit("crosswalk", "--tensions", "--format", "markdown").out
    assert out.count("\n## ") == 7
    assert out.count("\n### To talk about\n") == 7


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
