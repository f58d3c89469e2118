"""What is there is left alone, unless --overwrite says otherwise; lint and schema write over files of their own kind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerkit.render.findings import FORMATS
from support.commandline import peerkit, place

STORY = ("assess", "small", "--role", "staff", "--program", "Lantern", "--file")
REFUSED = (3, "out.txt is there already", "Choose another name with --output, or write over it with --overwrite.")
COMMANDS = [
    ["report", "a.peerkit.json"],
    ["report", "team"],
    ["plan", "a.peerkit.json"],
    ["explain", "a.peerkit.json", "small"],
    ["agenda", "a.peerkit.json"],
    ["compare", "a.peerkit.json", "a.peerkit.json"],
    ["collect", "team"],
    ["list"],
    ["show", "small"],
    ["sheet", "small"],
    ["frameworks"],
    ["rule"],
    ["crosswalk"],
    ["lint"],
    ["schema"],
]


@pytest.fixture
def here(folder: Path) -> Path:
    place(folder / "frameworks")
    (folder / "team").mkdir()
    for name in ("a.peerkit.json", *(f"team/{number}.peerkit.json" for number in range(5))):
        assert peerkit(*STORY, name, typed="3\n3\n3\n").code == 0
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_is_there_is_left_alone(command: list[str], here: Path) -> None:
    (here / "out.txt").write_text("mine", encoding="utf-8")
    assert peerkit(*command, "--output", "out.txt").failed == REFUSED
    assert (here / "out.txt").read_text(encoding="utf-8") == "mine"
    assert not list(here.rglob("*.shown.json")), "nothing is remembered of what nobody has seen"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_is_written_over_where_that_is_said(command: list[str], here: Path) -> None:
    (here / "out.txt").write_text("mine", encoding="utf-8")
    assert peerkit(*command, "--output", "out.txt", "--overwrite").code in (0, 1)
    assert (here / "out.txt").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize("name", ["a.peerkit.json", "frameworks/small.yaml"])
def test_answers_and_frameworks_are_never_written_over(name: str, here: Path) -> None:
    before = (here / name).read_bytes()
    code, error, hint = peerkit("report", "a.peerkit.json", "--output", name, "--overwrite").failed
    assert (code, hint) == (3, "Choose another name with --output.")
    assert error.startswith(f"{name} ")
    assert (here / name).read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("clean", [True, False])
def test_lint_writes_over_what_lint_has_written(form: str, clean: bool, here: Path) -> None:
    arguments = ["lint", "--format", form, "--output", "out", *(["--select", "PK9"] if clean else [])]
    first = peerkit(*arguments)
    assert first.code in (0, 1), first.err
    assert peerkit(*arguments).code == first.code


def test_schema_writes_over_a_schema(here: Path) -> None:
    for name in ("framework", "report"):
        assert peerkit("schema", name, "--output", "out.json").code == 0


def test_a_device_is_written_to(here: Path) -> None:
    assert peerkit("frameworks", "--output", os.devnull).code == 0
