"""The action, the hook and the examples for CI: their code is run as a build server would run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peerkit.render.findings import FORMATS
from peerkit.source.yaml.document import parse
from support.commandline import CHECKOUT, environment, peerkit, place
from support.files import changed
from support.telling import telling

CI = (CHECKOUT / "docs/ci.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", CI, re.MULTILINE | re.DOTALL)
INPUT = re.compile(r"\$\{\{\s*inputs\.([\w-]+)\s*\}\}")
WITHOUT_BASH = pytest.mark.skipif(os.name == "nt", reason="a build server brings bash along")


def data(text: str) -> Any:
    # NOTE: the key on: of workflows is ambiguous to YAML readers, and ours says so.
    document = parse(re.sub(r"(?m)^on:", '"on":', text))
    assert [fault.problem.message for fault in document.faults] == []
    return document.data


ACTION = data((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
SCRIPTS = {step["name"]: step for step in ACTION["runs"]["steps"] if "peerkit lint" in step.get("run", "")}


def bash(code: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run code in bash as GitHub does, with peerkit on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", code]
    settled = environment(PATH=path, RUNNER_TEMP=str(folder), GITHUB_OUTPUT=str(folder / "output"), GITHUB_WORKSPACE=str(folder), **more)
    return subprocess.run(command, cwd=folder, env=settled, capture_output=True, text=True, timeout=60, check=False)


def step(name: str, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action with inputs; those that are not given have their default."""
    values = {key: inputs.get(key, str(one["default"])) for key, one in ACTION["inputs"].items()}
    given = {key: INPUT.sub(lambda match: values[match[1]], value) for key, value in SCRIPTS[name]["env"].items()}
    return bash(SCRIPTS[name]["run"], folder, **given)


def test_no_input_is_written_into_code() -> None:
    for one in ACTION["runs"]["steps"]:
        assert "${{" not in one.get("run", "")
    assert set(SCRIPTS) == {"Write SARIF", "Show what was found"}


def test_the_action_uses_every_input_and_no_other() -> None:
    text = (CHECKOUT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"\binputs\.([\w-]+)", text)) == set(ACTION["inputs"])


@WITHOUT_BASH
def test_the_action_writes_sarif_and_says_where(tmp_path: Path) -> None:
    place(tmp_path / "frameworks", changed(("goal: 3", "goal: 7")))
    ended = step("Write SARIF", tmp_path, select="PK2", ignore="PK202")
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "output").read_text() == f"sarif={tmp_path}/peerkit.sarif\n"
    [run] = json.loads((tmp_path / "peerkit.sarif").read_text())["runs"]
    assert "PK203" in {one["ruleId"] for one in run["results"]}


@WITHOUT_BASH
def test_the_action_annotates_and_fails(tmp_path: Path) -> None:
    place(tmp_path / "frameworks", changed(("goal: 3", "goal: 7")))
    ended = step("Show what was found", tmp_path, select="PK203", paths="frameworks\n\n")
    assert ended.returncode == 1
    assert ended.stdout.startswith("::error file=frameworks/small.yaml,line=5,")


@WITHOUT_BASH
def test_the_action_fails_on_what_it_is_told_to_and_knows_a_baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place(tmp_path / "frameworks", changed(("goal: 3", "goal: 7"), ("title: A small", "title: TBD, a small")))
    assert step("Show what was found", tmp_path, select="PK317").returncode == 1
    assert step("Show what was found", tmp_path, select="PK317", **{"fail-on": "error"}).returncode == 0
    monkeypatch.chdir(tmp_path)
    assert peerkit("lint", "--write-baseline", "known.json", "--select", "PK203").code == 0
    ended = step("Show what was found", tmp_path, select="PK203", baseline="known.json")
    assert (ended.returncode, ended.stdout) == (0, "1 file, nothing to mend\n")
    assert step("Write SARIF", tmp_path, select="PK203", baseline="known.json").returncode == 0


