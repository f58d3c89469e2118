"""The pages for framework authors and for CI: each file in them is written, and each command run, in the order of the page."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from peerkit.lint.rule import every_rule
from support.commandline import CHECKOUT, SETTLED, UNSETTLING, peerkit

AUTHORING = (CHECKOUT / "docs/authoring.md").read_text(encoding="utf-8")
CI = (CHECKOUT / "docs/ci.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"\A# (frameworks/\S+\.yaml)\n")
PAGES = {"authoring": AUTHORING, "ci": CI}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty folder, in a settled environment."""
    for name, value in SETTLED.items():
        monkeypatch.setenv(name, value)
    for name in (*UNSETTLING, "GITHUB_WORKSPACE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands(text: str) -> list[str]:
    return [line for language, block in BLOCK.findall(text) if language == "console" for line in block.splitlines()]


def follow(page: str, folder: Path) -> list[str]:
    """Do what a page says, and return the commands; each must end well."""
    done = []
    for language, block in BLOCK.findall(page):
        if language == "yaml" and (file := FILE.match(block)):
            path = folder / file[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
        elif language == "console":
            for line in block.splitlines():
                ended = peerkit(*shlex.split(line)[1:], typed="3\n" * 20)
                assert ended.code == 0, f"{line}\n{ended.out}{ended.err}"
                done.append(line)
    return done


def test_whoever_follows_the_page_for_authors_comes_to_clean_files(folder: Path) -> None:
    assert follow(AUTHORING, folder) == commands(AUTHORING)
    assert len(commands(AUTHORING)) > 10
    assert sorted(path.name for path in folder.glob("frameworks/**/*.yaml")) == [
        "crosswalk.yaml",
        "door.yaml",
        "door.yaml",
        "our-charter.yaml",
    ]
    assert json.loads(peerkit("lint", "--format", "json").out)["findings"] == []
    assert "\nNot yet" not in peerkit("report", "trial.peerkit.json").out


def test_whoever_follows_the_page_for_ci_gets_what_it_says(folder: Path) -> None:
    assert peerkit("new", "framework", "x").code == 0
    assert follow(CI, folder) == commands(CI)
    assert json.loads((folder / "peerkit.sarif").read_text())["version"] == "2.1.0"


def test_what_the_page_tells_lint_is_taken(folder: Path) -> None:
    peerkit("new", "framework", "x")
    path = folder / "frameworks/x.yaml"
    [told] = [block for _, block in BLOCK.findall(AUTHORING) if block.startswith("lint:\n")]
    path.write_text(f"{path.read_text()}\n{told}", encoding="utf-8")
    assert json.loads(peerkit("lint", "--format", "json").out)["findings"] == []
    path.write_text(re.sub(r"summary: .*", 'summary: "For punters and their baseline."', path.read_text(), count=1), encoding="utf-8")
    [found] = json.loads(peerkit("lint", "--format", "json").out)["findings"]
    assert (found["code"], found["severity"], found["message"]) == ("PK309", "info", '"punters" makes customers of people')


def test_the_comment_on_the_page_silences_its_finding(folder: Path) -> None:
    peerkit("new", "framework", "x")
    path = folder / "frameworks/x.yaml"
    text = path.read_text()
    ask = '        ask: "A peer worker greets each new person on the first visit."\n'
    assert ask in text
    [shown] = [block for _, block in BLOCK.findall(AUTHORING) if "peerkit: ignore" in block]
    comment, promise = shown.splitlines()
    path.write_text(text.replace(ask, f"        {promise}\n"))
    assert [one["code"] for one in json.loads(peerkit("lint", "--format", "json").out)["findings"]] == ["PK305"]
    path.write_text(text.replace(ask, f"        {comment}\n        {promise}\n"))
    assert peerkit("lint").code == 0


def test_conditions_on_the_page_fit_a_framework(folder: Path) -> None:
    peerkit("new", "framework", "x")
    path = folder / "frameworks/x.yaml"
    blocks = [block for language, block in BLOCK.findall(AUTHORING) if language == "yaml"]
    [facts] = [block for block in blocks if block.startswith("facts:")]
    [condition] = [block for block in blocks if block.startswith("only_if:")]
    text = path.read_text()
    assert facts in text
    path.write_text(re.sub(r"only_if: \{practitioners: true\}", condition.strip(), text))
    assert peerkit("lint").code == 0


def test_themes_on_the_page_are_clean(folder: Path) -> None:
    [themes] = [block for _, block in BLOCK.findall(AUTHORING) if block.startswith("format: peerkit/themes/1")]
    (folder / "frameworks").mkdir()
    (folder / "frameworks/themes.yaml").write_text(themes)
    assert peerkit("lint").code == 0


def test_a_link_of_ones_own_to_a_framework_that_comes_with_peerkit_is_checked(folder: Path) -> None:
    peerkit("new", "framework", "x")
    link = "  - {from: x/first-visit, to: mind/peer-orientatoin, relation: subset, why: Both are about a first day.}\n"
    (folder / "frameworks/crosswalk.yaml").write_text(f"format: peerkit/crosswalk/1\nlinks:\n{link}")
    [finding] = json.loads(peerkit("lint", "--format", "json").out)["findings"]
    assert (finding["code"], finding["hint"]) == ("PK506", "Did you mean peer-orientation?")


@pytest.mark.parametrize("page", PAGES)
def test_every_rule_family_and_file_on_a_page_is_there(page: str) -> None:
    known = {rule.RULE.code for rule in every_rule()} | {rule.RULE.family for rule in every_rule()}
    assert set(re.findall(r"\bPK\d+\b", PAGES[page])) <= known
    for target in re.findall(r"\]\(([\w./-]+)\)", PAGES[page]):
        assert (CHECKOUT / "docs" / target).exists(), target
