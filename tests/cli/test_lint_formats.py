"""What `lint` writes for other programs, and its statistics."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peerkit.lint.rule import notes
from peerkit.render.findings import FORMATS
from support.commandline import ASKED, CHECKOUT, peerkit, place
from support.files import changed

BAD = changed(("goal: 3", "goal: 7"), ("id: learn", "id: plan"))
ONLY = ("--select", "PK101,PK203")


@pytest.fixture(autouse=True)
def outside_of_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


def addresses(*arguments: object) -> list[str]:
    """Return the address of each result in SARIF."""
    [run] = json.loads(peerkit("lint", *arguments, "--format", "sarif", *ONLY).out)["runs"]
    return [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]


def test_github_annotates_each_mistake_at_its_place(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    ended = peerkit("lint", "--format", "github", *ONLY)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out == (
        "::error file=frameworks/small.yaml,line=5,col=7,endLine=5,endColumn=8,title=PK203 goal-range::"
        "7 is out of range for goal%0AWrite a level from 1 to 4.\n"
        "::error file=frameworks/small.yaml,line=24,col=13,endLine=24,endColumn=17,title=PK101 duplicate-id::"
        "the id plan is used twice%0AGive this one another id; the first is the indicator number 1 of section number 1.\n"
        "2 errors in 1 file\n"
    )


def test_sarif_tells_every_rule_and_the_results_point_to_them(folder: Path) -> None:
    place(folder / "frameworks", BAD)
    ended = peerkit("lint", "--format", "sarif", *ONLY)
    assert (ended.code, ended.err) == (1, "")
    [run] = json.loads(ended.out)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [note.code for note in notes()]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]] == ["PK203", "PK101"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 7,
        "endLine": 5,
        "endColumn": 8,
    }


def test_files_are_told_from_the_folder_we_are_in(folder: Path) -> None:
    place(folder / "frameworks", changed(("goal: 3", "goal: 7")))
    for path in ("frameworks", "./frameworks/small.yaml", folder / "frameworks", "frameworks/../frameworks"):
        assert addresses(path) == ["frameworks/small.yaml"]


def test_in_a_github_workflow_files_are_told_from_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(folder / "sub/frameworks", changed(("goal: 3", "goal: 7")))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    monkeypatch.chdir(folder / "sub")
    assert addresses() == ["sub/frameworks/small.yaml"]
    assert "file=sub/frameworks/small.yaml," in peerkit("lint", "--format", "github", *ONLY).out


def test_a_file_outside_is_told_by_its_whole_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place(folder / "elsewhere", changed(("goal: 3", "goal: 7")))
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    assert addresses(path) == [path.as_uri()]


@pytest.mark.parametrize(
    "name", ["::error::x.yaml", "a,line=9:b.yaml", "a%0Ab.yaml", "a\n::error::b.yaml", "[x](y).yaml", "##[error]x.yaml"]
)
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_and_a_key_can_be_called_anything(folder: Path, form: str, name: str) -> None:
    hostile = "::error::%0A ##[error] [x](y) {0} \\e[31m \\u202e \\n::error::"
    place(folder / "frameworks", changed(("goal: 3", f'goal: 7\n"{hostile}": 1')), name)
    ended = peerkit("lint", "frameworks", "--format", form, "--select", "PK1,PK2", "--statistics")
    assert ended.code == 1
    assert not set(ended.out) & {"\x1b", "\u202e", "\r"}
    lines = [line for line in ended.out.splitlines() if line.lstrip().startswith("::") or "##[" in line]
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines if form == "github")
    assert form in ("github", "gitlab", "json", "sarif") or lines == []


def test_statistics_count_questions_by_role_and_set_and_findings_by_rule(folder: Path) -> None:
    place(folder / "frameworks", ASKED)
    place(folder / "frameworks", changed(("id: small", "id: other"), ("goal: 3", "goal: 7")), "other.yaml")
    ended = peerkit("lint", "--statistics", "--plain", "--select", "PK203")
    assert ended.code == 1
    assert ended.out.split("1 error in 2 files\n")[1] == (
        "\n"
        "frameworks/small.yaml\n"
        "    2 sections, 3 indicators, 3 core\n"
        "    asked of      quick set   full set\n"
        "    peer-worker       4 min      4 min\n"
        "    participant       3 min      3 min\n"
        "    family            3 min      3 min\n"
        "    staff             4 min      4 min\n"
        "    leader            3 min      3 min\n"
        "    partner           3 min      3 min\n"
        "    not-said          4 min      4 min\n"
        "\n"
        "Findings\n"
        "     1  error\n"
        "     0  warning\n"
        "     0  info\n"
        "     0  silenced by a comment\n"
        "     0  put off by the baseline\n"
        "\n"
        "Rules\n"
        "     1  PK203 goal-range\n"
    )


def statistics(*arguments: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(peerkit("lint", *arguments, "--format", "json", "--statistics", *ONLY).out)["statistics"]
    return found


def test_in_json_the_statistics_are_a_key_that_is_there_when_asked_for(folder: Path) -> None:
    place(folder / "frameworks", ASKED)
    assert "statistics" not in json.loads(peerkit("lint", "--format", "json").out)
    [framework] = statistics()["frameworks"]
    assert {key: framework[key] for key in ("file", "id", "sections", "indicators", "core")} == {
        "file": "frameworks/small.yaml",
        "id": "small",
        "sections": 2,
        "indicators": 3,
        "core": 3,
    }
    assert framework["workloads"][:2] == [
        {"role": "peer-worker", "set": "quick", "questions": 3, "minutes": 4},
        {"role": "peer-worker", "set": "full", "questions": 3, "minutes": 4},
    ]
    assert statistics()["rules"] == []


def test_a_question_that_a_default_leaves_out_is_not_counted(folder: Path) -> None:
    place(folder / "frameworks", changed(("kind: yes-no, default: true", "kind: yes-no, default: false"), text=ASKED))
    [framework] = statistics()["frameworks"]
    assert framework["workloads"][0]["questions"] == 2


def test_statistics_of_standard_input_and_of_what_lies_beside() -> None:
    text = ASKED
    ended = peerkit("lint", "-", "--stdin-name", "small.yaml", "--format", "json", "--statistics", typed=text)
    assert [one["file"] for one in json.loads(ended.out)["statistics"]["frameworks"]] == ["small.yaml"]
    shipped = statistics(CHECKOUT / "frameworks" / "tacsi.yaml")["frameworks"]
    assert [one["id"] for one in shipped] == ["tacsi"]


def test_the_most_frequent_rule_comes_first(folder: Path) -> None:
    place(folder, changed(("goal: 3", "goal: 7"), ("id: learn", "id: plan"), ("id: share", "id: plan")), "small.yaml")
    assert statistics("small.yaml")["rules"] == [
        {"code": "PK101", "name": "duplicate-id", "findings": 2},
        {"code": "PK203", "name": "goal-range", "findings": 1},
    ]


def test_text_tells_of_no_rule_that_found_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(folder / "frameworks", ASKED)

    def never() -> None:
        raise AssertionError("the rules were read for a format that does not tell of them")

    monkeypatch.setattr("peerkit.lint.rule.notes", never)
    for form in ("text", "json", "github"):
        assert peerkit("lint", "--format", form, *ONLY).code == 0
