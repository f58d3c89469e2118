"""What the README shows is what the program prints."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from peerkit.cli.app import command_names
from peerkit.engine.scores.report import make_report
from peerkit.model.framework import Framework
from peerkit.render.context import RenderContext
from peerkit.source.json import assessment_file
from peerkit.source.yaml import yaml_file
from support.kept import Kept
from support.rendering import text_of

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCREEN = re.compile(r"(<!-- screen: report -->\n)(.*?)(<!-- end -->)", re.DOTALL)
FIRST_NOT_SHOWN = "Strengths"
EXAMPLE = ROOT / "examples/lantern-street/lantern-street-peers.tacsi.peerkit.json"


def report_screen() -> str:
    """Return the upper part of the example's report, as 80 columns without colour show it."""
    framework, _ = yaml_file.read_file(ROOT / "frameworks/tacsi.yaml", Framework)
    report = make_report([framework], assessment_file.read(EXAMPLE), "2026-11-22")
    text = text_of("short_report", report, "terminal", RenderContext(width=80))
    shown = text[: text.index(FIRST_NOT_SHOWN)].rstrip().strip("\n")
    return "\n".join(line.rstrip() for line in shown.split("\n"))


def test_the_screen_in_the_readme_is_the_screen_of_the_report(kept: Kept) -> None:
    wanted = f"```text\n{report_screen()}\n```\n"
    assert SCREEN.search(README) is not None
    kept(ROOT / "README.md", SCREEN.sub(lambda match: match[1] + wanted + match[3], README))


@pytest.mark.parametrize("line", re.findall(r"^peerkit .*#.*$", README, re.MULTILINE))
def test_every_command_in_the_readme_exists(line: str) -> None:
    assert shlex.split(line.partition("#")[0])[1] in command_names()


def test_every_command_is_in_the_readme() -> None:
    for name in command_names():
        assert f"peerkit {name}" in README


@pytest.mark.parametrize("target", ["assess", "demo", "test"])
def test_the_readme_names_what_sets_up_by_itself(target: str) -> None:
    assert f"make {target} " in README
    assert re.search(rf"^{target}: \$\(VENV\)/", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make here")
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ((), "There are no answers here yet. Start with: make assess\n"),
        (("old.peerkit.json", "my own.peerkit.json"), "report my own.peerkit.json\n"),
    ],
)
def test_make_report_shows_the_newest_answers_of_this_folder_alone(answers: tuple[str, ...], said: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    peerkit = tmp_path / ".venv/bin/peerkit"
    peerkit.parent.mkdir(parents=True)
    peerkit.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    peerkit.chmod(0o755)
    for age, name in enumerate(reversed(answers), start=1):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (2_000_000_000 - age, 2_000_000_000 - age))
    for made in ("pyproject.toml", "constraints.txt", ".venv/bin/python", ".venv/.installed"):
        (tmp_path / made).touch()
    ended = subprocess.run(["make", "report"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ended.stdout, ended.returncode == 0) == (said, bool(answers))


def test_every_path_in_the_readme_is_there() -> None:
    for path in re.findall(r"(?:src|examples|frameworks)/[\w./-]+", README):
        if "*" not in path:
            assert (ROOT / path.rstrip(".")).exists(), path
