from __future__ import annotations

import errno
import json
import os
import shutil
import stat
from pathlib import Path

import pytest

from peerkit.source.catalog import SCHEMA_FILE
from peerkit.source.file_formats import schema
from peerkit.source.yaml.document import parse
from support.commandline import CHECKOUT, answered, contents, peerkit, place


def linted(*paths: object) -> list[str]:
    """Return the codes of what lint finds with every rule there is."""
    return [one["code"] for one in json.loads(peerkit("lint", *paths, "--format", "json").out)["findings"]]


def test_a_new_framework_is_written_with_its_schema_and_the_way_on_is_told(folder: Path) -> None:
    ended = peerkit("new", "framework", "our-charter")
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == (
        "Written to frameworks/our-charter.yaml\n"
        "Put your own texts in, check them with `peerkit lint frameworks/our-charter.yaml` and try them with "
        "`peerkit assess frameworks/our-charter.yaml`.\n"
    )
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*")) == [
        "frameworks/our-charter.yaml",
        "frameworks/schemas/framework.schema.json",
    ]


@pytest.mark.parametrize("name", ["our-charter", "a", "123", "010", "no", "null", "maori", "addict", "x" * 64])
def test_lint_finds_nothing_in_it_whatever_it_is_called(name: str) -> None:
    assert peerkit("new", "framework", name).code == 0
    assert linted() == []


def test_lint_finds_nothing_in_several_side_by_side() -> None:
    for name in ("one", "two", "three"):
        assert peerkit("new", "framework", name).code == 0
    assert linted() == []


def test_lint_finds_nothing_in_it_beside_those_that_come_with_peerkit(folder: Path) -> None:
    shutil.copytree(CHECKOUT / "frameworks", folder / "frameworks")
    assert peerkit("new", "framework", "our-charter").code == 0
    found = json.loads(peerkit("lint", "--format", "json").out)["findings"]
    assert [one for one in found if "our-charter" in one["file"] + one["message"]] == []


def test_one_that_is_there_with_another_ending_is_not_doubled(folder: Path) -> None:
    place(folder / "frameworks", name="small.yml")
    ended = peerkit("new", "framework", "small")
    assert (ended.code, ended.err.splitlines()[0]) == (3, "error: frameworks/small.yml is there already")


def test_it_has_every_part_that_an_author_may_want(folder: Path) -> None:
    peerkit("new", "framework", "x")
    framework = parse((folder / "frameworks/x.yaml").read_bytes()).data
    assert {"source", "limits", "facts", "small_team", "glossary"} <= framework.keys()
    assert all(sum(one.get("core", False) for one in section["indicators"]) >= 2 for section in framework["sections"])
    used = {key for section in framework["sections"] for indicator in section["indicators"] for key in indicator}
    assert {"ask_as", "voices", "core", "safety", "covers", "only_if", "signposts", "look_for", "next_steps"} <= used


def test_what_stands_in_its_comments_can_be_used_too(folder: Path) -> None:
    peerkit("new", "framework", "x")
    path = folder / "frameworks/x.yaml"
    text = path.read_text()
    for line in ("short_title:", "not_assessed:", "  - {covers:", "weight:", "voices:"):
        assert f"# {line}" in text
        text = text.replace(f"# {line}", line, 1)
    path.write_text(text)
    assert linted() == []


def test_it_can_be_assessed_at_once(folder: Path) -> None:
    peerkit("new", "framework", "x")
    assert peerkit("assess", "x", "--role", "staff", "--set", "full", "--file", "x.peerkit.json", typed="3\n" * 5).code == 0
    assert list(answered(folder / "x.peerkit.json").values()) == [3] * 5
    assert contents(folder / "x.peerkit.json")["frameworks"][0]["id"] == "x"
    assert peerkit("report", "x.peerkit.json").code == 0


def test_its_first_line_names_the_schema_that_lies_beside_it(folder: Path) -> None:
    peerkit("new", "framework", "x")
    first = (folder / "frameworks/x.yaml").read_text().splitlines()[0]
    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert json.loads((folder / "frameworks" / SCHEMA_FILE).read_text()) == schema("framework")


