"""What a command loads before it works, by the names of modules: start-up time is made of little else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.commandline import environment, peerkit, place

HEAVY = {
    "pydantic",
    "pydantic_core",
    "rich",
    "questionary",
    "prompt_toolkit",
    "jinja2",
    "pygments",
    "markdown_it",
    "importlib.metadata",
    "asyncio",
}
LOADED = "import sys; from peerkit.cli.app import run; code = run(sys.argv[1:]); print(*sys.modules, file=sys.stderr); sys.exit(code)"
BARE = {
    "peerkit",
    "peerkit.cli",
    "peerkit.cli.app",
    "peerkit.cli.commands",
    "peerkit.cli.console",
    "peerkit.errors",
    "peerkit.render",
    "peerkit.render.escape",
    "peerkit.render.context",
}


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that a run loads; the run must end well."""
    command = [sys.executable, "-c", LOADED, *arguments]
    ended = subprocess.run(command, cwd=folder, env=environment(), input="3\n" * 9, capture_output=True, text=True, timeout=60, check=True)
    return set(ended.stderr.split())


def nouns(modules: set[str]) -> set[str]:
    """Return the modules of the model among those loaded, but for the one that reads the day of the tests."""
    return {name.removeprefix("peerkit.model.") for name in modules if name.startswith("peerkit.model.")} - {"typed_text"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a framework and a file of answers."""
    monkeypatch.chdir(tmp_path)
    place(tmp_path / "frameworks")
    assert peerkit("assess", "small", "--role", "staff", "--file", "x.peerkit.json", typed="1\n2\n4\n").code == 0
    return tmp_path


def test_the_version_loads_no_command_and_no_reader(folder: Path) -> None:
    modules = loaded(folder, "--version")
    assert {name for name in modules if name.partition(".")[0] == "peerkit"} <= BARE
    assert not modules & (HEAVY | {"yaml", "csv", "secrets", "hashlib", "json"})


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["report", "--help"],
        ["frameworks"],
        ["frameworks", "--format", "json"],
        ["show", "small"],
        ["show", "small/plan", "--format", "markdown"],
        ["show", "x.peerkit.json"],
        ["report", "--plain", "x.peerkit.json"],
        ["report", "x.peerkit.json", "--format", "json"],
        ["report", "x.peerkit.json", "--format", "markdown"],
        ["explain", "x.peerkit.json", "small"],
        ["plan", "--plain", "x.peerkit.json"],
        ["plan", "x.peerkit.json", "--format", "json"],
        ["plan", "x.peerkit.json", "--format", "markdown"],
        ["agenda", "--plain", "x.peerkit.json"],
        ["agenda", "x.peerkit.json", "--format", "markdown"],
        ["assess", "small", "--file", "y.peerkit.json"],
        ["assess", "--resume", "x.peerkit.json"],
        ["assess", "small", "--enter", "--sheet-version", "1.0.0", "--file", "y.peerkit.json"],
        ["prepare", "small", "--file", "y.json"],
        ["sheet", "small"],
        ["sheet", "small", "--format", "csv"],
    ],
    ids=" ".join,
)
def test_no_command_that_people_wait_for_loads_anything_heavy(folder: Path, arguments: list[str]) -> None:
    modules = loaded(folder, *arguments)
    assert not modules & HEAVY
    assert not any(name.startswith("peerkit.lint") for name in modules - {"peerkit.lint"})


def test_a_list_of_frameworks_loads_nothing_about_answers(folder: Path) -> None:
    modules = loaded(folder, "frameworks")
    assert nouns(modules) == {"constraints", "finding", "framework", "page", "scale"}
    assert not modules & {"fractions", "hashlib", "json"}


def test_the_report_of_one_file_loads_nothing_about_teams_and_nothing_that_words_a_fault(folder: Path) -> None:
    modules = loaded(folder, "report", "--plain", "x.peerkit.json")
    assert nouns(modules) == {"answers", "constraints", "finding", "framework", "page", "report", "result", "scale"}
    assert not modules & {"peerkit.engine.team", "peerkit.source.structure_faults", "peerkit.source.value_hints"}


def test_a_command_loads_no_other_command(folder: Path) -> None:
    modules = loaded(folder, "report", "--plain", "x.peerkit.json")
    assert {name for name in modules if name.startswith("peerkit.cli.commands.")} == {"peerkit.cli.commands.report"}
    assert "peerkit.cli.prompting.terminal" not in modules


def test_a_report_loads_no_format_but_its_own(folder: Path) -> None:
    modules = loaded(folder, "report", "x.peerkit.json", "--format", "json")
    written = {name for name in modules if name.startswith(("peerkit.render.data.", "peerkit.render.forms.", "peerkit.render.media."))}
    assert written == {"peerkit.render.data.tables", "peerkit.render.data.json_text", "peerkit.render.data.report_data"}


def test_a_file_that_fits_is_read_without_pydantic_and_one_that_does_not_is_explained_with_it(folder: Path) -> None:
    broken = folder / "x.peerkit.json"
    broken.write_text(json.dumps(json.loads(broken.read_text()) | {"set": "most"}))
    command = [sys.executable, "-c", LOADED, "report", "x.peerkit.json"]
    ended = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 3
    assert "pydantic" in ended.stderr.split()


def test_what_goes_with_the_process_is_not_looked_through_once_more_at_its_end(folder: Path) -> None:
    ends = "import atexit, gc, sys; from peerkit.cli.app import main; atexit.register(lambda: print(gc.get_freeze_count() > 0)); main()"
    ended = subprocess.run(
        [sys.executable, "-c", ends, "--version"], cwd=folder, env=environment(), capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.splitlines()[-1] == "True"
