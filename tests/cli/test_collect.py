"""`peerkit collect`: who is in and what does not fit, before anything is remembered."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from peerkit.source.json import assessment_file
from support.commandline import Ended, peerkit, place
from support.team_folders import ROWS, files_in, people_of, save


@pytest.fixture(autouse=True)
def small(folder: Path) -> Path:
    """The framework that the team answered."""
    return place(folder / "frameworks")


@pytest.fixture
def team(folder: Path) -> Path:
    """A folder with the files of ten people."""
    return save(people_of(folder), Path("round"))


def collected(*arguments: object) -> dict[str, Any]:
    ended = peerkit("collect", *arguments, "--format", "json")
    assert (ended.code, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


def told(ended: Ended) -> str:
    assert (ended.code, ended.err) == (0, "")
    return " ".join(ended.out.split())


def test_who_is_in_by_role_and_what_a_report_could_show(team: Path) -> None:
    said = told(peerkit("collect", team))

    assert "In: 10 people (5 peer workers, 5 staff)" in said
    assert "Complete: 10 of 10" in said
    assert "Asked: small 1.0.0, full set" in said
    assert "2 of 2 sections, 3 of 3 questions; groups side by side in 2 of them." in said
    assert "peerkit report round" in said


def test_nothing_is_changed_or_remembered(team: Path) -> None:
    before = {path: path.read_bytes() for path in team.iterdir()}
    for form in ("terminal", "json", "csv", "markdown", "html"):
        assert peerkit("collect", team, "--format", form).code == 0
    assert {path: path.read_bytes() for path in team.iterdir()} == before


def test_nobodys_answers_and_words_are_on_the_page(folder: Path) -> None:
    people = people_of(folder)
    noted = {address: replace(answer, note="A word of mine.") for address, answer in people[0].answers.items()}
    team = save([replace(people[0], answers=noted), *people[1:]], Path("round"))
    shuffled = save(people_of(folder, {name: row[::-1] for name, row in ROWS.items()}), Path("other"))

    for form in ("terminal", "json", "csv"):
        said = peerkit("collect", team, "--format", form).out
        assert "A word of mine" not in said
        assert said == peerkit("collect", shuffled, "--format", form).out.replace("other", "round")


def test_the_folder_one_is_in_is_meant_where_none_is_named(team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PEERKIT_FRAMEWORKS", str(Path("frameworks").absolute()))
    monkeypatch.chdir(team)
    assert collected()["people"] == {"peer-worker": 5, "staff": 5}


def test_whoever_is_not_done_is_named_by_file(folder: Path) -> None:
    first, *others = people_of(folder)
    team = save([replace(first, answers=dict(list(first.answers.items())[:1])), *others], Path("round"))

    assert "Not complete" in peerkit("collect", team).out
    entry = collected(team)["files"][0]
    assert entry == {"file": f"{team}/lantern.0000.peerkit.json", "role": "peer-worker", "answered": 1, "asked": 3, "state": "begun"}


def test_every_problem_is_named_at_once(folder: Path) -> None:
    people = people_of(folder)
    odd = [replace(people[0], program="Harbour"), replace(people[1], mode="consensus", role=None), replace(people[2], set="quick")]
    team = save([*people[3:], *odd], Path("round"))
    (team / "broken.peerkit.json").write_text("{")
    (team / "prepared.peerkit.json").write_text(assessment_file.dump(replace(people[0], id="ffff", answers={})), encoding="utf-8")
    (team / ".hidden.peerkit.json").write_bytes(files_in(team)[-1].read_bytes())

    found = collected(team)

    names = [aside["files"] for aside in found["not_counted"]]
    assert names == [
        [f"{team}/broken.peerkit.json"],
        [],
        [f"{team}/lantern.0001.peerkit.json"],
        [f"{team}/lantern.0000.peerkit.json"],
    ]
    assert found["not_counted"][1]["message"] == f"{team}/prepared.peerkit.json holds no answers and is left out."
    assert [remark.partition(":")[0] for remark in found["remarks"]] == [
        f"{team}/.hidden.peerkit.json is hidden, and is left out.",
        "1 of 10",
    ]
    assert found["people"] == {"peer-worker": 3, "staff": 5}
    assert "report round --skip-broken" in peerkit("collect", team).out


def test_a_likely_copy_is_named_and_can_be_left_out(folder: Path) -> None:
    people = people_of(folder)
    first = replace(people[0], answers={address: replace(answer, note="Yes.") for address, answer in people[0].answers.items()})
    team = save([first, *people[1:], replace(first, id="eeee")], Path("round"))
    copy = f"{team}/lantern.eeee.peerkit.json"

    found = collected(team)
    assert found["likely_copies"] == [[f"{team}/lantern.0000.peerkit.json", copy]]
    assert len(found["files"]) == 11
    without = collected(team, "--skip", copy)
    assert (without["likely_copies"], len(without["files"])) == ([], 10)
    assert f"--skip {copy}" in peerkit("collect", team, "--skip", copy).out


def test_fewer_than_five_are_told_so_with_how_many_more_would_do(folder: Path) -> None:
    team = save(people_of(folder)[:3], Path("round"))
    said = told(peerkit("collect", team))
    assert "Of fewer than five people nothing is shown, and 3 people are here." in said
    assert "With two more (peer workers), two more sections would be shown." in said


def test_an_earlier_report_is_said(team: Path) -> None:
    assert not collected(team)["reported"]
    assert peerkit("report", team).code == 0
    assert collected(team)["reported"]
    assert "An earlier report of this round is remembered" in peerkit("collect", team).out


def test_a_row_for_each_file_is_a_table(folder: Path, team: Path) -> None:
    (team / "broken.peerkit.json").write_text("{")
    rows = list(csv.DictReader(io.StringIO(peerkit("collect", team, "--format", "csv").out.lstrip("\ufeff"))))
    assert [row["state"] for row in rows] == ["complete"] * 10 + ["not counted"]
    assert rows[0] == {
        "file": f"{team}/lantern.0000.peerkit.json",
        "role": "peer-worker",
        "answered": "3",
        "asked": "3",
        "state": "complete",
        "what is to know": "",
    }


def test_what_differs_from_the_file_that_everybody_started_from_is_said(folder: Path) -> None:
    people = people_of(folder)
    prepare = (
        "prepare",
        "small",
        "--program",
        "Lantern Street Peers",
        "--set",
        "quick",
        "--fact",
        "practitioners=no",
        "--file",
        "start.json",
    )
    assert peerkit(*prepare).code == 0
    team = save([replace(people[0], program="LANTERN street peers"), *people[1:]], Path("round"))

    said = collected(team, "--from", "start.json")["remarks"]

    first = files_in(team)[0]
    assert said[0] == f"1 of 10: {first} is about LANTERN street peers; prepared was about Lantern Street Peers"
    assert said[1].endswith(" have the full set; prepared was the quick set")
    assert said[2].endswith(' answer "Do professionals work here?" with yes; prepared was with no')
    assert collected(team)["remarks"] == []
    assert "peerkit collect round --from start.json The report" in told(peerkit("collect", team, "--from", "start.json"))
    assert peerkit("collect", team, "--from", "nowhere.json").failed[:2] == (3, "nowhere.json is not there")


def test_the_file_that_everybody_started_from_is_no_reason_to_skip_what_is_broken(team: Path) -> None:
    assert peerkit("prepare", "small", "--program", "Lantern Street Peers", "--file", team / "start.json").code == 0
    said = peerkit("collect", team).out
    assert "holds no answers and is left out" in " ".join(said.split())
    assert "--skip-broken" not in said


def test_files_are_named_as_they_are_also_where_a_sentence_begins(team: Path) -> None:
    first, second, *_ = files_in(team)
    (team / "again.json").write_bytes(first.read_bytes())
    second.write_text("{", encoding="utf-8")

    said = told(peerkit("collect", team))
    assert f"{second} is no complete answer file" in said
    assert f"{first} is the same as {team / 'again.json'}, and is counted once." in said


def test_where_nothing_belongs_together_the_page_says_so(folder: Path) -> None:
    team = save([replace(people_of(folder)[0], mode="consensus", role=None)], Path("round"))
    said = told(peerkit("collect", team))
    assert said.startswith("What came in: No answers that belong together")
    assert "holds the answers of a group that answered together" in said


def test_what_is_not_there_is_an_error() -> None:
    assert peerkit("collect", "nowhere").failed == (3, "nowhere is not there", "Check the path.")
