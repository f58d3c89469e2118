"""`peerkit report FOLDER --facilitator`: what it needs and where it goes. The figure itself is tested beside its library."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.commandline import peerkit, place


@pytest.fixture
def team(folder: Path) -> Path:
    place(folder / "frameworks")
    here = folder / "round"
    here.mkdir()
    for number in range(6):
        arguments = ("--role", "staff", "--program", "Lantern", "--file", here / f"{number}.peerkit.json")
        assert peerkit("assess", "small", *arguments, typed=f"{number % 5}\n{number % 3}\n3\n").code == 0
    return here


def test_without_the_library_the_error_names_what_to_install(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    monkeypatch.setattr("peerkit.cli.commands.report.LEAST_QUESTIONS", 1)
    assert peerkit("report", team, "--facilitator").failed == (
        3,
        "the facilitator's figure needs krippendorff, which is not installed",
        'Install it with: pip install "peerkit[stats]"',
    )
    assert not list(team.glob("*.shown.json")), "nothing was shown, so nothing is remembered"


def test_a_small_questionnaire_has_no_figure_and_needs_no_library(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    ended = peerkit("report", team, "--facilitator")
    assert (ended.code, ended.warned) == (0, "")
    assert "no figure: it takes 10 questions" in ended.out


@pytest.mark.parametrize("form", ["csv", "json"])
def test_data_holds_no_such_figure(team: Path, form: str) -> None:
    assert peerkit("report", team, "--facilitator", "--format", form).failed == (
        2,
        f"{form} holds no such figure",
        "Leave --facilitator out, or choose terminal, markdown or html.",
    )


def test_one_file_has_nobody_to_agree_with(team: Path) -> None:
    code, error, _ = peerkit("report", team / "0.peerkit.json", "--facilitator").failed
    assert (code, error) == (2, "--facilitator is for the report of a team, and here is one file, whose report shows all that is in it")
