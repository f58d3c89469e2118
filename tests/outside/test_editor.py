"""Our schemas in an editor: the YAML language server, which VS Code, Neovim and others ask, marks nothing that is right."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from outside.conftest import program
from support.commandline import CHECKOUT, peerkit

SCHEMA_LINE = "# yaml-language-server: $schema=schemas/framework.schema.json\n"


@pytest.fixture
def frameworks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a new framework, its schema, and the frameworks that come with peerkit."""
    monkeypatch.chdir(tmp_path)
    assert peerkit("new", "framework", "our-charter").code == 0
    for path in (CHECKOUT / "frameworks").glob("*.yaml"):
        if path.stem not in ("themes", "crosswalk", "barriers"):
            shutil.copy(path, tmp_path / "frameworks")
    return tmp_path / "frameworks"


def edited(node_modules: Path, folder: Path, word: str) -> dict[str, Any]:
    """Return what the language server marks in each file of a folder, and what it shows over a word of our own."""
    names = ["our-charter.yaml", *sorted(path.name for path in folder.glob("*.yaml") if path.name != "our-charter.yaml")]
    for name in names:
        text = (folder / name).read_text(encoding="utf-8")
        if not text.startswith(SCHEMA_LINE):
            (folder / name).write_text(SCHEMA_LINE + text, encoding="utf-8")
    command = [program("node"), str(node_modules.parent / "editor.mjs"), str(folder), word, *names]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == 0, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return {"marked": dict(zip(names, told["marked"], strict=True)), "hover": told["hover"]}


def test_an_editor_marks_nothing_in_what_is_right_and_says_what_a_key_means(node_modules: Path, frameworks: Path) -> None:
    told = edited(node_modules, frameworks, "covers:")
    assert len(told["marked"]) == 6
    assert set(map(len, told["marked"].values())) == {0}
    assert "The points of the document that it asks about." in told["hover"]


def test_an_editor_marks_a_level_that_there_is_not_and_a_misspelt_key(node_modules: Path, frameworks: Path) -> None:
    for path in frameworks.glob("*.yaml"):
        if path.stem != "our-charter":
            path.unlink()
    path = frameworks / "our-charter.yaml"
    path.write_text(path.read_text().replace(" 4: ", " 5: ", 1).replace("goal:", "gaol:", 1), encoding="utf-8")
    marked = edited(node_modules, frameworks, "covers:")["marked"]["our-charter.yaml"]
    assert len(marked) == 2
    assert any("gaol" in message for _, message in marked)