@pytest.mark.parametrize("by", ["option", "variable"])
def test_it_goes_into_the_folder_that_is_named(folder: Path, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    option = ["--frameworks", "a b/c"] if by == "option" else []
    if by == "variable":
        monkeypatch.setenv("PEERKIT_FRAMEWORKS", "a b/c")
    ended = peerkit("new", "framework", "x", *option)
    assert ended.err.startswith("Written to a b/c/x.yaml\n")
    assert (folder / "a b/c/x.yaml").is_file()
    assert (folder / "a b/c" / SCHEMA_FILE).is_file()
    assert not (folder / "frameworks").exists()


def test_nothing_is_written_over(folder: Path) -> None:
    path = place(folder / "frameworks", "mine", "x.yaml")
    ended = peerkit("new", "framework", "x")
    assert ended.failed == (3, "frameworks/x.yaml is there already", "Choose another id or folder; nothing was written over.")
    assert path.read_text() == "mine"


def test_a_schema_that_is_there_stays_as_it_is(folder: Path) -> None:
    mine = place(folder / "frameworks/schemas", "mine", "framework.schema.json")
    assert peerkit("new", "framework", "x").code == 0
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("file", ["frameworks/schemas/framework.schema.json", "frameworks/x.yaml"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_what_breaks_off_leaves_nothing_half_written_and_can_be_run_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, file: str, error: BaseException
) -> None:
    def full(descriptor: int) -> None:
        if (folder / "frameworks" / SCHEMA_FILE).exists() == (file == "frameworks/x.yaml") and not stat.S_ISDIR(
            os.fstat(descriptor).st_mode
        ):
            raise error

    monkeypatch.setattr(os, "fsync", full)
    ended = peerkit("new", "framework", "x")
    assert ended.code in (3, 130)
    assert ended.code == 130 or ended.told[0] == f"{file} cannot be written: No space left on device"
    assert not (folder / "frameworks/x.yaml").exists()
    assert not list(folder.rglob(".*"))

    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert peerkit("new", "framework", "x").code == 0
    assert linted() == []


def test_on_a_drive_where_a_file_has_one_name_nothing_is_written_over_either(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_name(here: object, there: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", one_name)
    mine = place(folder / "frameworks/schemas", "mine", "framework.schema.json")
    assert peerkit("new", "framework", "x").code == 0
    assert linted("frameworks/x.yaml") == []
    assert mine.read_text() == "mine"
    assert not list(folder.rglob(".*"))


def test_a_link_that_leads_nowhere_is_not_written_through(folder: Path) -> None:
    (folder / "frameworks").mkdir()
    (folder / "frameworks/x.yaml").symlink_to("elsewhere.yaml")
    assert peerkit("new", "framework", "x").code == 3
    assert not (folder / "frameworks/elsewhere.yaml").exists()


@pytest.mark.parametrize("name", ["Our", "our_charter", "../x", "a/b", "-x-", "", "x.yaml", "x" * 65, "é", "x\n", "::error::"])
def test_a_name_that_is_no_id_is_wrong_usage(folder: Path, name: str) -> None:
    ended = peerkit("new", "framework", "--", name)
    assert ended.code == 2
    assert ended.told[1] == "Use small letters, digits and hyphens between them, 64 at most: our-charter."
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["themes", "crosswalk"])
def test_the_name_of_another_file_is_wrong_usage(name: str) -> None:
    assert peerkit("new", "framework", name).failed == (
        2,
        f"{name}.yaml is the name of another file beside frameworks",
        "Choose another id.",
    )


def test_only_frameworks_are_made() -> None:
    assert peerkit("new", "rule", "x").code == 2
    assert peerkit("new").code == 2


def test_a_folder_that_cannot_be_made_is_an_output_error(folder: Path) -> None:
    (folder / "file").write_text("")
    ended = peerkit("new", "framework", "x", "--frameworks", "file")
    assert ended.failed == (3, "file/x.yaml cannot be written: Not a directory", "Name another folder with --frameworks.")


def test_an_id_that_comes_with_peerkit_is_refused(tmp_path: Path) -> None:
    ended = peerkit("new", "framework", "tacsi", "--frameworks", tmp_path)
    assert ended.failed == (2, "tacsi is the id of a framework that comes with peerkit", "Choose another id; yours would hide it.")
    assert list(tmp_path.iterdir()) == []
