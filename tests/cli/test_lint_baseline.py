"""What fails a run of lint, and what a baseline puts off."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from support.commandline import peerkit, place
from support.files import changed

ONLY = ("--select", "PK101,PK203")
BAD = changed(("goal: 3", "goal: 7"), ("id: learn", "id: plan"))


@pytest.fixture(autouse=True)
def framework(folder: Path) -> Path:
    return place(folder / "frameworks", BAD)


def codes(*arguments: object) -> list[str]:
    return [found["code"] for found in json.loads(peerkit("lint", *arguments, "--format", "json", *ONLY).out)["findings"]]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such a name cannot be given there")
def test_a_file_whose_name_is_no_text_can_be_put_off_too(folder: Path, framework: Path) -> None:
    framework.rename(folder / "frameworks" / os.fsdecode(b"sm\xe9ll.yaml"))

    assert peerkit("lint", "--write-baseline", "known.json", *ONLY).code == 0
    assert codes("--baseline", "known.json") == []


@pytest.mark.parametrize(("severity", "expected"), [("error", (1, 1, 1)), ("warning", (0, 1, 1)), ("info", (0, 0, 1))])
def test_what_is_less_severe_than_asked_for_fails_no_run(severity: str, expected: tuple[int, ...], folder: Path) -> None:
    rule = {"error": "PK203", "warning": "PK317", "info": "PK208"}[severity]
    place(folder / "frameworks", changed(("goal: 3", "goal: 7"), ("title: A small", "title: TBD, a small"), ("        core: true\n", "")))
    found = json.loads(peerkit("lint", "--select", rule, "--format", "json").out)["findings"]
    assert [(one["code"], one["severity"]) for one in found] == [(rule, severity)]
    assert tuple(peerkit("lint", "--select", rule, "--fail-on", least).code for least in ("error", "warning", "info")) == expected


def test_a_severity_that_there_is_not_is_refused() -> None:
    ended = peerkit("lint", "--fail-on", "warnings")
    assert (ended.code, ended.err.splitlines()[1]) == (2, "hint: Did you mean warning?")


def test_to_ignore_all_that_is_selected_is_refused() -> None:
    ended = peerkit("lint", "--select", "PK203", "--ignore", "PK203")
    assert (ended.code, ended.err) == (
        2,
        "error: nothing is left to check: PK203 is selected, and ignored\nhint: Leave it out of --select or of --ignore.\n",
    )
    assert peerkit("lint", "--select", "PK1,PK2", "--ignore", "PK1").code in (0, 1)
    assert peerkit("lint", "--select", "PK101", "--ignore", "PK1").code == 2


def test_what_a_baseline_holds_is_put_off_and_what_came_since_is_told(framework: Path, folder: Path) -> None:
    assert codes() == ["PK203", "PK101"]
    ended = peerkit("lint", "--write-baseline", "known.json", *ONLY)
    assert (ended.code, ended.out) == (0, "1 file, nothing to mend\n")
    assert ended.err == "Written to known.json\n2 findings are put off by known.json\n"
    assert codes("--baseline", "known.json") == []
    framework.write_text("# a line above\n" + framework.read_text().replace("id: share", "id: plan"))
    ended = peerkit("lint", "--baseline", "known.json", "--format", "concise", *ONLY)
    assert ended.code == 1
    assert ended.out.splitlines()[0].startswith("frameworks/small.yaml:36:13: error: the id plan is used twice")
    assert ended.err == "2 findings are put off by known.json\n"


def test_a_baseline_shows_in_a_review_what_it_holds_and_serves_from_any_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    peerkit("lint", "--write-baseline", "known.json", "--select", "PK203")
    held = json.loads((folder / "known.json").read_text())
    [entry] = held.pop("findings")
    assert held == {"format": "peerkit/baseline/1"}
    assert len(entry.pop("fingerprint")) == 16
    assert entry == {"code": "PK203", "file": "frameworks/small.yaml", "message": "7 is out of range for goal"}
    monkeypatch.chdir(folder / "frameworks")
    assert peerkit("lint", "small.yaml", "--baseline", "../known.json", "--select", "PK203").code == 0


def test_what_cannot_be_read_is_never_put_off(folder: Path) -> None:
    place(folder / "frameworks", "format: peerkit/framework/1\nid: [\n", "broken.yaml")
    ended = peerkit("lint", "--write-baseline", "known.json", "--format", "concise")
    assert ended.code == 1
    assert "[PK004]" in ended.out.splitlines()[0]


def test_a_baseline_is_written_over_itself_and_over_nothing_else(folder: Path) -> None:
    assert peerkit("lint", "--write-baseline", "known.json").code == 0
    assert peerkit("lint", "--write-baseline", "known.json").code == 0
    (folder / "notes.json").write_text('{"a": 1}')
    assert peerkit("lint", "--write-baseline", "notes.json").code == 3
    assert (folder / "notes.json").read_text() == '{"a": 1}'
    assert peerkit("lint", "--baseline", "notes.json").code == 3
    assert peerkit("lint", "--baseline", "gone.json").code == 3
    assert peerkit("lint", "--baseline", "known.json", "--write-baseline", "other.json").code == 2


def test_statistics_count_what_was_found_and_what_was_left_out(folder: Path) -> None:
    place(folder / "frameworks", BAD.replace("goal: 7", "goal: 7 # peerkit: ignore PK203 we mean it"))
    peerkit("lint", "--write-baseline", "known.json", *ONLY)
    place(folder / "frameworks", BAD.replace("goal: 7", "goal: 7 # peerkit: ignore PK203 we mean it").replace("id: share", "id: plan"))
    arguments = ("lint", "--baseline", "known.json", "--statistics", *ONLY)
    counted = json.loads(peerkit(*arguments, "--format", "json").out)["statistics"]
    assert (counted["severities"], counted["silenced"], counted["put_off"]) == ({"error": 1, "warning": 0, "info": 0}, 1, 1)
    assert "\nFindings\n     1  error\n     0  warning\n     0  info\n     1  silenced by a comment\n     1  put off by the baseline\n" in (
        peerkit(*arguments).out
    )


@pytest.mark.parametrize(("name", "start"), [("x.json", "{"), ("x.sarif", "{"), ("x.xml", "<?xml"), ("x.out", "error PK203")])
def test_the_ending_of_the_output_tells_the_format(name: str, start: str, folder: Path) -> None:
    assert peerkit("lint", "--output", name, *ONLY).code == 1
    assert (folder / name).read_text().startswith(start)


def test_an_ending_that_says_another_format_is_refused() -> None:
    ended = peerkit("lint", "--output", "x.json", "--format", "junit")
    assert (ended.code, ended.err) == (
        2,
        "error: x.json is no file for the format junit\nhint: A name that ends in .json is for json or gitlab or sarif.\n",
    )
    assert peerkit("lint", "--output", "x.json", "--format", "gitlab", *ONLY).code == 1
