"""An invented program to look at, in a checkout and where peerkit is installed."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path

import pytest

from peerkit.source import catalog
from support.commandline import peerkit

NOTE = "note: this program is invented, and so are its answers\n"


def test_the_result_of_an_invented_program_is_shown(folder: Path) -> None:
    ended = peerkit("demo")
    assert (ended.code, ended.err) == (0, NOTE)
    assert ended.out.startswith("Gap report: Lantern Street Peers\n")
    assert list(folder.iterdir()) == []


def test_a_team_is_shown_as_often_as_you_like_and_nothing_is_remembered(folder: Path) -> None:
    before = sorted((catalog.built_in_folder().parent / "examples").rglob("*"))
    first, second = peerkit("demo", "--team"), peerkit("demo", "--team")
    assert (first.code, first.err) == (0, NOTE)
    assert first.out.startswith("Team report: Tern Point Peers\n")
    assert first.out == second.out
    assert sorted((catalog.built_in_folder().parent / "examples").rglob("*")) == before


@pytest.mark.parametrize("options", [[], ["--team"]])
def test_it_opens_as_a_page(options: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(webbrowser, "open", opened.append)
    assert peerkit("demo", "--open", *options).code == 0
    [page] = tmp_path.rglob("demo.html")
    assert opened == [page.as_uri()]
