from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peerkit.model.scale import VOICES
from support.commandline import CHECKOUT, peerkit, place
from support.files import FRAMEWORK, changed


def listed(*arguments: object) -> dict[str, dict[str, Any]]:
    ended = peerkit("frameworks", "--format", "json", *arguments)
    assert (ended.code, ended.err) == (0, "")
    data = json.loads(ended.out)
    assert data.keys() == {"format", "frameworks"}
    assert data["format"] == "peerkit/frameworks/1"
    return {one["id"]: one for one in data["frameworks"]}


def titled(title: str) -> str:
    return changed(("title: A small framework", f"title: {title}"))


def test_each_framework_has_id_title_sizes_minutes_and_where_it_comes_from(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3\n", "source: {publisher: A house}\n")))
    assert listed()["small"] == {
        "id": "small",
        "version": "1.0.0",
        "title": "A small framework",
        "sections": 2,
        "indicators": 3,
        "quick": 1,
        "minutes": 4,
        "quick_minutes": 2,
        "quick_by_role": dict.fromkeys(VOICES, 1),
        "publisher": "A house",
        "origin": "frameworks/small.yaml",
    }


def test_the_text_says_the_same_in_words(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3\n", "source: {publisher: A house}\n")))
    entry = peerkit("frameworks").out.partition("\nA small framework.\n")[2].partition("\n\n")[0]
    assert entry.splitlines() == [
        "Id: small",
        "Sections: 2",
        "Quick set: 1 question, about 2 minutes",
        "Of whom: 1 of everyone",
        "Full set: 3 questions, about 4 minutes",
        "From: A house",
        "Its file: frameworks/small.yaml",
    ]


def test_the_ones_that_come_with_peerkit_are_there_in_any_folder() -> None:
    shipped = {path.stem for path in (CHECKOUT / "frameworks").glob("*.yaml")} - {"themes", "crosswalk", "barriers"}
    found = listed()
    assert found.keys() == shipped
    assert {one["origin"] for one in found.values()} == {"comes with peerkit"}
    assert list(found) == sorted(found)


def test_a_framework_is_looked_for_in_the_named_folder_then_here_then_among_the_shipped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place(folder / "frameworks", titled("Here"))
    place(folder / "frameworks", changed(("id: small", "id: tacsi"), ("A small framework", "Ours")), "tacsi.yaml")
    place(folder / "variable", titled("Variable"))
    place(folder / "option", titled("Option"))
    place(folder / "option", changed(("id: small", "id: only")), "only.yaml")

    def titles(*arguments: object) -> tuple[str, str]:
        listed_title = listed(*arguments)["small"]["title"]
        shown = json.loads(peerkit("show", "small", "--format", "json", *arguments).out)["title"]
        assert listed_title == shown
        return listed_title, listed(*arguments)["tacsi"]["title"]

    assert titles() == ("Here", "Ours")
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", "variable")
    assert titles() == ("Variable", "Ours")
    assert titles("--frameworks", "option") == ("Option", "Ours")
    assert titles("--frameworks", folder / "option") == ("Option", "Ours")
    assert "mind" in listed("--frameworks", "option").keys() & listed().keys()
    assert "only" not in listed()


@pytest.mark.parametrize("command", [["frameworks"], ["show", "tacsi"], ["assess", "tacsi"]])
def test_a_named_folder_that_is_not_there_is_an_error(monkeypatch: pytest.MonkeyPatch, command: list[str]) -> None:
    told = (3, "there is no folder nowhere", "Check --frameworks or PEERKIT_FRAMEWORKS.")
    assert peerkit(*command, "--frameworks", "nowhere").failed == told
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", "nowhere")
    assert peerkit(*command).failed == told


def test_files_without_a_format_of_peerkit_and_other_formats_are_passed_over(folder: Path) -> None:
    place(folder / "frameworks", "on: push\njobs: {}\n", "ci.yaml")
    place(folder / "frameworks", "format: other/1\n", "other.yaml")
    place(folder / "frameworks", "title: 'format: peerkit/framework/1'\n", "quoted.yaml")
    place(folder / "frameworks", "format: peerkit/themes/1\nthemes: []\n", "themes.yaml")
    place(folder / "frameworks" / "inner", FRAMEWORK)
    assert {"ci", "other", "quoted", "themes", "small"} & listed().keys() == set()


def test_a_broken_file_is_told_and_the_others_are_listed(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3", "goal: 7")), "tacsi.yaml")
    ended = peerkit("frameworks", "--format", "json")
    assert ended.code == 0
    assert ended.err.startswith(peerkit("lint", "frameworks/tacsi.yaml", "--select", "PK203").out)
    assert ended.err.endswith(
        "note: left out: frameworks/tacsi.yaml cannot be used: 1 mistake in it. "
        "Mend what is named above. It is shown again by: peerkit lint frameworks/tacsi.yaml\n"
    )
    found = {one["id"] for one in json.loads(ended.out)["frameworks"]}
    assert "mind" in found
    assert "tacsi" not in found


def test_a_file_must_be_named_after_its_id(folder: Path) -> None:
    place(folder / "frameworks", changed(("id: small", "id: large")))
    told = ("frameworks/small.yaml says that its id is large", "Rename the file, or write id: small in it.")
    assert peerkit("frameworks").err == f"note: left out: {told[0]}. {told[1]}\n"
    assert peerkit("show", "small").failed == (3, *told)


@pytest.mark.parametrize("path", ["frameworks/small.yaml", "./frameworks/small.yaml", "up/../frameworks/small.yaml"])
def test_an_argument_that_looks_like_a_path_is_one(folder: Path, path: str) -> None:
    (folder / "up").mkdir()
    place(folder / "frameworks", titled("Here"))
    assert peerkit("show", path).out.startswith("Framework: Here\nId: small\nVersion: 1.0.0\n")


@pytest.mark.parametrize("path", ["gone.yaml", "./gone/none.yaml"])
def test_a_path_that_leads_nowhere_is_an_input_error(path: str) -> None:
    ended = peerkit("show", path)
    error = f"{path.removeprefix('./')} cannot be read: No such file or directory"
    assert ended.failed == (3, error, "Check the path and its permissions.")


def test_a_path_to_another_of_our_formats_is_told(folder: Path) -> None:
    path = place(folder, "format: peerkit/themes/1\nthemes: []\n", "themes.yaml")
    error = f"{path} is a peerkit/themes/1 file, and not a framework"
    assert peerkit("show", path).failed == (3, error, "Give the file of a framework.")


@pytest.mark.parametrize("name", ["crosswalk", "themes"])
def test_what_is_wrong_in_a_file_that_frameworks_share_is_shown_above_the_error_too(folder: Path, name: str) -> None:
    path = place(folder / "frameworks", f"format: peerkit/{name}/1\nlinsk: []\n", f"{name}.yaml").relative_to(folder)
    linted = peerkit("lint", path, "--select", "PK1").out
    ended = peerkit("crosswalk", "--theme", "power")
    assert ended.told[0].startswith(f"{path} cannot be used: ")
    assert linted
    assert ended.err.startswith(linted)