@WITHOUT_BASH
def test_the_action_takes_paths_with_spaces_one_a_line(tmp_path: Path) -> None:
    place(tmp_path / "a b", changed(("goal: 3", "goal: 7")))
    place(tmp_path / "c", changed(("goal: 3", "goal: 8")))
    ended = step("Show what was found", tmp_path, select="PK203", paths="a b\nc")
    assert [line.split(",")[0] for line in ended.stdout.splitlines()] == [
        "::error file=a b/small.yaml",
        "::error file=c/small.yaml",
        "2 errors in 2 files",
    ]


@WITHOUT_BASH
@pytest.mark.parametrize("name", telling(["Write SARIF"], ["Write SARIF", "Show what was found"]))
@pytest.mark.parametrize("which", ["paths", "select", "ignore", "fail-on", "baseline"])
@pytest.mark.parametrize(
    "value",
    telling(
        ['" && touch pwned #', "--output=pwned"],
        ["$(touch pwned)", "`touch pwned`", "x; touch pwned", '" && touch pwned #', "--output=pwned", "-- --output=pwned"],
    ),
)
def test_no_input_is_run_as_code(tmp_path: Path, name: str, which: str, value: str) -> None:
    place(tmp_path / "frameworks")
    ended = step(name, tmp_path, **{which: value})
    assert ended.returncode in (2, 3), ended.stdout + ended.stderr
    assert not (tmp_path / "pwned").exists()


def test_the_hook_runs_a_command_that_there_is_on_framework_files_only() -> None:
    [hook] = data((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split() == ["peerkit", "lint"]
    assert hook["pass_filenames"] is False
    files = re.compile(hook["files"])
    for path in ("frameworks/x.yaml", "a/frameworks/x.yml", "frameworks/sources/x.yaml", "frameworks/crosswalk.yaml"):
        assert files.search(path)
    for path in ("x.yaml", "frameworks/schemas/x.schema.json", "my-frameworks/x.yaml", "frameworks/other/x.yaml"):
        assert not files.search(path)


def test_the_hook_finds_in_a_framework_what_a_change_to_its_outline_has_made_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place(tmp_path / "frameworks")
    outline = "format: peerkit/source/1\nsections: [{id: p, title: P, statements: [{id: nobody-covers-this, gist: G.}]}]\n"
    place(tmp_path / "frameworks/sources", outline)
    [hook] = data((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    ended = peerkit(*hook["entry"].split()[1:], "--select", "PK403", "--format", "concise")
    assert (ended.code, ended.out.partition(":")[0]) == (1, "frameworks/small.yaml")


def test_the_examples_are_yaml_and_name_the_inputs_and_the_hook_that_there_are() -> None:
    github, steps, gitlab, pre_commit = map(data, EXAMPLES)
    [_, use] = github["jobs"]["lint"]["steps"]
    assert set(use["with"]) <= set(ACTION["inputs"])
    assert github["permissions"] == {"contents": "read", "security-events": "write"}
    assert steps[1]["run"] == "peerkit lint frameworks --format github"
    assert set(gitlab) == {"frameworks"}
    [hook] = pre_commit["repos"][0]["hooks"]
    [ours] = data((CHECKOUT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == ours["id"]


def test_every_format_of_findings_is_on_the_page() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", CI, re.MULTILINE)) == list(FORMATS)


@WITHOUT_BASH
@pytest.mark.parametrize(("goal", "code", "severities"), [("3", 0, []), ("7", 1, ["major"])])
def test_the_script_for_gitlab_makes_its_report_and_fails_on_findings(tmp_path: Path, goal: str, code: int, severities: list[str]) -> None:
    assert peerkit("new", "framework", "x", "--frameworks", tmp_path / "frameworks").code == 0
    path = tmp_path / "frameworks/x.yaml"
    path.write_text(path.read_text().replace("goal: 3", f"goal: {goal}", 1))
    job = data(EXAMPLES[2])["frameworks"]
    ended = bash("\n".join(job["script"]), tmp_path)
    assert ended.returncode == code, ended.stderr
    report = json.loads((tmp_path / job["artifacts"]["reports"]["codequality"]).read_text())
    assert [one["severity"] for one in report] == severities
    assert all(one["location"]["path"] == "frameworks/x.yaml" and one["fingerprint"] for one in report)
