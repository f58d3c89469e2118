"""What the page on comparing says is so: its commands run, and it names the bounds of the code."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from peerkit.model.comparison import FRAMEWORK_MOVES, SECTION_MOVES
from support.commandline import CHECKOUT, SETTLED, peerkit

PAGE = (CHECKOUT / "docs" / "comparing.md").read_text(encoding="utf-8")
COMMANDS = [line for line in PAGE.splitlines() if line.startswith("peerkit ")]


@pytest.fixture
def rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the examples under the names that the page uses."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", str(CHECKOUT / "frameworks"))
    for name, value in SETTLED.items():
        monkeypatch.setenv(name, value)
    examples = CHECKOUT / "examples"
    for folder in ("2025-11", "2026-11"):
        shutil.copytree(examples / "tern-point" / folder, tmp_path / folder, ignore=shutil.ignore_patterns("*.shown.json*"))
    shutil.copytree(tmp_path / "2026-11", tmp_path / "tern-point")
    for name in ("lantern-street", "harbour-bridge"):
        (tmp_path / name).mkdir()
        [file] = (examples / name).glob("*.tacsi.peerkit.json")
        shutil.copy(file, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, rounds: Path) -> None:
    ended = peerkit(*shlex.split(command)[1:])

    assert ended.code == 0
    assert ended.out or (rounds / "two-rounds.html").exists()


def test_the_two_rounds_show_what_the_example_says_of_them(rounds: Path) -> None:
    page = peerkit("compare", "2025-11", "2026-11").out

    assert "Like for like: the same questions, answered in the same way." in page
    up = page.partition("Up from A to B.")[2].partition("Strong on both sides")[0]
    assert "speak up about risk" in up
    assert "make it easy to join in" not in up


def test_the_page_says_from_where_on_sides_differ() -> None:
    assert f"under {float(SECTION_MOVES):g} points apart, and a framework under {FRAMEWORK_MOVES}," in PAGE
