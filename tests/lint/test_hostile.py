"""Files that are meant to keep a computer busy: told off in seconds, in little memory, and without an end of findings."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from peerkit.lint.runner import SourceText, lint

TOP = "format: peerkit/framework/1\nid: x\nversion: 1.0.0\ntitle: X\n"
SECTION = "sections:\n  - id: s\n    title: S\n    indicators: "
BOMB = "a: &a [x, x]\n" + "".join(f"b{row}: &b{row} [{', '.join(['*a' if row == 0 else f'*b{row - 1}'] * 9)}]\n" for row in range(9))
REFUSED = {
    "an alias bomb": TOP + BOMB,
    "a text of 10 MB": TOP + "summary: " + "x" * 10_000_000,
    "100,000 keys": TOP + "".join(f"k{row}: 1\n" for row in range(100_000)),
    "brackets 10,000 deep": TOP + "a: " + "[" * 10_000,
}
SEARCHED = {
    **REFUSED,
    "indicators without keys": f"{TOP}{SECTION}[{'{}, ' * 90_000}]\n",
    "indicators with misspelt keys": f"{TOP}{SECTION}[{'{idd: 1, askk: 1, wh: 2}, ' * 14_000}]\n",
    "facts of one id": f"{TOP}facts: [{'{id: a}, ' * 30_000}]\n",
    "numbers for texts": f"{TOP}limits: [{'1, ' * 90_000}]\n",
    "ambiguous words": f"{TOP}limits: [{'no, ' * 90_000}]\n",
    "anchors": f"{TOP}limits: [{'&a b, ' * 90_000}]\n",
    "unknown keys": TOP + "".join(f"k{row}: 1\n" for row in range(45_000)),
    "one key again and again": TOP + "title: X\n" * 45_000,
    "unknown themes": f"{TOP}{SECTION}[{{id: a, themes: [{'shared-pwoer, ' * 90_000}]}}]\n",
    "listed words": f"{TOP}summary: {'always never appropriate addict utilise AOD ' * 40_000}\n",
    "listed words in many texts": f"{TOP}limits: [{'always an addict may utilise AOD, ' * 40_000}]\n",
    "ask_as for nobody": f"{TOP}{SECTION}[{{id: a, ask_as: {{{''.join(f'r{row}: never, ' for row in range(40_000))}}}}}]\n",
    "a tab in many places": f"{TOP}summary: |\n" + "  a\tb\n" * 200_000,
}
STATUS = Path("/proc/self/status")
LINT = f"""
import sys
from peerkit.cli.app import run
code = run(["lint", sys.argv[1], "--format", "json", "--output", sys.argv[2]])
print(next(line.split()[1] for line in open({str(STATUS)!r}) if line.startswith("VmHWM")))
sys.exit(code)
"""


@pytest.mark.parametrize("text", SEARCHED.values(), ids=SEARCHED)
def test_a_hostile_file_is_told_off_in_seconds(text: str) -> None:
    started = time.process_time()
    result = lint([SourceText("x.yaml", text.encode())], builtin_themes=frozenset({"shared-power"}))
    assert time.process_time() - started < 20
    assert 0 < len(result.findings) < 4_000
    assert max(len(finding.message) + len(finding.hint) for finding in result.findings) < 1_000
    assert {finding.code for finding in result.findings} & {"PK901"} == set()


@pytest.mark.skipif(not STATUS.exists(), reason="this system does not say how much memory a process took at most")
@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_refused_takes_little_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(REFUSED[name], encoding="utf-8")
    command = [sys.executable, "-c", LINT, str(tmp_path / "x.yaml"), str(tmp_path / "found.json")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1, ended.stderr
    assert json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["findings"]
    assert int(ended.stdout) < 150_000, "kilobytes"


def test_a_file_with_more_mistakes_than_are_told_says_so() -> None:
    for kind in ("numbers for texts", "ambiguous words", "facts of one id", "unknown keys"):
        messages = [finding.message for finding in lint([SourceText("x.yaml", SEARCHED[kind].encode())]).findings]
        assert "the file has more than 1,000 mistakes" in messages, kind
