from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerkit.errors import InputError
from peerkit.source import file_formats
from peerkit.source.catalog import read_for_lint
from peerkit.source.yaml import yaml_file

PLAIN = "format: peerkit/framework/1\n"
WITH_FACTS = "format: peerkit/framework/1\nfacts: []\n"
CROSSWALK = "format: peerkit/crosswalk/1\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "inner").mkdir()
    files = {
        "plain.yaml": PLAIN,
        "facts.yaml": WITH_FACTS,
        "other.yaml": WITH_FACTS,
        "crosswalk.yaml": CROSSWALK,
        "themes.yaml": "format: peerkit/themes/1\n",
        "sources/plain.yaml": "format: peerkit/source/1\n",
        "sources/facts.yaml": "format: peerkit/source/1\n",
        "inner/deep.yaml": PLAIN,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def seen(folder: Path, *names: str) -> tuple[list[str], list[str]]:
    """Return the files that are linted and those that are looked at beside them, without the folder's name."""
    found = list(read_for_lint(*(folder / name for name in names)))
    shown = [(one.file.removeprefix(f"{folder.as_posix()}/"), one.beside) for one in found]
    return [name for name, beside in shown if not beside], [name for name, beside in shown if beside]


def test_beside_a_framework_are_its_themes_and_its_outline(folder: Path) -> None:
    assert seen(folder, "plain.yaml") == (["plain.yaml"], ["themes.yaml", "sources/plain.yaml"])


def test_beside_a_framework_with_facts_are_the_other_files_too(folder: Path) -> None:
    linted, beside = seen(folder, "facts.yaml")
    assert linted == ["facts.yaml"]
    assert beside == ["themes.yaml", "sources/facts.yaml", "crosswalk.yaml", "other.yaml", "plain.yaml"]


def test_beside_a_crosswalk_are_the_frameworks(folder: Path) -> None:
    assert seen(folder, "crosswalk.yaml")[1] == ["themes.yaml", "facts.yaml", "other.yaml", "plain.yaml"]


def test_beside_an_outline_is_its_framework(folder: Path) -> None:
    assert seen(folder, "sources/plain.yaml") == (["sources/plain.yaml"], ["plain.yaml"])


def test_beside_themes_is_nothing(folder: Path) -> None:
    assert seen(folder, "themes.yaml") == (["themes.yaml"], [])


def test_what_lies_beside_several_files_comes_once_and_what_is_linted_is_not_beside(folder: Path) -> None:
    linted, beside = seen(folder, "facts.yaml", "other.yaml", "crosswalk.yaml")
    assert linted == ["facts.yaml", "other.yaml", "crosswalk.yaml"]
    assert beside == ["themes.yaml", "sources/facts.yaml", "plain.yaml"]


def test_a_folder_gives_every_file_in_it_and_nothing_beside(folder: Path) -> None:
    linted, beside = seen(folder, "")
    assert linted[:2] == ["crosswalk.yaml", "facts.yaml"]
    assert "inner/deep.yaml" in linted
    assert beside == []


def test_what_lies_beside_and_is_no_file_is_let_be(folder: Path) -> None:
    (folder / "themes.yaml").unlink()
    (folder / "themes.yaml").mkdir()
    assert seen(folder, "plain.yaml")[1] == ["sources/plain.yaml"]


def test_what_lies_beside_and_cannot_be_read_is_let_be(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = yaml_file.read_bytes

    def read_unless_locked(path: Path) -> bytes:
        if path.name == "other.yaml":
            raise InputError("it is locked", "Open it.")
        return read_bytes(path)

    monkeypatch.setattr(yaml_file, "read_bytes", read_unless_locked)
    assert "other.yaml" not in seen(folder, "facts.yaml")[1]
    with pytest.raises(InputError, match="it is locked"):
        seen(folder, "other.yaml")


def test_a_folder_of_thousands_of_files_is_looked_at_in_part(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_formats, "MOST_FILES", 1)
    assert seen(folder, "facts.yaml")[1] == ["themes.yaml", "sources/facts.yaml", "crosswalk.yaml"]


def test_nothing_at_a_path_is_an_error(folder: Path) -> None:
    with pytest.raises(InputError, match="there is no file or folder"):
        seen(folder, "missing.yaml")


@pytest.mark.parametrize("closed", ["", "inner"])
def test_a_folder_that_cannot_be_looked_into_is_not_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    monkeypatch.setattr(os, "access", lambda path, how: path != folder / closed)
    with pytest.raises(InputError) as caught:
        list(read_for_lint(folder))
    assert caught.value.message == f"{folder / closed} cannot be looked into"


def test_a_hidden_folder_that_cannot_be_looked_into_is_nobodys_business(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".git").mkdir()
    monkeypatch.setattr(os, "access", lambda path, how: path != folder / ".git")
    assert list(read_for_lint(folder))
