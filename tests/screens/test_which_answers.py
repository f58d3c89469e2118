"""Where several files of answers lie here and none is named, a person chooses."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commandline import peerkit
from support.terminals import Size, in_process

STORY = ("assess", "house", "--role", "staff")


@pytest.mark.parametrize("size", [Size(80, 24), Size(40, 20)])
def test_the_answers_to_go_on_with_are_chosen(size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("Rowan", "Willow"):
        assert peerkit(*STORY, "--program", name, "--file", f"{name}.peerkit.json", typed="3\nq\n").code == 0
    with in_process(["assess", "--resume"], size, tmp_path) as terminal:
        terminal.see("Which answers do you mean?")
        terminal.press("2")
        terminal.see("question 2 of")
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.shows("Saved: Rowan.peerkit.json")
